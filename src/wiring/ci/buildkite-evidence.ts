import {
  createBuildForge,
  type BuildkiteOptions,
  type BuildPlace,
} from '../../adapters/buildkite/build-forge.ts';
import { exchangeToken } from '../../adapters/buildkite/exchange-token.ts';
import { checkedToken } from '../../adapters/checked-token.ts';
import type { CiConnection } from '../../adapters/ci-api/open-ci-api.ts';
import { isLoopback } from '../../adapters/http/pinned-origin.ts';
import { buildkiteReader } from '../../approval/buildkite.ts';
import type { Context } from '../../commands/context.ts';
import { Fault } from '../../model/error.ts';
import { version } from '../../model/version.ts';
import type { Environment } from '../environment.ts';
import { ownRunEvidence } from './own-run-evidence.ts';
import { remotePlace } from './remote-place.ts';
import { requireRunOfCheckout } from './run-of-checkout.ts';

/** What Buildkite can tell of an approval. */
export const openBuildkiteEvidence = ownRunEvidence({
  mechanism: 'buildkite',
  name: 'Buildkite',
  async open(environment, context) {
    const { clock, log, proxy } = environment;
    const { place } = placeOf(environment);
    const here = await apiOnThisMachine(environment, context);
    const connection = { userAgent: `stack-publish/${version}`, clock, log, proxy };
    const given = await tokenOf(environment, {
      ...connection,
      base: here ?? 'https://buildkite.com',
    });
    return createBuildForge({
      ...connection,
      ...given,
      base: here ?? 'https://api.buildkite.com',
      place,
    });
  },
  async examine(forge, environment, context) {
    const build = await forge.build();
    const ref = `refs/${build.isOfTag ? 'tags' : 'heads'}/${build.branch}`;
    await requireRunOfCheckout(environment, context, { word: 'build', ref, ...build });
    const { job } = placeOf(environment);
    // Buildkite's people have no number of the forge that the pull requests are on.
    return { read: buildkiteReader({ build, job }), authorsOf: null };
  },
});

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

/** The token that was given; else one that the job's own is exchanged for, and what that took. */
async function tokenOf(
  { buildkite }: Environment,
  connection: CiConnection,
): Promise<Pick<BuildkiteOptions, 'token' | 'before'>> {
  const { givenToken, oidcToken, client } = buildkite;
  if (givenToken !== null) return { token: checkedToken('BUILDKITE_API_TOKEN', givenToken) };
  if (oidcToken === null || client === null)
    throw new Fault(
      'usage',
      'token-missing',
      oidcToken === null && client === null
        ? 'Cannot look for the approval: BUILDKITE_API_TOKEN is not set.'
        : `Cannot look for the approval: ${client === null ? 'BUILDKITE_CLIENT_ID' : 'BUILDKITE_OIDC_TOKEN'} is not set, and the other of the two is.`,
      {
        remedy:
          "Set BUILDKITE_API_TOKEN to an API access token with the scope read_builds alone; or BUILDKITE_OIDC_TOKEN to the job's own token, of `buildkite-agent oidc request-token`, and BUILDKITE_CLIENT_ID to the workload identity that takes it.",
      },
    );
  const workload = { client, oidcToken: checkedToken('BUILDKITE_OIDC_TOKEN', oidcToken) };
  const { token, requests } = await exchangeToken(connection, workload);
  return { token, before: requests };
}

/** Buildkite has one API. Another one counts on this machine alone, for what is on it too. */
async function apiOnThisMachine(
  { buildkite }: Environment,
  { repository }: Pick<Context, 'repository'>,
): Promise<string | null> {
  if (buildkite.apiUrl === null) return null;
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
