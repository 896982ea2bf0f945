import { GraphQLError } from 'graphql/error/GraphQLError.js';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

interface Connection<Item> {
  readonly nodes: readonly Item[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A refusal of GitHub's GraphQL, with its `type`. */
export function refusal(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

const most = 100;

/** One page of a list. A cursor names an item, so that the list may change between two pages. */
export function connection<Item>(
  name: string,
  args: PageArguments,
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Connection<Item> {
  const { first = null, last = null, after = null, before = null } = args;
  const size = first ?? last;
  if (size === null)
    throw refusal(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  if (size < 0 || size > most)
    throw refusal(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the limit of ${most} records.`,
    );
  const keys = items.map(keyOf);
  const at = (cursor: string): number => {
    const key = Buffer.from(cursor, 'base64url').toString('utf8');
    const index = keys.indexOf(key);
    if (index < 0)
      throw refusal(
        'INVALID_CURSOR_ARGUMENTS',
        `\`${cursor}\` does not appear to be a valid cursor.`,
      );
    return index;
  };
  const from = after === null ? 0 : at(after) + 1;
  const to = before === null ? items.length : at(before);
  const start = first === null ? Math.max(from, to - size) : from;
  const end = first === null ? to : Math.min(to, from + size);
  const cursor = (index: number): string | null =>
    end > start ? Buffer.from(keys[index] ?? '').toString('base64url') : null;
  return {
    nodes: items.slice(start, end),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: cursor(start),
      endCursor: cursor(end - 1),
    },
  };
}

/** A page of a list, each item as its node. */
export function mapped<Item>(
  page: Connection<Item>,
  node: (item: Item) => object,
): Connection<object> {
  return { ...page, nodes: page.nodes.map(node) };
}
