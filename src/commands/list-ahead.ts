import type { Config } from '../config/schema.ts';
import type { PostKind } from '../model/draft.ts';
import type { LedgerIndex } from '../model/ledger.ts';
import type { Site } from '../ports/site.ts';

/**
 * Asks for the first pages of the account's lists at once, while the site is still asked whose token
 * this is, so that a plan with nothing to do takes one round trip. The account is the one of the last
 * plan: a claim. The site that is returned gives what came of it once, and only for that account.
 */
export function listAhead(
  site: Site,
  index: Pick<LedgerIndex, 'account' | 'records'>,
  { account }: Pick<Config['destination'], 'account'>,
): Site {
  const claimed = account ?? index.account;
  // What an API has to recall first is not known yet.
  if (claimed === undefined || site.quirks) return site;
  const pages = new Map<PostKind, ReturnType<Site['list']>>();
  for (const kind of new Set(Object.values(index.records).map((record) => record.kind))) {
    const page = site.list(kind, claimed, 1);
    page.catch(() => {});
    pages.set(kind, page);
  }
  const list: Site['list'] = (kind, author, number) => {
    const page = author === claimed && number === 1 ? pages.get(kind) : undefined;
    pages.delete(kind);
    return page ?? site.list(kind, author, number);
  };
  // Not a copy, as some members are read anew each time.
  return Object.create(site, { list: { value: list, enumerable: true } }) as Site;
}
