import type { Finding } from '../../model/finding.ts';
import type { History } from '../../ports/history.ts';
import type { MergedPullRequest, PublishedRelease } from '../../ports/forge.ts';
import type { ForgeContext } from '../source-kind.ts';
import type { ListedRelease } from './listed-release.ts';
import type { Making } from './make-release.ts';
import type { Overrides } from './overrides.ts';
import { previousIn } from './previous.ts';
import { releaseFindings } from './release-facts.ts';

/** So many releases before one are looked at for the one that it follows. */
const mostPrevious = 100;

interface FindOptions extends Pick<ForgeContext, 'forge' | 'history'> {
  /** Every published release whose tag matches. */
  readonly published: readonly PublishedRelease[];
  readonly overrides: Overrides;
  /** The tags of the full releases that pull requests are in already. */
  readonly owners: ReadonlyMap<number, readonly string[]>;
}

/**
 * Finds the pull requests of releases: a pull request belongs to the earliest release, by tag ancestry,
 * whose tag has the commit that merged it. A release follows the newest one published before it that is
 * no pre-release and whose tag is an ancestor of its own; `previous:` in its override names another.
 */
export async function findMembers(
  releases: readonly ListedRelease[],
  { forge, history, published, overrides, owners }: FindOptions,
): Promise<{ readonly making: readonly Making[]; readonly findings: readonly Finding[] }> {
  if (releases.length === 0) return { making: [], findings: [] };
  const texts = await overrides.read(releases.map(({ release }) => release.tag));
  const following = releases.map((each) => {
    const { tag } = each.release;
    const named = previousIn(texts.get(tag)?.text ?? '');
    return {
      ...each,
      tag,
      named,
      before: named === null ? before(each.release, published) : [named],
    };
  });
  const refs = following.flatMap((each) => [
    each.ref ?? refOf(each.tag),
    ...each.before.map(refOf),
  ]);
  const commits = await history.fetch([...new Set(refs)]);
  const commitOf = (tag: string) => commits.get(refOf(tag)) ?? null;

  const findings: Finding[] = [];
  const ranges: { readonly each: ListedRelease; readonly ids: ReadonlySet<string> }[] = [];
  let since = Infinity;
  for (const each of following) {
    const commit = commits.get(each.ref ?? refOf(each.tag)) ?? null;
    const named = each.named && commitOf(each.named);
    if (commit === null) findings.push(...missing(each.tag, each.tag, 'has no tag of that name'));
    else if (each.named !== null && named === null)
      findings.push(...missing(each.tag, each.named, '`previous` names no tag'));
    else {
      const from =
        named === null ? await ancestorOf(commit, each.before, commitOf, history) : each.named;
      const range = await history.range(from === null ? null : commitOf(from), commit);
      ranges.push({ each, ids: range.ids });
      // Clocks of commits and of the forge may differ.
      const last = published.find(({ tag }) => tag === from)?.publishedAt ?? 0;
      since = Math.min(since, range.since ?? Infinity, last);
    }
  }
  const isAnything = ranges.some(({ ids }) => ids.size > 0);
  const pulls = isAnything ? await pullsSince(since, overrides.numbers, forge) : [];
  const making = ranges.map(({ each, ids }) => {
    const isElsewhere = ({ number }: MergedPullRequest) =>
      !each.release.isPrerelease &&
      (owners.get(number) ?? []).some((tag) => tag !== each.release.tag);
    const own = pulls.filter(
      (pull) => pull.mergeCommit !== null && ids.has(pull.mergeCommit) && !isElsewhere(pull),
    );
    return { ...each, members: own.map(({ number }) => number), pulls: own };
  });
  return { making, findings };
}

/** The tags of the full releases published before one, the newest first. */
function before(
  release: PublishedRelease,
  published: readonly PublishedRelease[],
): readonly string[] {
  return published
    .filter(
      ({ tag, isPrerelease, publishedAt }) =>
        !isPrerelease && tag !== release.tag && publishedAt <= release.publishedAt,
    )
    .toSorted((a, b) => b.publishedAt - a.publishedAt)
    .slice(0, mostPrevious)
    .map(({ tag }) => tag);
}

/** The first of these tags that a commit has in its history; null: none. */
async function ancestorOf(
  commit: string,
  tags: readonly string[],
  commitOf: (tag: string) => string | null,
  history: History,
): Promise<string | null> {
  for (const tag of tags) {
    const other = commitOf(tag);
    if (other !== null && (await history.contains(commit, other))) return tag;
  }
  return null;
}

/** Whatever their labels, as a revert may have none; what was merged in a range was updated since it began. */
async function pullsSince(
  updatedSince: number,
  numbers: readonly number[],
  forge: ForgeContext['forge'],
): Promise<readonly MergedPullRequest[]> {
  const query = { since: 0, updatedSince, labels: [], numbers };
  return (await forge.mergedPullRequests({ ...query, anyBase: true })) ?? [];
}

function missing(tag: string, name: string, seen: string): readonly Finding[] {
  const problem = {
    rule: 'release-tag',
    offset: 0,
    message: `Cannot tell what is in the release: ${name} — ${seen} in the repository, expected a tag of the remote.`,
    remedy: 'Push the tag, or name another one.',
  } as const;
  return releaseFindings(tag, [problem]);
}

function refOf(tag: string): string {
  return `refs/tags/${tag}`;
}
