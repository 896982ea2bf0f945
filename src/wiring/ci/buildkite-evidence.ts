import { createBuildForge, type BuildPlace } from '../../adapters/buildkite/build-forge.ts';
import { checkedToken } from '../../adapters/checked-token.ts';
import { isLoopback } from '../../adapters/http/pinned-origin.ts';
import { ledgerRemote } from '../../adapters/ledger/branch/ledger-remote.ts';
import type { EvidenceSource } from '../../approval/approval.ts';
import { assertedSource } from '../../approval/asserted.ts';
import { buildkiteReader } from '../../approval/buildkite.ts';
import { requireAccepted, requireApprover } from '../../approval/policy.ts';
import { refused } from '../../approval/refused.ts';
import type { Context } from '../../commands/context.ts';
import { digestOf } from '../../model/digest.ts';
import { Fault } from '../../model/error.ts';
import { memoize } from '../../model/memoize.ts';
import { version } from '../../model/version.ts';
import type { Build } from '../../ports/build-forge.ts';
import { defaultBranchOf, requireDefaultBranch } from '../default-branch.ts';
import type { Environment } from '../environment.ts';
import { originOf } from '../origin.ts';
import type { OpenEvidence } from './open-evidence.ts';
import { isSameRepository, remotePlace } from './remote-place.ts';

/** What Buildkite can tell of an approval. It is asked before the site is. */
export const openBuildkiteEvidence: OpenEvidence = async (environment, context, given) => {
  const { config, site } = context;
  const { accept } = config.approval;
  // Whoever lets the digest alone be a yes has said so in the configuration; an index is a plan's own.
  const isAsserted = given.index === null || !accept.includes('buildkite');
  if (isAsserted && accept.includes('asserted'))
    return assertedSource(environment.operator, () => site.now());
  requireAccepted('buildkite', accept);
  if (given.index === null)
    throw refused(
      'approval-missing',
      'a job of Buildkite approves the plan of its build alone, and no index of it was given',
      'Keep the file of `plan --index FILE` as an artifact, and run `publish --index FILE`: a digest on the command line may be of a variable, which whoever starts a build can set.',
    );
  return buildEvidence(environment, context, digestOf(given.index));
};

async function buildEvidence(
  environment: Environment,
  context: Parameters<OpenEvidence>[1],
  digest: ReturnType<typeof digestOf>,
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
    await requireBuildOfCheckout(environment, context, build);
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

/**
 * A build of another repository, commit or branch was unblocked for something else; one of a branch may
 * have other steps, and one of a fork may call its branch like the default one.
 */
async function requireBuildOfCheckout(
  environment: Environment,
  { config, repository }: Pick<Context, 'config' | 'repository'>,
  build: Build,
): Promise<void> {
  if (!isSameRepository(build.repository, await repository.remote('origin')))
    throw refused(
      'approval-missing',
      'the build is of another repository than the remote `origin`',
      'Publish from the pipeline of this repository, and leave `origin` as the agent cloned it.',
    );
  if (build.commit !== repository.commit)
    throw refused(
      'approval-missing',
      `the build is for ${JSON.stringify(build.commit.slice(0, 40))}, and ${repository.commit} is checked out`,
      'Check out the commit of the build; start builds by hand with a whole commit.',
    );
  const foreign = build.isOfPullRequest ? 'a pull request' : build.isOfTag ? 'a tag' : null;
  if (foreign !== null)
    throw new Fault(
      'usage',
      'not-default-branch',
      `Cannot run here: the build is for ${foreign}, expected one for the default branch.`,
      { remedy: 'Run the command `check` there, and publish in builds of the default branch.' },
    );
  // With a ledger in a file every commit goes.
  if ('file' in config.ledger) return;
  const origin = await originOf(environment, repository, await repository.routes('origin'));
  const head = await defaultBranchOf(ledgerRemote(origin, config.ledger.branch, repository.commit));
  const { root } = repository;
  await requireDefaultBranch({ root, head, here: `refs/heads/${build.branch}` });
  await requireDefaultBranch({ root, head, here: null });
}
