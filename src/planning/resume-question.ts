import type { LedgerRecord } from '../model/ledger.ts';
import { withoutAnswer, type PostContent, type PostRef } from '../model/post.ts';
import { sameJson } from '../model/same-json.ts';
import type { SitePost } from '../ports/site.ts';
import { comparePost, type Field } from './compare.ts';
import { viewField } from './encoding.ts';
import { holder, stillPending } from './hold.ts';
import { mergeContents } from './merge.ts';
import { createStep, plannedStep, type PlannedChange } from './planned-change.ts';
import { replaceStep } from './replace-step.ts';
import type { SourceState } from './source-state.ts';

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
      { record: { ...record, gone: true, complete: true } },
    );
  const intendedText = intended ?? ours;
  const answer = post.answer ?? findAnswer(intendedText, state, record);
  if (answer === undefined && record.intent?.outcome !== 'rejected') {
    const pending = stillPending(state, record.intent, hold);
    if (pending) return pending;
  }
  const reached: PostRef = { ...post, ...(answer !== undefined && { answer }) };
  // A change of it may not have arrived, so that its text tells nothing of who wrote it.
  const isBeingCreated = (record.intent?.action ?? 'create') === 'create';
  if (isBeingCreated && sameJson(intendedText, ours)) return createStep(state, ours, reached);
  // The source has another text now than the question was begun with.
  const begun = withoutAnswer(intendedText);
  const compared = comparePost(begun, seen.post, state.encodings, record.normalizations);
  const theirs = compared.state === 'different' && !state.public ? compared.theirs : null;
  return replaceStep(state, reached, ours, {
    current: seen.post,
    shown: compared.state === 'same' ? begun : theirs,
    expected: { activity: seen.post.activity },
    decided: isBeingCreated && compared.state !== 'same',
  });
}

/**
 * A question whose answer was deleted, and is to be posted again: once. What people made of the
 * question meanwhile stays, or is merged as with every other change.
 */
export function answerAgain(
  state: SourceState,
  question: PostRef,
  current: SitePost,
  ours: PostContent,
): PlannedChange {
  const { record, base, intended } = state;
  const sent = record && intended && findAnswer(intended, state, record);
  const hold = holder(state, ours.title, question);
  const pending = sent === undefined ? stillPending(state, record?.intent ?? null, hold) : null;
  if (pending) return pending;
  const target = typeof sent === 'number' ? { ...question, answer: sent } : question;
  const expected = { activity: current.activity };
  const replace = (shown: PostContent | null, decided = false) =>
    replaceStep(state, target, ours, {
      current,
      shown: shown && withoutAnswer(shown),
      expected,
      decided,
    });

  const normalizations = record?.normalizations ?? [];
  if (base?.kind !== 'question' || ours.kind !== 'question') return replace(null, true);
  const compared = comparePost(base, current, state.encodings, normalizations);
  const beside = (fields: readonly Field[]) => fields.filter((field) => field !== 'answer');
  const edited = compared.state === 'same' ? [] : beside(compared.fields);
  if (edited.length === 0) return replace(base);
  const theirs =
    compared.state === 'different' && compared.theirs.kind === 'question' ? compared.theirs : null;
  if (record?.resolution?.kind === 'source') return replace(state.public ? null : theirs, true);
  if (theirs === null)
    return hold(
      'encoding',
      `The site shows the ${edited.join(' and the ')} in another encoding than it did before, or somebody wrote encoded text: the two cannot be told apart.`,
      'Open the post and its source; run `resolve SOURCE source` to take the source.',
    );
  if (state.public)
    return hold(
      'public',
      `Somebody edited the ${edited.join(' and the ')} on the site, and to post the answer again would put the site's text into a public place.`,
      `Look at ${state.urlOf(question)}, then run \`resolve SOURCE source\` to take the source; set \`visibility: private\` where only the team can read the repository.`,
    );
  // That the answer is missing is settled: only the rest is merged.
  const merge = mergeContents(base, ours, { ...theirs, answer: base.answer });
  if (merge.clean)
    return plannedStep(state, 'merge', target, merge.content, {
      composed: ours,
      shown: withoutAnswer(theirs),
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
  const own = base ? findAnswer(base, state, record) : undefined;
  const answer = answers.find(({ accepted, id }) => accepted || id === own);
  return answer ? { ...seen.post, ref: { ...post, answer: answer.id }, answer } : null;
}

/** The id of our answer with this text, which no run could record. */
function findAnswer(
  content: PostContent,
  { answers, encodings }: SourceState,
  { normalizations }: LedgerRecord,
): number | undefined {
  const text = content.kind === 'question' ? content.answer : '';
  return answers.find(
    ({ body }) => viewField(body, text, encodings.body, normalizations).state === 'same',
  )?.id;
}
