import { digestOf } from '../model/digest.ts';
import type { LedgerRecord } from '../model/ledger.ts';
import { baseOf, type Instant, type PostContent } from '../model/post.ts';
import { comparePost, learnedFor } from './compare.ts';
import { lateWriteMs } from './hold.ts';
import { asWritten } from './known-addresses.ts';
import type { UnchangedSource } from './planned-change.ts';
import type { SourceState } from './source-state.ts';

/** Ours = base: the site's readers own whatever differs. */
export function keep(state: SourceState, record: LedgerRecord): UnchangedSource {
  const { seen, ours } = state;
  const known = ours ?? state.base;
  // The source went back to what it was: an intent to change it lapses once it cannot happen any more.
  const pending = record.intent && state.now - record.intent.at < lateWriteMs;
  return unchanged(state, record, {
    intent: pending ? record.intent : null,
    resolution: null,
    // Of an Article, all that was left to do was a link whose target has no post after all.
    complete: record.complete || record.kind === 'article',
    ...(seen.state === 'read' &&
      known && {
        edited:
          comparePost(
            known,
            seen.post,
            state.encodings,
            record.normalizations,
            asWritten(state, record),
          ).state !== 'same',
        activity: seen.post.activity,
      }),
  });
}

/** The site has what the source says: only the record moves on. */
export function caughtUp(
  state: SourceState,
  record: LedgerRecord,
  ours: PostContent,
  seen: Pick<LedgerRecord, 'edited' | 'filled'> & { readonly activity: Instant },
): UnchangedSource {
  const { intent } = record;
  const { intended } = state;
  const isArrived = intended !== null && digestOf(intended) === digestOf(ours);
  // The source may have been taken back to what the site has, with a write of other words on its way.
  const mayArrive =
    intent !== null &&
    !isArrived &&
    intent.outcome !== 'rejected' &&
    state.now - intent.at < lateWriteMs;
  const news = {
    // A write without an answer arrived after all.
    ...(intent &&
      !mayArrive && { step: intent.step, plan: intent.plan, version: record.version + 1 }),
    ...baseOf(ours, state.composedFrom.text),
    ...seen,
    normalizations: learnedFor(ours, state.base, record.normalizations),
    resolution: null,
    complete: record.complete || record.kind === 'article',
    intent: mayArrive ? intent : null,
  };
  return unchanged(state, record, news, ours);
}

/** A source that asks for no step, and what is news of its record. */
export function unchanged(
  { source, composedFrom }: SourceState,
  record: LedgerRecord,
  news: Partial<LedgerRecord>,
  composed: PostContent | null = null,
): UnchangedSource {
  const next = withNews(withNews(record, composedFrom), news);
  return {
    outcome: 'unchanged',
    source,
    kind: next.kind,
    title: next.title,
    post: next.post,
    record: next,
    composed,
    edited: next.edited,
  };
}

/** The record itself where nothing is new: with 10,000 sources, copies cost much, and comparing them more. */
function withNews(record: LedgerRecord, news: Partial<LedgerRecord>): LedgerRecord {
  const names = Object.keys(news) as (keyof LedgerRecord)[];
  return names.every((name) => news[name] === record[name]) ? record : { ...record, ...news };
}
