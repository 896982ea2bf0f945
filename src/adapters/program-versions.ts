import { runGit } from './git/git.ts';

/** The version of the Node.js that runs this, such as 24.1.0. */
export const nodeVersion = process.versions.node;

/** What git says of itself. Throws `git-missing`. */
export async function gitVersion(): Promise<string> {
  return (await runGit(process.cwd(), ['--version'])).toString('utf8').trim();
}
