import { digestOf } from '../model/digest.ts';
import type { LedgerRecord } from '../model/ledger.ts';
import type { PostContent, PostRef } from '../model/post.ts';
import { sameJson } from '../model/same-json.ts';
import { bothSides } from './both-sides.ts';
import { comparePost, learnedFor, replacedTags } from './compare.ts';
import { asPlanned, asWritten, filledOf, haveLinksMoved } from './known-addresses.ts';
import { foreignPost, isForeign } from './foreign-post.ts';
import { an, foundDeleted, holder, stillPending } from './hold.ts';
import type { HoleAddresses } from './hole-addresses.ts';
import { mergeContents } from './merge.ts';
import { reconcileNew, recoverCreate } from './reconcile-new.ts';
import { answerAgain, restoredAnswer, resumeQuestion } from './resume-question.ts';
import {
  plannedStep,
  type Expectation,
  type PlannedChange,
  type PlannedStep,
} from './planned-change.ts';
import { recoverUpdate } from './recover-update.ts';
import { replaceStep } from './replace-step.ts';
import type { SourceState } from './source-state.ts';
import { caughtUp, keep, unchanged } from './unchanged-source.ts';
import { lastTouched } from './words-of-others.ts';

/**
 * Decides what becomes of one source: nothing, a step to approve, or a question to a person. Pure;
 * the first rule that applies wins.
 */
export function reconcile(state: SourceState): PlannedChange {
  return noteUnsettled(state, decide(state));
}

/** Remembers where the site differs in a way that is not settled by this, so that it is not forgotten. */
function noteUnsettled(state: SourceState, change: PlannedChange): PlannedChange {
  const { seen, now } = state;
  const { record } = change;
  if (!record?.post || record.gone) return change;
  const isOpen =
    change.outcome === 'held'
      ? seen.state === 'read'
      : change.outcome === 'step' && !restsOnOurs(change, state);
  const unsettled = isOpen ? (record.unsettled ?? now) : null;
  // Of a post that was not read, nothing is settled.
  if (record.unsettled === unsettled || (!isOpen && seen.state !== 'read')) return change;
  return { ...change, record: { ...record, unsettled } };
}

/** Whether a step finds our own last text where it writes, so that its post need not be read again. */
function restsOnOurs({ expected }: PlannedStep, { base, intended }: SourceState): boolean {
  return (
    expected === null || ('content' in expected && [base, intended].includes(expected.content))
  );
}

function decide(state: SourceState): PlannedChange {
  const { record, ours, flaw } = state;
  if (flaw !== null)
    return holder(state, ours?.title ?? record?.title ?? state.source, record?.post ?? null)(
      'ledger',
      `The ledger does not hold what a run wrote of it: ${flaw}.`,
      'Look in the history of the ledger for who wrote that. Run `adopt SOURCE URL` with the address of its post, or `resolve SOURCE forget` to leave it alone.',
    );
  if (record?.forgotten) return unchanged(state, record, {});
  // What it says is not to be published, as a person decided.
  if (record && !record.post && !record.intent && ours === null)
    return unchanged(state, record, {});
  // What was begun, or is about to be created, may be of another kind than the source is by now.
  const begun = state.intended ?? record;
  const isOther = record?.post && begun && ours && ours.kind !== begun.kind;
  if (record?.post && !record.complete && record.kind === 'question' && ours && !isOther)
    return resumeQuestion(state, record, record.post, ours);
  if (record?.intent?.action === 'create' && ours && !isOther)
    return recoverCreate(state, record, record.intent, ours);
  if (record?.post) {
    const now = recoverUpdate(state);
    return reconcileKnown(now, now.record ?? record, record.post);
  }
  if (ours === null) throw new TypeError(`${state.source} has no record and was not read`);
  return reconcileNew(state, ours);
}

/** A source that has a post. */
function reconcileKnown(state: SourceState, record: LedgerRecord, post: PostRef): PlannedChange {
  const { ours, seen } = state;
  const hold = holder(state, record.title, post);
  // Decided once, and for the state that the person saw.
  const recreate =
    record.resolution?.kind === 'recreate' && record.resolution.activity === record.activity;
  if (recreate && ours && (ours.kind !== record.kind || seen.state === 'deleted'))
    return plannedStep(state, 'create', null, ours, {
      reason: ours.kind === record.kind ? 'deleted' : 'kind-changed',
    });
  if (ours && ours.kind !== record.kind)
    return hold(
      'kind-changed',
      `The source is ${an(ours.kind)} now, its post is ${an(record.kind)}, and the site cannot turn one into the other.`,
      'Change the source back, or run `resolve SOURCE recreate` for a new post, or `resolve SOURCE forget`.',
      record.complete ? {} : { record: { ...record, complete: true, intent: null } },
    );
  if (seen.state === 'deleted')
    return hold(
      'deleted',
      'Its post was deleted on the site.',
      'Run `resolve SOURCE recreate` to post it again, or `resolve SOURCE forget` to leave it deleted.',
      { record: foundDeleted(record) },
    );
  const question: PostRef = { kind: 'question', id: post.id };
  const restored = restoredAnswer(state, record, post);
  if (restored) {
    const back = { ...record, post: restored.ref, resolution: null };
    const now: SourceState = { ...state, seen: { state: 'read', post: restored }, record: back };
    return reconcileKnown(now, back, restored.ref);
  }
  // One that was linked by hand may never have had an answer.
  const answerGone =
    record.kind === 'question' &&
    record.base !== null &&
    (post.answer === undefined || (seen.state === 'read' && !seen.post.answer));
  if (answerGone) {
    const activity = (seen.state === 'read' ? seen.post.activity : record.activity) ?? 0;
    const decided =
      recreate || (record.resolution?.kind === 'source' && record.resolution.activity === activity);
    if (decided && ours && seen.state === 'read')
      return answerAgain({ ...state, record }, question, seen.post, ours);
    return hold(
      'deleted',
      'There is no answer of ours on the site any more.',
      'Run `resolve SOURCE recreate` to post the answer again, or `resolve SOURCE forget` to leave it deleted.',
      { record: { ...record, post: question, activity } },
    );
  }
  const alive: LedgerRecord = record.gone ? { ...record, gone: false } : record;
  // Back at its old text, a source has half a change to take back.
  const isBase = ours === null || (record.base !== null && digestOf(ours) === record.base);
  if (!isBase || (ours && state.isHalf))
    return asLinkUpdate(reconcileChanged(state, alive, post, ours), state);
  const said = ours ?? state.base;
  if (!said || !haveLinksMoved(record, state.leadsTo)) return keep(state, alive);
  return asLinkUpdate(reconcileChanged({ ...state, ours: said }, alive, post, said), state);
}

