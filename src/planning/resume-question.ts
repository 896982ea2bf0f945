import { digestOf } from '../model/digest.ts';
import type { LedgerRecord } from '../model/ledger.ts';
import type { PostContent, PostRef } from '../model/post.ts';
import { viewField } from './encoding.ts';
import { holder, stillPending } from './hold.ts';
import { createRow } from './reconcile-new.ts';
import type { Row } from './row.ts';
import type { Situation, Surroundings } from './situation.ts';
import { updateRow } from './update-row.ts';

/**
 * A question that was begun: it stands on the site, and its answer or the acceptance is missing. Under
 * the same text it is the same step, so that its approval still covers it.
 */
export function resumeQuestion(
  situation: Situation,
  record: LedgerRecord,
  post: PostRef,
  ours: PostContent,
  around: Surroundings,
): Row {
  const { seen, intended, answers } = situation;
  const hold = holder(situation, ours.title, post);
  if (seen.state !== 'read')
    return hold(
      'deleted',
      'Its question was deleted on the site before it had its answer.',
      'Run `resolve SOURCE recreate` to post it again, or `resolve SOURCE forget` to leave it deleted.',
      { record: { ...record, gone: true, complete: true } },
    );
  const begun = intended ?? ours;
  const text = begun.kind === 'question' ? begun.answer : '';
  const answer =
    post.answer ??
    answers.find(
      ({ body }) => viewField(body, text, around.encodings.body, record.form).state === 'same',
    )?.id;
  if (answer === undefined) {
    const pending =
      record.intent?.outcome === 'rejected'
        ? null
        : stillPending(situation, record.intent, around, hold);
    if (pending) return pending;
  }
  const reached: PostRef = { ...post, ...(answer !== undefined && { answer }) };
  if (digestOf(begun) === digestOf(ours)) return { ...createRow(situation, ours), resume: reached };
  // Nobody approved the answer that the source has now.
  return updateRow(
    situation,
    reached,
    'update',
    ours,
    ours,
    { activity: seen.post.activity },
    null,
  );
}
