import { mkdir, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, isDigest } from '../../../model/digest.ts';
import { emptyLedger, type LedgerIndex } from '../../../model/ledger.ts';
import {
  decodeIndex,
  decodePlan,
  decodeText,
  encodeEntry,
  encodeIndex,
  entryName,
  namedTexts,
  parse,
} from '../ledger-format.ts';
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
    async text(digest) {
      const found = await readEntry(folder, 'texts', digest);
      return found === null ? null : decodeText(found.entry, digest, found.path);
    },
    async plan(digest) {
      const found = await readEntry(folder, 'plans', digest);
      return found === null ? null : decodePlan(found.entry, digest, found.path);
    },
    async save({ index: next, texts = [], plans = [] }, confirm) {
      const path = join(folder, 'index.json');
      const written = encodeIndex(next);
      const namedPlans = new Set(Object.keys(next.plans));
      // First what the index names, last what it does not name any more: it is whole at any moment.
      await add(join(folder, 'texts'), texts, namedTexts(next));
      await add(join(folder, 'plans'), plans, namedPlans);
      if (written !== json) {
        await removeLeftovers(path);
        await replaceFile(path, written, confirm);
      }
      await prune(join(folder, 'texts'), namedTexts(next));
      await prune(join(folder, 'plans'), namedPlans);
      return stateOf(folder, written, next);
    },
  };
}

async function readEntry(
  folder: string,
  room: 'texts' | 'plans',
  digest: string,
): Promise<{ entry: unknown; path: string } | null> {
  if (!isDigest(digest)) return null;
  const path = join(folder, room, entryName(digest));
  const json = await readText(path);
  return json === null ? null : { entry: parse(json, path), path };
}

async function add(
  folder: string,
  entries: readonly Parameters<typeof encodeEntry>[0][],
  named: ReadonlySet<string>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const entry of entries) {
    const digest = digestOf(entry);
    if (named.has(digest)) await replaceFile(join(folder, entryName(digest)), encodeEntry(entry));
  }
}

async function prune(folder: string, named: ReadonlySet<string>): Promise<void> {
  const kept = new Set([...named].map(entryName));
  for (const name of await readdir(folder)) {
    // Files of other names are somebody else's; a half-written one is ours, as we hold the lock.
    const ours = /^[0-9a-f]{64}\.json(?:\.[0-9a-f-]{36}\.tmp)?$/.test(name);
    if (ours && !kept.has(name)) await unlink(join(folder, name));
  }
}
