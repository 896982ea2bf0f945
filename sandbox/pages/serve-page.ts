import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { htmlType, textReply, type Reply } from '../exchange/reply.ts';
import type { SandboxState } from '../sandbox-state.ts';
import type { FakeStack } from '../stack/fake-stack.ts';
import { personById } from '../stack/people.ts';
import { assetPath } from './asset-path.ts';
import { controlPage } from './control-page.ts';
import { gitHubPage } from './github-page.ts';
import { layout, pageHeaders, type Layout } from './layout.ts';
import { listPage } from './list-page.ts';
import { postPage } from './post-page.ts';
import { requestsPage } from './requests-page.ts';
import { avatarSvg, siteCss } from './site-css.ts';

interface Stylesheet {
  readonly bytes: Buffer;
  readonly path: string;
}

let stylesheet: Promise<Stylesheet> | null = null;

/** Stacks' CSS; its address changes with its content, so that it may be kept for long. */
function stacks(): Promise<Stylesheet> {
  stylesheet ??= readFile(assetPath('stacks.min.css')).then((bytes) => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    return { bytes, path: `/assets/stacks.${hash}.css` };
  });
  return stylesheet;
}

/** Answers what people open in a browser, or null where there is no such page. */
export async function servePage(stack: FakeStack, url: URL): Promise<Reply | null> {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  if (parts[0] === 'assets') return asset(parts[1] ?? '');
  const picture = pictureAt(stack, url.pathname);
  if (picture) return picture;
  const page = await find(stack, parts, url);
  return page && pageReply(page);
}

/** A picture that was uploaded, for the pages of posts. */
function pictureAt(site: FakeStack, pathname: string): Reply | null {
  const [, team = null, id = ''] =
    /^(?:\/c\/([^/]+))?\/images\/s\/([\da-f-]{36})\.[a-z]+$/i.exec(pathname) ?? [];
  const image = site.placeOf(team)?.images.get(id) ?? null;
  if (image === null) return null;
  return { status: 200, type: `image/${image.type}`, body: image.bytes };
}

/**
 * The pages that show and set how the sandbox behaves, with its tokens; null where there is no such
 * page. `problem` is why a form was not taken.
 */
export async function serveControlPage(
  state: SandboxState,
  url: URL,
  problem: string | null = null,
): Promise<Reply | null> {
  if (url.pathname === '/_control/requests') return pageReply(requestsPage(state, url));
  if (url.pathname !== '/' && url.pathname !== '/_control') return null;
  return pageReply(controlPage(state, problem));
}

/** Answers what people open in a browser on the local GitHub, or null where there is no such page. */
export async function serveGitHubPage(state: SandboxState, url: URL): Promise<Reply | null> {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  if (parts[0] === 'assets') return asset(parts[1] ?? '');
  const page = await gitHubPage(state, parts);
  return page && pageReply(page);
}

/** A page as an answer. */
export async function pageReply(page: Layout): Promise<Reply> {
  const { path } = await stacks();
  const { status = 200 } = page;
  return { status, headers: pageHeaders(page), type: htmlType, body: layout(page, path) };
}

async function find(site: FakeStack, parts: readonly string[], url: URL): Promise<Layout | null> {
  const inTeam = parts[0] === 'c';
  const stack = site.placeOf(inTeam ? (parts[1] ?? '') : null);
  const [kind, name, ...more] = inTeam ? parts.slice(2) : parts;
  if (stack === null) return null;
  const page = Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1);
  const list = (filter: { tag?: string; owner?: number }): Layout =>
    listPage(stack, filter, page, url.pathname);
  if (kind === undefined || (kind === 'questions' && name === undefined)) return list({});
  const id = Number(/^-?\d{1,10}$/.exec(name ?? '')?.[0] ?? '0');
  if (kind === 'tags') return list({ tag: decode(name ?? '') });
  if (kind === 'users') return personById(id) === null ? null : list({ owner: id });
  const post =
    kind === 'articles'
      ? stack.posts.get('article', id)
      : ['q', 'questions', 'a'].includes(kind)
        ? stack.posts.get('question', id)
        : null;
  // A slug and an answer may follow: `articles/1/slug`, `questions/1/slug/2`, `a/1/2`.
  const most = kind === 'questions' ? 2 : kind === 'q' ? 0 : 1;
  if (more.length > most) return null;
  return post === null || post.deleted !== null ? null : postPage(stack, post);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function asset(name: string): Promise<Reply | null> {
  if (name === 'site.css')
    return {
      status: 200,
      type: 'text/css; charset=utf-8',
      body: siteCss,
      headers: { 'Cache-Control': 'no-cache' },
    };
  if (name === 'avatar.svg') return { ...textReply(200, avatarSvg), type: 'image/svg+xml' };
  const { bytes, path } = await stacks();
  if (path !== `/assets/${name}`) return null;
  return {
    status: 200,
    type: 'text/css; charset=utf-8',
    body: bytes,
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  };
}
