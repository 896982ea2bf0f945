import { Fault } from '../../model/error.ts';
import { tryGit } from './git.ts';

export interface DefaultBranchOptions {
  readonly root: string;
  /** The remote's default branch and the commit that it has now. */
  readonly head: { readonly branch: string | null; readonly commit: string };
  /** The ref that this run is for, such as `refs/heads/main`; null where HEAD is detached. */
  readonly here: string | null;
}

/**
 * Refuses a run on another branch or a tag: its older docs must not roll posts back. A detached HEAD
 * is taken for the default branch unless its history is known not to be part of it.
 * @throws Fault `not-default-branch`.
 */
export async function requireDefaultBranch({
  root,
  head,
  here,
}: DefaultBranchOptions): Promise<void> {
  const expected = head.branch;
  if (here !== null) {
    if (expected !== null && here !== `refs/heads/${expected}`) throw refused(here, expected);
    return;
  }
  if (await isElsewhere(root, head.commit))
    throw refused('a commit that is not part of it', expected);
}

function refused(here: string, expected: string | null): Fault<'usage'> {
  const branch = expected ?? 'the default branch';
  return new Fault(
    'usage',
    'not-default-branch',
    `Cannot run here: HEAD is ${here.replace('refs/heads/', 'the branch ')}, expected ${branch}.`,
    {
      remedy: `Run it on ${branch}; on other branches and pull requests run \`stack-publish check\`.`,
    },
  );
}

/**
 * The full name of the ref that this run is for: what the CI says, else the branch that is checked
 * out; null where HEAD is detached.
 */
export async function refOf(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  const given = env['GITHUB_ACTIONS'] ? env['GITHUB_REF'] : undefined;
  if (given !== undefined) return given;
  const { code, stdout } = await tryGit(root, ['symbolic-ref', '--quiet', 'HEAD']);
  return code === 0 ? stdout.toString('utf8').trim() : null;
}

/** Whether HEAD is surely no ancestor of a commit; in a shallow clone that cannot be known. */
async function isElsewhere(root: string, commit: string): Promise<boolean> {
  const { code } = await tryGit(root, ['merge-base', '--is-ancestor', 'HEAD', commit]);
  if (code === 0) return false;
  const shallow = await tryGit(root, ['rev-parse', '--is-shallow-repository']);
  return code === 1 && shallow.stdout.toString('utf8').trim() === 'false';
}
