import type { PostStore, PostSort } from '../post-store.ts';
import type { StoredArticle, StoredQuestion } from '../post.ts';
import type { Query } from './query.ts';

const postSorts = ['activity', 'creation', 'score'] as const;
export const sortOrders = ['asc', 'desc'] as const;

interface Selection<P> {
  readonly list: readonly P[];
  readonly sort: PostSort;
  readonly order: 'asc' | 'desc';
}

/** The posts that a list's query asks for. `from` and `to` limit the creation date, both included. */
export function selectPosts<P extends StoredArticle | StoredQuestion>(
  store: PostStore,
  kind: P['kind'],
  query: Query,
): Selection<P> {
  const sort = query.choice('sort', postSorts, 'activity');
  const order = query.choice('order', sortOrders, 'desc');
  const author = query.integer('authorId');
  const tagIds = query.integers('tagId');
  const from = query.instant('from');
  const to = query.instant('to');
  query.paging();
  const ascending = store.ordered(kind, sort) as readonly P[];
  const names = tagIds.map((id) => [...store.tags()].find((tag) => tag.id === id)?.name ?? null);
  const fits = (post: P): boolean =>
    (author === null || post.owner === author) &&
    (from === null || post.created >= from) &&
    (to === null || post.created <= to) &&
    names.every((name) => name !== null && post.tags.includes(name));
  const all = author === null && from === null && to === null && names.length === 0;
  const kept = all ? ascending : ascending.filter(fits);
  return { list: order === 'asc' ? kept : kept.toReversed(), sort, order };
}
