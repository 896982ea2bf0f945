import type { Post } from '../../../sandbox/index.ts';
import { digestOf } from '../../../src/model/digest.ts';
import type { LedgerIndex } from '../../../src/model/ledger.ts';
import { stepDigest, type PlanIndex } from '../../../src/model/plan.ts';
import type { Sent } from './scenario.ts';

/** A plan as it was approved: its index, and the ledger and the posts that it was made from. */
export interface Approved {
  readonly index: PlanIndex;
  readonly ledger: LedgerIndex;
  readonly posts: readonly Post[];
}

/**
 * Tells whether a write is, or is a part of, a step of an approved plan, byte by byte: one of the
 * steps that were put together from what was sent has to stand in the index with its digest. The
 * index has to have the plan's digest.
 */
export function isApproved(steps: readonly Sent[], digest: string, approved: Approved): boolean {
  if (digestOf(approved.index) !== digest) return false;
  return approved.index.steps.some((indexed) =>
    steps.some(
      (step) =>
        indexed.digest ===
        stepDigest({ ...step, action: indexed.action, source: step.source ?? indexed.source }),
    ),
  );
}
