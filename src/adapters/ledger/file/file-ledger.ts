import { lstat, mkdir, readlink, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '../../../model/error.ts';
import type { LedgerStore } from '../../../ports/ledger-store.ts';
import { errnoOf } from '../../errno-of.ts';
import { readFolder, readSingleFile } from './ledger-state.ts';
import { takeLock } from './lock.ts';

/**
 * Keeps the ledger in a file, or in a folder where `path` is one or ends with `/`. Runs beside each
 * other are safe on one host, and on a shared file system as far as it renames atomically. A write
 * waits up to `patienceMs` for another run that writes.
 */
export function fileLedger(path: string, patienceMs = 10_000): LedgerStore {
  const place = resolve(path);
  const wantsFolder = /[/\\]$/.test(path);
  const locate = async () => {
    const target = await followLinks(place);
    const isFolder = wantsFolder || (await stat(target).catch(() => null))?.isDirectory() === true;
    return isFolder
      ? { folder: target, lock: join(target, 'index.json.lock'), read: () => readFolder(target) }
      : { folder: dirname(target), lock: `${target}.lock`, read: () => readSingleFile(target) };
  };
  return {
    name: path,
    read: async () => (await locate()).read(),
    async update(change) {
      const location = await locate();
      const lock = await writing(path, async () => {
        await mkdir(location.folder, { recursive: true });
        return takeLock(location.lock, patienceMs);
      });
      try {
        const before = await location.read();
        const next = change(before.index);
        if (next === null) return before;
        return await writing(path, () => before.save(next, () => lock.confirm()));
      } finally {
        await lock.release().catch(() => {});
      }
    },
  };
}

/** The place that a symlink means in the end, even where nothing is there yet. */
async function followLinks(path: string): Promise<string> {
  let place = path;
  for (let hops = 0; hops < 40; hops += 1) {
    const found = await lstat(place).catch(() => null);
    if (found?.isSymbolicLink() !== true) break;
    place = resolve(dirname(place), await readlink(place));
  }
  return place;
}

/** Turns what the file system says into `ledger-not-writable`. */
async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault || errnoOf(error) === '') throw error;
    const message = `Cannot write the ledger ${path}: the system says ${errnoOf(error)}`;
    throw new Fault('ledger', 'ledger-not-writable', message, {
      remedy: 'Name a ledger in a folder that this user may write to.',
      cause: error,
    });
  }
}
