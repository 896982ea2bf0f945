import type { Heading, Root } from 'mdast';
import { withEmphasis, type PageHeading } from './headings.ts';
import { mostCharacters } from '../model/draft.ts';
import { splitAttributes } from './heading-attributes.ts';
import { endOf, startOf } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { plainText } from './plain-text.ts';

type FoundHeading = Pick<PageHeading, 'title' | 'attributes' | 'start' | 'end'>;

/** As many as a post can hold: of a longer text, only what stands above the heading is parsed. */
const longest = mostCharacters.article;

/**
 * Finds the first level-1 heading that stands by itself: outside code, HTML, quotes and lists.
 * Returns null where there is none.
 */
export function firstHeading(text: string): FoundHeading | null {
  const candidate = /^ {0,3}(?:#(?:[ \t]|$)|=+[ \t]*$)/m.exec(text);
  if (candidate === null) return null;
  // What a line is depends only on the lines before it, so mostly the first few lines are enough.
  const lineEnd = text.indexOf('\n', candidate.index + candidate[0].length);
  const early =
    lineEnd === -1 || lineEnd > longest
      ? null
      : topHeading(text, parseMarkdown(text.slice(0, lineEnd)));
  // A reference in the heading may be defined at the end of the text.
  if (early !== null && !text.slice(early.start, early.end).includes('[')) return early;
  return text.length > longest ? early : topHeading(text, parseMarkdown(text));
}

function topHeading(text: string, tree: Root | null): FoundHeading | null {
  const isTop = (node: Root['children'][number]) => node.type === 'heading' && node.depth === 1;
  const heading = tree?.children.find(isTop) as Heading | undefined;
  return !tree || heading === undefined ? null : foundHeading(text, tree, heading);
}

/** Reads the title of a heading that stands by itself. */
export function foundHeading(text: string, tree: Root, heading: Heading): FoundHeading {
  const node = withEmphasis(text, tree, [heading]).get(heading) ?? heading;
  const last = heading.children.at(-1);
  const inline = last ? text.slice(startOf(heading), endOf(last)) : '';
  const { title, attributes } = splitAttributes(plainText(node), inline);
  return { title, attributes, start: startOf(heading), end: endOf(heading) };
}
