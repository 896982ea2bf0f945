import type { Destination } from '../model/destination.ts';
import type { Intent, LedgerIndex, PullRequestCursor } from '../model/ledger.ts';
import type { PostContent } from '../model/post.ts';
import { pullRequestOf } from '../model/pull-request-of.ts';
import { nothingLearned } from '../planning/plan-changes.ts';
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
  const records = { ...index.records };
  let encodings = index.encodings[api] ?? nothingLearned;
  const texts: PostContent[] = [];
  for (const { change, intent, written } of finished) {
    const before = records[change.source];
    const other = before && intent && before.intent?.run.id !== intent.run.id ? before : null;
    // Another run took over: after five minutes it may.
    if (
      other &&
      (other.version > change.step.version || (other.intent && written.outcome !== 'done'))
    )
      continue;
    if (written.outcome === 'done') {
      records[change.source] = other ? { ...written.record, intent: other.intent } : written.record;
      if (change.renamedFrom) delete records[change.renamedFrom];
      texts.push(change.composed);
      encodings = {
        title: written.encodings.title ?? encodings.title,
        body: written.encodings.body ?? encodings.body,
      };
    } else if (written.outcome === 'partial' && before) {
      const form = new Set([...before.form, ...written.form]);
      records[change.source] = {
        ...before,
        kind: change.kind,
        post: written.post,
        complete: false,
        gone: false,
        otherOwner: false,
        activity: written.activity ?? before.activity,
        form: [...form].sort(),
      };
      encodings = {
        title: written.encodings.title ?? encodings.title,
        body: written.encodings.body ?? encodings.body,
      };
    } else if (before && intent) {
      const doubt = written.outcome === 'failed' && written.unknown;
      // What was surely not written leaves no trace, or the next run would look for it.
      if (doubt) records[change.source] = { ...before, intent: { ...intent, outcome: 'unknown' } };
      else if (!before.complete && before.post)
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
      records,
      encodings: { ...index.encodings, [api]: encodings },
      pullRequests: index.pullRequests && withoutFinished(index.pullRequests, records, finished),
    },
    texts,
  };
}

/** Pull requests need not be asked for by number once all of their sources are done. */
function withoutFinished(
  cursor: PullRequestCursor,
  records: LedgerIndex['records'],
  finished: readonly Finished[],
): PullRequestCursor {
  const files = new Set(
    finished.flatMap(({ change, written }) =>
      written.outcome === 'done' && pullRequestOf(change.composedFrom) !== null
        ? [change.composedFrom.file]
        : [],
    ),
  );
  if (files.size === 0) return cursor;
  const open = new Map<string | null, number>();
  for (const record of Object.values(records)) {
    if (!files.has(record.file)) continue;
    const left = open.get(record.file) ?? record.of;
    open.set(record.file, left - (record.complete && !record.intent ? 1 : 0));
  }
  return {
    ...cursor,
    pending: cursor.pending.filter((number) => open.get(`pull/${number}`) !== 0),
  };
}
