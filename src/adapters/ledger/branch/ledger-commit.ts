import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitFault, gitLine, runGit, splitNul, tryGit } from '../../git/git.ts';
import { objectId } from '../../git/read-blobs.ts';

/** The blobs of a commit by path. */
export type Entries = ReadonlyMap<string, string>;

/** The content of a file, in pieces where it may be large. */
export type Content = string | (() => Iterable<string>);

interface CommitOptions {
  readonly parent: string | null;
  /** The content of files that are new or changed. */
  readonly files: ReadonlyMap<string, Content>;
  readonly removed: readonly string[];
  readonly message: string;
}

export async function listEntries(root: string, commit: string): Promise<Entries> {
  const listing = await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  return new Map(
    splitNul(listing).map((entry) => {
      // "<mode> <type> <id>\t<path>"
      const tab = entry.indexOf(0x09);
      const id = entry.toString('latin1', 0, tab).split(' ')[2] ?? '';
      return [entry.toString('utf8', tab + 1), id];
    }),
  );
}

/**
 * Makes a commit without touching the work tree, the index or any ref, and returns its id; null where
 * it would hold the same as its parent. Until somebody pushes it, git will clear it away in time.
 */
export async function makeCommit(root: string, options: CommitOptions): Promise<string | null> {
  const blobs = await writeBlobs(root, [...options.files.values()]);
  const folder = await mkdtemp(join(tmpdir(), 'stack-publish-'));
  try {
    const tree = await writeTree(root, join(folder, 'index'), options, blobs);
    if (options.parent !== null) {
      const before = await gitLine(root, ['rev-parse', `${options.parent}^{tree}`]);
      if (before === tree) return null;
    }
    return await commitOf(root, tree, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The parents of a commit as it was made, also where a shallow clone hides them; null: not here. */
export async function parentsOf(root: string, commit: string): Promise<string[] | null> {
  const { code, stdout } = await tryGit(root, ['cat-file', 'commit', commit]);
  if (code !== 0) return null;
  const [header = ''] = stdout.toString('utf8').split('\n\n', 1);
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = '']) => id);
}

async function writeBlobs(root: string, contents: readonly Content[]): Promise<string[]> {
  const whole = contents.filter((content) => typeof content === 'string');
  const [small, large] = await Promise.all([
    whole.length === 0 ? [] : importBlobs(root, whole),
    Promise.all(
      contents
        .filter((content) => typeof content === 'function')
        // It packs once, and fast, where an import packs hard, unpacks, and packs again.
        .map((input) => gitLine(root, ['hash-object', '-w', '--stdin'], { input })),
    ),
  ]);
  return contents.map((content) => (typeof content === 'string' ? small : large).shift() ?? '');
}

/** Writes any number of blobs with one process, and no file or ref beside them. */
async function importBlobs(root: string, contents: readonly string[]): Promise<string[]> {
  const commands = contents.flatMap((content, index) => {
    const bytes = Buffer.from(content, 'utf8');
    const head = `blob\nmark :${index + 1}\ndata ${bytes.length}\n`;
    return [Buffer.from(head), bytes, Buffer.from(`\nget-mark :${index + 1}\n`)];
  });
  const args = ['fast-import', '--quiet', '--done'];
  const input = Buffer.concat([...commands, Buffer.from('done\n')]);
  const ids = (await runGit(root, args, { input })).toString('latin1').trim().split('\n');
  if (ids.length !== contents.length || !ids.every((id) => objectId.test(id))) {
    throw gitFault(args, `expected ${contents.length} object ids`);
  }
  return ids;
}

async function writeTree(
  root: string,
  index: string,
  { parent, files, removed }: CommitOptions,
  blobs: readonly string[],
): Promise<string> {
  const env = { GIT_INDEX_FILE: index };
  const settings = ['-c', 'core.splitIndex=false'];
  if (parent !== null) await runGit(root, [...settings, 'read-tree', parent], { env });
  const lines = [
    ...removed.map((path) => `0 ${'0'.repeat(40)}\t${path}\0`),
    ...[...files.keys()].map((path, each) => `100644 ${blobs[each]}\t${path}\0`),
  ];
  const input = lines.join('');
  await runGit(root, [...settings, 'update-index', '-z', '--index-info'], { env, input });
  return gitLine(root, [...settings, 'write-tree'], { env });
}

const [name, email] = ['stack-publish', 'noreply@stack-publish.invalid'];
const author = {
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: email,
  GIT_COMMITTER_NAME: name,
  GIT_COMMITTER_EMAIL: email,
};

function commitOf(root: string, tree: string, { parent, message }: CommitOptions): Promise<string> {
  const args = ['-c', 'i18n.commitEncoding=UTF-8', 'commit-tree', '--no-gpg-sign', '-F', '-'];
  return gitLine(root, [...args, ...(parent === null ? [] : ['-p', parent]), tree], {
    input: message,
    env: author,
  });
}
