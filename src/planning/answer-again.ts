import { withoutAnswer, type PostContent, type PostRef } from '../model/post.ts';
import type { SitePost } from '../ports/site.ts';
import { comparePost, type Field } from './compare.ts';
import { holder, stillPending } from './hold.ts';
import { mergeContents } from './merge.ts';
import { findAnswer } from './resume-question.ts';
import { plannedStep, type PlannedChange } from './planned-change.ts';
import type { SourceState } from './source-state.ts';

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
  const step = (action: 'update' | 'merge', content: PostContent, shown: PostContent | null) =>
    plannedStep(state, action, target, content, {
      composed: ours,
      shown: shown && withoutAnswer(shown),
      expected: { activity: current.activity },
    });

  const normalizations = record?.normalizations ?? [];
  if (base?.kind !== 'question' || ours.kind !== 'question') return step('update', ours, null);
  const compared = comparePost(base, current, state.encodings, normalizations);
  const beside = (fields: readonly Field[]) => fields.filter((field) => field !== 'answer');
  const edited = compared.state === 'same' ? [] : beside(compared.fields);
  if (edited.length === 0) return step('update', ours, base);
  const theirs =
    compared.state === 'different' && compared.theirs.kind === 'question' ? compared.theirs : null;
  if (record?.resolution?.kind === 'source')
    return step('update', ours, state.public ? null : theirs);
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
  if (merge.clean) return step('merge', merge.content, theirs);
  return hold(
    'conflict',
    `Both the source and the site changed the ${merge.conflicts.map(({ field }) => field).join(' and the ')}.`,
    "Bring the site's change into the source, or run `resolve SOURCE source` to take the source.",
    { conflicts: merge.conflicts },
  );
}
