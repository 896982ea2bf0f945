import type { PostKind } from '../../model/draft.ts';
import type { PostContent, PostRef } from '../../model/post.ts';
import type { SitePost } from '../../ports/site.ts';
import type { Purpose } from './open-channel.ts';
import { nameOf } from './post-name.ts';

// What writes are for, in the words of an error: the same over each version of the API.

export const toCreate = (content: PostContent): Purpose => ({ doing: `create ${nameOf(content)}` });

export const toUpdate = (kind: PostKind, { id, editable }: SitePost): Purpose => ({
  doing: `update ${kind} ${id}`,
  changesPost: true,
  // Where the site says that we may not edit this post, the token may still be good for others.
  ...(!editable && { forbidden: 'Let the account edit the post on the site, or unlock it there.' }),
});

export const toAnswerQuestion = ({ id }: PostRef): Purpose => ({
  doing: `answer question ${id}`,
  changesPost: true,
});

export const toUpdateAnswer = ({ id }: PostRef): Purpose => ({
  doing: `update the answer of question ${id}`,
  changesPost: true,
});

export const toAccept = ({ id }: PostRef): Purpose => ({
  doing: `accept the answer of question ${id}`,
  forbidden: 'Publish again later: some sites let nobody accept an answer of their own at once.',
});

/** The id of a question's answer. Throws a `TypeError` where it has none. */
export function answerIn({ id, answer }: PostRef): number {
  if (answer === undefined) throw new TypeError(`question ${id} has no answer yet`);
  return answer;
}
