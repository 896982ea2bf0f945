import { decode } from 'he';
import type { Definition, Link, LinkReference } from 'mdast';
import { destinationOf } from '../../markdown/destinations.ts';
import { htmlTags, type HtmlTag } from '../../markdown/html-tags.ts';
import { lineAfter, lineStart, skipBlankLines } from '../../markdown/lines.ts';
import { endOf, startOf } from '../../markdown/nodes.ts';
import { inLink } from '../../model/forge-addresses.ts';
import { blockMark } from '../block-mark.ts';
import type { Construct, Page, Rewrite } from '../page.ts';
import { resolveLink } from '../resolve-link.ts';

/** Links lead where they lead on the forge, or to the post of the source that they name. */
export const links: Construct = function* links(page) {
  const { text, nodes, around } = page;
  const references = Map.groupBy(
    nodes.filter((node) => node.type === 'linkReference'),
    ({ identifier }) => identifier,
  );
  const ofImages = new Set(
    nodes.flatMap((node) => (node.type === 'imageReference' ? [node.identifier] : [])),
  );
  const told = onceEach();
  for (const node of nodes) {
    if (node.type === 'link') {
      const place = destinationOf(node);
      if (!place && text.startsWith('<', startOf(node))) {
        yield* inBrackets(page, node, told);
        continue;
      }
      const { to, isDropped, ...more } = resolveLink(node.url, around);
      if (isDropped) yield* dropped(text, node);
      else if (place && to !== undefined) yield { ...place, by: to, isAddress: true };
      yield* told(startOf(node), more);
    } else if (node.type === 'image') {
      const place = destinationOf(node);
      if (place) yield* image(page, node.url, place);
    } else if (node.type === 'definition') {
      const place = destinationOf(node);
      if (!place) continue;
      if (ofImages.has(node.identifier)) {
        yield* image(page, node.url, place);
        continue;
      }
      const { to, isDropped, ...more } = resolveLink(node.url, around);
      const used = references.get(node.identifier) ?? [];
      if (isDropped) {
        yield wholeDefinition(text, node);
        for (const reference of used) yield* dropped(text, reference);
      } else if (to !== undefined) yield { ...place, by: to, isAddress: true };
      yield* told(startOf(node), more);
    }
  }
  yield* inHtml(page, told);
};

type Telling = (start: number, about: Pick<Rewrite, 'remark' | 'target'>) => Iterable<Rewrite>;

/** An address in angle brackets; a name in them, as `<image:tag>`, is none on GitHub either. */
function* inBrackets({ text, around }: Page, node: Link, told: Telling): Iterable<Rewrite> {
  const place = { start: startOf(node) + 1, end: endOf(node) - 1 };
  const written = text.slice(place.start, place.end);
  if (!/^(?:https?|ftp|mailto|ircs?|xmpp):/i.test(written)) return;
  const { to, remark } = resolveLink(written, around);
  if (to !== undefined) yield { ...place, by: to, isAddress: true };
  yield* told(startOf(node), remark ? { remark } : {});
}

/** Of places in the page itself one is told of, as there may be a whole table of contents. */
function onceEach(): Telling {
  let isTold = false;
  return function* tell(start, { remark, target }) {
    const at = { start, end: start };
    if (target !== undefined) yield { ...at, target };
    if (!remark || (remark.rule === 'page-anchor' && isTold)) return;
    isTold ||= remark.rule === 'page-anchor';
    yield { ...at, remark };
  };
}

/** A link without its marks: its text alone. */
function* dropped(text: string, node: Link | LinkReference): Iterable<Rewrite> {
  const [start, end] = [startOf(node), endOf(node)];
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!first || !last) {
    yield { start, end, by: '' };
    return;
  }
  yield { start, end: startOf(first), by: '' };
  const mark = blockMark(text, start, startOf(first));
  if (mark !== null) yield { start: mark, end: mark, by: '\\' };
  yield { start: endOf(last), end, by: '' };
}

