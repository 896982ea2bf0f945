import type { Heading, Root } from 'mdast';
import { endOf, sliceOf, startOf } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { plainText } from './plain-text.ts';

/** A heading and where it stands, in offsets of the text that it was found in. */
interface FoundHeading {
  /** Its text as a reader sees it, on one line. */
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** A longer heading can be no title; its emphasis is not worth the parser's time. */
const longestHeading = 1000;

/**
 * Finds the first level-1 heading that stands by itself: outside code, HTML, quotes and lists.
 * Returns null where there is none.
 */
export function firstHeading(text: string): FoundHeading | null {
  const candidate = /^ {0,3}(?:#(?:[ \t]|$)|=+[ \t]*$)/m.exec(text);
  if (candidate === null) return null;
  // What a line is depends only on the lines before it, so mostly the first few lines are enough.
  const lineEnd = text.indexOf('\n', candidate.index + candidate[0].length);
  const early = lineEnd === -1 ? null : topHeading(parseMarkdown(text.slice(0, lineEnd)));
  if (early !== null && !sliceOf(text, early).includes('[')) return found(text, early, '');

  // A reference in the heading may be defined at the end of the text.
  const tree = parseMarkdown(text);
  const heading = topHeading(tree);
  if (tree === null || heading === null) return null;
  const definitions = tree.children.filter(({ type }) => type === 'definition');
  return found(text, heading, definitions.map((node) => sliceOf(text, node)).join('\n'));
}

function topHeading(tree: Root | null): Heading | null {
  return (
    (tree?.children.find((node) => node.type === 'heading' && node.depth === 1) as
      Heading | undefined) ?? null
  );
}

function found(text: string, heading: Heading, definitions: string): FoundHeading {
  const slice = sliceOf(text, heading);
  const again =
    slice.length > longestHeading
      ? null
      : topHeading(parseMarkdown(`${slice}\n\n${definitions}`, { emphasis: true }));
  return { title: plainText(again ?? heading), start: startOf(heading), end: endOf(heading) };
}
