import { join } from 'node:path';
import type { GitServer } from './git-server.ts';

/** A file to write; null takes it away. */
export interface NewEntry {
  readonly path: string;
  readonly mode: string;
  readonly text: string | null;
}

/** What stands at an expression such as `HEAD:docs`. */
export interface GitObject {
  readonly type: 'blob' | 'tree' | 'commit';
  readonly oid: string;
}

/** An entry of a folder. */
export interface TreeEntry extends GitObject {
  readonly name: string;
  readonly mode: string;
}

/** A file that differs between two commits; `oid` is that of the later one. */
export interface ChangedFile {
  readonly status: 'added' | 'removed' | 'modified';
  readonly path: string;
  readonly oid: string;
}

/** What an expression names; null: nothing. */
export async function findObject(git: GitServer, expression: string): Promise<GitObject | null> {
  const args = ['cat-file', '--batch-check=%(objectname) %(objecttype)'];
  const [oid = '', type = ''] = String(await git.command(args, { input: `${expression}\n` }))
    .trim()
    .split(' ');
  return /^(?:blob|tree|commit)$/.test(type) ? { oid, type: type as GitObject['type'] } : null;
}

export function readBlob(git: GitServer, oid: string): Promise<Buffer> {
  return git.command(['cat-file', 'blob', oid]);
}

export async function listTree(git: GitServer, oid: string): Promise<readonly TreeEntry[]> {
  const listed = String(await git.command(['ls-tree', '-z', oid]));
  return listed.split('\0').flatMap((line) => {
    const [, mode = '', type = '', id = '', name = ''] =
      /^(\d+) (\w+) (\w+)\t([^]*)$/.exec(line) ?? [];
    return name === '' ? [] : [{ mode, type: type as GitObject['type'], oid: id, name }];
  });
}

/** Makes a tree of another and some changes. Throws where there is no such base. */
export async function writeTree(
  git: GitServer,
  base: string | null,
  entries: readonly NewEntry[],
): Promise<string> {
  const index = `index-${Math.random().toString(36).slice(2)}`;
  const env = { GIT_INDEX_FILE: join(await git.open(), index) };
  if (base !== null) await git.command(['read-tree', base], { env });
  const lines: string[] = [];
  for (const { path, mode, text } of entries) {
    if (text === null) lines.push(`0 ${'0'.repeat(40)}\t${path}\n`);
    else {
      const oid = String(await git.command(['hash-object', '-w', '--stdin'], { input: text }));
      lines.push(`${mode} ${oid.trim()}\t${path}\n`);
    }
  }
  await git.command(['update-index', '--add', '--index-info'], { env, input: lines.join('') });
  return String(await git.command(['write-tree'], { env })).trim();
}

/** Makes a commit that no branch has yet. */
export async function writeCommit(
  git: GitServer,
  commit: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    /** In milliseconds. */
    readonly at: number;
  },
): Promise<string> {
  const { tree, parents, message, at } = commit;
  const date = `${Math.floor(at / 1000)} +0000`;
  const env = {
    GIT_AUTHOR_NAME: 'GitHub',
    GIT_AUTHOR_EMAIL: 'noreply@example.com',
    GIT_COMMITTER_NAME: 'GitHub',
    GIT_COMMITTER_EMAIL: 'noreply@example.com',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  const args = ['commit-tree', tree, ...parents.flatMap((each) => ['-p', each])];
  return String(await git.command(args, { env, input: message })).trim();
}

/** Makes a branch, or moves it from where it was. */
export async function putBranch(git: GitServer, name: string, commit: string): Promise<void> {
  await git.command(['update-ref', `refs/heads/${name}`, commit]);
}

/** Commits some files onto a branch, which is made of another one where it is not there. */
export async function commitFiles(
  git: GitServer,
  branch: string,
  files: Readonly<Record<string, string | null>>,
  { at, from = branch }: { readonly at: number; readonly from?: string },
): Promise<string> {
  const parent =
    (await git.resolve(`refs/heads/${branch}`)) ?? (await git.resolve(`refs/heads/${from}`));
  const entries = Object.entries(files).map(([path, text]) => ({ path, mode: '100644', text }));
  const tree = await writeTree(git, parent, entries);
  const parents = parent === null ? [] : [parent];
  const commit = await writeCommit(git, { tree, parents, message: 'Change files', at });
  await putBranch(git, branch, commit);
  return commit;
}

/** How far one commit is ahead of another, and the files that it has otherwise since they parted. */
export async function compareCommits(
  git: GitServer,
  base: string,
  head: string,
): Promise<{
  readonly ahead: number;
  readonly behind: number;
  readonly files: readonly ChangedFile[];
}> {
  const counted = String(
    await git.command(['rev-list', '--left-right', '--count', `${base}...${head}`]),
  );
  const [behind = 0, ahead = 0] = counted.trim().split('\t').map(Number);
  const raw = String(
    await git.command(['diff', '--raw', '-z', '--no-abbrev', '--no-renames', `${base}...${head}`]),
  ).split('\0');
  const files = raw.flatMap((line, at): ChangedFile[] => {
    const [, , , oid = '', letter = ''] = line.split(' ');
    const path = raw[at + 1] ?? '';
    if (!line.startsWith(':')) return [];
    const status = letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified';
    return [{ status, path, oid }];
  });
  return { ahead, behind, files };
}

/** Merges one commit into another. Throws where they conflict. */
export async function mergeCommits(
  git: GitServer,
  base: string,
  head: string,
  message: string,
  at: number,
): Promise<string> {
  const tree = String(await git.command(['merge-tree', '--write-tree', base, head])).trim();
  return writeCommit(git, { tree, parents: [base, head], message, at });
}
