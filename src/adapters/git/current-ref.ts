import { tryGit } from './git.ts';

/** The full name of the branch that is checked out; null where HEAD is detached. */
export async function currentRef(root: string): Promise<string | null> {
  const { code, stdout } = await tryGit(root, ['symbolic-ref', '--quiet', 'HEAD']);
  return code === 0 ? stdout.toString('utf8').trim() : null;
}
