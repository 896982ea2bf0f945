import type { Digest } from '../model/digest.ts';
import type { Fault } from '../model/error.ts';
import type { Filled, Intent, LedgerRecord, Normalization } from '../model/ledger.ts';
import type { Action, HoldReason } from '../model/plan.ts';
import { baseOf, type Instant, type PostContent, type PostRef } from '../model/post.ts';
import {
  comparePost,
  learnedFor,
  replacedTags,
  verifyWrite,
  type Field,
  type ReplacedTags,
  type WriteLesson,
} from '../planning/compare.ts';
import type { KnownEncodings } from '../planning/known-encodings.ts';
import { digestOfChange, type HeldSource, type PlannedStep } from '../planning/planned-change.ts';
import { wordsOfOthers } from '../planning/words-of-others.ts';
import type { Site, SitePost } from '../ports/site.ts';

/** What became of a step that was carried out. */
export type WriteResult =
  | {
      readonly outcome: 'done';
      readonly result: 'created' | 'updated' | 'merged' | 'adopted' | 'unchanged';
      readonly post: PostRef;
      /** The post as the site shows it since. */
      readonly shown: SitePost;
      readonly record: LedgerRecord;
      readonly encodings: KnownEncodings;
      /** What the site did not keep as it was sent: the write happened, but is not what was approved. */
      readonly changed: readonly Field[];
      /** Tags of ours that the site replaced, where that was not known yet; that is no difference. */
      readonly replaced: ReplacedTags | null;
    }
  /** One write of several is done, and is to be recorded before the next. */
  | ({
      readonly outcome: 'partial';
      readonly post: PostRef;
      readonly activity: Instant | null;
      /** The addresses in what stands on the site by now. */
      readonly filled: Filled;
    } & WriteLesson)
  | ({ readonly outcome: 'held' } & Pick<HeldSource, 'reason' | 'message' | 'remedy'>)
  /** `unknown`: the write was sent, and nothing tells what became of it. */
  | { readonly outcome: 'failed'; readonly fault: Fault; readonly unknown: boolean };

/** What all writes of a chunk share, and the intent of this one. */
export interface WriteContext {
  readonly site: Site;
  readonly account: number;
  /** The digest of the approved plan. */
  readonly plan: Digest;
  readonly encodings: KnownEncodings;
  /** What the site is to hold: the step's content, its holes filled. */
  readonly sent: PostContent;
  /** The addresses in these holes. */
  readonly filled: Filled;
  /** The intent that stands in the ledger for this step. */
  readonly intent: Intent | null;
  /** Posts that the ledger already counts as somebody's. */
  readonly claimed: ReadonlySet<number>;
  /** By the local clock: nothing is sent later, as another run may then take over. */
  readonly notAfter: number;
}

const results = {
  create: 'created',
  update: 'updated',
  merge: 'merged',
  overwrite: 'updated',
  adopt: 'adopted',
} as const;

/** The record of a step whose post shows what was approved, as the site's own answer tells. */
export function done(
  change: PlannedStep,
  post: SitePost,
  { site, account, plan, encodings, sent, filled }: WriteContext,
  result: (typeof results)[Action] | 'unchanged' = results[change.step.action],
): WriteResult {
  const { step, record, composed } = change;
  const adopted = step.action === 'adopt';
  const intent = adopted ? record?.intent : null;
  // A post that was found again is the one that its intent announced.
  const announced = intent?.action === 'create' ? intent : null;
  const lesson = verifyWrite(sent, post, encodings);
  // A question is read back: somebody may have edited it since.
  const isAsSent = adopted || wordsOfOthers(post, lesson.changed, account) !== null;
  return {
    outcome: 'done',
    result,
    post: post.ref,
    shown: post,
    encodings: adopted ? encodings : lesson.encodings,
    // An adopted post may differ: that is a reader's edit, and stays.
    changed: isAsSent ? [] : lesson.changed,
    replaced: newlyReplaced(change, post, lesson, { account, sent }),
    record: {
      kind: step.content.kind,
      post: post.ref,
      complete: true,
      version: adopted ? step.version : step.version + 1,
      ...change.composedFrom,
      // Of a post that has its title alone, nothing tells what it should show.
      ...(change.adopts
        ? { base: null, text: null, title: composed.title }
        : baseOf(composed, change.composedFrom.text)),
      step: announced?.step ?? digestOfChange(change),
      plan: announced?.plan ?? plan,
      postedBy: adopted || step.action === 'create' ? plan : (record?.postedBy ?? null),
      activity: post.activity,
      ...normalizationsOf(change, post, lesson, { account, encodings, sent }),
      // Until it is read once more, an edit right behind it may bear its date.
      unsettled: site.quirks?.coarseDates === true && !adopted ? site.now() : null,
      gone: false,
      otherOwner: step.target === null ? false : (record?.otherOwner ?? post.owner?.id !== account),
      forgotten: false,
      skipped: null,
      resolution: null,
      // A change of a renamed source may still arrive.
      intent: announced ? null : (intent ?? null),
      filled: change.adopts ? {} : filledNow(change, filled),
    },
  };
}

