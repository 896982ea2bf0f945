import { canonicalJson } from '../../model/canonical-json.ts';
import { digestOf, isDigest, type Digest } from '../../model/digest.ts';
import type { LedgerChange } from '../../model/ledger.ts';
import type { LedgerSnapshot } from '../../ports/ledger-store.ts';
import type { Shape } from '../shape.ts';
import { namedTexts } from './ledger-format.ts';
import { contentShape, planShape } from './entry-shape.ts';
import { checkShape, unreadable } from './unreadable.ts';

/** The folders of a ledger that is a folder or a branch, beside its index. */
export const entryFolders = ['texts', 'plans'] as const;

type EntryFolder = (typeof entryFolders)[number];

/**
 * Reads texts and plans of a ledger, given how the entry of a digest is found; null: there is none.
 * Each is proven to have its digest. They throw `ledger-unreadable`; `name` is for its message.
 */
export function entryReaders(
  find: (folder: EntryFolder, digest: string) => Promise<{ entry: unknown; name: string } | null>,
): Pick<LedgerSnapshot, 'text' | 'plan'> {
  const reader =
    <T extends object>(folder: EntryFolder, shape: Shape<T>) =>
    async (digest: Digest): Promise<T | null> => {
      const found = isDigest(digest) ? await find(folder, digest) : null;
      if (found === null) return null;
      const entry = checkShape(shape, found.entry, found.name);
      const seen = digestOf(entry);
      if (seen === digest) return entry;
      throw unreadable(found.name, `the content of ${digest} has the digest ${seen}`);
    };
  return { text: reader('texts', contentShape), plan: reader('plans', planShape) };
}

/** The path of an entry within the ledger: `texts/<hex>.json`. */
export function entryPath(folder: EntryFolder, digest: string): string {
  return `${folder}/${digest.slice('sha256:'.length)}.json`;
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
    .map(([path, entry]) => [path, canonicalJson(entry)] as const);
  return { named, added: new Map(added) };
}
