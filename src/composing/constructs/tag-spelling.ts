import { decode } from 'he';
import { htmlTags, type HtmlTag } from '../../markdown/html-tags.ts';
import { namesOf } from '../../markdown/names-of.ts';
import { sliceOf, startOf } from '../../markdown/nodes.ts';
import { quoted as quotedText } from '../../markdown/quoted.ts';
import { isRepositoryAddress } from '../../model/repository-path.ts';
import type { Construct, Remark, Rewrite } from '../page.ts';
import { shownTags } from '../shown-tags.ts';

/** What the site keeps of a tag. */
const kept: Readonly<Record<string, ReadonlySet<string>>> = {
  a: namesOf('href title'),
  img: namesOf('src alt title width height'),
};
const attribute =
  /(?<=\s|["'])(?<name>[^\s"'<>/=]+)(?:(?<is>\s*=\s*)(?:(?<quote>["'])(?<quoted>[^]*?)\k<quote>|(?<bare>[^\s"'=<>`]+)))?/dg;

/** A tag that our parser takes for text, as a value without quotes has a `/` in it. */
const unread =
  /<(?:a|img)(?:\s+[a-z][\w-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?)+\s*>/gi;

/**
 * Tags as the site reads them: it knows names in small letters alone, attributes with quotes and no blanks
 * around their `=`, and takes `data-src` for `src`; in a paragraph it reads no entities either.
 */
export const tagSpelling: Construct = function* tagSpelling({ text, nodes }) {
  if (!/<\/?(?:[a-z]*[A-Z]|a\s|img\s)/.test(text)) return;
  for (const node of nodes)
    if (node.type === 'text')
      for (const { 0: written, index } of sliceOf(text, node).matchAll(unread)) {
        const name = /^<(a|img)/i.exec(written)?.[1]?.toLowerCase() ?? '';
        yield* attributes({ name, written, start: startOf(node) + index, isInline: true });
      }
  for (const tag of htmlTags(text, nodes)) {
    if (!shownTags.has(tag.name)) continue;
    // A name alone in capital letters is rather a placeholder, as the `T` of a type.
    const isPlaceholder = tag.isInline && !tag.partner && !empty.has(tag.name);
    const at = tag.start + (tag.isEnd ? 2 : 1);
    const name = text.slice(at, at + tag.name.length);
    if (name !== tag.name && !isPlaceholder)
      yield { start: at, end: at + name.length, by: tag.name };
    if (!tag.isEnd) yield* attributes(tag);
  }
};

const empty = namesOf('br hr img');

function* attributes({
  name: tagName,
  written,
  start,
  isInline,
}: Pick<HtmlTag, 'name' | 'written' | 'start' | 'isInline'>): Iterable<Rewrite> {
  const names = kept[tagName];
  if (names === undefined) return;
  const from = start + 1 + tagName.length;
  for (const found of written.slice(1 + tagName.length).matchAll(attribute)) {
    const { name = '', is, quote, quoted, bare } = found.groups ?? {};
    if (is === undefined) continue;
    const at = from + found.index;
    const end = at + found[0].length;
    const small = name.toLowerCase();
    if (!names.has(small)) {
      const isTaken = [...names].some((each) => name.endsWith(each));
      if (isTaken) yield { start: at - 1, end, by: '' };
      continue;
    }
    const value = at + name.length + is.length;
    if (name !== small || is !== '=') yield { start: at, end: value, by: `${small}=` };
    if (bare !== undefined) {
      if (small === 'src' && isRepositoryAddress(bare) && bare.includes('/'))
        yield { start: value, end: value, remark: unquoted(bare) };
      yield { start: value, end: value, by: '"' };
      yield { start: end, end, by: '"' };
    }
    const isWords = small === 'alt' || small === 'title';
    if (isWords && quote !== undefined && quoted !== undefined)
      for (const { index, 0: mark } of quoted.matchAll(/["']/g))
        yield { start: value + 1 + index, end: value + 2 + index, by: mark === '"' ? '”' : '’' };
    if (isInline) yield* entities(quoted ?? bare ?? '', value + (quote === undefined ? 0 : 1));
  }
}

function unquoted(url: string): Remark {
  return {
    rule: 'relative-link',
    message: `The image ${quotedText(url)} will not show: its address has a \`/\` in it, and no quotes around it.`,
    remedy: 'Write the address in quotes.',
  };
}

/** `&amp;` where a bare `&` is read the same by a browser. */
function* entities(value: string, start: number): Iterable<Rewrite> {
  const read = (text: string) => decode(text, { isAttributeValue: true });
  const bare = value.replaceAll('&amp;', '&');
  if (bare === value || read(bare) !== read(value)) return;
  for (const { index } of value.matchAll(/&amp;/g))
    yield { start: start + index + 1, end: start + index + 5, by: '' };
}
