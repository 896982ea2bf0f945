import { mkdir, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyLedger, type LedgerIndex } from '../../../model/ledger.ts';
import {
  entryFiles,
  entryFolders,
  entryPath,
  entryReaders,
  type EntryFolder,
} from '../entry-files.ts';
import { decodeIndex, encodeIndex } from '../ledger-format.ts';
import { parseLedgerJson } from '../parse-ledger-json.ts';
import { readText, removeLeftovers, replaceFile } from './files.ts';
import type { LedgerState } from './ledger-state.ts';

/**
 * Reads a ledger that is a folder: `index.json`, and beside it `texts/` and `plans/`, whose files are
 * read when somebody asks for them. Throws `ledger-unreadable`, `ledger-newer`.
 */
export async function readFolder(folder: string): Promise<LedgerState> {
  const path = join(folder, 'index.json');
  const json = await readText(path);
  return stateOf(folder, json, json === null ? emptyLedger : decodeIndex(json, path));
}

function stateOf(folder: string, json: string | null, index: LedgerIndex): LedgerState {
  return {
    index,
    ...entryReaders(async (place, digest) => {
      const path = join(folder, entryPath(place, digest));
      const found = await readText(path);
      return found === null ? null : { entry: parseLedgerJson(found, path), name: path };
    }),
    async save(change, confirm) {
      const path = join(folder, 'index.json');
      const written = encodeIndex(change.index);
      const { named, added } = entryFiles(change);
      // First what the index names, last what it does not name any more: it is whole at any moment.
      for (const place of entryFolders) await mkdir(join(folder, place), { recursive: true });
      for (const [entry, content] of added) await replaceFile(join(folder, entry), content);
      if (written !== json) {
        await removeLeftovers(path);
        await replaceFile(path, written, confirm);
      }
      for (const place of entryFolders) await prune(folder, place, named);
      return stateOf(folder, written, change.index);
    },
  };
}

/** Removes the entries that the index does not name. */
async function prune(
  folder: string,
  place: EntryFolder,
  named: ReadonlySet<string>,
): Promise<void> {
  for (const name of await readdir(join(folder, place))) {
    // Files of other names are somebody else's; a half-written one is ours, as we hold the lock.
    const ours = /^[0-9a-f]{64}\.json(?:\.[0-9a-f-]{36}\.tmp)?$/.test(name);
    if (ours && !named.has(`${place}/${name}`)) await unlink(join(folder, place, name));
  }
}
