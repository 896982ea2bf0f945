import type { Call } from './call.ts';

/** One page of a list in the envelope of every list. An empty list has one page. */
export async function pageOf<Item>(
  query: Call['query'],
  list: readonly Item[],
  sort: string,
  order: string,
  model: (item: Item) => unknown,
): Promise<object> {
  const { page, pageSize } = query.paging();
  const start = (page - 1) * pageSize;
  const items = await Promise.all(list.slice(start, start + pageSize).map(model));
  return {
    totalCount: list.length,
    pageSize,
    page,
    totalPages: Math.max(1, Math.ceil(list.length / pageSize)),
    sort,
    order,
    items,
  };
}
