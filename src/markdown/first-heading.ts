import type { Heading, Root } from 'mdast';
import { withEmphasis, type PageHeading } from './headings.ts';
import { endOf, startOf } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { plainText } from './plain-text.ts';

type FoundHeading = Pick<PageHeading, 'title' | 'start' | 'end'>;

/**
 * Finds the first level-1 heading that stands by itself: outside code, HTML, quotes and lists.
 * Returns null where there is none.
 */
export function firstHeading(text: string): FoundHeading | null {
  const candidate = /^ {0,3}(?:#(?:[ \t]|$)|=+[ \t]*$)/m.exec(text);
  if (candidate === null) return null;
  // What a line is depends only on the lines before it, so mostly the first few lines are enough.
  const lineEnd = text.indexOf('\n', candidate.index + candidate[0].length);
  const early = lineEnd === -1 ? null : topHeading(text, parseMarkdown(text.slice(0, lineEnd)));
  // A reference in the heading may be defined at the end of the text.
  if (early !== null && !text.slice(early.start, early.end).includes('[')) return early;
  return topHeading(text, parseMarkdown(text));
}

function topHeading(text: string, tree: Root | null): FoundHeading | null {
  const isTop = (node: Root['children'][number]) => node.type === 'heading' && node.depth === 1;
  const heading = tree?.children.find(isTop) as Heading | undefined;
  if (!tree || heading === undefined) return null;
  const node = withEmphasis(text, tree, [heading]).get(heading) ?? heading;
  return { title: plainText(node), start: startOf(heading), end: endOf(heading) };
}
