import { digestOf } from '../../model/digest.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { ForgeKind } from '../source-kind.ts';
import { readPullRequest } from './read-pull-request.ts';

/**
 * Merged pull requests with a label: those that were updated since the cursor, and by number those of
 * which something is left to do, as what waits for an approval is not updated by waiting.
 */
export const pullRequestSource: ForgeKind = {
  from: 'forge',
  list: 'pull-requests',
  owns: ({ kind }) => kind === 'pull-request',
  shaping: ({ sources: { 'pull-requests': wanted } }) => ({
    pullRequests: wanted === false ? null : wanted.tags,
  }),
  async gather({ config, forge, recorded, mayBeSkipped, cursor, started, now }) {
    const wanted = config.sources['pull-requests'];
    if (wanted === false) return null;
    const stale = recorded.filter(({ record }) => !mayBeSkipped(record));
    const numbers = new Set([
      ...(cursor?.pending ?? []).flatMap(numberOf),
      ...stale.flatMap(({ record }) => numberOf(record.provenance)),
    ]);
    // The configured day, else that of the ledger's beginning.
    const since = Date.parse(wanted.since ?? new Date(started).toISOString().slice(0, 10));
    const labels = [wanted.article, wanted.faq];
    const query = digestOf({ since, labels });
    // What was passed over under another day or other labels was not updated since.
    const isSame = cursor && (cursor.query === undefined || cursor.query === query);
    const pulls = await forge.mergedPullRequests({
      since,
      updatedSince: isSame ? cursor.at : null,
      // Only the first list can go without those that had a label and have it no more.
      labels: cursor === null ? labels : [],
      numbers: [...numbers].sort((a, b) => a - b),
    });

    const readings = pulls.map((pull) => readPullRequest(pull, wanted, config.defaults, now));
    for (const { number } of pulls) numbers.add(number);
    return {
      drafts: readings.flatMap(({ drafts }) => drafts),
      findings: readings.flatMap(({ findings }) => findings),
      unread: recorded.filter(
        ({ record }) => !numberOf(record.provenance).some((number) => numbers.has(number)),
      ),
      seen: {
        at: pulls.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), cursor?.at ?? 0),
        query,
      },
    };
  },
};

function numberOf(provenance: Provenance | null): [] | [number] {
  return provenance?.kind === 'pull-request' ? [provenance.number] : [];
}
