import type {
  MergedPullRequest,
  PublishedRelease,
  PullRequestQuery,
  ReleaseQuery,
} from '../ports/forge.ts';

/** Of the pull requests that were found, by number, those that a query asks for, in its order. */
export function askedPulls(
  found: Iterable<MergedPullRequest>,
  { since, anyBase = false }: Pick<PullRequestQuery, 'since' | 'anyBase'>,
): MergedPullRequest[] {
  return [...found]
    .filter(({ intoDefault }) => anyBase || intoDefault)
    .filter(({ mergedAt }) => mergedAt >= since)
    .sort((a, b) => a.number - b.number);
}

/** Releases by the time of their publishing. */
export function byPublishing(found: Iterable<PublishedRelease>): PublishedRelease[] {
  return [...found].sort((a, b) => a.publishedAt - b.publishedAt || (a.tag < b.tag ? -1 : 1));
}

/**
 * Takes releases from a list by pages, of which the first has the newest, and one by one those that are
 * asked for by tag and not on it.
 */
export async function takeReleases(
  pages: AsyncIterable<readonly PublishedRelease[]>,
  readOne: (tag: string) => Promise<readonly PublishedRelease[]>,
  { all, tags }: ReleaseQuery,
): Promise<readonly PublishedRelease[]> {
  const found = new Map<string, PublishedRelease>();
  const add = (some: readonly PublishedRelease[]) => {
    for (const each of some) found.set(each.tag, each);
  };
  for await (const some of pages) {
    add(some);
    if (!all) break;
  }
  for (const tag of new Set(tags))
    if (!found.has(tag)) add((await readOne(tag)).filter((each) => each.tag === tag));
  return byPublishing(found.values());
}
