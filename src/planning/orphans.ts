import type { LedgerRecord } from '../model/ledger.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import type { LedgerSnapshot } from '../ports/ledger-store.ts';
import type { Site } from '../ports/site.ts';
import { foundDeleted } from './hold.ts';
import { heldText, readPost, recordOf, type PlannedSource } from './look.ts';
import type { Orphan } from './source-state.ts';
import type { Survey } from './survey.ts';

interface OrphanOptions {
  readonly site: Site;
  readonly snapshot: LedgerSnapshot;
  readonly sources: readonly PlannedSource[];
  /** Keys that have an error finding: they are not orphaned. */
  readonly erroneous: ReadonlySet<string>;
  /** The keys of records that go over to another source of the same file, by the key of that source. */
  readonly moves: ReadonlyMap<string, readonly string[]>;
}

/** The keys of records whose source is gone, or not marked any more. */
export function orphanKeys({ snapshot, sources, erroneous }: OrphanOptions): string[] {
  const present = new Set(sources.map(({ source }) => source));
  return Object.keys(snapshot.index.records).filter(
    (key) => !present.has(key) && !erroneous.has(key),
  );
}

/** The keys of records that may go over to another source. */
function movableKeys(options: OrphanOptions): string[] {
  return [...new Set([...orphanKeys(options), ...[...options.moves.values()].flat()])];
}

/**
 * Records of orphans whose post was found deleted, or is back, as they should be now. It is noted whether
 * or not a source takes them over: the lists' totals are held against the posts that there should be.
 */
export async function lookForOrphans(
  options: OrphanOptions,
  surveyed: Survey,
): Promise<ReadonlyMap<string, LedgerRecord>> {
  const { site, snapshot } = options;
  const news = await mapConcurrent(movableKeys(options), 10, async (source) => {
    const record = recordOf(snapshot.index, source);
    if (!record?.post) return [];
    const { complete, listed } = surveyed[record.kind];
    if (listed.has(record.post.id))
      return record.gone ? [[source, { ...record, gone: false }] as const] : [];
    const missing = complete && !record.gone && !record.otherOwner;
    const deleted = missing && (await readPost(site, record.post)) === null;
    return deleted ? [[source, foundDeleted(record)] as const] : [];
  });
  return new Map(news.flat());
}

/**
 * Orphans with their text, and what goes over to another source of its file; only where there is a new
 * source that may be one of them, renamed.
 */
export async function findOrphans(
  options: OrphanOptions,
  surveyed: Survey,
  news: ReadonlyMap<string, LedgerRecord>,
): Promise<readonly Orphan[]> {
  const { snapshot, sources } = options;
  const { index } = snapshot;
  // What it says now was not skipped, where it was read.
  const isSettled = ({ source, ours }: PlannedSource) => {
    const record = recordOf(index, source);
    return record?.post || record?.forgotten || (record?.skipped && ours === null);
  };
  if (sources.every(isSettled)) return [];
  const found = await mapConcurrent(movableKeys(options), 10, async (source) => {
    const record = news.get(source) ?? recordOf(index, source);
    if (!record) return [];
    const { kind, post, otherOwner, intent } = record;
    const intended = intent?.content ? await heldText(snapshot, intent.content) : null;
    if (!post) return intended ? [{ source, record, base: intended, intended, gone: false }] : [];
    // A post that was begun again says what was intended, not what the one before it said.
    const isBegunAgain =
      record.kind === 'question' && !record.complete && intent?.action === 'create';
    const last = record.base && (await heldText(snapshot, record.base));
    const base = last && isBegunAgain && intended ? intended : last;
    const { complete, listed } = surveyed[kind];
    const isKnown = listed.has(post.id) || (complete && !otherOwner);
    return [{ source, record, base, intended, gone: record.gone || (isKnown ? false : null) }];
  });
  return found.flat();
}
