import type { MergedPullRequest } from '../../ports/forge.ts';
import { list, Misfit, nullable, object, text, whole, type Shape } from '../shape.ts';
import { instant } from './instant.ts';

/** What is asked of a pull request. */
export const pullRequestFields = `
  number title body updatedAt mergedAt url baseRefName
  author { kind: __typename login ... on User { databaseId } ... on Bot { databaseId } }
  labels(first: 100) { nodes { name } }
`;

interface Named {
  readonly name: string;
}

interface Author {
  readonly kind: string;
  readonly login: string;
  readonly databaseId?: number | null;
}

interface PullRequestNode {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly updatedAt: number;
  readonly mergedAt: number | null;
  readonly url: string;
  readonly baseRefName: string;
  readonly author: Author | null;
  readonly labels: { readonly nodes: readonly (Named | null)[] | null } | null;
}

const address: Shape<string> = (value) => {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new Misfit('an address', value);
  return url.href;
};

const names = object<{ nodes: readonly (Named | null)[] | null }>({
  nodes: nullable(list(nullable(object<Named>({ name: text })))),
});

/** A pull request as GraphQL answers it. */
export const pullRequestNode: Shape<PullRequestNode> = object<PullRequestNode>({
  number: whole(1),
  title: text,
  body: text,
  updatedAt: instant,
  mergedAt: nullable(instant),
  url: address,
  baseRefName: text,
  author: nullable(
    object<Author>({ kind: text, login: text, databaseId: nullable(whole(1)) }, ['databaseId']),
  ),
  labels: nullable(names),
});

/** The pull request, or null where it was not merged. */
export function mergedPullRequest(node: PullRequestNode): MergedPullRequest | null {
  const { number, title, body, url, author, updatedAt, mergedAt } = node;
  if (mergedAt === null) return null;
  return {
    number,
    title,
    body,
    url,
    updatedAt,
    mergedAt,
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
