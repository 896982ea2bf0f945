import { randomUUID } from 'node:crypto';
import { lstat, open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errnoOf } from './errno-of.ts';
import { fileUnwritable } from './text-files.ts';

/** A file that is replaced as a whole. */
export interface WholeFile {
  /** Puts a text in the place of whatever the file has: all of it, or nothing. Throws `file-unwritable`. */
  write(text: string): Promise<void>;
}

/**
 * Opens a file relative to a folder, and leaves it as it is; so that nothing is asked for that could not
 * be kept. A secret's is for its owner alone. Throws `file-unwritable`, also for a symlink and for what
 * is no ordinary file.
 */
export async function openWholeFile(
  folder: string,
  name: string,
  { isSecret }: { readonly isSecret: boolean },
): Promise<WholeFile> {
  const mode = isSecret ? 0o600 : 0o666;
  const target = resolve(folder, name);
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    await refuseOther(target);
    await put(beside, '', mode);
  } catch (error) {
    throw fileUnwritable(name, errnoOf(error), error);
  } finally {
    await rm(beside, { force: true }).catch(() => {});
  }
  return {
    async write(text) {
      try {
        await put(beside, text, mode);
        await refuseOther(target);
        // A symlink that came meanwhile is replaced, not followed.
        await rename(beside, target);
      } catch (error) {
        await rm(beside, { force: true }).catch(() => {});
        throw fileUnwritable(name, errnoOf(error), error);
      }
    },
  };
}

/** Writes a new file, and all of it to the disk. The process's mask takes from the mode what it does. */
async function put(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Throws where there is something other than an ordinary file. */
async function refuseOther(path: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (found === null || found.isFile()) return;
  const code = found.isSymbolicLink() ? 'ELOOP' : found.isDirectory() ? 'EISDIR' : 'EFTYPE';
  throw Object.assign(new Error('not an ordinary file'), { code });
}
