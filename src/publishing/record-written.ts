import type { Destination } from '../model/destination.ts';
import type { Intent, LedgerIndex, PullRequestCursor } from '../model/ledger.ts';
import type { PostContent } from '../model/post.ts';
import { pullRequestOf } from '../model/pull-request-of.ts';
import { nothingLearned } from '../planning/plan-rows.ts';
import type { StepRow } from '../planning/row.ts';
import type { Written } from './written.ts';

/** A step that was tried, and what it came to. */
export interface Finished {
  readonly row: StepRow;
  readonly intent: Intent | null;
  readonly written: Written;
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
  for (const { row, intent, written } of finished) {
    const before = records[row.source];
    const other = before && intent && before.intent?.run.id !== intent.run.id ? before : null;
    // Another run took over: after five minutes it may.
    if (other && (other.version > row.step.version || (other.intent && written.outcome !== 'done')))
      continue;
    if (written.outcome === 'done') {
      records[row.source] = other ? { ...written.record, intent: other.intent } : written.record;
      if (row.renamedFrom) delete records[row.renamedFrom];
      texts.push(row.composed);
      encodings = {
        title: written.encodings.title ?? encodings.title,
        body: written.encodings.body ?? encodings.body,
      };
    } else if (written.outcome === 'begun' && before) {
      const form = new Set([...before.form, ...written.form]);
      records[row.source] = {
        ...before,
        kind: row.kind,
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
      if (doubt) records[row.source] = { ...before, intent: { ...intent, outcome: 'unknown' } };
      else if (!before.complete && before.post)
        records[row.source] = { ...before, intent: { ...intent, outcome: 'rejected' } };
      else if (before.post || before.resolution) {
        // Not every edit of an answer moves its question in the lists: the next plan reads it.
        const moved = written.outcome === 'held' && written.reason === 'moved';
        records[row.source] = { ...before, intent: null, edited: before.edited || moved };
      } else delete records[row.source];
    }
  }
  return {
    index: {
      ...index,
      records,
      encodings: { ...index.encodings, [api]: encodings },
      pullRequests: index.pullRequests && withoutSettled(index.pullRequests, records, finished),
    },
    texts,
  };
}

/** Pull requests need not be asked for by number once all of their sources are done. */
function withoutSettled(
  cursor: PullRequestCursor,
  records: LedgerIndex['records'],
  finished: readonly Finished[],
): PullRequestCursor {
  const files = new Set(
    finished.flatMap(({ row, written }) =>
      written.outcome === 'done' && pullRequestOf(row.note) !== null ? [row.note.file] : [],
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
