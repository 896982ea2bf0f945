import { constants, type Stats } from 'node:fs';
import { lstat, open, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../model/error.ts';
import type { FileTree, RepositoryFile } from '../../ports/repository.ts';
import { errnoOf } from '../errno-of.ts';
import { byPath } from './commit-tree.ts';
import { runGit, splitNul } from './git.ts';

/**
 * The files that git tracks or does not ignore, as they are on disk. No symlink is followed, neither
 * the file itself nor a folder above it: what lies behind may be outside of the repository.
 */
export function workingTree(root: string): FileTree {
  return {
    name: 'the working tree',
    files: () => list(root),
    async *read(files) {
      for (const file of files) yield { file, bytes: await readFrom(root, file) };
    },
  };
}

async function list(root: string): Promise<readonly RepositoryFile[]> {
  const [tracked, others] = await Promise.all([
    runGit(root, ['ls-files', '-z', '--stage']),
    runGit(root, ['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  // A Map, as a path in conflict is listed once per stage.
  const submodules = new Map<string, boolean>();
  for (const entry of splitNul(tracked)) {
    // "<mode> <id> <stage>\t<path>"
    const tab = entry.indexOf(0x09);
    submodules.set(entry.toString('utf8', tab + 1), entry.toString('latin1', 0, 6) === '160000');
  }
  for (const entry of splitNul(others)) {
    const path = entry.toString('utf8');
    // A slash at the end: another repository inside this one, and not part of it.
    if (!path.endsWith('/')) submodules.set(path, false);
  }
  const plain = plainFolders(root);
  const look = async ([path, submodule]: [string, boolean]): Promise<RepositoryFile | null> => {
    if (!(await plain(parentOf(path)))) return null;
    const found = await lstat(join(root, path)).catch(() => null);
    const kind = found === null ? null : kindOf(found, submodule);
    if (found === null || kind === null) return null;
    return { path, revision: '', kind, size: kind === 'submodule' ? null : found.size };
  };
  const files = await Promise.all([...submodules].map(look));
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
