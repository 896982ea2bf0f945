import type { MergedPullRequest } from '../../ports/forge.ts';
import { instant } from '../loose-shape.ts';
import { list, Misfit, nullable, object, text, whole, type Shape } from '../shape.ts';

/** What is asked of a pull request. */
export const pullRequestFields = `
  number title body updatedAt mergedAt url baseRefName
  author { kind: __typename login ... on User { databaseId } ... on Bot { databaseId } }
  labels(first: 100) { nodes { name } }
`;

/** The id of a commit. */
export const objectId: Shape<string> = (value) => {
  if (typeof value !== 'string' || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value))
    throw new Misfit('40 or 64 hexadecimal digits', value);
  return value;
};

export interface PullRequestNode {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly updatedAt: number;
  readonly mergedAt: number | null;
  readonly url: string;
  readonly baseRefName: string;
  readonly mergeCommit?: { readonly oid: string } | null;
  readonly author: {
    readonly kind: string;
    readonly login: string;
    readonly databaseId?: number | null;
  } | null;
  readonly labels: {
    readonly nodes: readonly ({ readonly name: string } | null)[] | null;
  } | null;
}

export const address: Shape<string> = (value) => {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new Misfit('an address', value);
  return url.href;
};

/** A pull request as GraphQL answers it; with the commit that merged it where that was asked for. */
export const pullRequestNode = object<PullRequestNode>(
  {
    number: whole(1),
    title: text,
    body: text,
    updatedAt: instant,
    mergedAt: nullable(instant),
    url: address,
    baseRefName: text,
    mergeCommit: nullable(object({ oid: objectId })),
    author: nullable(
      object<{ kind: string; login: string; databaseId?: number | null }>(
        { kind: text, login: text, databaseId: nullable(whole(1)) },
        ['databaseId'],
      ),
    ),
    labels: nullable(object({ nodes: nullable(list(nullable(object({ name: text })))) })),
  },
  ['mergeCommit'],
);

/** The pull request, or null where it was not merged. */
export function mergedPullRequest(
  node: PullRequestNode,
  defaultBranch: string | null,
): MergedPullRequest | null {
  const { number, title, body, url, author, updatedAt, mergedAt } = node;
  if (mergedAt === null) return null;
  return {
    number,
    title,
    body,
    url,
    updatedAt,
    mergedAt,
    intoDefault: node.baseRefName === defaultBranch,
    mergeCommit: node.mergeCommit?.oid ?? null,
    labels: (node.labels?.nodes ?? []).flatMap((label) => (label === null ? [] : [label.name])),
    author:
      author === null
        ? null
        : {
            id: author.databaseId ?? null,
            // REST adds an ending to a bot's name, GraphQL does not.
            login: author.kind === 'Bot' ? `${author.login}[bot]` : author.login,
          },
  };
}
