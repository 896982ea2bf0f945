import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Root } from 'mdast';

/** Five times what a post can hold. */
export const longestMarkdown = 500_000;
const deepest = 100;
const mostUnderlines = 2000;
/** Of quotes and lists that a line opens inside the first; a list takes a third of a millisecond. */
const mostNested = 3000;

const syntax = [gfmTable(), gfmFootnote()];
const mdast = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()];

/**
 * Parses GitHub Markdown without front matter. Offsets are those of `text`. Returns null where the
 * text is too long or nested too deeply to be parsed in a reasonable time.
 *
 * Emphasis is left out unless asked for: nothing here needs it but a title's text, and a run of
 * some thousand asterisks takes the parser half a minute.
 */
export function parseMarkdown(
  text: string,
  options: { readonly emphasis?: boolean } = {},
): Root | null {
  if (isCostly(text)) return null;
  // The parser drops a byte order mark without counting it, which would shift every offset.
  const counted = text.startsWith('\uFEFF') ? `\u2060${text.slice(1)}` : text;
  const disable = { disable: { null: ['attention'] } };
  try {
    return fromMarkdown(counted, {
      extensions: options.emphasis === true ? syntax : [...syntax, disable],
      mdastExtensions: mdast,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Tells whether the parser would take long over a text, or run out of stack: it takes time by the
 * square of nested containers, nested images and underlined headings. No text for readers comes near.
 */
function isCostly(text: string): boolean {
  if (text.length > longestMarkdown) return true;
  if (/^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){100}/m.test(text)) return true;
  if ((text.match(/^[ \t>]*(?:=+|-+)[ \t]*$/gm)?.length ?? 0) > mostUnderlines) return true;
  if (nestedMarks(text) > mostNested) return true;
  let depth = 0;
  for (const { 0: mark } of text.matchAll(/!\[|\]/g)) {
    depth = mark === ']' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return true;
  }
  return false;
}

function nestedMarks(text: string): number {
  let count = 0;
  const mark = /[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))/y;
  for (const { index, 0: first } of text.matchAll(/^[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])/gm)) {
    mark.lastIndex = index + first.length;
    while (mark.test(text)) count += 1;
    if (count > mostNested) break;
  }
  return count;
}
