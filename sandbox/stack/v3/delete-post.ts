import { mayManage, setDeleted } from '../changes.ts';
import type { Post } from '../post.ts';
import { domainProblem, forbidden, notFound } from '../problem.ts';
import { postLabels } from './access.ts';
import type { Answer, Call } from './call.ts';

/** Deletes a post softly, for its owner and for moderators; null: there is none with this id. */
export function deletePost(call: Call, kind: Post['kind'], id: number, post: Post | null): Answer {
  const label = postLabels[kind];
  if (post === null) throw notFound(label, id);
  if (!mayManage(call.token.person, post)) throw forbidden();
  if (post.deleted !== null)
    throw domainProblem(
      400,
      `delete/${label}AlreadyDeleted`,
      `${label} already deleted.`,
      'This post is already deleted',
    );
  setDeleted(call.stack, post, true, call.at);
  return { status: 204 };
}
