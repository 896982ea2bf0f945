import type { LogEntry } from '../../../sandbox/index.ts';
import type { PostRef, QuestionContent } from '../../../src/model/post.ts';
import type { Known, Sent } from './scenario.ts';

/** What the file says of a question with this title. */
export type SourceOf = (
  title: string,
) => { readonly source: string; readonly answer: string } | null;

type Part = Pick<QuestionContent, 'title' | 'body' | 'tags'>;

/**
 * The steps that a write of a question, of its answer or of the acceptance may be a part of. What the
 * write does not hold itself comes from the file (the answer), or from the question as it stood when
 * the plan was made or was sent earlier (the rest).
 */
export function stepsOfQuestionWrite(
  { number, method, path, sent }: LogEntry,
  known: Known,
  sourceOf: SourceOf,
): Sent[] {
  const match = /\/questions(?:\/(\d+)(?:\/answers(?:\/(\d+)(\/accept)?)?)?)?$/.exec(path);
  if (!match || sent === null) return [];
  const [, idText, answerText, accept] = match;
  const id = Number(idText);
  const answerId = Number(answerText);
  const isQuestion = !path.includes('/answers');
  const isNew = method === 'POST';

  if (isQuestion) {
    const part = partOf(sent);
    if (!part || (method === 'PUT') !== (idText !== undefined)) return [];
    const answer = sourceOf(part.title)?.answer;
    return answer === undefined ? [] : stepsWith({ ...part, answer }, isNew ? null : { id });
  }
  const parts = questionParts(id, number, known);
  if (accept !== undefined) {
    const accepted = known.now.find((post) => post.id === answerId);
    if (!isNew || accepted?.kind !== 'answer' || accepted.question !== id) return [];
    return parts.flatMap((part) => stepsWith({ ...part, answer: accepted.body }, null));
  }
  const answer = answerOf(sent);
  if (answer === null || isNew !== (answerText === undefined)) return [];
  const target = isNew ? null : { id, answer: answerId };
  return parts.flatMap((part) => stepsWith({ ...part, answer }, target));

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
function questionParts(id: number, until: number, { before, now, log }: Known): Part[] {
  const title = now.flatMap((post) =>
    post.kind === 'question' && post.id === id ? [post.title] : [],
  )[0];
  const stood = before.flatMap((post): Part[] =>
    post.kind === 'question' && post.id === id
      ? [{ title: post.title, body: post.body, tags: post.tags }]
      : [],
  );
  const sent = log.flatMap(({ number, method, path, sent: bytes }) => {
    if (number >= until || bytes === null) return [];
    const part = path.endsWith('/questions') && method === 'POST' ? partOf(bytes) : null;
    if (part?.title === title) return part ? [part] : [];
    return method === 'PUT' && path.endsWith(`/questions/${id}`) ? (partOf(bytes) ?? []) : [];
  });
  return [...stood, ...sent];
}

/** Null where a body holds anything that no step has. */
function partOf(sent: string): Part | null {
  const { title, body, tags, ...more } = JSON.parse(sent) as Part;
  return Object.keys(more).length === 0 ? { title, body, tags } : null;
}

function answerOf(sent: string): string | null {
  const { body, ...more } = JSON.parse(sent) as { body: string };
  return Object.keys(more).length === 0 ? body : null;
}
