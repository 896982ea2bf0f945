import { digestOf, isDigest } from '../../model/digest.ts';
import type { LedgerChange } from '../../model/ledger.ts';
import type { LedgerSnapshot } from '../../ports/ledger-store.ts';
import { decodePlan, decodeText, encodeEntry, entryName } from './entry-format.ts';
import { namedTexts } from './ledger-format.ts';

/** The folders of a ledger that is a folder or a branch, beside its index. */
export const entryFolders = ['texts', 'plans'] as const;

export type EntryFolder = (typeof entryFolders)[number];

/** A text or a plan as it was found, which nobody has checked yet. */
interface FoundEntry {
  readonly entry: unknown;
  /** For the message of a fault. */
  readonly name: string;
}

/** Reads texts and plans of a ledger, given how the entry of a digest is found; null: there is none. */
export function entryReaders(
  find: (folder: EntryFolder, digest: string) => Promise<FoundEntry | null>,
): Pick<LedgerSnapshot, 'text' | 'plan'> {
  return {
    async text(digest) {
      const found = isDigest(digest) ? await find('texts', digest) : null;
      return found === null ? null : decodeText(found.entry, digest, found.name);
    },
    async plan(digest) {
      const found = isDigest(digest) ? await find('plans', digest) : null;
      return found === null ? null : decodePlan(found.entry, digest, found.name);
    },
  };
}

/** The path of an entry within the ledger: `texts/<hex>.json`. */
export function entryPath(folder: EntryFolder, digest: string): string {
  return `${folder}/${entryName(digest)}`;
}

/** The entries that a changed index names, by path, and the content of those that the change adds. */
export function entryFiles({ index, texts = [], plans = [] }: LedgerChange): {
  readonly named: ReadonlySet<string>;
  readonly added: ReadonlyMap<string, string>;
} {
  const named = new Set([
    ...[...namedTexts(index)].map((digest) => entryPath('texts', digest)),
    ...Object.keys(index.plans).map((digest) => entryPath('plans', digest)),
  ]);
  const given = [
    ...texts.map((text) => [entryPath('texts', digestOf(text)), text] as const),
    ...plans.map((plan) => [entryPath('plans', digestOf(plan)), plan] as const),
  ];
  const added = given
    .filter(([path]) => named.has(path))
    .map(([path, entry]) => [path, encodeEntry(entry)] as const);
  return { named, added: new Map(added) };
}
