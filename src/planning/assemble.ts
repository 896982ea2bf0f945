import type { Destination } from '../model/destination.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import { indexOf, type PlanIndex } from '../model/plan.ts';
import type { HeldRow, Row, StepRow, UnchangedRow } from './row.ts';

/** A plan as a value: what is to be approved, and what is left out of it and why. */
export interface Plan {
  readonly index: PlanIndex;
  /** Null where there is nothing to do. */
  readonly digest: Digest | null;
  readonly steps: readonly StepRow[];
  /** New posts beyond `limits.create`: they wait for the next plan. */
  readonly waiting: readonly StepRow[];
  readonly held: readonly HeldRow[];
  readonly unchanged: readonly UnchangedRow[];
}

/**
 * Puts rows together to a plan, in the order of the sources, with at most `limit` new posts: people
 * who watch a tag get mail for each, and nobody reviews hundreds at once.
 */
export function assemble(
  rows: readonly Row[],
  destination: Destination,
  account: number,
  limit: number,
): Plan {
  const candidates = rows.filter((row) => row.outcome === 'step');
  let creates = 0;
  const waits = new Set(
    candidates.filter((row) => row.step.action === 'create' && ++creates > limit),
  );
  const steps = candidates.filter((row) => !waits.has(row));
  const index = indexOf(
    destination,
    account,
    steps.map(({ step }) => step),
  );
  return {
    index,
    digest: steps.length === 0 ? null : digestOf(index),
    steps,
    waiting: [...waits],
    held: rows.filter((row) => row.outcome === 'held'),
    unchanged: rows.filter((row) => row.outcome === 'unchanged'),
  };
}
