import { gitLine } from './git-line.ts';

/** Tells whether a checkout was cloned without all of its history. Throws `git-failed`. */
export async function isShallow(root: string): Promise<boolean> {
  return (await gitLine(root, ['rev-parse', '--is-shallow-repository'])) === 'true';
}
