import type { PostKind, PostOf } from '../post.ts';
import type { Call, Method, Page } from './call.ts';
import { pageOfPosts } from './lists.ts';
import { postPaths } from './models.ts';
import { idsIn } from './parameters.ts';
import { noMethod } from './problem.ts';

/** The posts that there are. */
export const reads: readonly Method[] = [
  { method: 'GET', path: 'articles', needs: 'reader', run: (call) => all(call, 'article') },
  { method: 'GET', path: 'questions', needs: 'reader', run: (call) => all(call, 'question') },
  {
    method: 'GET',
    path: 'users/*/articles',
    needs: 'reader',
    offered: ({ usersArticles }) => usersArticles,
    run: (call) => ofOwners(call, 'article'),
  },
  {
    method: 'GET',
    path: 'users/*/questions',
    needs: 'reader',
    run: (call) => ofOwners(call, 'question'),
  },
  {
    method: 'GET',
    path: 'me/articles',
    needs: 'user',
    offered: ({ usersArticles }) => usersArticles,
    run: (call) => ofMe(call, 'article'),
  },
  { method: 'GET', path: 'me/questions', needs: 'user', run: (call) => ofMe(call, 'question') },
  ...(['article', 'question', 'answer'] as const).map((kind): Method => ({
    method: 'GET',
    path: `${postPaths[kind]}/*`,
    needs: 'reader',
    run: (call) => pageOfPosts(call, kind, present(call, kind, idsOf(call))),
  })),
  {
    method: 'GET',
    path: 'questions/*/answers',
    needs: 'reader',
    run: (call) => {
      const questions = present(call, 'question', idsOf(call));
      const ids = questions.flatMap(({ answers }) => answers);
      return pageOfPosts(call, 'answer', present(call, 'answer', ids));
    },
  },
];

/** The ids in the first variable segment. */
export function idsOf({ segments }: Call): number[] {
  const ids = idsIn(segments[0] ?? '');
  if (ids === null) throw noMethod();
  return ids;
}

/** Those that exist and are not deleted: the others are left out of an answer. */
function present<Kind extends PostKind>(
  { stack }: Call,
  kind: Kind,
  ids: readonly number[],
): PostOf<Kind>[] {
  return ids.flatMap((id) => {
    const post = stack.posts.get(kind, id);
    return post === null || post.deleted !== null ? [] : [post];
  });
}

function all(call: Call, kind: 'article' | 'question'): Page {
  return pageOfPosts(call, kind, call.stack.posts.ordered(kind, 'activity'));
}

function ofOwners(call: Call, kind: 'article' | 'question'): Page {
  return ownedBy(call, kind, idsOf(call));
}

function ofMe(call: Call, kind: 'article' | 'question'): Page {
  return ownedBy(call, kind, call.token === null ? [] : [call.token.person.id]);
}

function ownedBy(call: Call, kind: 'article' | 'question', owners: readonly number[]): Page {
  const posts = call.stack.posts.ordered(kind, 'activity');
  return pageOfPosts(
    call,
    kind,
    posts.filter(({ owner }) => owners.includes(owner)),
  );
}
