import type { LedgerRecord } from '../model/ledger.ts';
import { withAnswerOf, withoutAnswer, type PostContent, type PostRef } from '../model/post.ts';
import { sameJson } from '../model/same-json.ts';
import type { SiteAnswer, SitePost } from '../ports/site.ts';
import { bothSides } from './both-sides.ts';
import { comparePost } from './compare.ts';
import { viewField } from './encoding.ts';
import { filledAsRead } from './hole-addresses.ts';
import { foundDeleted, holder, stillPending, type Hold } from './hold.ts';
import { asAny, asIntended, asWritten } from './known-addresses.ts';
import { mergeContents } from './merge.ts';
import { anyNormalization, possibleNormalizations } from './normalizations.ts';
import { createStep, plannedStep, type HeldSource, type PlannedChange } from './planned-change.ts';
import { replaceStep } from './replace-step.ts';
import type { SourceState } from './source-state.ts';
import { lastTouched } from './words-of-others.ts';

/**
 * A question that was begun: it stands on the site, and its answer or the acceptance is missing. Under
 * the same text it is the same step, so that its approval still covers it.
 */
export function resumeQuestion(
  state: SourceState,
  record: LedgerRecord,
  post: PostRef,
  ours: PostContent,
): PlannedChange {
  const { seen, intended } = state;
  const hold = holder(state, ours.title, post);
  if (seen.state !== 'read')
    return hold(
      'deleted',
      'Its question was deleted on the site before it had its answer.',
      'Run `resolve SOURCE recreate` to post it again, or `resolve SOURCE forget` to leave it deleted.',
      { record: foundDeleted(record) },
    );
  const intendedText = intended ?? ours;
  const { resolution } = record;
  const again = resolution?.kind === 'recreate' && resolution.activity === record.activity;
  if (post.answer !== undefined && !seen.post.answer && !again)
    return hold(
      'deleted',
      'Its answer was deleted on the site before it was accepted.',
      'Run `resolve SOURCE recreate` to post the answer again, or `resolve SOURCE forget` to leave it deleted.',
    );
  const sent = seen.post.answer ? [seen.post.answer] : sentAnswers(intendedText, state);
  if (!sent) return severalAnswers(hold);
  const [answer = null] = sent;
  const pending = answer ? null : stillPending(state, record.intent, hold);
  if (pending) return pending;
  const current = withAnswer(seen.post, answer);
  const isBeingCreated = (record.intent?.action ?? 'create') === 'create';
  if (isBeingCreated && sameJson(intendedText, ours)) {
    const now = { ...state, record: withShown(state, record, intendedText, current) };
    // A lock does not stop an acceptance.
    return answer || current.editable ? createStep(now, ours, current.ref) : locked(hold);
  }
  // The source has another text now than the question was begun with. A change of it may not have
  // arrived: then what it shows tells nothing of who wrote it.
  return replaceBegun(state, current, isBeingCreated ? intendedText : null, ours);
}

/** The record of a question that was begun, with the addresses that stand in it as it is shown. */
function withShown(
  state: SourceState,
  record: LedgerRecord,
  content: PostContent,
  { body, answer }: SitePost,
): LedgerRecord {
  const { intent } = record;
  if (!intent || !content.holes) return record;
  const sent = answer ? content : withoutAnswer(content);
  const read = { body, answer: answer?.body ?? '' };
  const { filled } = filledAsRead(sent, read, anyNormalization, asIntended(state, record));
  return { ...record, intent: { ...intent, filled: { ...intent.filled, ...filled } } };
}

/**
 * A question whose answer was deleted, and is to be posted again: once. What people made of the
 * question meanwhile stays, or is merged as with every other change.
 */
export function answerAgain(
  state: SourceState,
  question: PostRef,
  asked: SitePost,
  ours: PostContent,
): PlannedChange {
  const { record, base, intended } = state;
  const hold = holder(state, ours.title, question);
  const sent = intended ? sentAnswers(intended, state) : [];
  if (!sent) return severalAnswers(hold);
  const [answer = null] = sent;
  const pending = answer ? null : stillPending(state, record?.intent ?? null, hold);
  return pending ?? replaceBegun(state, withAnswer(asked, answer), base, ours);
}

/**
 * The step that gives a question without its answer, or without its acceptance, what the source says
 * now. `base` is what it was to say before; null where that is not known.
 */
