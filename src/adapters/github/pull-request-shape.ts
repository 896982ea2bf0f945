import type { MergedPullRequest } from '../../ports/forge.ts';
import { list, Misfit, nullable, object, text, whole, type Shape } from '../shape.ts';
import { instant } from './shaped.ts';

/** What is asked of a pull request. */
export const pullRequestFields = `
  number title body updatedAt mergedAt url baseRefName
  author { kind: __typename login ... on User { databaseId } ... on Bot { databaseId } }
  labels(first: 100) { nodes { name } }
`;

type PullRequestNode = ReturnType<typeof pullRequestNode>;

const address: Shape<string> = (value) => {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new Misfit('an address', value);
  return url.href;
};

/** A pull request as GraphQL answers it. */
export const pullRequestNode = object({
  number: whole(1),
  title: text,
  body: text,
  updatedAt: instant,
  mergedAt: nullable(instant),
  url: address,
  baseRefName: text,
  author: nullable(
    object<{ kind: string; login: string; databaseId?: number | null }>(
      { kind: text, login: text, databaseId: nullable(whole(1)) },
      ['databaseId'],
    ),
  ),
  labels: nullable(object({ nodes: nullable(list(nullable(object({ name: text })))) })),
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
