import type { Clock } from '../../ports/clock.ts';
import type { MergedPullRequest, PullRequestQuery } from '../../ports/forge.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { askedPulls } from '../forge-lists.ts';
import { watchList } from '../watch-list.ts';
import { endless, type Gitea } from './open-gitea.ts';
import { mergedPullRequest, pullRequest } from './pull-request-shape.ts';

const asked: Asked = {
  doing: 'read the merged pull requests',
  needs:
    'Check that the repository has pull requests, and give the job `permissions: { pull-requests: read }`; or set sources.pull-requests to false.',
};
/** What is listed may lag behind what the forge was told. */
const overlapMs = 5 * 60_000;
/** So many are read by number at once. */
const atOnce = 6;

interface Listing {
  readonly gitea: Gitea;
  readonly clock: Clock;
  /** The repository's path below the API's address. */
  readonly here: string;
  readonly defaultBranch: string;
}

/** Lists merged pull requests by their last update, and reads the wanted ones by number. */
export async function listMerged(
  listing: Listing,
  query: PullRequestQuery,
): Promise<MergedPullRequest[]> {
  const { since, updatedSince } = query;
  const bound = Math.max(since, (updatedSince ?? Number.NEGATIVE_INFINITY) - overlapMs);
  const found = new Map<number, MergedPullRequest>();
  const seen = new Set<number>();
  const watch = watchList(listing.clock);
  const { gitea, here, defaultBranch } = listing;
  const path = `${here}/pulls?state=closed&sort=recentupdate`;
  for await (const items of gitea.pages(asked, path, pullRequest)) {
    for (const item of items) {
      if (item.updated_at < bound) continue;
      seen.add(item.number);
      const merged = mergedPullRequest(item, defaultBranch);
      if (merged) found.set(merged.number, merged);
    }
    if ((items.at(-1)?.updated_at ?? bound) < bound) break;
    const why = watch({ items: items.map(({ number: id }) => ({ id })), total: 0 });
    if (why !== null) throw endless(asked, why);
  }
  const missing = query.numbers.filter((number) => !seen.has(number));
  for (const each of await readPulls(listing, missing)) found.set(each.number, each);
  return askedPulls(found.values(), query);
}

/** Reads merged pull requests by number. */
export async function readPulls(
  { gitea, here, defaultBranch }: Listing,
  numbers: readonly number[],
): Promise<MergedPullRequest[]> {
  const wanted = [...new Set(numbers)].filter((number) => number > 0 && number < 2 ** 31);
  const found: MergedPullRequest[] = [];
  for (let at = 0; at < wanted.length; at += atOnce) {
    const some = wanted
      .slice(at, at + atOnce)
      .map((number) => gitea.find(asked, `${here}/pulls/${number}`, pullRequest, [404]));
    for (const each of await Promise.all(some)) {
      const merged = each && mergedPullRequest(each, defaultBranch);
      if (merged) found.push(merged);
    }
  }
  return found.sort((a, b) => a.number - b.number);
}
