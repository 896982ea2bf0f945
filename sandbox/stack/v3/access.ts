import { mayEdit } from '../changes.ts';
import { people } from '../people.ts';
import type { PostKind, PostOf } from '../post.ts';
import { forbidden, modelProblem, notFound } from '../problem.ts';
import type { Call } from './call.ts';

/** What the site calls each kind of post in its refusals. */
export const postLabels = { article: 'Article', question: 'Question', answer: 'Answer' } as const;

/** The id in a variable segment of the path: that of a user may be below 0. */
export function idOf(call: Call, index: number, name: string): number {
  const text = call.params[index] ?? '';
  if (name === 'userId' && text === String(people.community.id)) return people.community.id;
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (id < 1 || id > 2_147_483_647)
    throw modelProblem({ [name]: [`The value '${text}' is not valid.`] });
  return id;
}

/** A post that the caller can see: administrators see deleted ones too. */
export function visible<Kind extends PostKind>(call: Call, kind: Kind, id: number): PostOf<Kind> {
  const post = call.stack.posts.get(kind, id);
  if (post === null || (post.deleted !== null && call.token.person.role !== 'Moderator'))
    throw notFound(postLabels[kind], id);
  return post;
}

/** A post that the caller may edit now. */
export function editable<Kind extends PostKind>(call: Call, kind: Kind, id: number): PostOf<Kind> {
  const post = call.stack.posts.get(kind, id);
  if (post === null || post.deleted !== null) throw notFound(postLabels[kind], id);
  if (!mayEdit(call.stack, call.token.person, post)) throw forbidden();
  return post;
}
