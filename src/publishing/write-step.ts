import { fillHoles, type AddressOf } from '../composing/fill-holes.ts';
import { Fault } from '../model/error.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import { findWritten } from './find-written.ts';
import { replacePost } from './replace-post.ts';
import { isUnknown, sendOrFind } from './unknown-outcome.ts';
import { answerQuestion, partial } from './write-question.ts';
import { done, held, type WriteContext, type WriteResult } from './write-result.ts';

/** As `WriteContext`, before what is sent is known. */
type StepContext = Omit<WriteContext, 'sent'> & { readonly addressOf: AddressOf };

/** Carries out one step whose intent is recorded, and verifies it by the site's own answer. */
export async function writeStep(
  change: PlannedStep,
  { addressOf, ...shared }: StepContext,
): Promise<WriteResult> {
  try {
    const context = { ...shared, sent: fillHoles(change.step.content, addressOf).content };
    switch (change.step.action) {
      case 'create':
        return await create(change, context);
      case 'update':
      case 'merge':
        return await replacePost(change, change.step.action, context);
      case 'adopt':
        return await adopt(change, context);
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { outcome: 'failed', fault: error, unknown: isUnknown(error) };
  }
}

async function create(change: PlannedStep, context: WriteContext): Promise<WriteResult> {
  const { site, intent, sent: content, notAfter } = context;
  if (content.kind === 'question' && change.resume)
    return answerQuestion(change, content, change.resume, context);
  const posts = await sendOrFind(
    async () => [await site.create(content, notAfter)],
    async () => {
      const found = intent ? await findWritten(content, intent.at, context) : [];
      return found.length > 0 ? found : null;
    },
  );
  const [made, ...others] = posts;
  if (!made || others.length > 0)
    return held(
      'ambiguous',
      `Several posts of our account have its title and text: ${posts.map(({ url }) => url).join(', ')}`,
      'Delete all but one on the site, then plan again.',
    );
  return content.kind === 'question'
    ? partial(content, made, made.ref, context)
    : done(change, made, context);
}

async function adopt(change: PlannedStep, context: WriteContext): Promise<WriteResult> {
  const { target } = change.step;
  const post = target && (await context.site.read(target));
  if (!post) return held('deleted', 'The post to adopt was deleted since the plan.', 'Plan again.');
  return done(change, post, context);
}
