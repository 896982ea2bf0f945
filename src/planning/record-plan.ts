import { digestOf } from '../model/digest.ts';
import type { Destination } from '../model/destination.ts';
import {
  copyOfRecords,
  withMemory,
  type LedgerChange,
  type LedgerIndex,
  type LedgerRecord,
} from '../model/ledger.ts';
import type { ListedSources, SourceCursor, SourceCursors } from '../model/source-cursor.ts';
import type { PlanIndex } from '../model/plan.ts';
import type { Instant, PostContent } from '../model/post.ts';
import { provenanceText } from '../model/provenance.ts';
import { sameJson } from '../model/same-json.ts';
import type { SiteMemory } from '../model/site-memory.ts';
import { compareSourceKeys } from '../model/source-key.ts';
import type { PlannedChanges } from './plan-changes.ts';
import type { PlannedChange } from './planned-change.ts';

/** How long plans that wait for an approval, and the approvals of steps that are no last ones, are kept. */
const keepFor = 90 * 24 * 3_600_000;

export interface PlanNews {
  readonly destination: Destination;
  /** The ledger that the plan was made from. */
  readonly before: LedgerIndex;
  readonly changes: PlannedChanges;
  /** All that was found out of sources, also of those that the plan is not about. */
  readonly seen?: readonly PlannedChange[];
  /** How far the forge's lists were seen. */
  readonly sourceCursors: SourceCursors;
  /** What was found out of the site's API; null where there is nothing to remember. */
  readonly memory: SiteMemory | null;
  /** The sources that are gone, and that the plan tells of. */
  readonly told?: readonly string[];
  /** The plan that waits from now on, or null. */
  readonly plan: PlanIndex | null;
  readonly now: Instant;
}

/**
 * What a plan found out, as a change of the ledger: how far the lists were seen, what became of
 * sources that need no step, and the index that waits for approval. Null where all of this stands
 * there already. A record that another run changed since stays as that run left it.
 */
export function recordPlan(current: LedgerIndex, news: PlanNews): LedgerChange | null {
  const { destination, before, plan, now } = news;
  const changed: [string, LedgerRecord][] = [];
  const texts: PostContent[] = [];
  const note = (key: string, record: LedgerRecord): boolean => {
    const known = current.records[key];
    const isNews = known && sameJson(known, before.records[key]) && !sameJson(known, record);
    if (isNews) changed.push([key, record]);
    return isNews ?? false;
  };
  const { orphanNews } = news.changes;
  for (const [key, record] of orphanNews) note(key, record);
  for (const key of news.told ?? []) {
    const record = orphanNews.get(key) ?? before.records[key];
    if (record) note(key, { ...record, settings: null });
  }
  for (const change of news.seen ?? news.changes.changes) {
    // A renamed source takes its record over with the step; until then it stands under its old key.
    const from = change.outcome === 'unchanged' ? null : change.renamedFrom;
    if (change.record === null || (change.outcome === 'step' && from)) continue;
    const isNews = note(from ?? change.source, change.record);
    if (isNews && change.outcome === 'unchanged' && change.composed) texts.push(change.composed);
  }

  const cursors = { ...current.cursors };
  for (const kind of ['article', 'question'] as const) {
    const seen = news.changes.cursors[kind];
    const other = cursors[kind];
    if (seen && (!other || seen.at >= other.at)) cursors[kind] = seen;
  }

  const isRecent = (at: Instant) => now - at < keepFor;
  const plans = Object.fromEntries(Object.entries(current.plans).filter(([, at]) => isRecent(at)));
  // What a post's text rests on is kept as long as it does.
  const used = new Set<string>(
    Object.values(current.records).flatMap(({ plan: digest }) => digest ?? []),
  );
  const approvals = Object.entries(current.approvals).filter(
    ([digest, { at }]) => isRecent(at) || used.has(digest),
  );
  if (plan) plans[digestOf(plan)] ??= now;
  const { tier, site, team } = destination;
  const index: LedgerIndex = {
    ...withMemory(current, destination.api, news.memory),
    destination: { tier, site, team },
    started: current.started ?? now,
    cursors,
    sourceCursors: laterCursors(current.sourceCursors, news.sourceCursors, before.sourceCursors),
    plans,
    images: usedImages(current, isRecent),
    approvals: Object.fromEntries(approvals),
    records:
      changed.length === 0
        ? current.records
        : Object.assign(copyOfRecords(current.records), Object.fromEntries(changed)),
  };
  if (sameJson(index, current)) return null;
  return { index, texts, plans: plan ? [plan] : [] };
}

/** The pictures that a post shows, or that were uploaded not long ago. */
function usedImages(
  { images, records }: LedgerIndex,
  isRecent: (at: Instant) => boolean,
): LedgerIndex['images'] {
  if (Object.values(images).every(({ at }) => isRecent(at))) return images;
  const shown = new Set(
    Object.values(records).flatMap(({ filled, intent }) =>
      [filled, intent?.filled ?? {}].flatMap((each) => Object.values(each)),
    ),
  );
  return Object.fromEntries(
    Object.entries(images).filter(([, { at, url }]) => isRecent(at) || shown.has(url)),
  );
}

/** What was seen last counts, unless another run has seen more meanwhile: then both lists are kept. */
function laterCursors(
  current: SourceCursors,
  seen: SourceCursors,
  before: SourceCursors,
): SourceCursors {
  const later: Partial<Record<ListedSources, SourceCursor>> = { ...current };
  for (const list of Object.keys(seen) as ListedSources[]) {
    const [ours, theirs] = [seen[list], current[list]];
    if (ours) later[list] = theirs && !sameJson(theirs, before[list]) ? joined(ours, theirs) : ours;
  }
  return later;
}

function joined(seen: SourceCursor, other: SourceCursor): SourceCursor {
  const pending = new Map(
    [...other.pending, ...seen.pending].map((each) => [provenanceText(each), each]),
  );
  return {
    ...seen,
    // The older one: what lies between the two is looked at once more.
    at: Math.min(other.at, seen.at),
    pending: [...pending]
      .sort(([a], [b]) => compareSourceKeys(a, b))
      .map(([, provenance]) => provenance),
  };
}
