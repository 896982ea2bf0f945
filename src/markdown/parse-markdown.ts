import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Root } from 'mdast';
import { isCostlyMarkdown } from './is-costly-markdown.ts';

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
  if (isCostlyMarkdown(text)) return null;
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
