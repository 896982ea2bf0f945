import { constants } from 'node:fs';
import { lstat, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errnoOf } from './errno-of.ts';
import { fileUnwritable } from './text-files.ts';
import { openWholeFile } from './whole-file.ts';

/** What stands at a path: nothing, a text, or what is no ordinary file and is left alone. */
export type FoundFile = { readonly text: string } | 'nothing' | 'something else';

/** Files below a folder, by paths with `/`. No symlink is followed, neither a file nor a folder above it. */
export function newFiles(root: string) {
  /** The first of the folders above a path that is no folder; null: all are, or can be made. */
  const isReachable = async (path: string): Promise<boolean> => {
    const folders = path.split('/').slice(0, -1);
    for (const at of folders.keys()) {
      const found = await lstat(join(root, ...folders.slice(0, at + 1))).catch(() => null);
      if (found === null) return true;
      if (!found.isDirectory()) return false;
    }
    return true;
  };
  return {
    async read(path: string): Promise<FoundFile> {
      if (!(await isReachable(path))) return 'something else';
      try {
        // Without O_NONBLOCK, opening a pipe would wait for a writer.
        const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
        await using file = await open(join(root, path), flags);
        if (!(await file.stat()).isFile()) return 'something else';
        return { text: await file.readFile('utf8') };
      } catch (error) {
        return errnoOf(error) === 'ENOENT' ? 'nothing' : 'something else';
      }
    },
    /** Writes a file that is not there yet, with its folders. Throws `file-unwritable`. */
    async create(path: string, text: string): Promise<void> {
      const target = join(root, path);
      try {
        await mkdir(dirname(target), { recursive: true });
        const file = await open(target, 'wx');
        try {
          await file.writeFile(text);
        } catch (error) {
          // Half a file would be taken for somebody's own.
          await rm(target, { force: true });
          throw error;
        } finally {
          await file.close();
        }
      } catch (error) {
        throw fileUnwritable(path, errnoOf(error), error);
      }
    },
    /** Puts a text in the place of what a file has. Throws `file-unwritable`. */
    async replace(path: string, text: string): Promise<void> {
      await (await openWholeFile(root, path, { isSecret: false })).write(text);
    },
  };
}
