import type { RestAnswer, RestCall } from './rest-call.ts';

/** One page of a list, with the addresses of the others in `Link`. */
export function paged(
  { github, query }: RestCall,
  path: string,
  items: readonly object[],
): RestAnswer {
  const size = Math.min(100, Math.max(1, number(query.get('per_page'), 30)));
  const page = Math.max(1, number(query.get('page'), 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string): string => {
    const search = new URLSearchParams(query);
    search.set('page', String(to));
    return `<${github.origin}/repositories/${github.id}/${path}?${search.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    status: 200,
    body: items.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { Link: links.join(', ') },
  };
}

function number(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}
