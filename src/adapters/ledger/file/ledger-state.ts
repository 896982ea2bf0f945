import { mkdir, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../../../model/digest.ts';
import { emptyLedger, type LedgerChange, type LedgerIndex } from '../../../model/ledger.ts';
import type { LedgerSnapshot } from '../../../ports/ledger-store.ts';
import { entryFiles, entryFolders, entryPath, entryReaders } from '../entry-files.ts';
import {
  decodeDocument,
  decodeIndex,
  encodeDocument,
  encodeIndex,
  namedTexts,
  type LedgerDocument,
} from '../ledger-format.ts';
import { parseLedgerJson } from '../parse-ledger-json.ts';
import { readText, removeLeftovers, replaceFile } from './files.ts';

/** A ledger as it was read from the disk, which can be replaced by a new one. */
interface LedgerState extends LedgerSnapshot {
  /**
   * Writes the change. `confirm` is called right before the one step that makes it visible. Throws
   * the file system's errors.
   */
  save(change: LedgerChange, confirm: () => Promise<void>): Promise<LedgerState>;
}

/** Reads a ledger that is one JSON document. Throws `ledger-unreadable`, `ledger-newer`. */
export async function readSingleFile(path: string): Promise<LedgerState> {
  const json = await readText(path);
  const empty = { index: emptyLedger, texts: {}, plans: {} };
  return fileState(path, json, json === null ? empty : decodeDocument(json, path));
}

function fileState(path: string, json: string | null, document: LedgerDocument): LedgerState {
  return {
    index: document.index,
    ...entryReaders(async (place, digest) => {
      const entry = document[place][digest];
      return entry === undefined ? null : { entry, name: path };
    }),
    async save({ index, texts = [], plans = [] }, confirm) {
      const next = {
        index,
        texts: keep(document.texts, texts, namedTexts(index)),
        plans: keep(document.plans, plans, new Set<string>(Object.keys(index.plans))),
      };
      const written = encodeDocument(next);
      if (written !== json) {
        await removeLeftovers(path);
        await replaceFile(path, written, confirm);
      }
      return fileState(path, written, next);
    },
  };
}

/** Old and new entries, as far as they are still named. */
function keep(
  old: Readonly<Record<string, unknown>>,
  added: readonly object[],
  named: ReadonlySet<string>,
): Record<string, unknown> {
  const all = [
    ...Object.entries(old),
    ...added.map((entry): [string, unknown] => [digestOf(entry), entry]),
  ];
  return Object.fromEntries(all.filter(([digest]) => named.has(digest)));
}

/**
 * Reads a ledger that is a folder: `index.json`, and beside it `texts/` and `plans/`, whose files are
 * read when somebody asks for them. Throws `ledger-unreadable`, `ledger-newer`.
 */
export async function readFolder(folder: string): Promise<LedgerState> {
  const path = join(folder, 'index.json');
  const json = await readText(path);
  return folderState(folder, json, json === null ? emptyLedger : decodeIndex(json, path));
}

function folderState(folder: string, json: string | null, index: LedgerIndex): LedgerState {
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
      await prune(folder, named);
      return folderState(folder, written, change.index);
    },
  };
}

/** Removes the entries that the index does not name. */
async function prune(folder: string, named: ReadonlySet<string>): Promise<void> {
  for (const place of entryFolders) {
    for (const name of await readdir(join(folder, place))) {
      // Files of other names are somebody else's; a half-written one is ours, as we hold the lock.
      const ours = /^[0-9a-f]{64}\.json(?:\.[0-9a-f-]{36}\.tmp)?$/.test(name);
      if (ours && !named.has(`${place}/${name}`)) await unlink(join(folder, place, name));
    }
  }
}
