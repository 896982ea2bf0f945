import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Root } from 'mdast';
import { bareAddresses, bareAddressesFromMarkdown } from './syntax/bare-addresses.ts';
import { escapedFromMarkdown } from './syntax/escaped.ts';
import { stackLinks } from './syntax/links.ts';
import { spoilersFromMarkdown, stackQuotes } from './syntax/quotes.ts';
import { tagLinks, tagLinksFromMarkdown } from './syntax/tag-links.ts';

const syntax = [
  gfmTable(),
  gfmStrikethrough({ singleTilde: false }),
  stackLinks,
  tagLinks,
  stackQuotes,
];
const mdast = [
  gfmTableFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  escapedFromMarkdown,
  bareAddressesFromMarkdown,
  tagLinksFromMarkdown,
  spoilersFromMarkdown,
];

/** Parses Markdown as Stack's editor does. Offsets are those of `text`. */
export function parseAsStack(text: string): Root {
  return fromMarkdown(text, {
    extensions: [...syntax, bareAddresses(text)],
    mdastExtensions: mdast,
  });
}
