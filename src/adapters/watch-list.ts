import type { Clock } from '../ports/clock.ts';
import { isObject } from '../model/is-object.ts';

/** No account has as many posts, and no list that we read as many entries. */
const mostItems = 100_000;
/** As many entries, where a site gives 15 at a time. */
const mostPages = 7000;
/** How long one list may take in all, in milliseconds. */
const longestMs = 10 * 60_000;
/** Entries move to a later page while a list is read, but seldom all of a page, and pages on end. */
const mostStalePages = 3;

/**
 * Watches a list that is read page by page, as no server may keep a run for ever. Told each page, whose
 * entries have an `id`, it says why the next one must not be asked for; null: it may.
 */
export function watchList(clock: Pick<Clock, 'now'>) {
  const ids = new Set<unknown>();
  const start = clock.now();
  let pages = 0;
  let stale = 0;
  return ({ items, total }: { readonly items: readonly unknown[]; readonly total: number }) => {
    const before = ids.size;
    for (const item of items) if (isObject(item)) ids.add(item['id']);
    stale = ids.size > before ? 0 : stale + 1;
    pages += 1;
    if (stale >= mostStalePages) return 'its pages repeat';
    if (clock.now() - start > longestMs) return `it took longer than ${longestMs / 60_000} minutes`;
    const many = Math.max(total, ids.size) > mostItems || pages >= mostPages;
    return many ? `it has more than ${mostItems} entries` : null;
  };
}
