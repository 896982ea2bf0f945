import type { Nodes, Root } from 'mdast';
import { endOf, startOf } from '../markdown/nodes.ts';

/** From one offset of a text to another. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The parts of a text that are read as words: not in code, HTML or an address. */
export interface Words {
  readonly outsideLinks: readonly TextRange[];
  readonly inLinks: readonly TextRange[];
  /** Bare addresses outside links, with what may end the sentence behind them. */
  readonly addresses: readonly TextRange[];
}

/** Both forges and the site make a link of one, whatever is in it. */
const address = /(?:https?|ftp):\/\/[^\s<]+/gi;

/** Finds the words of a text by its tree. Both lists are in the order of the text. */
export function wordsOf(text: string, tree: Root): Words {
  const words = {
    outsideLinks: [] as TextRange[],
    inLinks: [] as TextRange[],
    addresses: [] as TextRange[],
  };
  const open: { readonly node: Nodes; readonly to: TextRange[] }[] = [
    { node: tree, to: words.outsideLinks },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, to } = next;
    if (node.type === 'text') {
      const [start, end] = [startOf(node), endOf(node)];
      const addresses = addressesIn(text, start, end);
      to.push(...between(addresses, start, end));
      if (to === words.outsideLinks) words.addresses.push(...addresses);
    }
    if (!('children' in node)) continue;
    const isLink = node.type === 'link' || node.type === 'linkReference';
    // The text of `<https://…>` is its address.
    if (isLink && text.startsWith('<', startOf(node))) continue;
    for (const child of node.children.toReversed())
      open.push({ node: child, to: isLink ? words.inLinks : to });
  }
  return words;
}

function addressesIn(text: string, start: number, end: number): readonly TextRange[] {
  const slice = text.slice(start, end);
  if (!slice.includes('://')) return [];
  return [...slice.matchAll(address)].map(({ 0: found, index }) => ({
    start: start + index,
    end: start + index + found.length,
  }));
}

/** What of a part of the text is left without the parts in it. */
function between(parts: readonly TextRange[], start: number, end: number): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let at = start;
  for (const part of parts) {
    ranges.push({ start: at, end: part.start });
    at = part.end;
  }
  return [...ranges, { start: at, end }].filter((range) => range.start < range.end);
}

/** What a pattern finds within parts of a text, and where. It may look at the two characters beside them. */
export function* matchesIn(
  text: string,
  ranges: readonly TextRange[],
  pattern: RegExp,
): Iterable<{ readonly found: RegExpExecArray; readonly start: number; readonly end: number }> {
  for (const range of ranges) {
    const from = Math.max(0, range.start - 2);
    for (const found of text.slice(from, range.end + 2).matchAll(pattern)) {
      const start = from + found.index;
      const end = start + found[0].length;
      if (start >= range.start && end <= range.end) yield { found, start, end };
    }
  }
}
