import type { LogEntry } from '../../src/sandbox/exchange/request-log.ts';
import type { Post } from '../../src/sandbox/stack/post.ts';
import type { Page } from './scenario.ts';
import { pages } from './scenario.ts';
import type { World } from './world.ts';

type Article = Extract<Post, { kind: 'article' }>;

/** What readers of the site see at one moment. */
export interface View {
  /** The titles that more than one post has. */
  readonly duplicates: readonly string[];
  /** Whether the post of a source shows its newest text. */
  shows(source: string): boolean;
  readonly complete: boolean;
  readonly articles: readonly Article[];
}

export async function look({ site }: World): Promise<View> {
  const posts = await site.posts();
  const articles = posts
    .filter((post) => post.kind === 'article')
    .filter(({ deleted }) => deleted === null);
  const titles = articles.map(({ title }) => title);
  const isShown = ({ title, mark }: Page) =>
    articles.some((article) => article.title === title && article.body.includes(mark));
  return {
    articles,
    duplicates: [...new Set(titles.filter((title, at) => titles.indexOf(title) !== at))],
    shows: (source) => {
      const page = pages.find((each) => each.source === source);
      return page !== undefined && isShown(page);
    },
    complete: pages.every(isShown),
  };
}

/** What the ledger says that is not so on the site. */
export async function disagreements(world: World, { articles }: View): Promise<string[]> {
  const { records } = await world.ledger();
  const sources = new Set([...Object.keys(records), ...pages.map(({ source }) => source)]);
  return [...sources].flatMap((source) => {
    const record = records[source];
    const page = pages.find((each) => each.source === source);
    if (!record?.post || !page) return [`${source} has no post, or should have none`];
    const post = articles.find(({ id }) => id === record.post?.id);
    if (!post) return [`${source} names post ${record.post.id}, which is not there`];
    const agrees = post.title === record.title && post.body.includes(page.mark);
    return [
      ...(record.intent ? [`${source} still has an intent`] : []),
      ...(agrees ? [] : [`${source} names post ${post.id}, which shows another text`]),
    ];
  });
}

export function isWrite({ method }: LogEntry): boolean {
  return method !== 'GET' && method !== 'HEAD';
}
