/** A page of a list, with what its headers say. */
export interface Page {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Takes a page of a list as `page` and `per_page` ask for it: 20 items where they say nothing. */
export function paged<Item>(
  items: readonly Item[],
  query: URLSearchParams,
  model: (item: Item) => unknown,
): Page {
  const number = (name: string, usual: number, most: number) => {
    const given = query.get(name) ?? '';
    return /^[1-9]\d{0,6}$/.test(given) ? Math.min(Number(given), most) : usual;
  };
  const size = number('per_page', 20, 100);
  const page = number('page', 1, 1e6);
  const pages = Math.max(1, Math.ceil(items.length / size));
  return {
    body: items.slice((page - 1) * size, page * size).map(model),
    headers: {
      'X-Page': String(page),
      'X-Per-Page': String(size),
      'X-Next-Page': page < pages ? String(page + 1) : '',
      'X-Total': String(items.length),
      'X-Total-Pages': String(pages),
    },
  };
}
