import type { LedgerIndex, LedgerRecord } from '../model/ledger.ts';
import type { PostRef } from '../model/post.ts';
import type { AddressOf } from './fill-holes.ts';

/**
 * The addresses of sources: a source has one while its record has a post that the site still has. The
 * address is built from the post's id, never taken from an answer of the site. Those whose record
 * `isKnown` rejects have none.
 */
export function postAddresses(
  { records }: Pick<LedgerIndex, 'records'>,
  urlOf: (post: PostRef) => string,
  isKnown: (record: LedgerRecord) => boolean = () => true,
): AddressOf {
  return (target) => {
    const record = Object.hasOwn(records, target) ? records[target] : undefined;
    if (!record?.post || record.gone || record.forgotten || !isKnown(record)) return null;
    return urlOf(record.post);
  };
}
