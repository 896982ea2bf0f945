import type { Action } from '../model/plan.ts';
import type { PostContent } from '../model/post.ts';
import { comparePost } from '../planning/compare.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import type { SitePost } from '../ports/site.ts';
import { sendOrFind } from './unknown-outcome.ts';
import { replaceQuestion } from './write-question.ts';
import { done, held, type WriteContext, type WriteResult } from './write-result.ts';

/** Changes a post that still is as it was planned for: it is read right before the write. */
export async function replacePost(
  change: PlannedStep,
  action: Extract<Action, 'update' | 'merge'>,
  context: WriteContext,
): Promise<WriteResult> {
  const { site, encodings, sent: content } = context;
  const { target } = change.step;
  if (!target || !change.expected)
    throw new TypeError(`${action} of ${change.source} names no post`);
  const current = await site.read(target);
  if (!current)
    return held('deleted', 'Its post was deleted since the plan.', 'Plan again to decide.');
  if (!current.editable)
    return held('locked', 'Its post was locked since the plan.', 'Unlock it, or plan again.');
  // An id in the ledger is a claim: never write into a post of somebody else.
  if (current.owner !== context.account && !change.record?.otherOwner)
    return held(
      'locked',
      'Its post belongs to another account, and nothing recorded that it was linked.',
      `Run \`adopt ${change.source} URL\` if it is the right post.`,
    );
  const normalizations = change.record?.normalizations ?? [];
  const shows = (known: PostContent, post: SitePost) =>
    comparePost(known, post, encodings, normalizations).state === 'same';
  const asPlanned =
    'content' in change.expected
      ? shows(change.expected.content, current)
      : current.activity === change.expected.activity;
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
      return now && shows(content, now) ? now : null;
    },
  );
  return done(change, written, context);
}
