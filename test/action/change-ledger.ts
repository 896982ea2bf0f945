import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitHubTokenName } from '../../sandbox/index.ts';
import { entryPath } from '../../src/adapters/ledger/entry-files.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { digestOf, type Digest } from '../../src/model/digest.ts';
import type { PostContent } from '../../src/model/post.ts';
import type { ActionWorld } from '../kit/action-world.ts';
import { runProgram } from '../kit/run-program.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

interface StoredIndex {
  records: Record<string, Record<string, unknown>>;
  approvals: Record<string, Record<string, unknown>>;
}

/**
 * Somebody with write access changes the ledger's branch by an ordinary push. `addText` puts a text
 * beside the index, and gives its digest.
 */
export async function changeLedger(
  { sandbox }: Pick<ActionWorld, 'sandbox'>,
  change: (index: StoredIndex, addText: (content: PostContent) => Digest) => void,
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
  const texts: PostContent[] = [];
  change(index, (content) => {
    texts.push(content);
    return digestOf(content);
  });
  await writeFile(file, JSON.stringify(index));
  for (const content of texts)
    await writeFile(join(folder, entryPath('texts', digestOf(content))), canonicalJson(content));
  await git('add', '-A');
  await git('commit', '-qm', 'forged');
  await git('push', '-q', 'origin', branch);
}
