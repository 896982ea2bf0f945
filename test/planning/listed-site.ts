import type { PostRef } from '../../src/model/post.ts';
import type { Site, SiteAnswer, SitePost } from '../../src/ports/site.ts';
import { now } from './fixtures.ts';

export interface ListedSite extends Site {
  /** What was asked for: `list article 1`, `read 7`, `answers 7`. */
  readonly asked: string[];
}

export interface ListedSiteOptions {
  /** By the id of their question. */
  readonly answers?: Readonly<Record<number, readonly SiteAnswer[]>>;
  /** How many posts a page has. */
  readonly pageSize?: number;
  /** What the lists do not show, although it can be read. */
  readonly unlisted?: readonly number[];
  readonly now?: number;
}

/** A site that can be read and not be written. */
export function listedSite(
  posts: readonly SitePost[],
  options: ListedSiteOptions = {},
): ListedSite {
  const { answers = {}, pageSize = 100, unlisted = [] } = options;
  const asked: string[] = [];
  const none = async (): Promise<never> => {
    throw new Error('a plan writes nothing');
  };
  return {
    asked,
    destination: { tier: 'business', site: 'https://site.example', team: 'acme', api: 'v3' },
    me: none,
    async list(kind, _author, page) {
      asked.push(`list ${kind} ${page}`);
      const all = posts
        .filter((post) => post.kind === kind && !unlisted.includes(post.id))
        .toSorted((a, b) => b.activity - a.activity);
      const items = all.slice((page - 1) * pageSize, page * pageSize);
      return { total: all.length, items, last: page * pageSize >= all.length };
    },
    async read({ id }) {
      asked.push(`read ${id}`);
      return posts.find((post) => post.id === id) ?? null;
    },
    async answersOf({ id }: PostRef) {
      asked.push(`answers ${id}`);
      return answers[id] ?? [];
    },
    create: none,
    update: none,
    createAnswer: none,
    updateAnswer: none,
    acceptAnswer: none,
    tryWrite: none,
    urlOf: ({ id }) => `https://site.example/articles/${id}`,
    refOf: () => null,
    now: () => options.now ?? now,
    requests: { total: 0, writes: 0 },
  };
}
