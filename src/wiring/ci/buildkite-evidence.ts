import { createBuildForge, type BuildPlace } from '../../adapters/buildkite/build-forge.ts';
import { checkedToken } from '../../adapters/checked-token.ts';
import { isLoopback } from '../../adapters/http/pinned-origin.ts';
import type { EvidenceSource } from '../../approval/approval.ts';
import { buildkiteReader } from '../../approval/buildkite.ts';
import { requireApprover } from '../../approval/policy.ts';
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

/** What Buildkite can tell of an approval. It is asked before the site is. */
export const openBuildkiteEvidence: OpenEvidence = async (environment, context, given) => {
  const digest = indexDigest('buildkite', 'Buildkite', environment, context, given);
  return typeof digest === 'string' ? buildEvidence(environment, context, digest) : digest;
};

async function buildEvidence(
  environment: Environment,
  context: Parameters<OpenEvidence>[1],
  digest: Digest,
): Promise<EvidenceSource> {
  const { buildkite, clock, log, proxy } = environment;
  const { job, place } = placeOf(environment);
  if (buildkite.givenToken === null)
    throw new Fault(
      'usage',
      'token-missing',
      'Cannot look for the approval: BUILDKITE_API_TOKEN is not set.',
      { remedy: 'Set it to an API access token of Buildkite with the scope read_builds alone.' },
    );
  const forge = createBuildForge({
    base: await apiUrl(environment, context),
    token: checkedToken('BUILDKITE_API_TOKEN', buildkite.givenToken),
    place,
    userAgent: `stack-publish/${version}`,
    clock,
    log,
    proxy,
  });
  try {
    const build = await forge.build();
    const ref = `refs/${build.isOfTag ? 'tags' : 'heads'}/${build.branch}`;
    await requireRunOfCheckout(environment, context, { word: 'build', ref, ...build });
    const read = buildkiteReader({ build, job });
    const approval = memoize(() => read(digest));
    requireApprover(await approval(), context.config.approval);
    return {
      // The plan made here is the one that the file has: what else was named is refused by its digest.
      read: async () => approval(),
      digest,
      // Buildkite's people have no number of the forge that the pull requests are on.
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

function placeOf({ buildkite }: Environment): { readonly job: string; readonly place: BuildPlace } {
  const { organization, pipeline, build: number, job } = buildkite;
  const isSlug = (text: string | null) => text !== null && /^[\w-]{1,200}$/.test(text);
  if (
    !isSlug(organization) ||
    !isSlug(pipeline) ||
    !isSlug(job) ||
    !/^[1-9]\d{0,11}$/.test(number ?? '')
  )
    throw new Fault(
      'usage',
      'usage',
      'Cannot look for the approval: BUILDKITE_ORGANIZATION_SLUG, BUILDKITE_PIPELINE_SLUG, BUILDKITE_BUILD_NUMBER and BUILDKITE_JOB_ID name no job.',
      {
        remedy:
          'Run it in a job of Buildkite, whose agent sets them; into a container pass them on.',
      },
    );
  return {
    job: job ?? '',
    place: { organization: organization ?? '', pipeline: pipeline ?? '', number: number ?? '' },
  };
}

/** Buildkite has one API. Another one counts on this machine alone, for what is on it too. */
async function apiUrl(
  { buildkite }: Environment,
  { repository }: Pick<Context, 'repository'>,
): Promise<string> {
  if (buildkite.apiUrl === null) return 'https://api.buildkite.com';
  const host = URL.parse(buildkite.apiUrl)?.hostname ?? '';
  const home = remotePlace(await repository.remote('origin'))?.host.replace(/:\d+$/, '') ?? '';
  if (isLoopback(host) && isLoopback(home)) return buildkite.apiUrl;
  throw new Fault(
    'usage',
    'insecure-url',
    `Cannot ask Buildkite: BUILDKITE_API_URL is on ${host || 'no host'}.`,
    { remedy: 'Unset BUILDKITE_API_URL: it is for a Buildkite of a test on this machine.' },
  );
}
