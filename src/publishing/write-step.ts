import { Fault } from '../model/error.ts';
import type { StepRow } from '../planning/row.ts';
import type { SitePost } from '../ports/site.ts';
import { findWritten } from './find-written.ts';
import { replacePost } from './replace-post.ts';
import { isUnknown, orNothing } from './unknown-outcome.ts';
import { answerQuestion, begun } from './write-question.ts';
import { done, held, type WriteContext, type Written } from './written.ts';

/** Carries out one step whose intent is recorded, and verifies it by the site's own answer. */
export async function writeStep(row: StepRow, context: WriteContext): Promise<Written> {
  try {
    switch (row.step.action) {
      case 'create':
        return await create(row, context);
      case 'update':
      case 'merge':
        return await replacePost(row, row.step.action, context);
      case 'adopt':
        return await adopt(row, context);
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { outcome: 'failed', fault: error, unknown: isUnknown(error) };
  }
}

async function create(row: StepRow, context: WriteContext): Promise<Written> {
  const { content } = row.step;
  if (content.kind === 'question' && row.resume)
    return answerQuestion(row, content, row.resume, context);
  const made = await createPost(row, context);
  if (!('ref' in made)) return made;
  return content.kind === 'question'
    ? begun(content, made, made.ref, context)
    : done(row, made, context);
}

/** Sends a new Article or question. Where no answer comes, looks for it. */
async function createPost(row: StepRow, context: WriteContext): Promise<SitePost | Written> {
  const { site, intent } = context;
  try {
    return await site.create(row.step.content, context.notAfter);
  } catch (error) {
    if (!isUnknown(error) || !intent) throw error;
    const found = await orNothing(findWritten(row.step.content, intent.at, context));
    const [post, ...others] = found ?? [];
    if (!found || !post) throw error;
    if (others.length > 0) return ambiguous(found);
    return post;
  }
}

async function adopt(row: StepRow, context: WriteContext): Promise<Written> {
  const { target } = row.step;
  const post = target && (await context.site.read(target));
  if (!post) return held('deleted', 'The post to adopt was deleted since the plan.', 'Plan again.');
  return done(row, post, context);
}

function ambiguous(found: readonly SitePost[]): Written {
  return held(
    'ambiguous',
    `Several posts of our account have its title and text: ${found.map(({ url }) => url).join(', ')}`,
    'Delete all but one on the site, then plan again.',
  );
}
