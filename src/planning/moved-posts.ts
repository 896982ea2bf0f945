import type { LedgerIndex, LedgerRecord } from '../model/ledger.ts';
import type { PostRef } from '../model/post.ts';
import { recordOf } from './look.ts';
import type { PlannedChange } from './planned-change.ts';

/** A source that has another post for others to link to than the ledger says. */
interface MovedPost {
  /** Null where it has none any more. */
  readonly post: PostRef | null;
  /** The record as the plan leaves it; null where the plan is about to link the source to its post. */
  readonly record: LedgerRecord | null;
  /** It is moved by a step of the plan, and else stays as it is. */
  readonly isDue: boolean;
}

/** By the source's key. */
export type MovedPosts = ReadonlyMap<string, MovedPost>;

/**
 * What a plan has found out of posts, or is about to do with them: which were deleted or are back, and
 * which are adopted. Deleted ones are left by a step of the very plan, so that the next one has nothing
 * to add; an adoption may come to nothing, and is no reason to write.
 */
export function movedPosts(
  changes: readonly PlannedChange[],
  orphanNews: ReadonlyMap<string, LedgerRecord>,
  index: LedgerIndex,
): MovedPosts {
  const moved = new Map<string, MovedPost>();
  const note = (key: string, record: LedgerRecord | null, isDue = false) => {
    const before = linkable(recordOf(index, key));
    const post = linkable(record);
    if (post?.kind !== before?.kind || post?.id !== before?.id)
      moved.set(key, { post, record, isDue });
  };
  for (const [key, record] of orphanNews) note(key, record);
  for (const change of changes) {
    const from = change.outcome === 'unchanged' ? null : change.renamedFrom;
    if (change.outcome !== 'step' || change.step.action !== 'adopt') {
      if (change.record) note(from ?? change.source, change.record);
      continue;
    }
    if (from) note(from, null, true);
    moved.set(change.source, { post: change.step.target, record: null, isDue: true });
  }
  return moved;
}

/** The post of a record that others can link to. */
function linkable(record: LedgerRecord | null): PostRef | null {
  return record && !record.gone && !record.forgotten ? record.post : null;
}

/** Whether links lead to the same posts. */
export function areSameMoves(a: MovedPosts, b: MovedPosts): boolean {
  return (
    a.size === b.size &&
    [...a].every(([key, { post }]) => {
      const other = b.get(key);
      return other !== undefined && other.post?.kind === post?.kind && other.post?.id === post?.id;
    })
  );
}
