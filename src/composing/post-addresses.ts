import type { LedgerIndex } from '../model/ledger.ts';
import type { PostRef } from '../model/post.ts';
import type { AddressOf } from './fill-holes.ts';

/**
 * The addresses of sources: a source has one while its record has a post that the site still has. The
 * address is built from the post's id, never taken from an answer of the site.
 */
export function postAddresses(
  { records }: Pick<LedgerIndex, 'records'>,
  urlOf: (post: PostRef) => string,
): AddressOf {
  return (target) => {
    const record = records[target];
    if (!record?.post || record.gone || record.forgotten) return null;
    return urlOf(record.post);
  };
}
