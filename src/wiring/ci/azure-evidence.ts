import { createRunForge, type RunPlace } from '../../adapters/azure/run-forge.ts';
import { checkedToken } from '../../adapters/checked-token.ts';
import { isLoopback } from '../../adapters/http/pinned-origin.ts';
import { azureReader } from '../../approval/azure.ts';
import { refused } from '../../approval/refused.ts';
import type { Context } from '../../commands/context.ts';
import { Fault } from '../../model/error.ts';
import { version } from '../../model/version.ts';
import type { Environment } from '../environment.ts';
import { ownRunEvidence } from './own-run-evidence.ts';
import { remotePlace } from './remote-place.ts';
import { requireRunOfCheckout } from './run-of-checkout.ts';

/** What Azure DevOps can tell of an approval. */
export const openAzureEvidence = ownRunEvidence({
  mechanism: 'azure',
  name: 'Azure Pipelines',
  async open(environment, context) {
    const { azure, clock, log, proxy } = environment;
    const { place } = placeOf(environment);
    if (azure.givenToken === null)
      throw new Fault(
        'usage',
        'token-missing',
        'Cannot look for the approval: SYSTEM_ACCESSTOKEN is not set.',
        { remedy: 'Map it in the `env` of the step: SYSTEM_ACCESSTOKEN: $(System.AccessToken).' },
      );
    return createRunForge({
      base: await collectionOf(environment, context),
      token: checkedToken('SYSTEM_ACCESSTOKEN', azure.givenToken),
      place,
      userAgent: `stack-publish/${version}`,
      clock,
      log,
      proxy,
    });
  },
  async examine(forge, environment, context) {
    const run = await forge.run();
    await requireRunOfCheckout(environment, context, { word: 'run', ...run });
    if (run.status !== 'inProgress')
      throw refused('approval-missing', 'the run has ended', 'Start a new run.');
    const { job } = placeOf(environment);
    // Azure's people have no number of the forge that the pull requests are on.
    return { read: azureReader({ forge, address: run.address, job }), authorsOf: null };
  },
});

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
