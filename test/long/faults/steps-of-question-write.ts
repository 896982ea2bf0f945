import type { PostRef, QuestionContent } from '../../../src/model/post.ts';
import type { Known, Sent } from './scenario.ts';
import type { Asked, Write } from './write.ts';

/** What the file says of a question with this title. */
export type SourceOf = (
  title: string,
) => { readonly source: string; readonly answer: string } | null;

/**
 * The steps that a write of a question, of its answer or of the acceptance may be a part of. What the
 * write does not hold itself comes from the file (the answer), or from the question as it stood when
 * the plan was made or was sent earlier (the rest).
 */
export function stepsOfQuestionWrite(write: Write, known: Known, sourceOf: SourceOf): Sent[] {
  if (write.kind === 'article') return [];
  if (write.kind === 'question') {
    const { id, asked } = write;
    const answer = sourceOf(asked.title)?.answer;
    return answer === undefined ? [] : stepsWith({ ...asked, answer }, id === null ? null : { id });
  }
  const { id } = write;
  const stored = known.now.find((post) => post.id === id);
  const isOfAnswer = stored?.kind === 'answer';
  const question = write.question ?? (isOfAnswer ? stored.question : null);
  if (question === null || (isOfAnswer && stored.question !== question)) return [];
  const parts = questionParts(question, write.number, known);
  if (write.kind === 'acceptance')
    return isOfAnswer
      ? parts.flatMap((part) => stepsWith({ ...part, answer: stored.body }, null))
      : [];
  const target = id === null ? null : { id: question, answer: id };
  return parts.flatMap((part) => stepsWith({ ...part, answer: write.body }, target));

  /** `target`: what the record has to name; null: the step makes the question. */
  function stepsWith(
    content: Omit<QuestionContent, 'kind'>,
    target: Partial<PostRef> | null,
  ): Sent[] {
    const source = sourceOf(content.title)?.source;
    if (source === undefined) return [];
    const record = known.ledger.records[source];
    const { base = null, version = 0, post = null } = record ?? {};
    const whole = { source, base, version, content: { kind: 'question', ...content } } as const;
    if (target === null) return [{ ...whole, target: null }];
    const isIts =
      post?.id === target.id && (target.answer === undefined || post?.answer === target.answer);
    return isIts ? [{ ...whole, target: post }] : [];
  }
}

/** Every title, body and tags that a question had at the plan, or that were sent for it since. */
function questionParts(id: number, until: number, { before, now, writes }: Known): Asked[] {
  const title = now.flatMap((post) =>
    post.kind === 'question' && post.id === id ? [post.title] : [],
  )[0];
  const stood = before.flatMap((post): Asked[] =>
    post.kind === 'question' && post.id === id
      ? [{ title: post.title, body: post.body, tags: post.tags }]
      : [],
  );
  const sent = writes.flatMap((write) => {
    if (write.number >= until || write.kind !== 'question') return [];
    const isIts = write.id === null ? write.asked.title === title : write.id === id;
    return isIts ? [write.asked] : [];
  });
  return [...stood, ...sent];
}
