import type { LedgerRecord } from '../model/ledger.ts';
import type { SitePost } from '../ports/site.ts';

/**
 * Whether a record's post belongs to another account, and nobody linked it: an id in the ledger is a
 * claim, and a post of somebody else is never written into for it.
 */
export function isForeign(
  { owner }: Pick<SitePost, 'owner'>,
  record: Pick<LedgerRecord, 'otherOwner'> | null,
  account: number,
): boolean {
  return owner?.id !== account && record?.otherOwner !== true;
}

/** What is said of it. In `remedy`, SOURCE stands for the source's key. */
export const foreignPost = {
  message: 'Its post belongs to another account, and nothing recorded that it was linked.',
  remedy: 'Run `adopt SOURCE URL` if it is the right post.',
} as const;
