import type { Heading, Nodes } from 'mdast';
import { lineAfter, linePrefix, lineStart } from '../../markdown/lines.ts';
import { endOf, nodesOf, startOf } from '../../markdown/nodes.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import type { Replacement } from '../../markdown/replace-ranges.ts';

/**
 * Makes paragraphs in bold of the headings of a note: in a page of many notes a heading would part the
 * page, and be higher than the section that it stands in.
 */
export function* boldHeadings(text: string, tree: Nodes): Iterable<Replacement> {
  for (const node of nodesOf(tree)) {
    if (node.type !== 'heading') continue;
    const [start, end] = [beginningOf(text, node), endOf(node)];
    const marks = marksFor(text, node, start);
    if (marks === null) continue;
    const prefix = linePrefix(text, start);
    const line = lineStart(text, startOf(node));
    const isFirst = /[^ \t>]/.test(text.slice(line, startOf(node)));
    const blank = `${prefix.trimEnd()}\n`;
    // A line above or below would be of the same paragraph.
    if (line > 0 && !isFirst && !isBlank(text.slice(lineStart(text, line - 1), line)))
      yield { start: line, end: line, by: blank };
    yield* marks;
    const next = text.indexOf('\n', end);
    if (next !== -1 && !isBlank(text.slice(next + 1, lineAfter(text, next + 1))))
      yield { start: next + 1, end: next + 1, by: blank };
  }
}

/** An underlined one begins with its words: what is defined right above it is said to be in it. */
function beginningOf(text: string, heading: Heading): number {
  const start = startOf(heading);
  const [first] = heading.children;
  return first && text[start] !== '#' ? startOf(first) : start;
}

function isBlank(line: string): boolean {
  return /^[ \t>]*\n?$/.test(line);
}

/** What its marks become; null where it stays as it is, as it cannot all be bold. */
function marksFor(text: string, heading: Heading, start: number): readonly Replacement[] | null {
  const end = endOf(heading);
  const [first, last] = [heading.children.at(0), heading.children.at(-1)];
  // What it parts stays apart.
  if (!first || !last) return [{ start, end, by: '<!-- -->' }];
  const [from, to] = [startOf(first), endOf(last)];
  const outer = [
    { start, end: from, by: '**' },
    { start: to, end, by: '**' },
  ];
  const inner = text.slice(from, to);
  if (!/[*_\\]/.test(inner)) return outer;
  if (inner.includes('\n')) return null;
  // What is bold in it already has no need of it.
  const cuts = strongIn(inner);
  const plain = cuts.map((cut) => ({ start: from + cut, end: from + cut + 2, by: '' }));
  const made = cuts
    .toReversed()
    .reduce((rest, at) => rest.slice(0, at) + rest.slice(at + 2), inner);
  return isAllBold(`**${made}**`) ? [...outer, ...plain] : null;
}

/** Where the marks of what is bold stand. */
function strongIn(text: string): readonly number[] {
  const tree = parseMarkdown(text, { emphasis: true });
  return (tree ? nodesOf(tree) : [])
    .flatMap((node) => (node.type === 'strong' ? [startOf(node), endOf(node) - 2] : []))
    .toSorted((a, b) => a - b);
}

function isAllBold(text: string): boolean {
  const blocks = parseMarkdown(text, { emphasis: true })?.children ?? [];
  const [paragraph] = blocks;
  return (
    blocks.length === 1 &&
    paragraph?.type === 'paragraph' &&
    paragraph.children.length === 1 &&
    paragraph.children[0]?.type === 'strong'
  );
}
