import { digestOf, type Digest } from '../model/digest.ts';
import {
  blankRecord,
  type Intent,
  type LedgerIndex,
  type LedgerRecord,
  type Run,
} from '../model/ledger.ts';
import { stepDigest } from '../model/plan.ts';
import type { Instant, PostContent } from '../model/post.ts';
import { settleTime } from '../planning/hold.ts';
import type { StepRow } from '../planning/row.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { Site } from '../ports/site.ts';
import { recordWritten, type Finished } from './record-written.ts';
import { plain, type StepResult } from './step-result.ts';

export interface ClaimOptions {
  readonly site: Site;
  readonly ledger: LedgerStore;
  readonly run: Run;
  /** The digest of the approved plan. */
  readonly plan: Digest;
}

/** A step that is ours to write from now on, or what became of it elsewhere. */
export interface Claim {
  readonly row: StepRow;
  readonly intent: Intent | null;
  /** Set where the ledger moved since the plan, and the step must not be written. */
  readonly result: StepResult | null;
}

/** Records the last chunk's results and this chunk's intents in one push. */
export async function claimSteps(
  chunk: readonly StepRow[],
  finished: readonly Finished[],
  options: ClaimOptions,
): Promise<{ readonly steps: readonly Claim[]; readonly index: LedgerIndex }> {
  const { ledger, site, run, plan } = options;
  let claims: Claim[] = [];
  const { index } = await ledger.update((current) => {
    const recorded = recordWritten(current, finished, site.destination.api);
    const records = { ...recorded.index.records };
    const texts: PostContent[] = [...recorded.texts];
    // Made anew for each attempt: another run may have been faster.
    claims = chunk.map((row) => {
      const before = Object.hasOwn(records, row.source) ? (records[row.source] ?? null) : null;
      const result = settledElsewhere(row, before, plan, site.now());
      if (result || row.step.action === 'adopt') return { row, intent: null, result };
      const intent: Intent = {
        action: row.step.action,
        step: stepDigest(row.step),
        plan,
        content: digestOf(row.composed),
        at: site.now(),
        run,
        outcome: 'open',
      };
      texts.push(row.composed);
      records[row.source] = { ...(before ?? blankRecord({ ...row, ...row.note })), intent };
      return { row, intent, result: null };
    });
    return { index: { ...recorded.index, records }, texts };
  });
  return { steps: claims, index };
}

/** Whether another run settled, changed or is writing a source since our plan; null: go ahead. */
function settledElsewhere(
  row: StepRow,
  before: LedgerRecord | null,
  plan: Digest,
  now: Instant,
): StepResult | null {
  const planned = row.renamedFrom ? null : row.record;
  if (before && before.step === stepDigest(row.step) && before.plan === plan && !before.intent)
    return { ...plain(row, 'unchanged'), post: before.post };
  // Before it followed a renamed source, the plan saw that an attempt to create came to nothing.
  const isStale = (intent: Intent) => row.renamedFrom !== null && now - intent.at >= settleTime;
  const intent = before?.intent;
  if (intent && intent.run.id !== planned?.intent?.run.id && !isStale(intent))
    return {
      ...plain(row, 'held'),
      reason: 'in-progress',
      detail: { message: 'Another run is writing it.', remedy: 'Wait for that run.' },
    };
  // A record that holds nothing but a decision is as good as none.
  const same =
    (before?.version ?? 0) === (planned?.version ?? 0) &&
    (before?.base ?? null) === (planned?.base ?? null) &&
    before?.post?.id === planned?.post?.id;
  if (same) return null;
  return {
    ...plain(row, 'held'),
    reason: 'moved',
    detail: { message: 'Another run changed it since the plan.', remedy: 'Plan again.' },
  };
}
