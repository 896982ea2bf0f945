import type { Heading, Nodes, Root } from 'mdast';
import { splitAttributes } from './heading-attributes.ts';
import { endOf, nodesOf, sliceOf, startOf } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { anchorText, plainText } from './plain-text.ts';

/** A heading of a page; offsets are those of the page's text. */
export interface PageHeading {
  readonly depth: number;
  /** Its text as a reader sees it, on one line. */
  readonly title: string;
  /** The attributes behind its text, which are no part of it, as `{#id}`. */
  readonly attributes: string | null;
  readonly anchor: string;
  /** The anchor without the number that it gets where an earlier heading has the same. */
  readonly plainAnchor: string;
  /** Its inline Markdown, without the marks that make it a heading. */
  readonly inline: string;
  /** Where that begins. */
  readonly inlineStart: number;
  /** False in a quote, a list or a footnote. */
  readonly top: boolean;
  readonly start: number;
  readonly end: number;
}

/** A longer heading can be no title; its emphasis is not worth the parser's time. */
const longestHeading = 1000;

/** Lists all headings of a text in their order. `tree` is the text's own tree. */
export function headingsOf(text: string, tree: Root): readonly PageHeading[] {
  const found = nodesOf(tree).filter((node) => node.type === 'heading');
  const top = new Set<Nodes>(tree.children);
  const emphasized = withEmphasis(text, tree, found);
  const anchorOf = headingAnchors();
  return found.map((heading) => {
    const node = emphasized.get(heading) ?? heading;
    const first = heading.children[0];
    const last = heading.children.at(-1);
    return {
      depth: heading.depth,
      ...splitAttributes(
        plainText(node),
        first && last ? text.slice(startOf(first), endOf(last)) : '',
      ),
      ...anchorOf(anchorText(node)),
      inlineStart: startOf(first ?? heading),
      top: top.has(heading),
      start: startOf(heading),
      end: endOf(heading),
    };
  });
}

/**
 * Parses those of a page's headings again that hold marks of emphasis, with it: all together and with
 * the page's definitions, so that it takes one more parse and not one for each.
 */
export function withEmphasis(
  text: string,
  tree: Root,
  headings: readonly Heading[],
): ReadonlyMap<Heading, Heading> {
  const top = new Set<Nodes>(tree.children);
  const marked = headings.filter((heading) => {
    const slice = sliceOf(text, heading);
    // In a quote, the second line of a heading begins with `>` and would not be one again.
    const alone = top.has(heading) || !slice.includes('\n');
    return alone && slice.length <= longestHeading && /[*_]/.test(slice);
  });
  if (marked.length === 0) return new Map();
  const parts = [...marked, ...tree.children.filter(({ type }) => type === 'definition')];
  const slices = parts.map((node) => sliceOf(text, node));
  const again = parseMarkdown(slices.join('\n\n'), { emphasis: true });
  const parsed = again?.children.filter((node) => node.type === 'heading') ?? [];
  if (parsed.length !== marked.length) return new Map();
  return new Map(marked.map((heading, index) => [heading, parsed[index] ?? heading]));
}

/**
 * The anchor of a heading with this text, as GitHub makes it: lower case, only letters, marks, digits,
 * `_` and `-`, blanks as `-`.
 */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * Returns a function that makes the anchors of a page's headings: one that is taken gets a number. It
 * must see every heading of the page, in their order.
 */
function headingAnchors(): (title: string) => Pick<PageHeading, 'anchor' | 'plainAnchor'> {
  /** The last number given to each anchor. */
  const taken = new Map<string, number>();
  return (title) => {
    const plainAnchor = anchorOf(title);
    let anchor = plainAnchor;
    for (let last = taken.get(plainAnchor); taken.has(anchor);) {
      last = (last ?? 0) + 1;
      taken.set(plainAnchor, last);
      anchor = `${plainAnchor}-${last}`;
    }
    taken.set(anchor, 0);
    return { anchor, plainAnchor };
  };
}
