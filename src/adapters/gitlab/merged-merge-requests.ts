import { Fault } from '../../model/error.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MergedPullRequest, PullRequestQuery } from '../../ports/forge.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { askedPulls } from '../forge-lists.ts';
import { watchList } from '../watch-list.ts';
import { mergedMergeRequest, mergeRequests } from './merge-request-shape.ts';
import type { GitLab } from './open-gitlab.ts';

const asked: Asked = {
  doing: 'read the merged merge requests',
  needs:
    'Check that the project has merge requests and that the token may read them (GITLAB_TOKEN: `read_api`), or set sources.pull-requests to false.',
};
const perPage = 100;
/** What is listed may lag behind what GitLab was told. */
const overlapMs = 5 * 60_000;
/** No date that GitLab takes is later. */
const latest = Date.parse('9999-12-31T00:00:00Z');

interface Listing {
  readonly gitlab: GitLab;
  readonly clock: Clock;
  /** The project as it stands in a path: its id, or its encoded path. */
  readonly project: string;
  readonly defaultBranch: string;
}

/** Lists merged merge requests by their last update, and reads the wanted ones by number. */
export async function listMergedRequests(
  listing: Listing,
  query: PullRequestQuery,
): Promise<MergedPullRequest[]> {
  const { since, updatedSince, labels, anyBase = false } = query;
  const from = Math.max(since, (updatedSince ?? Number.NEGATIVE_INFINITY) - overlapMs);
  const after = new Date(Math.min(Math.max(from, 0), latest)).toISOString();
  const target = anyBase ? '' : `&target_branch=${encodeURIComponent(listing.defaultBranch)}`;
  const filter = `updated_after=${after}&order_by=updated_at&sort=desc${target}`;
  // Of several labels GitLab wants all.
  const lists = updatedSince === null && labels.length > 0 ? [...new Set(labels)] : [null];
  const found = new Map<number, MergedPullRequest>();
  for (const label of lists) {
    const labelled = label === null ? '' : `&labels=${encodeURIComponent(label)}`;
    for (const each of await readAll(listing, filter + labelled)) found.set(each.number, each);
  }
  const missing = query.numbers.filter((number) => !found.has(number));
  for (const each of await readRequests(listing, missing)) found.set(each.number, each);
  return askedPulls(found.values(), query);
}

/** Reads merged merge requests by number. */
export async function readRequests(
  listing: Listing,
  numbers: readonly number[],
): Promise<MergedPullRequest[]> {
  const wanted = [...new Set(numbers)].filter((number) => number > 0 && number < 2 ** 31);
  const found: MergedPullRequest[] = [];
  for (let at = 0; at < wanted.length; at += perPage) {
    const some = wanted.slice(at, at + perPage).map((number) => `iids[]=${number}`);
    found.push(...(await readAll(listing, some.join('&'))));
  }
  return found.sort((a, b) => a.number - b.number);
}

async function readAll(
  { gitlab, clock, project, defaultBranch }: Listing,
  filter: string,
): Promise<MergedPullRequest[]> {
  const watch = watchList(clock);
  const found: MergedPullRequest[] = [];
  for (let page = 1; ; page++) {
    const path = `/projects/${project}/merge_requests?state=merged&${filter}&per_page=${perPage}&page=${page}`;
    const items = await gitlab.get(asked, path, mergeRequests);
    found.push(...items.flatMap((item) => mergedMergeRequest(item, defaultBranch) ?? []));
    if (items.length < perPage) return found;
    const endless = watch({ items: items.map(({ iid: id }) => ({ id })), total: 0 });
    if (endless !== null) throw endlessList(endless);
  }
}

function endlessList(seen: string): Fault<'forge'> {
  const message = `Cannot ${asked.doing}: the list does not end (${seen}).`;
  return new Fault('forge', 'forge-endless', message, {
    remedy: 'Check CI_API_V4_URL, or set sources.pull-requests.since to a later day.',
  });
}
