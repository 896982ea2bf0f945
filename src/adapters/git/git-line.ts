import { runGit } from './git.ts';

/** Runs git and returns its output, which is one line, without the line's end. Throws as `runGit`. */
export async function gitLine(...command: Parameters<typeof runGit>): Promise<string> {
  return (await runGit(...command)).toString('utf8').trim();
}
