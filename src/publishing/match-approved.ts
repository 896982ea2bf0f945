import type { Digest } from '../model/digest.ts';
import type { LedgerIndex } from '../model/ledger.ts';
import { stepDigest, type IndexedStep, type PlanIndex } from '../model/plan.ts';
import type { PostRef } from '../model/post.ts';
import type { HeldSource, PlannedChange, PlannedStep } from '../planning/planned-change.ts';

/**
 * What an approved step has become by now: still the same, to be carried out; recorded as done under
 * this very approval; held; or refused, as it changed or is gone and nobody approved what it is now.
 */
export type Match = { readonly approved: IndexedStep } & (
  | { readonly state: 'carry-out'; readonly change: PlannedStep }
  | { readonly state: 'done'; readonly post: PostRef | null; readonly title: string }
  | { readonly state: 'held'; readonly change: HeldSource }
  | ({ readonly state: 'refused'; readonly change: PlannedChange | null } & Advice)
  | { readonly state: 'excepted'; readonly change: PlannedChange | null }
);

interface Advice {
  readonly message: string;
  readonly remedy: string;
}

/**
 * Compares what was approved with what a plan made now would do, step by step, so that an unrelated
 * change voids nothing and a changed step is never carried out. Pure.
 */
export function matchApproved(
  approved: PlanIndex,
  plan: Digest,
  changes: readonly PlannedChange[],
  ledger: LedgerIndex,
): Match[] {
  const bySource = new Map(changes.map((change) => [change.source, change]));
  return approved.steps.map((step) => {
    const change = bySource.get(step.source) ?? null;
    const record = Object.hasOwn(ledger.records, step.source) ? ledger.records[step.source] : null;
    // The plan may have found out that an interrupted write arrived.
    const found =
      change && change.outcome !== 'held' && !(change.outcome === 'step' && change.renamedFrom);
    const noted = found ? change.record : record;
    const left = leftOf(step, plan, change);
    if (left) return { state: 'carry-out', approved: step, change: left };
    if (noted && noted.step === step.digest && noted.plan === plan && !noted.intent)
      return { state: 'done', approved: step, post: noted.post, title: noted.title };
    const isCovered =
      change?.outcome === 'step' &&
      (stepDigest(change.step) === step.digest ||
        // An interrupted write of this very step was found on the site: its approval covers it.
        (change.step.action === 'adopt' && record?.intent?.step === step.digest));
    if (isCovered) return { state: 'carry-out', approved: step, change };
    if (change?.outcome === 'held') return { state: 'held', approved: step, change };
    return { state: 'refused', approved: step, change, ...whyRefused(step, change) };
  });
}

/** The second write of an approved step, which a run left behind; null: that is not what is due. */
function leftOf(
  { digest }: IndexedStep,
  plan: Digest,
  change: PlannedChange | null,
): PlannedStep | null {
  if (change?.outcome !== 'step' || !change.links || change.step.action !== 'update') return null;
  const { record } = change;
  const isLeft = record?.complete === false && record.step === digest && record.plan === plan;
  return isLeft ? { ...change, continues: digest } : null;
}

function whyRefused(step: IndexedStep, change: PlannedChange | null): Advice {
  if (change === null)
    return {
      message: 'Its source is gone, is not marked any more, or has an error now.',
      remedy: 'Run `stack-publish check`, and plan again.',
    };
  if (change.outcome === 'unchanged')
    return {
      message: 'There is nothing left to do for it: source and post agree, or changed since.',
      remedy: 'Plan again if something else should be published.',
    };
  return {
    message: `Its source or its post changed since the approval: ${step.action} was approved, and ${change.outcome === 'step' ? change.step.action : change.outcome} with another content is due.`,
    remedy: 'Plan again and approve what it is now.',
  };
}
