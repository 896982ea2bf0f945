import type { LedgerRecord } from '../model/ledger.ts';
import type { PostContent, PostRef } from '../model/post.ts';
import { sameJson } from '../model/same-json.ts';
import type { SitePost } from '../ports/site.ts';
import { viewField } from './encoding.ts';
import { holder, stillPending } from './hold.ts';
import { plannedStep, type PlannedChange } from './planned-change.ts';
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
  if (record.intent?.action !== 'update' && sameJson(intendedText, ours))
    return plannedStep(state, 'create', null, ours, { resume: reached });
  // The source has another text now than the question was begun with.
  return plannedStep(state, 'update', reached, ours, {
    expected: { activity: seen.post.activity },
  });
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
export function findAnswer(
  content: PostContent,
  { answers, encodings }: SourceState,
  { normalizations }: LedgerRecord,
): number | undefined {
  const text = content.kind === 'question' ? content.answer : '';
  return answers.find(
    ({ body }) => viewField(body, text, encodings.body, normalizations).state === 'same',
  )?.id;
}
