import type { Action } from '../model/plan.ts';
import type { PostContent } from '../model/post.ts';
import { comparePost } from '../planning/compare.ts';
import type { StepRow } from '../planning/row.ts';
import type { SitePost } from '../ports/site.ts';
import { isUnknown, orNothing } from './unknown-outcome.ts';
import { replaceQuestion } from './write-question.ts';
import { done, held, type WriteContext, type Written } from './written.ts';

/** Changes a post that still is as it was planned for: it is read right before the write. */
export async function replacePost(
  row: StepRow,
  action: Extract<Action, 'update' | 'merge'>,
  context: WriteContext,
): Promise<Written> {
  const { site, encodings } = context;
  const { target, content } = row.step;
  if (!target || !row.expected) throw new TypeError(`${action} of ${row.source} names no post`);
  const current = await site.read(target);
  if (!current)
    return held('deleted', 'Its post was deleted since the plan.', 'Plan again to decide.');
  if (!current.editable)
    return held('locked', 'Its post was locked since the plan.', 'Unlock it, or plan again.');
  // An id in the ledger is a claim: never write into a post of somebody else.
  if (current.owner !== context.account && !row.record?.otherOwner)
    return held(
      'locked',
      'Its post belongs to another account, and nothing recorded that it was linked.',
      `Run \`adopt ${row.source} URL\` if it is the right post.`,
    );
  const form = row.record?.form ?? [];
  const shows = (known: PostContent, post: SitePost) =>
    comparePost(known, post, encodings, form).state === 'same';
  const asPlanned =
    'content' in row.expected
      ? shows(row.expected.content, current)
      : current.activity === row.expected.activity;
  if (!asPlanned) {
    if (shows(content, current)) return done(row, current, context, 'unchanged');
    return held(
      'moved',
      'Its post was edited on the site since the plan.',
      'Plan again: the edit will be merged, or shown as a conflict.',
    );
  }
  try {
    const written =
      content.kind === 'question'
        ? await replaceQuestion(row, content, current, context)
        : await site.update(current, content, context.notAfter);
    return done(row, written, context);
  } catch (error) {
    if (!isUnknown(error)) throw error;
    const now = await orNothing(site.read(target));
    if (now && shows(content, now)) return done(row, now, context);
    throw error;
  }
}
