import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitHubTokenName } from '../../sandbox/index.ts';
import type { ActionWorld } from '../kit/action-world.ts';
import { runProgram } from '../kit/run-program.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

interface StoredIndex {
  records: Record<string, Record<string, unknown>>;
  approvals: Record<string, Record<string, unknown>>;
}

/** Somebody with write access changes the ledger's branch by an ordinary push. */
export async function changeLedger(
  { sandbox }: Pick<ActionWorld, 'sandbox'>,
  change: (index: StoredIndex) => void,
  token: GitHubTokenName = 'write',
): Promise<void> {
  const { url, repository, tokens } = sandbox.github;
  const basic = Buffer.from(`x-access-token:${tokens[token]}`).toString('base64');
  const folder = temporaryFolder();
  const settings = [
    `http.extraheader=AUTHORIZATION: basic ${basic}`,
    'user.name=W',
    'user.email=w@example.com',
  ].flatMap((setting) => ['-c', setting]);
  // Not in this process: it is the one that answers.
  const git = (...args: string[]) => runProgram('git', [...settings, ...args], { cwd: folder });
  const branch = 'stack-publish/ledger';
  await git('clone', '-q', '-b', branch, `${url}/${repository}.git`, '.');
  const file = join(folder, 'index.json');
  const index = JSON.parse(await readFile(file, 'utf8')) as StoredIndex;
  change(index);
  await writeFile(file, JSON.stringify(index));
  await git('commit', '-qam', 'forged');
  await git('push', '-q', 'origin', branch);
}
