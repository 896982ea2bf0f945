import type { LedgerRecord } from './ledger.ts';

/**
 * Says which rule a record breaks that holds for each record that a run of ours wrote, as the end of a
 * sentence; null: none. Whoever may push to the repository can write the ledger, so that what follows
 * from a record is only as good as the record.
 */
export function recordFlaw(record: LedgerRecord): string | null {
  const { kind, post, complete, intent, forgotten } = record;
  if (post && post.kind !== kind) return `it is of the kind ${kind}, and its post of another`;
  if (post?.answer !== undefined && kind === 'article') return 'its article has an answer';
  if (!post && !forgotten) {
    if (complete || record.gone || record.otherOwner)
      return 'it has no post, and says something of one';
    if (intent && intent.action !== 'create') return 'it has no post, and is about to change it';
  }
  // A question is written in parts, an article twice only where an address is still to come.
  const awaitsAddress = Object.values(record.filled).includes(null);
  if (post && !complete && kind === 'article' && (!awaitsAddress || intent?.action === 'create'))
    return 'its article was created, and still is to be';
  if (record.members !== null && record.provenance?.kind !== 'release')
    return 'it has the members of a release, and is none';
  return null;
}
