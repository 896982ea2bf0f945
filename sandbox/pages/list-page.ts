import type { FakeStack } from '../stack/fake-stack.ts';
import type { StoredArticle, StoredQuestion } from '../stack/post.ts';
import type { Layout } from './layout.ts';
import { markup, type Html } from './markup.ts';
import { about, tagList, typeNames } from './post-page.ts';

type Listed = StoredArticle | StoredQuestion;
const pageSize = 30;

interface ListFilter {
  readonly tag?: string;
  readonly owner?: number;
}

/** The posts of the team, newest activity first. */
export function listPage(stack: FakeStack, filter: ListFilter, page: number, path: string): Layout {
  const title = filter.tag === undefined ? 'All posts' : `Posts tagged ${filter.tag}`;
  const content = markup`<h1 class="sandbox-title">${title}</h1>
    ${postList(stack, filter, page, path)}`;
  return { title, stack, content };
}

/** One page of posts, without a heading. */
export function postList(stack: FakeStack, filter: ListFilter, page: number, path: string): Html {
  const all: Listed[] = [
    ...stack.posts.ordered('article', 'activity'),
    ...stack.posts.ordered('question', 'activity'),
  ];
  const list = all
    .filter((post) => filter.tag === undefined || post.tags.includes(filter.tag))
    .filter((post) => filter.owner === undefined || post.owner === filter.owner)
    .sort((a, b) => b.activity - a.activity || b.id - a.id);
  const start = (page - 1) * pageSize;
  const items = list.slice(start, start + pageSize).map((post) => item(stack, post));
  const body =
    items.length === 0
      ? markup`<p class="s-prose">No posts here yet.</p>`
      : markup`<ul class="sandbox-list">${items}</ul>`;
  return markup`<p class="sandbox-meta">${list.length} ${list.length === 1 ? 'post' : 'posts'}</p>
    ${body} ${pages(path, page, Math.ceil(list.length / pageSize))}`;
}

function item(stack: FakeStack, post: Listed): Html {
  return markup`<li class="sandbox-item">
    <h2><a class="s-link" href="${postPath(stack, post)}">${post.title}</a></h2>
    <div class="sandbox-meta">
      <span>${post.kind === 'article' ? typeNames[post.type] : 'Question'}</span>
      ${about(post)}
    </div>
    ${tagList(stack, post.tags)}
  </li>
`;
}

function postPath(stack: FakeStack, post: Listed): string {
  return `${stack.path}/${post.kind === 'article' ? 'articles' : 'q'}/${post.id}`;
}

/** The way to the pages before and after. `path` ends where the number is to be added, or without a query. */
export function pages(path: string, page: number, last: number): Html {
  if (last <= 1) return markup``;
  const link = (target: number, label: string): Html =>
    markup`<a class="s-btn s-btn__outlined s-btn__sm" href="${path}${path.includes('?') ? '' : '?'}page=${target}">${label}</a>`;
  const links = [
    ...(page > 1 ? [link(page - 1, 'Newer')] : []),
    ...(page < last ? [link(page + 1, 'Older')] : []),
  ];
  return markup`<nav class="sandbox-pages" aria-label="Pages">${links}</nav>`;
}
