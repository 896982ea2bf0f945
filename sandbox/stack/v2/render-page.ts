import type { Call, Page } from './call.ts';
import { filtered } from './filtered.ts';
import type { Filter } from './filters.ts';
import type { RenderedPage } from './rendered-page.ts';

/** Makes the items of a page as a filter wants them. */
export async function renderPage(
  stack: Call['stack'],
  page: Page,
  filter: Filter,
): Promise<RenderedPage> {
  const times = timesEncoded(stack);
  const items = await Promise.all(page.items.map((model) => filtered(model, filter, times)));
  return { ...page, items };
}

/** How often the texts of an answer are encoded where its filter is safe. */
function timesEncoded({ switches, v2 }: Call['stack']): number {
  if (switches.filterEncoding === 'varying') return 1 + (v2.countEncoding() % 2);
  return switches.filterEncoding === 'once' ? 1 : 2;
}
