import { tryGit } from './git.ts';

/** Whether HEAD is surely no ancestor of a commit; in a shallow clone that cannot be known. */
export async function isElsewhere(root: string, commit: string): Promise<boolean> {
  const { code } = await tryGit(root, ['merge-base', '--is-ancestor', 'HEAD', commit]);
  if (code === 0) return false;
  const shallow = await tryGit(root, ['rev-parse', '--is-shallow-repository']);
  return code === 1 && shallow.stdout.toString('utf8').trim() === 'false';
}
