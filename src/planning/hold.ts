import type { PostKind } from '../model/draft.ts';
import type { Intent, LedgerRecord } from '../model/ledger.ts';
import type { HoldReason } from '../model/plan.ts';
import type { PostRef } from '../model/post.ts';
import type { HeldSource } from './planned-change.ts';
import type { SourceState } from './source-state.ts';

/** How long a write that got no answer may still be carried out, or be missing in reads. */
export const lateWriteMs = 5 * 60_000;

/** Makes a held change. In `remedy`, SOURCE stands for the source's key. */
export type Hold = (
  reason: HoldReason,
  message: string,
  remedy: string,
  more?: Partial<HeldSource>,
) => HeldSource;

export function holder(state: SourceState, title: string, post: PostRef | null): Hold {
  const { source, ours, composedFrom, record, seen } = state;
  return (reason, message, remedy, more) => ({
    outcome: 'held',
    source,
    kind: ours?.kind ?? record?.kind ?? 'article',
    title,
    post,
    reason,
    message,
    remedy: remedy.replaceAll('SOURCE', () => source),
    conflicts: [],
    record,
    renamedFrom: null,
    ours,
    composedFrom,
    current: seen.state === 'read' ? seen.post : null,
    ...more,
  });
}

/** Holds a source whose last write may still be carried out; null once it may be repeated. */
export function stillPending(
  state: SourceState,
  intent: Intent | null,
  hold: Hold,
): HeldSource | null {
  if (!intent || intent.outcome === 'rejected' || state.now - intent.at >= lateWriteMs) return null;
  const from = new Date(intent.at + lateWriteMs).toISOString().slice(0, 19);
  return intent.outcome === 'open' && state.running !== false
    ? hold(
        'in-progress',
        'Another run is about to write it, or stopped in the middle.',
        `Wait for that run; from ${from}Z on, by the site's clock, a new plan settles it.`,
      )
    : hold(
        'outcome-unknown',
        'A write was sent and no answer told what became of it; the post was not found yet.',
        `Plan again from ${from}Z on, by the site's clock.`,
      );
}

/** The record of a post that was found deleted: what was begun with it is over. */
export function foundDeleted(record: LedgerRecord): LedgerRecord {
  const over = record.complete ? {} : { complete: true, intent: null };
  return { ...record, gone: true, ...over };
}

export function an(kind: PostKind): string {
  return kind === 'article' ? 'an article' : 'a question';
}
