import type { Destination } from '../model/destination.ts';
import {
  copyOfRecords,
  withClaimed,
  postOwners,
  type Intent,
  type LedgerIndex,
  type LedgerRecord,
} from '../model/ledger.ts';
import type { SourceCursors } from '../model/source-cursor.ts';
import type { PostContent } from '../model/post.ts';
import { provenanceText } from '../model/provenance.ts';
import { learnedBeside, nothingLearned } from '../planning/known-encodings.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import type { WriteResult } from './write-result.ts';

/** A step that was tried, and what it came to. */
export interface Finished {
  readonly change: PlannedStep;
  readonly intent: Intent | null;
  readonly written: WriteResult;
}

/** The ledger with the results of finished steps. */
export function recordWritten(
  index: LedgerIndex,
  finished: readonly Finished[],
  api: Destination['api'],
): { readonly index: LedgerIndex; readonly texts: readonly PostContent[] } {
  const records = copyOfRecords(index.records);
  let encodings = index.encodings[api] ?? nothingLearned;
  let { cursors } = index;
  const texts: PostContent[] = [];
  const posts = ownersFor(
    finished.map(({ change }) => change),
    records,
  );
  for (const { change, intent, written } of finished) {
    const before = records[change.source];
    const other = before && intent && before.intent?.run.id !== intent.run.id ? before : null;
    // No post is two sources': it was linked to another one while this was under way.
    if (otherOwner(change, posts) !== null) continue;
    // A person linked the post, or forgot it, meanwhile: what the old record rested on went with it.
    const { renamedFrom } = change;
    if (change.step.action === 'adopt' && renamedFrom && !Object.hasOwn(records, renamedFrom))
      continue;
    // Another run took over: after five minutes it may.
    if (
      other &&
      (other.version > change.step.version || (other.intent && written.outcome !== 'done'))
    )
      continue;
    if (written.outcome === 'done' || (written.outcome === 'partial' && before))
      encodings = learnedBeside(encodings, written.encodings);
    if (written.outcome === 'done') {
      records[change.source] = other ? { ...written.record, intent: other.intent } : written.record;
      if (renamedFrom) delete records[renamedFrom];
      if (!change.adopts) texts.push(change.composed);
      const isNew = change.step.action === 'adopt' && !change.record?.post;
      if (isNew && !written.record.otherOwner) cursors = withClaimed(cursors, change.kind);
    } else if (written.outcome === 'partial' && before) {
      const normalizations = new Set([...before.normalizations, ...written.normalizations]);
      records[change.source] = {
        ...before,
        kind: change.kind,
        post: written.post,
        complete: false,
        gone: false,
        otherOwner: false,
        postedBy: change.step.action === 'create' ? (intent?.plan ?? null) : before.postedBy,
        activity: written.activity ?? before.activity,
        // What stands on the site from now on, so that the rest of it leads to the same.
        intent: before.intent && { ...before.intent, filled: written.filled },
        normalizations: [...normalizations].sort(),
      };
    } else if (before && intent) {
      const doubt = written.outcome === 'failed' && written.unknown;
      // What was surely not written leaves no trace, or the next run would look for it.
      if (doubt) records[change.source] = { ...before, intent: { ...intent, outcome: 'unknown' } };
      else if ((isBegunQuestion(before) && before.post) || isBegun(written))
        records[change.source] = { ...before, intent: { ...intent, outcome: 'rejected' } };
      else if (before.post || before.resolution) {
        // Not every edit of an answer moves its question in the lists: the next plan reads it.
        const moved = written.outcome === 'held' && written.reason === 'moved';
        records[change.source] = { ...before, intent: null, edited: before.edited || moved };
      } else delete records[change.source];
    }
  }
  return {
    index: {
      ...index,
      cursors,
      records,
      encodings: { ...index.encodings, [api]: encodings },
      sourceCursors: withoutFinished(index.sourceCursors, records, finished),
    },
    texts,
  };
}

/** An Article whose second write failed is whole all the same: a link of it is left to the next plan. */
function isBegunQuestion({ kind, complete }: LedgerRecord): boolean {
  return kind === 'question' && !complete;
}

/** Whether some of a step's writes were carried out, and the next was not. */
function isBegun(written: WriteResult): boolean {
  return written.outcome === 'failed' && written.fault.outcome === 'begun';
}

export type PostOwners = ReturnType<typeof postOwners>;

/** Which records have which posts, where that decides about one of these steps. */
export function ownersFor(
  changes: readonly PlannedStep[],
  records: LedgerIndex['records'],
): PostOwners | null {
  return changes.some(({ step }) => step.action === 'adopt') ? postOwners(records) : null;
}

/** The other source that the post to adopt was linked to meanwhile; null: none. */
export function otherOwner(
  { source, renamedFrom, step }: PlannedStep,
  posts: PostOwners | null,
): string | null {
  const owner = step.action === 'adopt' && step.target ? posts?.(step.target) : null;
  return owner && owner !== source && owner !== renamedFrom ? owner : null;
}

/** What the forge lists need not be asked for by name once all of its sources are done. */
function withoutFinished(
  cursors: SourceCursors,
  records: LedgerIndex['records'],
  finished: readonly Finished[],
): SourceCursors {
  const origins = new Set<string>();
  for (const { change, written } of finished) {
    const { provenance } = change.composedFrom;
    if (written.outcome === 'done' && provenance && provenance.kind !== 'file')
      origins.add(provenanceText(provenance));
  }
  if (origins.size === 0) return cursors;
  /** How many sources of each are left. */
  const left = new Map<string, number>();
  for (const { provenance, sourceCount, complete, intent } of Object.values(records)) {
    const origin = provenance && provenanceText(provenance);
    if (origin === null || !origins.has(origin)) continue;
    left.set(origin, (left.get(origin) ?? sourceCount) - (complete && !intent ? 1 : 0));
  }
  return Object.fromEntries(
    Object.entries(cursors).map(([list, cursor]) => {
      const pending = cursor.pending.filter((each) => left.get(provenanceText(each)) !== 0);
      return [list, { ...cursor, pending }];
    }),
  );
}
