import type { Heading, Nodes, Root } from 'mdast';
import { endOf, startOf } from './node-offsets.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { anchorText, plainText } from './plain-text.ts';

/** A heading of a page; offsets are those of the page's text. */
export interface PageHeading {
  readonly depth: number;
  /** Its text as a reader sees it, on one line. */
  readonly title: string;
  /** The text that GitHub makes its anchor from. */
  readonly anchorText: string;
  /** Its inline Markdown, without the marks that make it a heading. */
  readonly inline: string;
  /** False in a quote, a list or a footnote. */
  readonly top: boolean;
  readonly start: number;
  readonly end: number;
}

/** A longer heading can be no title; its emphasis is not worth the parser's time. */
const longestHeading = 1000;

/** Lists all headings of a text in their order. `tree` is the text's own tree. */
export function headingsOf(text: string, tree: Root): readonly PageHeading[] {
  const found = collect(tree);
  const top = new Set<Nodes>(tree.children);
  const emphasized = withEmphasis(text, tree, found, top);
  return found.map((heading) => {
    const node = emphasized.get(heading) ?? heading;
    const first = heading.children[0];
    const last = heading.children.at(-1);
    return {
      depth: heading.depth,
      title: plainText(node),
      anchorText: anchorText(node),
      inline: first && last ? text.slice(startOf(first), endOf(last)) : '',
      top: top.has(heading),
      start: startOf(heading),
      end: endOf(heading),
    };
  });
}

function collect(tree: Root): Heading[] {
  const found: Heading[] = [];
  // A stack of nodes and no recursion: a hostile text may be nested some thousand levels deep.
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'heading') found.push(node);
    else if ('children' in node && node.type !== 'paragraph')
      for (const child of node.children) open.push(child);
  }
  return found.sort((a, b) => startOf(a) - startOf(b));
}

/**
 * The headings that hold marks of emphasis, parsed again with it: all together and with the page's
 * definitions, so that it takes one more parse and not one for each.
 */
function withEmphasis(
  text: string,
  tree: Root,
  headings: readonly Heading[],
  top: ReadonlySet<Nodes>,
): ReadonlyMap<Heading, Heading> {
  const marked = headings.filter((heading) => {
    const slice = text.slice(startOf(heading), endOf(heading));
    // In a quote, the second line of a heading begins with `>` and would not be one again.
    const alone = top.has(heading) || !slice.includes('\n');
    return alone && slice.length <= longestHeading && /[*_]/.test(slice);
  });
  if (marked.length === 0) return new Map();
  const parts = [...marked, ...tree.children.filter(({ type }) => type === 'definition')];
  const slices = parts.map((node) => text.slice(startOf(node), endOf(node)));
  const again = parseMarkdown(slices.join('\n\n'), { emphasis: true });
  const parsed = again?.children.filter((node) => node.type === 'heading') ?? [];
  if (parsed.length !== marked.length) return new Map();
  return new Map(marked.map((heading, index) => [heading, parsed[index] ?? heading]));
}
