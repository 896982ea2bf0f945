import { createRunForge, type RunPlace } from '../../adapters/azure/run-forge.ts';
import { checkedToken } from '../../adapters/checked-token.ts';
import { isLoopback } from '../../adapters/http/pinned-origin.ts';
import type { EvidenceSource } from '../../approval/approval.ts';
import { azureReader } from '../../approval/azure.ts';
import { requireApprover } from '../../approval/policy.ts';
import { refused } from '../../approval/refused.ts';
import type { Context } from '../../commands/context.ts';
import type { Digest } from '../../model/digest.ts';
import { Fault } from '../../model/error.ts';
import { memoize } from '../../model/memoize.ts';
import { version } from '../../model/version.ts';
import type { Environment } from '../environment.ts';
import { indexDigest } from './index-digest.ts';
import type { OpenEvidence } from './open-evidence.ts';
import { remotePlace } from './remote-place.ts';
import { requireRunOfCheckout } from './run-of-checkout.ts';

/** What Azure DevOps can tell of an approval. It is asked before the site is. */
export const openAzureEvidence: OpenEvidence = async (environment, context, given) => {
  const digest = indexDigest('azure', 'Azure Pipelines', environment, context, given);
  return typeof digest === 'string' ? runEvidence(environment, context, digest) : digest;
};

async function runEvidence(
  environment: Environment,
  context: Parameters<OpenEvidence>[1],
  digest: Digest,
): Promise<EvidenceSource> {
  const { azure, clock, log, proxy } = environment;
  const { job, place } = placeOf(environment);
  if (azure.givenToken === null)
    throw new Fault(
      'usage',
      'token-missing',
      'Cannot look for the approval: SYSTEM_ACCESSTOKEN is not set.',
      { remedy: 'Map it in the `env` of the step: SYSTEM_ACCESSTOKEN: $(System.AccessToken).' },
    );
  const forge = createRunForge({
    base: await collectionOf(environment, context),
    token: checkedToken('SYSTEM_ACCESSTOKEN', azure.givenToken),
    place,
    userAgent: `stack-publish/${version}`,
    clock,
    log,
    proxy,
  });
  try {
    const run = await forge.run();
    await requireRunOfCheckout(environment, context, { word: 'run', ...run });
    if (run.status !== 'inProgress')
      throw refused('approval-missing', 'the run has ended', 'Start a new run.');
    const read = azureReader({ forge, address: run.address, job });
    const approval = memoize(() => read(digest));
    requireApprover(await approval(), context.config.approval);
    return {
      // The plan made here is the one that the file has: what else was named is refused by its digest.
      read: async () => approval(),
      digest,
      // Azure's people have no number of the forge that the pull requests are on.
      authorsOf: null,
      get requests() {
        return forge.requests;
      },
      answered: (work) => work(),
      [Symbol.asyncDispose]: () => forge.close(),
    };
  } catch (error) {
    await forge.close();
    throw error;
  }
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function placeOf({ azure }: Environment): { readonly job: string; readonly place: RunPlace } {
  const { project, run, job } = azure;
  if (!uuid.test(project ?? '') || !uuid.test(job ?? '') || !/^[1-9]\d{0,11}$/.test(run ?? ''))
    throw new Fault(
      'usage',
      'usage',
      'Cannot look for the approval: SYSTEM_TEAMPROJECTID, BUILD_BUILDID and SYSTEM_JOBID name no job.',
      { remedy: 'Run it in a job of Azure Pipelines, whose agent sets them.' },
    );
  return { job: job ?? '', place: { project: project ?? '', run: run ?? '' } };
}

/** Azure DevOps itself; one of the company's own only on the host that `origin` is on. */
async function collectionOf(
  { azure }: Environment,
  { repository }: Pick<Context, 'repository'>,
): Promise<string> {
  const address = azure.collection ?? '';
  if (/^https:\/\/(?:dev\.azure\.com\/[\w.-]+|[\w-]+\.visualstudio\.com)\/?$/.test(address))
    return address;
  const url = URL.parse(address);
  const home = remotePlace(await repository.remote('origin'));
  const isOfHome =
    home !== null &&
    url !== null &&
    (isLoopback(home.host.replace(/:\d+$/, ''))
      ? isLoopback(url.hostname)
      : home.host === url.host);
  if (isOfHome) return address;
  throw new Fault(
    'usage',
    'insecure-url',
    `Cannot ask Azure DevOps: SYSTEM_COLLECTIONURI is on ${url?.host || 'no host'}, and the remote \`origin\` on ${home?.host ?? 'no other machine'}.`,
    { remedy: 'Leave SYSTEM_COLLECTIONURI as the agent sets it.' },
  );
}
