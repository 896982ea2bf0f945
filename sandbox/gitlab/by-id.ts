import { notFound } from './records.ts';

/** What has a number, as a path spells it. Throws 404 where there is none. */
export function byId<Item>(items: ReadonlyMap<number, Item>, id: string | undefined): Item {
  const item = /^\d{1,12}$/.test(id ?? '') ? items.get(Number(id)) : undefined;
  if (item === undefined) throw notFound('');
  return item;
}