function newlyReplaced(
  { step, record }: PlannedStep,
  post: SitePost,
  { normalizations }: WriteLesson,
  { account, sent }: Pick<WriteContext, 'account' | 'sent'>,
): ReplacedTags | null {
  const isKnown = step.action !== 'create' && record?.normalizations.includes('tag-replaced');
  // Of a question that was read back, the tags may be somebody's.
  const isOurs = step.action !== 'adopt' && wordsOfOthers(post, ['tags'], account) === null;
  return isKnown || !isOurs ? null : replacedTags(sent, post, normalizations);
}

/**
 * What stands in the holes of what the source says. A person may have taken one of them out of the
 * post: what stood in it is as it was.
 */
function filledNow({ composed, record }: PlannedStep, filled: Filled): Filled {
  const before = record?.filled ?? {};
  const addresses = composed.holes?.flatMap(({ for: target }) => {
    const from = [filled, before].find((each) => Object.hasOwn(each, target));
    return from ? [[target, from[target] ?? null] as const] : [];
  });
  return Object.fromEntries(addresses ?? []);
}

/** How the site spells our text, and whether a person changed it. */
function normalizationsOf(
  { step, record, renamedFrom, adopts }: PlannedStep,
  post: SitePost,
  lesson: WriteLesson,
  { account, encodings, sent }: Pick<WriteContext, 'account' | 'encodings' | 'sent'>,
): Pick<LedgerRecord, 'normalizations' | 'edited'> {
  const { normalizations, changed } = lesson;
  const isReplaced = normalizations.includes('tag-replaced');
  // Of a question that was read back, the tags may be somebody's: that teaches nothing of the site.
  const areOthers = isReplaced && wordsOfOthers(post, ['tags'], account) !== null;
  const known = (rule: Normalization) =>
    rule !== 'tag-replaced' || record?.normalizations.includes(rule);
  if (step.action !== 'adopt')
    return {
      normalizations: areOthers ? normalizations.filter(known) : normalizations,
      edited: step.action === 'merge' || changed.length > 0 || areOthers,
    };
  if (adopts) return { normalizations: [], edited: false };
  if (renamedFrom && record?.post) {
    const compared = comparePost(sent, post, encodings, record.normalizations);
    return { normalizations: record.normalizations, edited: compared.state !== 'same' };
  }
  // That the site replaces tags is only seen where it answers our own write.
  return {
    normalizations: normalizations.filter((rule) => rule !== 'tag-replaced'),
    edited: changed.length > 0 || isReplaced,
  };
}

/** What was learned of how the post of a step shows a text, as far as it tells of this one. */
export function learnedOf(
  { expected, shown, record }: PlannedStep,
  content: PostContent,
): readonly Normalization[] {
  const base = expected && 'content' in expected ? expected.content : shown;
  return learnedFor(content, base, record?.normalizations ?? []);
}

/** A step that must not be written any more. */
export function held(reason: HoldReason, message: string, remedy: string): WriteResult {
  return { outcome: 'held', reason, message, remedy };
}
