import { quoted } from '../markdown/quoted.ts';
import { inLink, pageOf, type ForgeAddresses } from '../model/forge-addresses.ts';
import { repositoryPath } from '../model/repository-path.ts';
import type { Remark, Surroundings } from './page.ts';
import type { Splice } from './splice.ts';

/** What becomes of an address. */
interface Resolved {
  /** What comes in its place; absent where it stays as it is. */
  readonly to?: Splice['by'];
  /** The text of the link stays, and the link goes. */
  readonly isDropped?: true;
  readonly remark?: Remark;
  /** What decides about it: a Markdown file, perhaps with an anchor in it, which may be a source. */
  readonly target?: string;
}

const scheme = /^([a-z][a-z\d+.-]*):/i;
/** The site makes a link of these only. */
const shown = new Set(['http', 'https', 'ftp', 'mailto']);
/** Of those that write to somebody, only one address whose domain ends in a word. */
const shownMail = /^mailto:[^\s@]+@[-a-z\d]+(?:\.[-a-z\d]+)*\.[a-z]+$/i;

/** Where a link of a text leads once the text is a post. `url` is the address, decoded. */
export function resolveLink(url: string, around: Surroundings): Resolved {
  const { file, forge } = around;
  if (url.startsWith('//')) return { to: `https:${inLink(url)}` };
  const kind = scheme.exec(url)?.[1]?.toLowerCase();
  if (kind !== undefined) return absolute(url, kind);
  if (url === '' || url.startsWith('?')) return refused(url);
  if (url.startsWith('#')) return anchor(url, around);
  if (file === null)
    return url.startsWith('/') && forge ? { to: `${forge.server}${inLink(url)}` } : relative(url);
  const path = pathIn(url, file);
  if (path !== null) return inRepository(url, path, around);
  const page = forge && besideFiles(url, file, forge);
  return page === null ? relative(url) : { to: page };
}

/**
 * A page of the repository beside its files, as people write `../../issues` in a file: on GitHub it leads
 * on from the address of the file's page.
 */
function besideFiles(url: string, file: string, forge: ForgeAddresses): string | null {
  if (forge.ways.file !== '/blob/HEAD/') return null;
  const from = pageOf(forge, url.startsWith('/') ? 'x' : file, 'file');
  const to = URL.parse(url.replace(/^\/+/, ''), from)?.href ?? '';
  const isBeside = to.startsWith(`${forge.repository}/`) && !to.includes('/blob/');
  return isBeside ? inLink(to) : null;
}

function absolute(url: string, kind: string): Resolved {
  if (!shown.has(kind)) return refused(url);
  if (kind === 'mailto' && url.includes('?')) {
    const bare = url.replace(/\?[^]*$/, '');
    if (!shownMail.test(bare)) return refused(url);
    const remark: Remark = {
      rule: 'link-refused',
      message: `The site shows ${quoted(url)} as text; the post keeps the address, and leaves out what stands behind \`?\`.`,
      remedy: 'Leave it so, or write the subject beside the link.',
    };
    return { to: inLink(bare), remark };
  }
  if (kind === 'mailto' && !shownMail.test(url)) return refused(url);
  return url.includes("'") ? { to: inLink(url) } : {};
}

/** An anchor of the page itself: there are none in a post. */
function anchor(url: string, { file, key, sourceAt }: Surroundings): Resolved {
  const target = file === null ? undefined : `${file}${url}`;
  const other = file === null ? null : sourceAt(file, anchorOf(url));
  if (other !== null && other !== key)
    return { to: { for: other, else: url }, ...(target && { target }) };
  return { isDropped: true, ...(target && { target }), remark: toPageAnchor(url) };
}

function toPageAnchor(url: string): Remark {
  return {
    rule: 'page-anchor',
    message: `The link to ${quoted(url)} leads to a place in the page itself, and a post has no such places: its text stays, without the link.`,
    remedy: 'Leave it so, or name the place in words.',
  };
}

function inRepository(url: string, path: string, around: Surroundings): Resolved {
  const { forge, key, sourceAt, kindOf } = around;
  const suffix = /[?#][^]*$/.exec(url)?.[0] ?? '';
  const kind = kindOf(path);
  const at = anchorOf(suffix);
  const mayBeSource = kind !== 'folder' && /\.(?:md|markdown|mdx)$/i.test(path);
  const target = mayBeSource ? { target: at === null ? path : `${path}#${at}` } : {};
  const source = mayBeSource ? sourceAt(path, at) : null;
  if (source === key) return { isDropped: true, ...target, remark: toPageAnchor(url) };
  const page = forge && pageOf(forge, path, kind, suffix);
  if (source !== null) return { to: { for: source, else: page ?? inLink(url) }, ...target };
  if (page === null) return { ...relative(url), ...target };
  if (kind !== 'missing') return { to: page, ...target };
  return {
    to: page,
    ...target,
    remark: {
      rule: 'link-missing',
      message: `The link to ${quoted(url)} leads to ${quoted(path)}, where the repository has nothing.`,
      remedy: 'Correct the link, or remove it.',
    },
  };
}

/** From the root of the repository, which is the empty path. */
function pathIn(url: string, file: string): string | null {
  const path = repositoryPath(url, file);
  if (path !== null) return path;
  const depth = file.split('/').length - 1;
  const up = Array.from({ length: depth }, () => '..').join('/');
  const bare = url.replace(/[?#][^]*$/, '').replace(/\/+$/, '');
  return bare === '' || bare === '.' || (depth > 0 && bare.replace(/^\.\//, '') === up) ? '' : null;
}

function anchorOf(suffix: string): string | null {
  const found = /#([^]+)$/.exec(suffix)?.[1];
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}

function relative(url: string): Resolved {
  const remark: Remark = {
    rule: 'relative-link',
    message: `The link to ${quoted(url)} will not show as a link: nothing tells where it leads from the site.`,
    remedy: 'Write the whole address, beginning with `https://`.',
  };
  return { remark };
}

function refused(url: string): Resolved {
  const remark: Remark = {
    rule: 'link-refused',
    message: `The link to ${quoted(url)} will not show as a link, expected http(s), ftp or mailto.`,
    remedy: 'Write an address that begins with `https://`, or leave the link out.',
  };
  return { remark };
}
