import type { MergedPullRequest, PullRequestQuery } from '../../ports/forge.ts';
import { Fault } from '../../model/error.ts';
import type { Clock } from '../../ports/clock.ts';
import { flag, list, nullable, object, text } from '../shape.ts';
import { askedPulls } from '../forge-lists.ts';
import { watchList } from '../watch-list.ts';
import { TookTooLong, type Asked } from './to-fault.ts';
import type { GitHub } from './open-github.ts';
import {
  mergedPullRequest,
  pullRequestFields,
  pullRequestNode,
  type PullRequestNode as Node,
} from './pull-request-shape.ts';
import { newestReleases } from './published-releases.ts';
import { aboutFields, aboutOf, repositoryOf, type About } from './repository-about.ts';
import { shaped } from './shaped.ts';

const asked: Asked = {
  doing: 'read the merged pull requests',
  permissions: 'contents: read, pull-requests: read',
};
/** Most that GraphQL gives at once, and less where that takes GitHub too long. */
const pageSizes = [100, 30, 10];
/** By number it gives more: their count is no page's. */
const numberSizes = [200, ...pageSizes];
/** What GitHub lists may lag behind what it was told. */
const overlapMs = 5 * 60_000;

const pageShape = object({
  pageInfo: object({ hasNextPage: flag, endCursor: nullable(text) }),
  nodes: nullable(list(nullable(pullRequestNode))),
});

interface Listing {
  readonly github: GitHub;
  readonly clock: Clock;
  readonly query: PullRequestQuery;
  /** What is known of the repository already, so that only its default branch is asked for. */
  readonly known: About | null;
  /** Told what the first answer says of the repository. */
  readonly onAbout: (about: About) => void;
  /** Given the first page of releases, where they are asked for. */
  readonly onReleases: (page: unknown) => void;
}

/** Lists merged pull requests by their last update, and reads the wanted ones by number. */
export async function listMerged(listing: Listing): Promise<MergedPullRequest[]> {
  const { query } = listing;
  const nodes = new Map<number, Node>();
  const about = await listUpdated(listing, (node) => nodes.set(node.number, node));
  const missing = [...new Set(query.numbers)].filter(
    (number) => !nodes.has(number) && isNumber(number),
  );
  for (const node of await readNumbers(listing.github, missing)) nodes.set(node.number, node);
  const merged = [...nodes.values()].flatMap(
    (node) => mergedPullRequest(node, about.defaultBranch) ?? [],
  );
  return askedPulls(merged, query);
}

/** Reads merged pull requests by number. */
export async function readMerged(
  github: GitHub,
  numbers: readonly number[],
  { defaultBranch }: Pick<About, 'defaultBranch'>,
): Promise<MergedPullRequest[]> {
  const nodes = await readNumbers(github, [...new Set(numbers)].filter(isNumber));
  return nodes
    .flatMap((node) => mergedPullRequest(node, defaultBranch) ?? [])
    .sort((a, b) => a.number - b.number);
}

/** GraphQL knows no larger number. */
function isNumber(number: number): boolean {
  return number > 0 && number < 2 ** 31;
}

/** One list for each label: whether GitHub wants any or all of several labels is nowhere said. */
function listsOf({ updatedSince, labels }: PullRequestQuery): readonly (string | null)[] {
  return updatedSince === null && labels.length > 0 ? [...new Set(labels)] : [null];
}

