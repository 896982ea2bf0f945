import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { lineAfter, lineStart, skipBlankLines } from '../../markdown/lines.ts';
import { endOf, startOf } from '../../markdown/nodes.ts';
import type { Construct, Page, Rewrite } from '../page.ts';

/** Footnotes, which the site has not: a number at each mark, and the notes at the end of the text. */
export const footnotes: Construct = function* footnotes({ text, tree, nodes }) {
  const notes = new Map<string, FootnoteDefinition>();
  for (const node of tree.children)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
      notes.set(node.identifier, node);
  if (notes.size === 0) return;
  const marks = nodes.filter(
    (node): node is FootnoteReference =>
      node.type === 'footnoteReference' && notes.has(node.identifier),
  );
  const isIn = (node: FootnoteDefinition, mark: FootnoteReference) =>
    startOf(mark) >= startOf(node) && endOf(mark) <= endOf(node);
  const all = [...notes.values()];
  const outside = marks.filter((mark) => !all.some((node) => isIn(node, mark)));
  // As GitHub numbers them: in the order of the marks, those in a note once that is reached.
  const order: string[] = [];
  const reach = (mark: FootnoteReference) => {
    if (!order.includes(mark.identifier)) order.push(mark.identifier);
  };
  outside.forEach(reach);
  for (const name of order) {
    const node = notes.get(name);
    if (node) marks.filter((mark) => isIn(node, mark)).forEach(reach);
  }
  const numberOf = new Map(order.map((name, index) => [name, index + 1]));
  const sup = (name: string) => `<sup>${numberOf.get(name) ?? '?'}</sup>`;
  for (const mark of outside)
    yield { start: startOf(mark), end: endOf(mark), by: sup(mark.identifier) };

  let rest = '';
  let at = 0;
  for (const node of tree.children) {
    if (node.type !== 'footnoteDefinition') continue;
    const start = lineStart(text, startOf(node));
    const end = skipBlankLines(text, lineAfter(text, endOf(node)));
    yield { start, end, by: '' };
    rest += text.slice(at, start);
    at = end;
  }
  rest += text.slice(at);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = text.length;
  const append = (by: string, from?: number): Rewrite => ({
    start: last,
    end: last,
    by,
    ...(from !== undefined && { from }),
  });
  if (order.length === 0) return;
  const isParted = rest.trim() === '' || /\n[ \t]*\r?\n$/.test(rest);
  if (!isParted) yield append(rest.endsWith('\n') ? newline : newline + newline);
  for (const [index, name] of order.entries()) {
    const node = notes.get(name);
    if (!node) continue;
    yield append(`${index > 0 ? newline : ''}${sup(name)} `);
    const inner = marks.filter((mark) => isIn(node, mark));
    for (const { by, from } of noteText(text, node, inner, sup)) yield append(by, from);
    yield append(newline);
  }
};

interface Piece {
  readonly by: string;
  /** Where it stands in the text; absent for what is new. */
  readonly from?: number;
}

/** What a note says, without the indentation of its further lines. */
function noteText(
  text: Page['text'],
  node: FootnoteDefinition,
  marks: readonly FootnoteReference[],
  sup: (name: string) => string,
): readonly Piece[] {
  const first = node.children[0];
  if (!first) return [];
  const pieces: Piece[] = [];
  let at = startOf(first);
  const keep = (end: number) => {
    for (const { 0: by, index } of text.slice(at, end).matchAll(/[^\n]*(?:\n(?: {1,4}|\t)?|$)/g)) {
      const line = by.replace(/(?<=\n)[ \t]+$/, '');
      if (line !== '') pieces.push({ by: line, from: at + index });
    }
    at = end;
  };
  for (const mark of marks) {
    keep(startOf(mark));
    pieces.push({ by: sup(mark.identifier) });
    at = endOf(mark);
  }
  keep(startOf(first) + text.slice(startOf(first), endOf(node)).trimEnd().length);
  return pieces;
}