/** A step that changes nothing of what the source says but where its links lead is told as such. */
function asLinkUpdate(change: PlannedChange, { base, isHalf }: SourceState): PlannedChange {
  if (change.outcome !== 'step' || !base || isHalf) return change;
  const links = sameJson(withoutAddresses(change.composed), withoutAddresses(base));
  return links ? { ...change, links } : change;
}

/** A content without the forge's addresses: these count only where they stand. */
function withoutAddresses({ holes = [], ...content }: PostContent): object {
  return { ...content, holes: holes.map(({ field, at, for: target }) => [field, at, target]) };
}

/** Ours differs from base. */
function reconcileChanged(
  state: SourceState,
  record: LedgerRecord,
  post: PostRef,
  ours: PostContent,
): PlannedChange {
  const { seen, base } = state;
  const hold = holder(state, ours.title, post);
  if (seen.state !== 'read') {
    if (base === null) throw new TypeError(`${state.source}: its base was not loaded`);
    const known = { expected: { content: base }, shown: base, unread: true };
    return plannedStep({ ...state, record }, 'update', post, ours, known);
  }
  const replace = (shown: PostContent | null, expected: Expectation, decided = false) =>
    replaceStep({ ...state, record }, post, ours, {
      current: seen.post,
      shown,
      expected,
      decided,
    });
  const current = seen.post;
  const against = (known: PostContent, addresses: HoleAddresses) =>
    comparePost(
      known,
      current,
      state.encodings,
      learnedFor(known, base, record.normalizations),
      addresses,
    );
  const beside = against(ours, asPlanned(state, record));
  const caught = { activity: current.activity, edited: false };
  if (beside.state === 'same')
    return caughtUp(state, record, ours, { ...caught, filled: beside.filled });
  const compared = base && against(base, asWritten(state, record));
  const theirs = compared?.state === 'different' ? compared.theirs : null;
  const merge = base && theirs && mergeContents(base, ours, theirs);
  // Already there: another run's merge, or a person who made the same change.
  if (merge?.clean && against(merge.content, asPlanned(state, record)).state === 'same')
    return caughtUp(state, record, ours, {
      ...caught,
      edited: true,
      filled: filledOf(state, record),
    });
  const pending = stillPending(state, record.intent, hold);
  if (pending) return pending;

  if (!current.editable)
    return hold(
      'locked',
      'Its post is locked, or our account may not edit it.',
      'Unlock it on the site, or run `resolve SOURCE forget`.',
    );
  if (isForeign(current, record, state.account))
    return hold('locked', foreignPost.message, foreignPost.remedy);
  const { resolution } = record;
  if (resolution?.kind === 'source' && resolution.activity === lastTouched(current))
    return replace(
      // In public it may be shown only where it is our own last text.
      compared?.state === 'same'
        ? base
        : beside.state === 'different' && !state.public
          ? beside.theirs
          : null,
      { post: current },
      compared?.state !== 'same',
    );
  if (base === null || compared === null)
    return hold(
      'no-base',
      'It was linked to a post with another text, and nothing tells which of the two is right.',
      'Run `resolve SOURCE source` to take the source, or `resolve SOURCE site` to keep the post.',
      state.public ? {} : { conflicts: bothSides(ours, beside) },
    );
  if (compared.state === 'same') return replace(base, { content: base });
  // A person made a part of this change already. What is written is the source's own text.
  if (theirs && merge?.clean && sameJson(merge.content, ours))
    return replace(state.public ? null : theirs, { content: theirs });
  if (!merge || !theirs)
    return hold(
      'encoding',
      `The site shows the ${compared.fields.join(' and the ')} in another encoding than it did before, or somebody wrote encoded text: the two cannot be told apart.`,
      'Open the post and its source; run `resolve SOURCE source` to take the source, or `resolve SOURCE site` to keep the post.',
    );
  if (state.public)
    return hold(
      'public',
      `Somebody edited the ${compared.fields.join(' and the ')} on the site, and a merge would put the site's text into a public place.`,
      `Look at ${state.urlOf(post)}, then run \`resolve SOURCE source\` or \`resolve SOURCE site\`; set \`visibility: private\` where only the team can read the repository.`,
    );
  if (merge.clean)
    return plannedStep({ ...state, record }, 'merge', post, merge.content, {
      composed: ours,
      expected: { content: theirs },
      shown: theirs,
      replaced: replacedTags(base, current, record.normalizations),
    });
  return hold(
    'conflict',
    merge.message,
    "Bring the site's change into the source, or run `resolve SOURCE source` or `resolve SOURCE site`.",
    { conflicts: merge.conflicts },
  );
}
