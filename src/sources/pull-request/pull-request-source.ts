import { digestOf } from '../../model/digest.ts';
import type { Instant } from '../../model/post.ts';
import { changeNumber } from '../../model/provenance.ts';
import type { ForgeKind } from '../source-kind.ts';
import { isMadeFromPulls } from '../release/made-from-pulls.ts';
import { isFaq, readPullRequest } from './read-pull-request.ts';

/**
 * Merged pull requests with a label: those that were updated since the cursor, and by number those of
 * which something is left to do, as what waits for an approval is not updated by waiting.
 */
export const pullRequestSource: ForgeKind = {
  from: 'forge',
  list: 'pull-requests',
  owns: (provenance) => changeNumber(provenance).length > 0,
  shaping: ({ sources: { 'pull-requests': wanted } }) => ({
    pullRequests: wanted === false ? null : wanted.tags,
  }),
  async gather({ config, forge, recorded, mayBeSkipped, cursor, started, now }) {
    const wanted = config.sources['pull-requests'];
    if (wanted === false) return null;
    // Notes for Articles are then parts of releases, whichever branch they were merged into, and when.
    const inReleases = isMadeFromPulls(config.sources);
    const own = recorded.filter(({ record }) => !inReleases || record.kind === 'question');
    const stale = own.filter(({ record }) => !mayBeSkipped(record));
    const numbers = new Set([
      ...(cursor?.pending ?? []).flatMap(changeNumber),
      ...stale.flatMap(({ record }) => changeNumber(record.provenance)),
    ]);
    const since = sinceOf(wanted, started);
    const labels = [wanted.article, wanted.faq];
    const query = digestOf({ since, labels });
    // What was passed over under another day or other labels was not updated since.
    const isSame = cursor && (cursor.query === undefined || cursor.query === query);
    const pulls = await forge.mergedPullRequests({
      since: inReleases && isSame ? 0 : since,
      updatedSince: isSame ? cursor.at : null,
      // Only the first list can go without those that had a label and have it no more.
      labels: cursor === null ? labels : [],
      numbers: [...numbers].sort((a, b) => a - b),
      anyBase: inReleases,
      releases: config.sources.releases !== false,
    });
    if (pulls === null) return null;

    const readings = pulls
      .filter(({ intoDefault, mergedAt }) => intoDefault && mergedAt >= since)
      .filter((pull) => !inReleases || isFaq(pull, wanted))
      .map((pull) => readPullRequest(pull, wanted, config.defaults, now));
    for (const { number } of pulls) numbers.add(number);
    return {
      drafts: readings.flatMap(({ drafts }) => drafts),
      findings: readings.flatMap(({ findings }) => findings),
      unread: own.filter(
        ({ record }) => !changeNumber(record.provenance).some((number) => numbers.has(number)),
      ),
      seen: {
        at: pulls.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), cursor?.at ?? 0),
        query,
      },
      pulls,
    };
  },
};

/** From when on pull requests are taken: the configured day, else that of the ledger's beginning. */
export function sinceOf({ since }: { readonly since: string | null }, started: Instant): Instant {
  return Date.parse(since ?? new Date(started).toISOString().slice(0, 10));
}