function replaceBegun(
  state: SourceState,
  current: SitePost,
  base: PostContent | null,
  ours: PostContent,
): PlannedChange {
  const { record, seen } = state;
  const target = current.ref;
  const hold = holder(state, ours.title, target);
  if (!current.editable) return locked(hold);
  const expected = { post: current };
  const replace = (shown: PostContent | null, decided = false) =>
    replaceStep(state, target, ours, { current, shown, expected, decided });

  // That an answer is missing is settled: only the rest is compared.
  const known = base && !current.answer ? withoutAnswer(base) : base;
  const rules = record?.normalizations ?? [];
  const against = (normalizations: typeof rules) =>
    comparePost(known ?? ours, current, state.encodings, normalizations, asWritten(state, record));
  // An answer that was found may be spelled in a way of its own.
  const isFound = known !== null && current.answer !== null;
  const compared =
    (isFound ? possibleNormalizations(rules).map(against) : []).find(
      ({ state }) => state === 'same',
    ) ?? against(rules);
  if (known && compared.state === 'same') return replace(known);
  const theirs = compared.state === 'different' ? compared.theirs : null;
  const told = state.public ? null : theirs;
  const { resolution } = record ?? {};
  const decided =
    resolution?.kind === 'source' &&
    resolution.activity === (seen.state === 'read' ? lastTouched(seen.post) : null);
  if (decided) return replace(told, true);
  if (!base) {
    const step = replace(told);
    if (!step.overwrites) return step;
    return hold(
      'no-base',
      'It was begun with another text, somebody edited it since, and nothing tells what of it is theirs.',
      'Run `resolve SOURCE source` to take the source.',
      state.public ? {} : { conflicts: bothSides(ours, compared) },
    );
  }
  const fields = compared.state === 'same' ? '' : compared.fields.join(' and the ');
  if (!theirs)
    return hold(
      'encoding',
      `The site shows the ${fields} in another encoding than it did before, or somebody wrote encoded text: the two cannot be told apart.`,
      'Open the post and its source; run `resolve SOURCE source` to take the source.',
    );
  if (state.public)
    return hold(
      'public',
      `Somebody edited the ${fields} on the site, and a merge would put the site's text into a public place.`,
      `Look at ${state.urlOf(target)}, then run \`resolve SOURCE source\` to take the source; set \`visibility: private\` where only the team can read the repository.`,
    );
  const merge = mergeContents(
    base,
    ours,
    current.answer || theirs.kind !== 'question' || base.kind !== 'question'
      ? theirs
      : withAnswerOf(theirs, base),
  );
  if (merge.clean)
    return plannedStep(state, 'merge', target, merge.content, {
      composed: ours,
      shown: theirs,
      expected,
    });
  return hold(
    'conflict',
    merge.message,
    "Bring the site's change into the source, or run `resolve SOURCE source` to take the source.",
    { conflicts: merge.conflicts },
  );
}

/** The question with the answer that was restored since it was missed; null where none was. */
export function restoredAnswer(
  state: SourceState,
  record: LedgerRecord,
  post: PostRef,
): SitePost | null {
  const { seen, base, answers } = state;
  const missed = record.kind === 'question' && post.answer === undefined && !record.intent;
  if (!missed || seen.state !== 'read') return null;
  const own = base && findAnswer(base, state);
  const answer = answers.find(({ accepted, id }) => accepted || id === own?.id);
  return answer ? withAnswer(seen.post, answer) : null;
}

function withAnswer(post: SitePost, answer: SiteAnswer | null): SitePost {
  const { kind, id } = post;
  return { ...post, ref: { kind, id, ...(answer && { answer: answer.id }) }, answer };
}

/**
 * The answer that was sent and no run could record: the one with this text, or one that somebody edited
 * since; none where none came. Null where that cannot be told.
 */
function sentAnswers(content: PostContent, state: SourceState): readonly SiteAnswer[] | null {
  const { answers, account } = state;
  const same = findAnswer(content, state);
  if (same) return [same];
  const wasEdited = answers.every(({ lastEditor }) => lastEditor && lastEditor.id !== account);
  return answers.length > 1 || !wasEdited ? null : answers;
}

function locked(hold: Hold): HeldSource {
  return hold(
    'locked',
    'Its question is locked, or our account may not edit it.',
    'Unlock it on the site, or run `resolve SOURCE forget`.',
  );
}

function severalAnswers(hold: Hold): HeldSource {
  return hold(
    'ambiguous',
    'An answer may have been sent that no run recorded, and our account has another one with another text at its question; whether that is it cannot be told.',
    'Run `adopt SOURCE URL` with the address of the right answer, or delete the wrong one.',
  );
}

function findAnswer(content: PostContent, state: SourceState): SiteAnswer | null {
  const { answers, encodings } = state;
  const shows = ({ body }: SiteAnswer) => {
    const read = { body: '', answer: body };
    const { content: sent } = filledAsRead(content, read, anyNormalization, asAny(state));
    const text = sent.kind === 'question' ? sent.answer : '';
    return viewField(body, text, encodings.body, anyNormalization).state === 'same';
  };
  return answers.find(shows) ?? null;
}
