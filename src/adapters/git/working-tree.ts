import { constants, type Stats } from 'node:fs';
import { lstat, open, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../model/error.ts';
import type { FileTree, RepositoryFile } from '../../ports/repository.ts';
import { errnoOf } from '../errno-of.ts';
import { byPath } from './commit-tree.ts';
import { runGit, splitNul } from './git.ts';
import { pathName } from './path-name.ts';
import { storedBytes } from './stored-bytes.ts';

/**
 * The files that git tracks or does not ignore, as they are on disk. No symlink is followed, neither
 * the file itself nor a folder above it: what lies behind may be outside of the repository.
 */
export function workingTree(root: string): FileTree {
  return {
    name: 'the working tree',
    files: () => list(root),
    async *read(files) {
      const stored = await storedBytes(
        root,
        files.map(({ path }) => path),
      );
      for (const file of files) yield { file, ...stored(file.path, await readFrom(root, file)) };
    },
  };
}

interface Listed {
  readonly name: Buffer;
  readonly isSubmodule: boolean;
  /** Left out by a sparse checkout, unless it is there all the same. */
  readonly mayBeAbsent: boolean;
}

async function list(root: string): Promise<readonly RepositoryFile[]> {
  const [tracked, others] = await Promise.all([
    runGit(root, ['ls-files', '-z', '-t', '--stage']),
    runGit(root, ['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  // By name, as a path in conflict is listed once per stage.
  const listed = new Map<string, Listed>();
  for (const entry of splitNul(tracked)) {
    // "<status> <mode> <id> <stage>\t<path>"
    const tab = entry.indexOf(0x09);
    const name = entry.subarray(tab + 1);
    const [status, mode] = entry.toString('latin1', 0, tab).split(' ');
    listed.set(name.toString('latin1'), {
      name,
      isSubmodule: mode === '160000',
      mayBeAbsent: status === 'S',
    });
  }
  for (const name of splitNul(others)) {
    // A slash at the end: another repository inside this one, and not part of it.
    if (name.at(-1) !== 0x2f)
      listed.set(name.toString('latin1'), { name, isSubmodule: false, mayBeAbsent: false });
  }
  const plain = plainFolders(root);
  const look = async (each: Listed): Promise<RepositoryFile | null> => {
    const { path, isText } = pathName(each.name);
    if (!isText) return { path, revision: '', kind: 'unnamed', size: null };
    const absent = { path, revision: '', kind: 'absent', size: null } as const;
    const found = (await plain(parentOf(path)))
      ? await lstat(join(root, path)).catch(() => null)
      : null;
    if (found === null) return each.mayBeAbsent ? absent : null;
    const kind = kindOf(found, each.isSubmodule);
    return kind && { path, revision: '', kind, size: kind === 'submodule' ? null : found.size };
  };
  const files = await Promise.all([...listed.values()].map(look));
  return files.filter((file) => file !== null).sort(byPath);
}

function kindOf(found: Stats, submodule: boolean): RepositoryFile['kind'] | null {
  if (submodule) return found.isDirectory() ? 'submodule' : null;
  if (found.isSymbolicLink()) return 'symlink';
  return found.isFile() ? 'file' : null;
}

async function readFrom(root: string, file: RepositoryFile): Promise<Uint8Array> {
  if (file.kind === 'submodule') return new Uint8Array();
  const path = join(root, file.path);
  // Asked again: the tree may have changed since it was listed.
  if (!(await plainFolders(root)(parentOf(file.path)))) throw changed(file);
  try {
    if (file.kind === 'symlink') return await readlink(path, 'buffer');
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    await using handle = await open(path, flags);
    if (!(await handle.stat()).isFile()) throw changed(file);
    return await handle.readFile();
  } catch (error) {
    throw error instanceof Fault ? error : changed(file, error);
  }
}

function changed(file: RepositoryFile, cause?: unknown): Fault {
  const seen = errnoOf(cause) || 'something else';
  return new Fault(
    'repository',
    'git-failed',
    `Cannot read ${file.path} in the working tree: expected the ${file.kind} that was listed, got ${seen}`,
    { remedy: 'Run the command again while nothing else changes the checkout.', cause },
  );
}

/** Tells whether a folder is reached through real folders only. */
function plainFolders(root: string): (folder: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>([['', Promise.resolve(true)]]);
  const plain = (folder: string): Promise<boolean> => {
    const answer = known.get(folder) ?? look(folder);
    known.set(folder, answer);
    return answer;
  };
  const look = async (folder: string): Promise<boolean> => {
    if (!(await plain(parentOf(folder)))) return false;
    const found = await lstat(join(root, folder)).catch(() => null);
    return found?.isDirectory() === true;
  };
  return plain;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
