import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { PhrasingContent, Root } from 'mdast';
import { bareAddresses, bareAddressesFromMarkdown } from './syntax/bare-addresses.ts';
import { meter } from '../markdown/parse-markdown.ts';
import { altFromMarkdown } from './syntax/alt.ts';
import { escapedFromMarkdown } from './syntax/escaped.ts';
import { stackHtmlBlocks } from './syntax/html.ts';
import { stackLinks } from './syntax/links.ts';
import { spoilersFromMarkdown, stackQuotes } from './syntax/quotes.ts';
import { tagLinks, tagLinksFromMarkdown } from './syntax/tag-links.ts';

// A tilde is punctuation like any other to the stars beside it.
const strikethrough = { ...gfmStrikethrough({ singleTilde: false }), attentionMarkers: {} };
const syntax = [gfmTable(), strikethrough, stackLinks, tagLinks, stackQuotes, stackHtmlBlocks];
const mdast = [
  gfmTableFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  escapedFromMarkdown,
  altFromMarkdown,
  bareAddressesFromMarkdown,
  tagLinksFromMarkdown,
  spoilersFromMarkdown,
];

/** Parses Markdown as Stack's editor does. Offsets are those of `text`. Throws a RangeError where it takes long. */
export function parseAsStack(text: string): Root {
  return fromMarkdown(text, {
    extensions: [...syntax, bareAddresses(text), meter(text)],
    mdastExtensions: mdast,
  });
}

/** Parses what looked like a bare address, and is none where it stands. */
export function parseNoAddress(text: string): PhrasingContent[] {
  if (!/[*_~]/.test(text)) return [{ type: 'text', value: text }];
  const { children } = fromMarkdown(text, {
    extensions: [strikethrough],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  });
  const [first] = children;
  return first?.type === 'paragraph' ? first.children : [];
}
