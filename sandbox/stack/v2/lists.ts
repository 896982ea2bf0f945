import type { Post } from '../post.ts';
import type { Call, Page } from './call.ts';
import { postModel, wireDate } from './models.ts';
import { badParameter } from './problem.ts';

const sorts = ['activity', 'creation', 'votes'] as const;
const orders = ['asc', 'desc'] as const;
type Sort = (typeof sorts)[number];

/**
 * The page of a list of posts that a request asks for. `fromdate` and `todate` limit the creation
 * date, `min` and `max` what it is sorted by; all in seconds, both ends included.
 */
export function pageOfPosts(
  { stack, parameters }: Call,
  type: Post['kind'],
  posts: readonly Post[],
): Page {
  const sort = parameters.choice('sort', sorts) ?? 'activity';
  const order = parameters.choice('order', orders) ?? 'desc';
  const { page, pageSize } = parameters.paging();
  const from = parameters.integer('fromdate');
  const to = parameters.integer('todate');
  const min = parameters.integer('min');
  const max = parameters.integer('max');
  const tags = type === 'answer' ? [] : parameters.list('tagged');
  if (tags.length > 5) throw badParameter('tagged');
  const kept = posts
    .filter((post) => within(wireDate(post.created), from, to))
    .filter((post) => within(wireRank(post, sort), min, max))
    .filter((post) => post.kind === 'answer' || tags.every((tag) => post.tags.includes(tag)))
    .sort((a, b) => rank(a, sort) - rank(b, sort) || a.id - b.id);
  if (order === 'desc') kept.reverse();
  const start = (page - 1) * pageSize;
  const items = kept.slice(start, start + pageSize).map((post) => postModel(stack, post));
  return { type, items, total: kept.length, page, pageSize };
}

function within(value: number, from: number | null, to: number | null): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

/** Nobody votes here: every score is 0, and the id decides. */
function rank(post: Post, sort: Sort): number {
  if (sort === 'votes') return 0;
  return sort === 'activity' ? post.activity : post.created;
}

function wireRank(post: Post, sort: Sort): number {
  return sort === 'votes' ? 0 : wireDate(rank(post, sort));
}
