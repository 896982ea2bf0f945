import type { PublishedRelease, ReleaseQuery } from '../../ports/forge.ts';
import { Fault } from '../../model/error.ts';
import type { Clock } from '../../ports/clock.ts';
import { byPublishing } from '../forge-lists.ts';
import { instant } from '../loose-shape.ts';
import { flag, list, nullable, object, text } from '../shape.ts';
import { watchList } from '../watch-list.ts';
import type { GitHub } from './open-github.ts';
import { address, objectId } from './pull-request-shape.ts';
import { repositoryOf } from './repository-about.ts';
import { shaped } from './shaped.ts';
import type { Asked } from './to-fault.ts';

const asked: Asked = { doing: 'read the releases', permissions: 'contents: read' };

const fields = `
  tagName name description isDraft isPrerelease publishedAt updatedAt url tagCommit { oid }
`;

/** The newest hundred, as a part of a query about the repository. GitHub orders them by nothing better. */
export const newestReleases = `
  releases(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
    pageInfo { hasNextPage endCursor } nodes { ${fields} }
  }`;

const releaseNode = object({
  tagName: text,
  name: nullable(text),
  description: nullable(text),
  isDraft: flag,
  isPrerelease: flag,
  publishedAt: nullable(instant),
  updatedAt: instant,
  url: address,
  tagCommit: nullable(object({ oid: objectId })),
});

const pageShape = object({
  pageInfo: object({ hasNextPage: flag, endCursor: nullable(text) }),
  nodes: nullable(list(nullable(releaseNode))),
});

/** So many are asked for by tag at once. */
const mostTags = 100;

/**
 * Lists published releases, by the time of their publishing. `page` is the first page where GitHub gave it
 * with another answer; null: it is asked for.
 */
export async function listReleases(
  github: GitHub,
  clock: Clock,
  { all, tags }: ReleaseQuery,
  page: unknown,
): Promise<readonly PublishedRelease[]> {
  const found = new Map<string, PublishedRelease>();
  const watch = watchList(clock);
  let next = page ?? (await readPage(github, null));
  for (;;) {
    const { nodes, pageInfo } = shaped(pageShape, next, asked);
    const releases = (nodes ?? []).flatMap((node) => node ?? []);
    for (const node of releases) for (const each of published(node)) found.set(each.tag, each);
    const { hasNextPage, endCursor } = pageInfo;
    if (!all || !hasNextPage) break;
    const endless = watch({ items: releases.map(({ tagName: id }) => ({ id })), total: 0 });
    if (endless !== null || endCursor === null) throw endlessList(endless ?? 'its pages repeat');
    next = await readPage(github, endCursor);
  }
  const missing = [...new Set(tags)].filter((tag) => !found.has(tag));
  for (let at = 0; at < missing.length; at += mostTags)
    for (const each of await readTags(github, missing.slice(at, at + mostTags)))
      found.set(each.tag, each);
  return byPublishing(found.values());
}

async function readPage(github: GitHub, after: string | null): Promise<unknown> {
  const query = `query Releases($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    ${newestReleases.replace('first: 100,', 'first: 100, after: $after,')}
  }
}`;
  const data = await github.graphql(asked, query, { ...github.repository, after });
  return repositoryOf(data, asked)['releases'];
}

async function readTags(github: GitHub, tags: readonly string[]): Promise<PublishedRelease[]> {
  const names = tags.map((_, each) => `$tag${each}: String!`);
  const parts = tags.map(
    (_, each) => `release${each}: release(tagName: $tag${each}) { ${fields} }`,
  );
  const query = `query ReleasesByTag($owner: String!, $name: String!, ${names.join(', ')}) {
  repository(owner: $owner, name: $name) { ${parts.join('\n')} }
}`;
  const values = Object.fromEntries(tags.map((tag, each) => [`tag${each}`, tag]));
  const data = await github.graphql(asked, query, { ...github.repository, ...values });
  const repository = repositoryOf(data, asked);
  return tags.flatMap((_, each) => {
    const node = shaped(nullable(releaseNode), repository[`release${each}`], asked);
    return node ? published(node) : [];
  });
}

/** None of a draft. */
function published(node: ReturnType<typeof releaseNode>): PublishedRelease[] {
  const { tagName, name, description, isDraft, isPrerelease, publishedAt, updatedAt, url } = node;
  if (isDraft || publishedAt === null) return [];
  return [
    {
      tag: tagName,
      name: name ?? '',
      body: description ?? '',
      isPrerelease,
      publishedAt,
      updatedAt,
      url,
      commit: node.tagCommit?.oid ?? null,
    },
  ];
}

function endlessList(seen: string): Fault<'forge'> {
  const message = `Cannot ${asked.doing}: the list does not end (${seen}).`;
  return new Fault('forge', 'forge-endless', message, {
    remedy: 'Check GITHUB_API_URL, or look at https://www.githubstatus.com.',
  });
}
