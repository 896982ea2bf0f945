import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../../../model/error.ts';
import { decodeUtf8 } from '../parse-ledger-json.ts';
import { unreadable } from '../unreadable.ts';
import { errnoOf } from '../../errno-of.ts';

/** Reads a text file, or null where there is none. Throws `ledger-unreadable`. */
export async function readText(path: string): Promise<string | null> {
  try {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    await using handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await handle.stat()).isFile()) throw unreadable(path, 'it is not a regular file');
    return decodeUtf8(await handle.readFile(), path);
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (errnoOf(error) === 'ENOENT') return null;
    throw unreadable(path, `the system says ${errnoOf(error) || String(error)}`, null, error);
  }
}

/**
 * Replaces a file as a whole, on the disk before it returns: a crash leaves the old or the new one.
 * `last` is called when all but the renaming is done.
 */
export async function replaceFile(
  path: string,
  content: string,
  last: () => Promise<void> = async () => {},
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const mode = ((await stat(path).catch(() => null))?.mode ?? 0o644) & 0o777;
  try {
    await using handle = await open(temporary, 'wx', mode);
    await handle.writeFile(content);
    await handle.sync();
    await last();
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Removes what a process left that died while it replaced `path`. Only for who holds the lock. */
export async function removeLeftovers(path: string): Promise<void> {
  const prefix = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(prefix) || !temporaryName.test(name)) continue;
    const found = join(dirname(path), name);
    // Those who wait for the lock hold such a file too, for some seconds.
    const since = (await stat(found).catch(() => null))?.mtimeMs ?? Infinity;
    if (Date.now() - since > 60_000) await unlink(found).catch(() => {});
  }
}

const temporaryName = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** Puts a folder's entries on the disk, where the system can do so. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Windows cannot open a folder; some file systems cannot sync one.
  }
}
