import type { Account } from '../model/destination.ts';
import type { Instant } from '../model/post.ts';
import type { SiteAnswer, SitePost } from '../ports/site.ts';
import type { Field } from './compare.ts';

/** Somebody's words that a step replaces. */
export interface WordsOfOthers {
  /** Who wrote them; null where that account is gone. */
  readonly by: Account | null;
  /** When the post was last touched. */
  readonly at: Instant;
  /** Whose post it is. */
  readonly owner: Account | null;
}

/**
 * Tells whose words stand in these fields of a post, where they are not our account's; a question and
 * its answer are looked at apart. Null where they are ours, or where the API names no editor: then the
 * text alone tells.
 */
export function wordsOfOthers(
  post: SitePost,
  fields: readonly Field[],
  account: number,
): WordsOfOthers | null {
  const isAnswer = (field: Field) => field === 'answer';
  const parts = [
    ...(fields.every(isAnswer) ? [] : [post]),
    ...(post.answer && fields.some(isAnswer) ? [post.answer] : []),
  ];
  const other = parts.find(
    (part) => part.lastEditor !== undefined && lastWriter(part)?.id !== account,
  );
  return other ? wordsIn(other, post) : null;
}

/** The words of a post's part, whoever wrote them. */
export function wordsIn(part: SitePost | SiteAnswer, post: SitePost): WordsOfOthers {
  return { by: lastWriter(part), at: lastTouched(post), owner: post.owner };
}

/** The last activity of a post or of its answer: not every site counts an edit of an answer as its question's. */
export function lastTouched({ activity, answer }: SitePost): Instant {
  return Math.max(activity, answer?.activity ?? activity);
}

function lastWriter({ lastEditor, owner }: SitePost | SiteAnswer): Account | null {
  return lastEditor ?? owner;
}
