import type { Filter } from './filters.ts';
import type { RenderedPage } from './rendered-page.ts';
import type { Quota } from './request-throttle.ts';

/** The wrapper around the items, with the fields that the filter lets through. */
export function wrapped(
  { type, items, total, page, pageSize }: RenderedPage,
  filter: Filter,
  quota: Quota,
  backoff: number | null,
): object {
  const fields = {
    items,
    has_more: page * pageSize < total,
    ...(backoff === null ? {} : { backoff }),
    quota_max: quota.max,
    quota_remaining: quota.remaining,
    page,
    page_size: pageSize,
    total,
    type,
  };
  const chosen = Object.entries(fields).filter(([name]) => filter.fields.has(`.${name}`));
  return Object.fromEntries(chosen);
}
