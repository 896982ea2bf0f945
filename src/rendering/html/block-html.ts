import type { Html } from 'mdast';
import { escapeHtml, readTag, writeTag, type Tag } from './tag.ts';

/** A piece of HTML between blocks of Markdown, with the line end behind it where there is one. */
export interface HtmlBlock {
  readonly node: Html;
  readonly source: string;
}

/**
 * What Stack makes of the HTML between blocks: tags that it does not know vanish, and attributes with
 * them; what is left without a tag is a paragraph. Two pieces between which Markdown stands, one that
 * opens more than it closes and one that closes more, go around it as they are.
 */
export function rewriteBlockHtml(blocks: readonly HtmlBlock[]): ReadonlyMap<Html, Html | null> {
  const rewritten = new Map<Html, Html | null>();
  const rest = blocks.filter(({ node, source }) => {
    const whole = wholeElement(source);
    if (whole !== null) rewritten.set(node, { type: 'html', value: whole });
    return whole === null;
  });
  const paired = pairedOf(rest);
  for (const each of rest) {
    const { node } = each;
    const left = withoutUnknown(each.source);
    if (paired.has(each) || left.includes('<')) rewritten.set(node, { type: 'html', value: left });
    else if (left.trim() === '') rewritten.set(node, null);
    // A paragraph of its own, also where those around it are none as a list is tight.
    else rewritten.set(node, { type: 'html', value: `<p>${escapeHtml(left.trim())}</p>` });
  }
  return rewritten;
}

/**
 * One element without another in it, or one tag: what begins as one and ends with `>` counts as that,
 * and the rest of it is lost. Only where the text ends without a line end.
 */
function wholeElement(source: string): string | null {
  const element = /^(<[a-z0-9]+.*?>)([^<>\n]+?)(<\/[a-z0-9]+>)$/i.exec(source);
  if (element !== null) {
    const [, open = '', text = '', close = ''] = element;
    const tags = [readTag(open), readTag(close)];
    const [first, last] = tags;
    if (!first || !last || first.kind !== last.kind) return null;
    const takesBlocks = first.kind === 'blockquote' || first.kind === 'pre';
    const shown = takesBlocks ? `<p>${escapeHtml(text)}</p>` : escapeHtml(text);
    return inParagraph(first) + shown + inParagraph(last);
  }
  if (!/^<[a-z0-9]+(?:\s.+?)?\s?\/?>$/i.test(source)) return null;
  const tag = readTag(source);
  return tag === null ? null : inParagraph(tag);
}

function inParagraph(tag: Tag): string {
  const written = writeTag(tag.isVoid ? { ...tag, isClosing: false } : tag);
  return tag.isBlock ? written : `<p>${written}</p>`;
}

/** Pieces that go around Markdown. Only tags without attributes count as opening ones. */
function pairedOf(blocks: readonly HtmlBlock[]): ReadonlySet<HtmlBlock> {
  const found: HtmlBlock[] = [];
  for (const each of blocks) {
    const opening = each.source.match(/<[a-z]+(?:\s[a-z0-9\-"'=\s])?>/gi)?.length ?? 0;
    const closing = each.source.match(/<\/[a-z]+>/gi)?.length ?? 0;
    if (opening > closing || (opening < closing && found.length % 2 === 1)) found.push(each);
  }
  return new Set(found.slice(0, found.length - (found.length % 2)));
}

/** Takes out the tags that Stack does not know, and of the others the attributes that it does not. */
function withoutUnknown(source: string): string {
  let result = '';
  let end = 0;
  let close = -1;
  for (const { index } of source.matchAll(/<\/?[a-z]/gi)) {
    if (index < end) continue;
    if (close < index) {
      // What has no end on its line is no tag here.
      const behind = /[>\n\r\u2028\u2029]/g;
      behind.lastIndex = index;
      close = behind.exec(source)?.index ?? source.length;
    }
    if (source[close] !== '>') continue;
    result += source.slice(end, index) + cleaned(source.slice(index, close + 1));
    end = close + 1;
  }
  return result + source.slice(end);
}

function cleaned(source: string): string {
  const tag = readTag(source);
  if (tag === null) return '';
  if (tag.name === 'img' || tag.name === 'a') {
    const names = tag.name === 'a' ? 'href|title' : 'width|height|src|alt|title';
    const written = source.match(new RegExp(`(?:${names})=["'].+?["']`, 'g')) ?? [];
    if (tag.isClosing && tag.name === 'a') return '</a>';
    const isClosed = /[^\S\r\n]?\/?>$/.exec(source)?.[0] ?? '>';
    return `<${[tag.name, ...written].join(' ')}${tag.isVoid ? isClosed : '>'}`;
  }
  return `<${tag.isClosing ? '/' : ''}${tag.name}>`;
}
