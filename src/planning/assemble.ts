import type { Destination } from '../model/destination.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import { indexOf, type PlanIndex } from '../model/plan.ts';
import { selectSteps, type Limits } from './limits.ts';
import type { HeldSource, PlannedChange, PlannedStep, UnchangedSource } from './planned-change.ts';

/** A plan as a value: what is to be approved, and what is left out of it and why. */
export interface Plan {
  readonly index: PlanIndex;
  /** Null where there is nothing to do. */
  readonly digest: Digest | null;
  readonly steps: readonly PlannedStep[];
  /** What is beyond the limits: it waits for the next plan. */
  readonly waiting: readonly PlannedStep[];
  readonly held: readonly HeldSource[];
  readonly unchanged: readonly UnchangedSource[];
}

/** Puts changes together to a plan, in the order of the sources, within the limits. */
export function assemble(
  changes: readonly PlannedChange[],
  destination: Destination,
  account: number,
  limits: Limits,
): Plan {
  const candidates = changes.filter((change) => change.outcome === 'step');
  const { taken } = selectSteps(changes, limits);
  const steps = [...taken];
  const index = indexOf(destination, account, steps);
  return {
    index,
    digest: steps.length === 0 ? null : digestOf(index),
    steps,
    waiting: candidates.filter((change) => !taken.has(change)),
    held: changes.filter((change) => change.outcome === 'held'),
    unchanged: changes.filter((change) => change.outcome === 'unchanged'),
  };
}
