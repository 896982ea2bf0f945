import { gitLine, tryGit } from './git.ts';

/** The full name of the branch that is checked out; null where HEAD is detached. */
export async function currentRef(root: string): Promise<string | null> {
  const { code, stdout } = await tryGit(root, ['symbolic-ref', '--quiet', 'HEAD']);
  return code === 0 ? stdout.toString('utf8').trim() : null;
}

/** Whether HEAD is surely no ancestor of a commit; in a shallow clone that cannot be known. */
export async function isElsewhere(root: string, commit: string): Promise<boolean> {
  const { code } = await tryGit(root, ['merge-base', '--is-ancestor', 'HEAD', commit]);
  return code === 1 && !(await isShallow(root));
}

/** Tells whether a checkout was cloned without all of its history. Throws `git-failed`. */
export async function isShallow(root: string): Promise<boolean> {
  return (await gitLine(root, ['rev-parse', '--is-shallow-repository'])) === 'true';
}
