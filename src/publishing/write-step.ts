import { fillHoles, type AddressOf } from '../composing/fill-holes.ts';
import { Fault } from '../model/error.ts';
import type { Filled } from '../model/ledger.ts';
import { withoutAnswer, type PostContent } from '../model/post.ts';
import { comparePost, sameTags, showsTheSame, verifyWrite } from '../planning/compare.ts';
import { foreignPost, isForeign } from '../planning/foreign-post.ts';
import { addressKinds } from '../planning/plan-addresses.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import { filledAsRead } from '../planning/hole-addresses.ts';
import { asWritten, filledOf } from '../planning/known-addresses.ts';
import { anyNormalization } from '../planning/normalizations.ts';
import { lastTouched, wordsOfOthers } from '../planning/words-of-others.ts';
import type { SitePost } from '../ports/site.ts';
import { findWritten } from './find-written.ts';
import { isUnknown, sendOrFind } from './unknown-outcome.ts';
import { answerQuestion, replaceQuestion } from './write-question.ts';
import { done, held, learnedOf, type WriteContext, type WriteResult } from './write-result.ts';

/** As `WriteContext`, before what is sent is known. */
type StepContext = Omit<WriteContext, 'sent' | 'filled'> & { readonly addressOf: AddressOf };

/** Carries out one step whose intent is recorded, and verifies it by the site's own answer. */
export async function writeStep(
  change: PlannedStep,
  { addressOf, ...shared }: StepContext,
): Promise<WriteResult> {
  try {
    if (change.step.action === 'adopt') return await adopt(change, shared);
    const { content: sent, filled } = fillHoles(change.step.content, addressOf);
    const context = { ...shared, sent, filled };
    switch (change.step.action) {
      case 'create':
        return await create(change, context);
      case 'update':
      case 'merge':
      case 'overwrite':
        return await replacePost(change, context);
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
  if (content.kind === 'article') return done(change, made, context);
  const lesson = verifyWrite(content, made, context.encodings);
  const filled = filledIn(context.filled, withoutAnswer(change.step.content));
  return { outcome: 'partial', post: made.ref, activity: made.activity, filled, ...lesson };
}

/** So often is a post looked at again, where its change had to wait for so long that a look became old. */
const mostLooks = 4;

/** Changes a post that still is as it was planned for: it is read right before the write. */
async function replacePost(change: PlannedStep, context: WriteContext): Promise<WriteResult> {
  for (let look = 1; ; look += 1)
    try {
      return await replaceOnce(change, context);
    } catch (error) {
      const isStale = error instanceof Fault && error.outcome === 'stale';
      if (!isStale || look === mostLooks) throw error;
    }
}

async function replaceOnce(change: PlannedStep, context: WriteContext): Promise<WriteResult> {
  const { site, encodings, sent: content } = context;
  const { action, target } = change.step;
  if (!target || !change.expected)
    throw new TypeError(`${action} of ${change.source} names no post`);
  const current = await site.read(target);
  if (!current)
    return held('deleted', 'Its post was deleted since the plan.', 'Plan again to decide.');
  if (!current.editable)
    return held('locked', 'Its post was locked since the plan.', 'Unlock it, or plan again.');
  if (isForeign(current, change.record, context.account))
    return held(
      'locked',
      foreignPost.message,
      foreignPost.remedy.replace('SOURCE', () => change.source),
    );
  const addresses = asWritten(
    { ours: change.composed, addressOf: () => null, ...addressKinds(site) },
    change.record,
  );
  const shows = (known: PostContent, post: SitePost) =>
    comparePost(known, post, encodings, learnedOf(change, known), addresses).state === 'same';
  /** Whether our own write changed the tags, perhaps to others than those that were sent. */
  const replacedTags = (post: SitePost) =>
    !sameTags(current.tags, post.tags) &&
    wordsOfOthers(post, ['tags'], context.account) === null &&
    comparePost(
      content,
      post,
      encodings,
      [...learnedOf(change, content), 'tag-replaced'],
      addresses,
    ).state === 'same';
  const asPlanned =
    'content' in change.expected
      ? shows(change.expected.content, current)
      : lastTouched(current) === lastTouched(change.expected.post) &&
        showsTheSame(current, change.expected.post, encodings);
  if (!asPlanned) {
    if (shows(content, current)) return done(change, current, context, 'unchanged');
    return held(
      'moved',
      'Its post was edited on the site since the plan.',
      'Plan again: the edit will be merged, or shown as a conflict.',
    );
  }
  const written = await sendOrFind(
    () =>
      content.kind === 'question'
        ? replaceQuestion(change, content, current, context)
        : site.update(current, content, context.notAfter),
    async () => {
      const now = await site.read(target);
      return now && (shows(content, now) || replacedTags(now)) ? now : null;
    },
  );
  return done(change, written, context);
}

/** Of what goes into a content's holes, that which one of its writes puts there. */
function filledIn(filled: Filled, { holes = [] }: PostContent): Filled {
  const targets = new Set(holes.map(({ for: target }) => target));
  return Object.fromEntries(Object.entries(filled).filter(([target]) => targets.has(target)));
}

async function adopt(
  change: PlannedStep,
  context: Omit<WriteContext, 'sent' | 'filled'>,
): Promise<WriteResult> {
  const { site } = context;
  const { target, content } = change.step;
  const post = target && (await site.read(target));
  if (!post) return held('deleted', 'The post to adopt was deleted since the plan.', 'Plan again.');
  // What stands in its holes is what the post shows there.
  const state = { ours: change.composed, addressOf: () => null, ...addressKinds(site) };
  const { content: sent, filled } = filledAsRead(
    content,
    { body: post.body, answer: post.answer?.body ?? '' },
    anyNormalization,
    asWritten(state, change.record),
  );
  const known = { ...filledOf(state, change.record), ...change.record?.filled, ...filled };
  // A deleted answer is left to the next plan, as something to decide.
  const { kind, id } = post;
  const shown = post.answer ? post : { ...post, ref: { kind, id } };
  return done(change, shown, { ...context, sent, filled: known });
}
