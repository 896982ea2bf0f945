import type { Digest } from '../model/digest.ts';
import type { LedgerChange, LedgerIndex } from '../model/ledger.ts';
import type { PlanIndex } from '../model/plan.ts';
import type { PostContent } from '../model/post.ts';

/** The ledger as it stood at one moment. */
export interface LedgerSnapshot {
  readonly index: LedgerIndex;
  /** The content with this digest, or null where the ledger does not hold it. */
  text(digest: Digest): Promise<PostContent | null>;
  /** The waiting plan with this digest, or null. */
  plan(digest: Digest): Promise<PlanIndex | null>;
}

/**
 * Where the ledger lives. A write is one atomic compare-and-swap: `update` calls `change` on the
 * state that it then replaces, again whenever another run was faster, so `change` must be pure and
 * must look at every record it builds on.
 */
export interface LedgerStore {
  /** A name for people: a path, or a branch of a remote. */
  readonly name: string;
  /** Reads the state once. Throws `ledger-unreadable`, `ledger-newer`. */
  read(): Promise<LedgerSnapshot>;
  /**
   * Replaces the state by what `change` makes of it, and returns the new snapshot. `change` may
   * return null: nothing to write. Throws `ledger-not-writable`, `ledger-busy`, and what `read` throws.
   */
  update(change: (index: LedgerIndex) => LedgerChange | null): Promise<LedgerSnapshot>;
}
