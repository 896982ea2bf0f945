import type { Config } from '../config/schema.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { LedgerIndex, LedgerRecord } from '../model/ledger.ts';
import type { Instant } from '../model/post.ts';
import { pullRequestOf } from '../model/pull-request-of.ts';
import type { Forge } from '../ports/forge.ts';
import { readPullRequest } from '../sources/pull-request/pull-request.ts';

/** What the merged pull requests say. */
export interface GatheredPullRequests {
  readonly drafts: readonly Draft[];
  readonly findings: readonly Finding[];
  /** The records whose pull request was not updated since it was last read. */
  readonly unread: readonly { readonly key: string; readonly record: LedgerRecord }[];
  /** The numbers of the marked ones that were read. */
  readonly read: readonly number[];
  /** The newest update seen. */
  readonly newest: Instant;
  /** The digest of what was asked for. */
  readonly query: Digest;
}

export interface PullRequestOptions {
  readonly forge: Forge;
  readonly config: Pick<Config, 'sources' | 'defaults'>;
  readonly index: LedgerIndex;
  readonly settings: Digest;
  readonly recompose: boolean;
  readonly now: Instant;
}

/**
 * Reads the merged pull requests that were updated since the ledger's cursor, and by number those of
 * which something is left to do: what waits for an approval is not updated by waiting. Null where the
 * configuration wants none.
 */
export async function gatherPullRequests(
  options: PullRequestOptions,
): Promise<GatheredPullRequests | null> {
  const { forge, config, index, settings, recompose } = options;
  const wanted = config.sources['pull-requests'];
  const cursor = index.pullRequests;
  if (wanted === false) return null;

  const recorded = Object.entries(index.records).flatMap(([key, record]) => {
    const number = pullRequestOf(record);
    return number === null ? [] : [{ key, record, number }];
  });
  const stale = recorded.filter(
    ({ record }) =>
      recompose ||
      record.settings !== settings ||
      record.intent !== null ||
      record.resolution !== null ||
      !record.complete ||
      record.base === null,
  );
  const numbers = new Set([...(cursor?.pending ?? []), ...stale.map(({ number }) => number)]);
  const since = sinceOf(wanted.since, index.started ?? options.now);
  const labels = [wanted.article, wanted.faq];
  const query = digestOf({ since, labels });
  // What was passed over under another day or other labels was not updated since.
  const known = cursor && (cursor.query === undefined || cursor.query === query) ? cursor.at : null;
  const pulls = await forge.mergedPullRequests({
    since,
    updatedSince: known,
    // Only the first list can go without those that had a label and have it no more.
    labels: cursor === null ? labels : [],
    numbers: [...numbers].sort((a, b) => a - b),
  });

  const seen = new Set(pulls.map(({ number }) => number));
  const drafts: Draft[] = [];
  const findings: Finding[] = [];
  const read: number[] = [];
  for (const pull of pulls) {
    const { article, faq, tags } = wanted;
    const reading = readPullRequest(pull, { article, faq, tags, defaults: config.defaults });
    drafts.push(...reading.drafts);
    findings.push(...reading.findings);
    if (reading.drafts.length + reading.findings.length > 0) read.push(pull.number);
  }
  return {
    drafts,
    findings,
    unread: recorded.filter(({ number }) => !seen.has(number) && !numbers.has(number)),
    read,
    newest: pulls.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), cursor?.at ?? 0),
    query,
  };
}

/** The configured day, else that of the ledger's beginning: what was merged before is history. */
function sinceOf(configured: string | null, started: Instant): Instant {
  return Date.parse(configured ?? new Date(started).toISOString().slice(0, 10));
}