function wholeDefinition(text: string, node: Definition): Rewrite {
  const line = lineStart(text, startOf(node));
  const next = lineAfter(text, endOf(node));
  const isAlone =
    text.slice(line, startOf(node)).trim() === '' && text.slice(endOf(node), next).trim() === '';
  if (!isAlone) return { start: startOf(node), end: endOf(node), by: '' };
  const isParted = line === 0 || /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, line - 200), line));
  return { start: line, end: isParted ? skipBlankLines(text, next) : next, by: '' };
}

/** Pictures of the repository have been looked up; of all others, a page of the forge is no picture. */
function* image(
  { around, pictureAt }: Page,
  url: string,
  place: { readonly start: number; readonly end: number },
): Iterable<Rewrite> {
  const picture = pictureAt(place.start);
  const { forge, file } = around;
  if (picture !== null) yield { ...place, by: picture, isAddress: true };
  else if (url.startsWith('//')) yield { ...place, by: `https:${inLink(url)}`, isAddress: true };
  else if (/^https?:/i.test(url)) {
    const raw = forge && rawAddress(url, forge.server);
    if (raw) yield { ...place, by: inLink(raw), isAddress: true };
    else if (url.includes("'")) yield { ...place, by: inLink(url), isAddress: true };
  } else if (file === null && url.startsWith('/') && forge)
    yield { ...place, by: `${forge.server}${inLink(url)}`, isAddress: true };
}

/** A page of the forge shows a file; this is the address of the file itself. */
function rawAddress(url: string, server: string): string | null {
  const isOnForge = [`${server}/`, 'https://github.com/'].some((each) =>
    url.toLowerCase().startsWith(each.toLowerCase()),
  );
  const found = /^(https?:\/\/[^/?#]+\/[^/?#]+\/[^/?#]+)\/blob\/([^?#]+)(\?[^#]*)?/i.exec(url);
  if (!isOnForge || !found || /[?&]raw=(?:true|1)/.test(found[3] ?? '')) return null;
  return `${found[1]}/raw/${found[2]}`;
}

const attribute = {
  a: /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di,
  img: /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di,
};

function* inHtml(page: Page, told: Telling): Iterable<Rewrite> {
  const { text, nodes, around } = page;
  if (!/<(?:a|img)\s/i.test(text)) return;
  for (const tag of htmlTags(text, nodes)) {
    if (tag.isEnd || (tag.name !== 'a' && tag.name !== 'img')) continue;
    const value = attributeOf(tag, attribute[tag.name]);
    if (value === null) continue;
    const { url, ...place } = value;
    if (tag.name === 'img') {
      yield* image(page, url, place);
      continue;
    }
    const { to, isDropped, ...more } = resolveLink(url, around);
    if (isDropped) {
      yield { start: tag.start, end: tag.end, by: '' };
      const mark = tag.isInline ? blockMark(text, tag.start, tag.end) : null;
      if (mark !== null) yield { start: mark, end: mark, by: '\\' };
      if (tag.partner) yield { start: tag.partner.start, end: tag.partner.end, by: '' };
    } else if (to !== undefined) yield { ...place, by: to, isAddress: true };
    yield* told(tag.start, more);
  }
}

/** An attribute's value, without blanks around it, and where it stands. */
function attributeOf({ written, start }: HtmlTag, pattern: RegExp) {
  const found = pattern.exec(written);
  const group = [1, 2, 3].find((each) => found?.[each] !== undefined);
  const range = group === undefined ? undefined : found?.indices?.[group];
  if (!range) return null;
  const [from, to] = range;
  const value = written.slice(from, to);
  const trimmed = value.trim();
  if (trimmed === '') return null;
  const at = start + from + (value.length - value.trimStart().length);
  return { url: decode(trimmed, { isAttributeValue: true }), start: at, end: at + trimmed.length };
}
