import { currentRef, isElsewhere } from '../adapters/git/head.ts';
import { listBranches } from '../adapters/git/remote.ts';
import type { LedgerRemote } from '../adapters/ledger/branch/ledger-remote.ts';
import { Fault } from '../model/error.ts';
import type { Environment } from './environment.ts';

// A run for another branch or a tag is refused: its older docs must not roll posts back, and it may
// hold another policy.

/**
 * Refuses a run whose event names another default branch than the one that it is for. Nothing is
 * asked for that. Throws `not-default-branch`.
 */
export function requireDefaultBranchOfEvent({ event, github }: Environment): void {
  const expected = event?.defaultBranch ?? null;
  if (expected !== null && github.ref !== refOf(expected))
    throw refused(github.ref ?? 'no branch', expected);
}

/**
 * Refuses a run for another ref than the remote's default branch. A detached HEAD is taken for the
 * default branch unless its history is known not to be part of it. Throws `not-default-branch`.
 */
export async function requireDefaultBranch(options: {
  readonly root: string;
  /** The remote's default branch and the commit that it has now. */
  readonly head: { readonly branch: string | null; readonly commit: string };
  /** As `runRef` tells it. */
  readonly here: string | null;
}): Promise<void> {
  const { root, head, here } = options;
  const expected = head.branch;
  if (here === null) {
    if (await isElsewhere(root, head.commit))
      throw refused('a commit that is not part of it', expected);
  } else if (expected !== null && here !== refOf(expected)) throw refused(here, expected);
}

/** What the remote's default branch has now. Throws `not-default-branch` where it tells none. */
export async function defaultBranchOf(remote: LedgerRemote) {
  const head = await remote.head();
  if (head !== null) return head;
  const branches = await listBranches(remote);
  const named = branches.slice(0, 3).join(', ');
  // A ledger pushed into an empty remote would become its default branch on many a forge.
  const [seen, remedy] =
    branches.length === 0
      ? ['the remote `origin` has no branch yet', 'Push the default branch first.']
      : [
          `HEAD of the remote \`origin\` names no branch that it has (it has ${named}${branches.length > 3 ? ', …' : ''})`,
          'Set the default branch in the settings of the forge; for a bare repository, run `git symbolic-ref HEAD refs/heads/BRANCH` in it.',
        ];
  throw new Fault('usage', 'not-default-branch', `Cannot read the default branch: ${seen}.`, {
    remedy,
  });
}

/** The ref that this run is for: what the CI says, else the branch that is checked out, if any. */
export async function runRef(root: string, { github }: Environment): Promise<string | null> {
  return github.isRunner && github.ref !== null ? github.ref : currentRef(root);
}

function refOf(branch: string): string {
  return `refs/heads/${branch}`;
}

function refused(here: string, expected: string | null): Fault<'usage'> {
  const branch = expected ?? 'the default branch';
  const wanted = expected === null ? branch : `the branch ${expected}`;
  return new Fault(
    'usage',
    'not-default-branch',
    `Cannot run here: the run is for ${here.replace('refs/heads/', 'the branch ')}, expected ${wanted}.`,
    {
      remedy: `Run it on ${branch}; on other branches and pull requests run the command \`check\`.`,
    },
  );
}
