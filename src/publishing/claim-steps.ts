import { fillHoles, type AddressOf } from '../composing/fill-holes.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import {
  blankRecord,
  copyOfRecords,
  withMemory,
  type Filled,
  type Intent,
  type LedgerIndex,
  type LedgerRecord,
  type Run,
} from '../model/ledger.ts';
import type { Instant, PostContent } from '../model/post.ts';
import { lateWriteMs } from '../planning/hold.ts';
import { makesPost } from '../planning/link-order.ts';
import { digestOfChange, type PlannedStep } from '../planning/planned-change.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { Site } from '../ports/site.ts';
import {
  otherOwner,
  ownersFor,
  recordWritten,
  type Finished,
  type PostOwners,
} from './record-written.ts';
import { plain, resultOf, type StepResult } from './step-result.ts';
import { held } from './write-result.ts';

export interface ClaimOptions {
  readonly site: Site;
  readonly ledger: LedgerStore;
  readonly run: Run;
  /** The digest of the approved plan. */
  readonly plan: Digest;
  /** What goes into the holes of a step. */
  readonly fillingsOf: (change: PlannedStep) => AddressOf;
  /** Adds the pictures that were uploaded to a ledger. */
  readonly recordImages: (index: LedgerIndex) => LedgerIndex;
}

/** A step that is ours to write from now on, or what became of it elsewhere. */
export interface ClaimedStep {
  readonly change: PlannedStep;
  readonly intent: Intent | null;
  /** Set where the ledger moved since the plan, and the step must not be written. */
  readonly result: StepResult | null;
}

/** Records the last chunk's results and this chunk's intents in one push. */
export async function claimSteps(
  chunk: readonly PlannedStep[],
  finished: readonly Finished[],
  options: ClaimOptions,
): Promise<{ readonly steps: readonly ClaimedStep[]; readonly index: LedgerIndex }> {
  const { ledger, site, run, plan, fillingsOf, recordImages } = options;
  let claims: ClaimedStep[] = [];
  const { index } = await ledger.update((current) => {
    const recorded = recordWritten(recordImages(current), finished, site.destination.api);
    const records = copyOfRecords(recorded.index.records);
    const texts: PostContent[] = [...recorded.texts];
    const posts = ownersFor(chunk, records);
    // Made anew for each attempt: another run may have been faster.
    /** What gets its post before the steps behind it are written: its address is not known yet. */
    const coming = new Set<string>();
    claims = chunk.map((change) => {
      const before = records[change.source] ?? null;
      const result = Object.hasOwn(current.broken, change.source)
        ? resultOf(change, brokenNow)
        : (givenAway(change, posts) ?? changedElsewhere(change, before, plan, site.now()));
      const filled = knownBefore(change, fillingsOf(change), coming);
      if (makesPost(change)) coming.add(change.source);
      if (result || change.step.action === 'adopt') return { change, intent: null, result };
      const intent: Intent = {
        action: change.step.action,
        step: digestOfChange(change),
        plan,
        content: digestOf(change.composed),
        at: site.now(),
        run,
        ...(Object.keys(filled).length > 0 && { filled }),
        outcome: 'open',
      };
      texts.push(change.composed);
      records[change.source] = {
        ...(before ?? blankRecord({ ...change, ...change.composedFrom })),
        intent,
      };
      return { change, intent, result: null };
    });
    const index = withMemory(
      { ...recorded.index, records },
      site.destination.api,
      site.quirks?.memory ?? null,
    );
    return { index, texts };
  });
  return { steps: claims, index };
}

/** What a write puts into holes, as far as that is known before. */
function knownBefore(
  { step }: PlannedStep,
  addressOf: AddressOf,
  coming: ReadonlySet<string>,
): Filled {
  if (step.action === 'adopt') return {};
  const { filled } = fillHoles(step.content, addressOf);
  return Object.fromEntries(
    Object.entries(filled).filter(([target, address]) => address !== null || !coming.has(target)),
  );
}

const brokenNow = held(
  'ledger',
  'Its record was changed since the plan by something else than a run.',
  'Plan again: the plan says what is wrong with it.',
);

/** The post to adopt was linked to another source since our plan; null: it was not. */
function givenAway(change: PlannedStep, posts: PostOwners | null): StepResult | null {
  const owner = otherOwner(change, posts);
  if (owner === null) return null;
  return resultOf(
    change,
    held('moved', `Its post was linked to ${owner} since the plan.`, 'Plan again.'),
  );
}

/** Whether another run settled, changed or is writing a source since our plan; null: go ahead. */
function changedElsewhere(
  change: PlannedStep,
  before: LedgerRecord | null,
  plan: Digest,
  now: Instant,
): StepResult | null {
  const planned = change.renamedFrom ? null : change.record;
  const isDone = before?.step === digestOfChange(change) && before.plan === plan;
  if (isDone && !before.intent && !change.continues)
    return { ...plain(change, 'unchanged'), post: before.post };
  // Before it followed a renamed source, the plan saw that an attempt to create came to nothing.
  const isStale = (intent: Intent) => change.renamedFrom !== null && now - intent.at >= lateWriteMs;
  const intent = before?.intent;
  if (intent && intent.run.id !== planned?.intent?.run.id && !isStale(intent))
    return resultOf(
      change,
      held('in-progress', 'Another run is writing it.', 'Wait for that run.'),
    );
  // A record that holds nothing but a decision is as good as none.
  const same =
    (before?.version ?? 0) === (planned?.version ?? 0) &&
    (before?.base ?? null) === (planned?.base ?? null) &&
    before?.post?.id === planned?.post?.id;
  if (same) return null;
  return resultOf(change, held('moved', 'Another run changed it since the plan.', 'Plan again.'));
}
