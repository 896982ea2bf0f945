import { effectiveRole } from '../access.ts';
import type { FakeGitHub } from '../fake-github.ts';
import { dateOrNull, dateText } from '../models/date-text.ts';
import { nodeId } from '../models/node-id.ts';
import { pageAddress } from '../models/repository-model.ts';
import type { Release } from '../records.ts';
import type { Caller } from '../tokens.ts';
import { atLeast } from '../users.ts';
import type { PageArguments } from './connection.ts';

export interface ReleasesArguments extends PageArguments {
  readonly orderBy?: { readonly field: string; readonly direction: string } | null;
}

/** The releases that somebody sees, in the order asked for: drafts are for those who may write. */
export function selectReleases(
  github: FakeGitHub,
  caller: Caller,
  { orderBy }: ReleasesArguments,
): readonly Release[] {
  const drafts = caller.installation || atLeast(effectiveRole(github, caller), 'write');
  const sign = orderBy?.direction === 'ASC' ? 1 : -1;
  const byName = orderBy?.field === 'NAME';
  const order = (a: Release, b: Release) =>
    byName ? (a.name ?? a.tag).localeCompare(b.name ?? b.tag) : a.created - b.created;
  return [...github.releases.values()]
    .filter(({ draft }) => drafts || !draft)
    .sort((a, b) => sign * (order(a, b) || a.id - b.id));
}

/** A release as GraphQL shows it. */
export function releaseNode(
  github: FakeGitHub,
  release: Release,
  commitNode: (oid: string) => object,
): object {
  return {
    __typename: 'Release',
    id: nodeId('RE', release.id),
    databaseId: release.id,
    name: release.name,
    tagName: release.tag,
    description: release.body,
    isDraft: release.draft,
    isPrerelease: release.prerelease,
    createdAt: dateText(release.created),
    publishedAt: dateOrNull(release.published),
    updatedAt: dateText(release.updated),
    url: `${pageAddress(github)}/releases/tag/${encodeURIComponent(release.tag)}`,
    tagCommit: async () => {
      const oid = await github.git.resolve(`refs/tags/${release.tag}^{commit}`);
      return oid === null ? null : commitNode(oid);
    },
  };
}
