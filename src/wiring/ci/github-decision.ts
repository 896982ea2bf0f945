import { commitTree } from '../../adapters/git/commit-tree.ts';
import { tryGit } from '../../adapters/git/git.ts';
import { fetchRefs } from '../../adapters/git/remote.ts';
import { answerComment } from '../../approval/answer-comment.ts';
import {
  decidedByComment,
  decidedByDispatch,
  requireQuietPost,
  requireQuietSource,
  type Decision,
  type DecisionSubject,
} from '../../approval/decision.ts';
import { refused } from '../../approval/refused.ts';
import type { Context } from '../../commands/context.ts';
import { Fault } from '../../model/error.ts';
import type { FileTree } from '../../ports/repository.ts';
import type { Environment } from '../environment.ts';
import { originOf } from '../origin.ts';
import { openApprovalForge, runningOf, type OpenApprovalForge } from './github-run.ts';

/**
 * Who decides in this run, as GitHub or Gitea tells it: the comment's author, or who started it by hand. Whose word
 * does not count is refused here, before the site is asked for anything.
 * @throws Fault of kind `policy`; `usage` in every other run.
 */
export async function openGitHubDecision(
  environment: Environment,
  context: Context,
): Promise<Decision> {
  const forge = await openApprovalForge(environment, context.repository);
  try {
    const decided = await decidedIn(environment, context, forge);
    return {
      ...decided,
      get requests() {
        return forge.requests;
      },
      [Symbol.asyncDispose]: () => forge.close(),
    };
  } catch (error) {
    await forge.close();
    throw error;
  }
}

async function decidedIn(
  environment: Environment,
  context: Context,
  forge: OpenApprovalForge,
): Promise<Pick<Decision, 'by' | 'requireCurrent' | 'answered'>> {
  const { event, log } = environment;
  const options = { running: runningOf(environment), roles: context.config.approval.roles };
  const comment = event?.comment ?? null;
  if (comment) {
    const { at, ...by } = await decidedByComment(comment, forge, options);
    return {
      by,
      async requireCurrent({ activity, madeFrom }) {
        const touched = await activity();
        if (touched !== null) requireQuietPost(touched, at, forge.now() - context.site.now());
        const [edits, blobs] = await Promise.all([
          forge.lastEdits(pullsOf(madeFrom)),
          blobPairs(environment, context, filesOf(madeFrom)),
        ]);
        requireQuietSource({ edits, blobs }, at);
      },
      answered: (work) => answerComment(comment.id, forge, log, work),
    };
  }
  if (event?.name !== 'workflow_dispatch')
    throw new Fault('usage', 'usage', 'Cannot decide: no person started this run for that.', {
      remedy: 'Decide in a comment on a pull request, or start the workflow by hand.',
    });
  const by = await decidedByDispatch(forge, options);
  return { by, async requireCurrent() {}, answered: (work) => work() };
}

type MadeFrom = DecisionSubject['madeFrom'];

/** The descriptions that a source is made from. */
function pullsOf({ provenance, members }: MadeFrom) {
  const release = provenance?.kind === 'release' ? provenance.tag : null;
  if (provenance?.kind === 'pull-request') return { pulls: [provenance.number], release };
  return { pulls: release === null ? [] : (members ?? []), release };
}

/** The files that it is made from. A release depends on overrides, too, by their paths. */
function filesOf({ provenance, dependsOn }: MadeFrom): readonly string[] {
  if (provenance?.kind === 'file') return [provenance.path];
  return provenance?.kind === 'release' ? Object.keys(dependsOn) : [];
}

/** The blobs of files at the commit that the run is for, and at the one that is read. */
async function blobPairs(environment: Environment, context: Context, paths: readonly string[]) {
  const { repository, tree } = context;
  const given = environment.github.run.commit ?? '';
  const commit = given === '' ? repository.commit : given;
  if (paths.length === 0 || commit === tree.id) return [];
  if (commit === null || !/^[0-9a-f]{40,64}$/.test(commit)) throw unknownCommit(commit);
  if (!(await hasCommit(repository.root, commit))) {
    // A run that waited may have checked out a later one.
    const remote = await originOf(environment, repository, await repository.routes('origin'));
    await fetchRefs(remote, [commit], '--depth=1');
    if (!(await hasCommit(repository.root, commit))) throw unknownCommit(commit);
  }
  const [was, now] = await Promise.all(
    [commitTree(repository.root, commit), tree].map((each) => blobsOf(each)),
  );
  return paths.map((path) => ({
    was: was?.get(path) ?? null,
    now: now?.get(path) ?? null,
  }));
}

async function blobsOf(tree: FileTree): Promise<ReadonlyMap<string, string>> {
  return new Map((await tree.files()).map(({ path, revision }) => [path, revision]));
}

async function hasCommit(root: string, commit: string): Promise<boolean> {
  return (await tryGit(root, ['cat-file', '-e', `${commit}^{tree}`])).code === 0;
}

function unknownCommit(commit: string | null) {
  return refused(
    'source-moved',
    `the commit ${JSON.stringify(commit?.slice(0, 64) ?? '')} that the comment's run is for cannot be read, and so not whether the source is still the same`,
    'Check out the repository with actions/checkout as it comes, and write a new comment.',
  );
}