async function listUpdated(listing: Listing, take: (node: Node) => void): Promise<About> {
  const { github, clock, query, known, onAbout, onReleases } = listing;
  const bound = Math.max(query.since, (query.updatedSince ?? Number.NEGATIVE_INFINITY) - overlapMs);
  const withLess = shrinking(pageSizes);
  let about = known;
  let withReleases = query.releases ?? false;
  let open = listsOf(query).map((label, index) => ({
    name: `list${index}`,
    label,
    after: null as string | null,
    watch: watchList(clock),
  }));
  while (open.length > 0) {
    const data = await withLess((first) =>
      github.graphql(
        asked,
        listQuery(open, { commits: query.anyBase === true, releases: withReleases }),
        {
          ...github.repository,
          first,
          base: query.anyBase === true ? null : (known?.defaultBranch ?? null),
          ...Object.fromEntries(open.map(({ name, after }) => [`${name}After`, after])),
          ...Object.fromEntries(open.map(({ name, label }) => [`${name}Labels`, label && [label]])),
        },
      ),
    );
    const repository = repositoryOf(data, asked);
    about = aboutOf(repository, asked);
    onAbout(about);
    if (withReleases) onReleases(repository['releases']);
    withReleases = false;
    open = open.flatMap((entry) => {
      const page = shaped(pageShape, repository[entry.name], asked);
      const nodes = (page.nodes ?? []).filter((node) => node !== null);
      for (const node of nodes) if (node.updatedAt >= bound) take(node);
      const { hasNextPage, endCursor } = page.pageInfo;
      const oldest = nodes.at(-1)?.updatedAt ?? Number.NEGATIVE_INFINITY;
      const endless = entry.watch({ items: nodes.map(({ number: id }) => ({ id })), total: 0 });
      if (!hasNextPage || oldest < bound) return [];
      if (endless !== null || endCursor === null || endCursor === entry.after)
        throw endlessList(endless ?? 'its pages repeat');
      return [{ ...entry, after: endCursor }];
    });
  }
  return about ?? { isPublic: null, defaultBranch: null };
}

function endlessList(seen: string): Fault<'forge'> {
  const message = `Cannot ${asked.doing}: the list does not end (${seen}).`;
  return new Fault('forge', 'forge-endless', message, {
    remedy: 'Check GITHUB_API_URL, or set sources.pull-requests.since to a later day.',
  });
}

function listQuery(
  lists: readonly { readonly name: string }[],
  also: { readonly commits: boolean; readonly releases: boolean },
): string {
  const nodeFields = `${pullRequestFields} ${also.commits ? 'mergeCommit { oid }' : ''}`;
  const variables = lists.map(({ name }) => `$${name}After: String, $${name}Labels: [String!]`);
  const fields = lists.map(
    ({ name }) => `
    ${name}: pullRequests(
      states: [MERGED], orderBy: { field: UPDATED_AT, direction: DESC }, baseRefName: $base
      first: $first, after: $${name}After, labels: $${name}Labels
    ) { pageInfo { hasNextPage endCursor } nodes { ${nodeFields} } }`,
  );
  return `query MergedPullRequests($owner: String!, $name: String!, $first: Int!, $base: String, ${variables.join(', ')}) {
  repository(owner: $owner, name: $name) { ${aboutFields} ${fields.join('')} ${also.releases ? newestReleases : ''} }
}`;
}

async function readNumbers(github: GitHub, numbers: readonly number[]): Promise<Node[]> {
  const withLess = shrinking(numberSizes);
  const nodes: Node[] = [];
  for (let rest = numbers; rest.length > 0;) {
    rest = await withLess(async (most) => {
      nodes.push(...(await readSome(github, rest.slice(0, most))));
      return rest.slice(most);
    });
  }
  return nodes;
}

/** Asks with the largest page, and from then on with a smaller one where that takes GitHub too long. */
function shrinking(sizes: readonly number[]) {
  let size = 0;
  return async <T>(ask: (most: number) => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask(sizes[size] ?? 1);
      } catch (error) {
        size += 1;
        if (!(error instanceof TookTooLong) || size >= sizes.length) throw error;
      }
    }
  };
}

async function readSome(github: GitHub, numbers: readonly number[]): Promise<Node[]> {
  const fields = numbers.map(
    (number) => `pull${number}: pullRequest(number: ${number}) { ${pullRequestFields} }`,
  );
  const query = `query PullRequestsByNumber($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${fields.join('\n')} }
}`;
  // A number may be that of an issue, or of nothing any more.
  const mayMiss = (path: readonly unknown[]): boolean => path.length === 2;
  const data = await github.graphql(asked, query, github.repository, mayMiss);
  const repository = repositoryOf(data, asked);
  return numbers
    .map((number) => shaped(nullable(pullRequestNode), repository[`pull${number}`], asked))
    .filter((node) => node !== null);
}
