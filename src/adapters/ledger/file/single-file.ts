import { digestOf } from '../../../model/digest.ts';
import { emptyLedger } from '../../../model/ledger.ts';
import { entryReaders } from '../entry-files.ts';
import {
  decodeDocument,
  encodeDocument,
  namedTexts,
  type LedgerDocument,
} from '../ledger-format.ts';
import { readText, removeLeftovers, replaceFile } from './files.ts';
import type { LedgerState } from './ledger-state.ts';

/** Reads a ledger that is one JSON document. Throws `ledger-unreadable`, `ledger-newer`. */
export async function readSingleFile(path: string): Promise<LedgerState> {
  const json = await readText(path);
  const empty = { index: emptyLedger, texts: {}, plans: {} };
  return stateOf(path, json, json === null ? empty : decodeDocument(json, path));
}

function stateOf(path: string, json: string | null, document: LedgerDocument): LedgerState {
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
      return stateOf(path, written, next);
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
