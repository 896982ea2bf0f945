import { Fault } from '../model/error.ts';
import type { PostRef, QuestionContent } from '../model/post.ts';
import { comparePost, verifyText } from '../planning/compare.ts';
import { viewField } from '../planning/encoding.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import type { Site, SiteAnswer, SitePost } from '../ports/site.ts';
import { anyNormalization } from '../planning/normalizations.ts';
import { sendOrFind } from './unknown-outcome.ts';
import { done, held, learnedOf, type WriteContext, type WriteResult } from './write-result.ts';

// A question takes three writes: the question, its answer, the acceptance.

/** The second and the third write of a question: its answer, then the acceptance. */
export async function answerQuestion(
  change: PlannedStep,
  content: QuestionContent,
  ref: PostRef,
  context: WriteContext,
): Promise<WriteResult> {
  const { site, notAfter } = context;
  if (ref.answer === undefined) {
    const answer = await createAnswer(content.answer, ref, context);
    const lesson = verifyText('answer', content.answer, answer.body, context.encodings);
    const { filled } = context;
    const post = { ...ref, answer: answer.id };
    return { outcome: 'partial', post, activity: null, filled, ...lesson };
  }
  await site.acceptAnswer(ref, notAfter);
  const post = await readBack(site, ref);
  if (!post?.answer)
    return held(
      'deleted',
      'Its question or answer was deleted meanwhile.',
      'Plan again to decide.',
    );
  return done(change, post, context);
}

/** Writes the parts of a question that differ; each of these writes may be repeated without harm. */
export async function replaceQuestion(
  change: PlannedStep,
  content: QuestionContent,
  current: SitePost,
  context: WriteContext,
): Promise<SitePost> {
  const { site, encodings, notAfter } = context;
  const compared = comparePost(content, current, encodings, learnedOf(change, content));
  const differs = compared.state === 'same' ? [] : compared.fields;
  // An answer that was found, and that no record names, was written by an earlier run of this step.
  let isBegun = current.answer !== null && change.record?.post?.answer === undefined;
  try {
    if (differs.some((field) => field !== 'answer')) {
      await site.update(current, content, notAfter);
      isBegun = true;
    }
    let ref = current.ref;
    if (!current.answer) {
      const answer = await createAnswer(content.answer, ref, context);
      ref = { ...ref, answer: answer.id };
      isBegun = true;
    } else if (differs.includes('answer')) {
      await site.updateAnswer(ref, content.answer, notAfter);
      isBegun = true;
    }
    // Later on, which answer is the accepted one is the readers' business.
    const isAccepted = change.record?.complete && change.record.post?.answer !== undefined;
    if (!isAccepted || !current.answer) await site.acceptAnswer(ref, notAfter);
    const written = await readBack(site, ref);
    if (written?.answer) return written;
    throw new Fault(
      'site',
      'site-not-found',
      'Cannot verify the question: it was deleted meanwhile.',
      { remedy: 'Plan again to decide.' },
    );
  } catch (error) {
    throw isBegun ? asBegun(error) : error;
  }
}

/** Tells of a clear no that other writes of the step were carried out. */
function asBegun(error: unknown): unknown {
  if (!(error instanceof Fault) || error.outcome === 'unknown') return error;
  const { kind, code, message, remedy, forTeam } = error;
  return new Fault(kind, code, message, { remedy, forTeam, cause: error, outcome: 'begun' });
}

/** Sends an answer. Where no answer comes, looks among our own. */
async function createAnswer(
  body: string,
  question: PostRef,
  { site, account, encodings, notAfter }: WriteContext,
): Promise<SiteAnswer> {
  return sendOrFind(
    () => site.createAnswer(question, body, notAfter),
    async () =>
      (await site.answersOf(question, account)).find(
        (each) => viewField(each.body, body, encodings.body, anyNormalization).state === 'same',
      ) ?? null,
  );
}

/** Reads a question that was just written. Where it cannot be read, its writes happened all the same. */
async function readBack(site: Site, ref: PostRef): Promise<SitePost | null> {
  try {
    return await site.read(ref);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault(
      'site',
      'outcome-unknown',
      `Cannot verify question ${String(ref.id)}, which was just written: ${error.message}`,
      {
        remedy: 'Run it again: the question is looked at then, and nothing is posted twice.',
        forTeam: error.forTeam,
        cause: error,
        outcome: 'unknown',
      },
    );
  }
}
