import type { Destination } from '../model/destination.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import { indexOf, type PlanIndex } from '../model/plan.ts';
import type { HeldSource, PlannedChange, PlannedStep, UnchangedSource } from './planned-change.ts';

/** A plan as a value: what is to be approved, and what is left out of it and why. */
export interface Plan {
  readonly index: PlanIndex;
  /** Null where there is nothing to do. */
  readonly digest: Digest | null;
  readonly steps: readonly PlannedStep[];
  /** New posts beyond `limits.create`: they wait for the next plan. */
  readonly waiting: readonly PlannedStep[];
  readonly held: readonly HeldSource[];
  readonly unchanged: readonly UnchangedSource[];
}

/**
 * Puts changes together to a plan, in the order of the sources, with at most `limit` new posts: people
 * who watch a tag get mail for each, and nobody reviews hundreds at once.
 */
export function assemble(
  changes: readonly PlannedChange[],
  destination: Destination,
  account: number,
  limit: number,
): Plan {
  const candidates = changes.filter((change) => change.outcome === 'step');
  let creates = 0;
  const waits = new Set(
    candidates.filter((change) => change.step.action === 'create' && ++creates > limit),
  );
  const steps = candidates.filter((change) => !waits.has(change));
  const index = indexOf(destination, account, steps);
  return {
    index,
    digest: steps.length === 0 ? null : digestOf(index),
    steps,
    waiting: [...waits],
    held: changes.filter((change) => change.outcome === 'held'),
    unchanged: changes.filter((change) => change.outcome === 'unchanged'),
  };
}
