import type { FootnoteDefinition, Nodes } from 'mdast';
import { linePrefix, lineAfter, lineStart, skipBlankLines } from '../../markdown/lines.ts';
import { endOf, isIndentedCode, sliceOf, startOf } from '../../markdown/nodes.ts';
import { startOfOpenBlock } from '../../markdown/open-block.ts';
import type { Construct, Page, Rewrite } from '../page.ts';
import { matchesIn, type TextRange } from '../words.ts';

/** Footnotes, which the site has not: a number at each mark, and the notes at the end of the text. */
export const footnotes: Construct = function* footnotes(page) {
  const { text, tree, nodes } = page;
  const definitions = nodes.filter((node) => node.type === 'footnoteDefinition');
  if (definitions.length === 0) return;
  const notes = new Map(definitions.toReversed().map((note) => [note.identifier, note]));
  const marks = marksIn(page).filter(({ name }) => notes.has(name));
  // As GitHub numbers them: in the order of the marks, wherever they stand.
  const order = [...new Set(marks.map(({ name }) => name))];
  const numbers = new Map(order.map((name, index) => [name, `<sup>${index + 1}</sup>`]));
  const numbered = marks.map(({ name, ...range }) => ({ ...range, by: numbers.get(name) ?? '' }));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';

  const cuts = definitionRuns(nodes).map((run) => cutOf(text, run, newline));
  yield* outside(numbered, cuts);
  yield* cuts;
  if (order.length === 0) return;

  const last = Math.min(text.length, startOfOpenBlock(text, tree));
  const append = (by: string, from?: number): Rewrite => ({
    start: last,
    end: last,
    by,
    ...(from !== undefined && { from }),
  });
  const rest = without(text.slice(0, last), cuts);
  const isParted = rest.trim() === '' || /\n[ \t]*\r?\n$/.test(rest);
  if (!isParted) yield append(rest.endsWith('\n') ? newline : newline + newline);
  for (const [index, name] of order.entries()) {
    const note = notes.get(name);
    if (!note) continue;
    yield append(`${index > 0 ? newline : ''}${numbers.get(name) ?? ''}`);
    const inner = between(numbered, startOf(note), endOf(note));
    for (const { by, from } of noteText(text, note, inner, newline)) yield append(by, from);
    yield append(newline);
  }
  if (last < text.length) yield append(newline);
};

interface Mark extends TextRange {
  readonly name: string;
}

/** The marks of a text in its order, also those behind `!`, which the parser leaves out. */
function marksIn({ text, nodes, words }: Page): readonly Mark[] {
  const marks: Mark[] = nodes.flatMap((node) =>
    node.type === 'footnoteReference'
      ? { name: node.identifier, start: startOf(node), end: endOf(node) }
      : [],
  );
  if (!text.includes('![^')) return marks;
  for (const ranges of [words.outsideLinks, words.inLinks])
    for (const { found, start, end } of matchesIn(text, ranges, /(?<!\\)!\[\^([^[\]\s]{1,999})\]/g))
      marks.push({ name: (found[1] ?? '').toLowerCase(), start: start + 1, end });
  return marks.toSorted((a, b) => a.start - b.start);
}

/** Those of a list, in the order of its text, that are in none of the cuts. */
function* outside(marks: readonly Rewrite[], cuts: readonly TextRange[]): Iterable<Rewrite> {
  let next = 0;
  for (const mark of marks) {
    while ((cuts[next]?.end ?? Infinity) <= mark.start) next += 1;
    if (mark.start < (cuts[next]?.start ?? Infinity)) yield mark;
  }
}

function between<T extends TextRange>(list: readonly T[], start: number, end: number) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let each = list[low]; each && each.end <= end; each = list[low]) {
    found.push(each);
    low += 1;
  }
  return found;
}

/** Notes that follow each other, with what is before and behind them in what they are in. */
interface Run {
  readonly first: FootnoteDefinition;
  readonly last: FootnoteDefinition;
  readonly before: Nodes | undefined;
  readonly after: Nodes | undefined;
}

/** In the order of the text. A note in a note goes with it. */
function definitionRuns(nodes: readonly Nodes[]): readonly Run[] {
  const runs: Run[] = [];
  for (const node of nodes) {
    if (!('children' in node)) continue;
    const children: readonly Nodes[] = node.children;
    for (let n = 0; n < children.length; n += 1) {
      const [before, first] = [children[n - 1], children[n]];
      if (first?.type !== 'footnoteDefinition') continue;
      let last = first;
      for (
        let next = children[n + 1];
        next?.type === 'footnoteDefinition';
        next = children[n + 1]
      ) {
        last = next;
        n += 1;
      }
      runs.push({ first, last, before, after: children[n + 1] });
    }
  }
  let end = 0;
  return runs
    .toSorted((a, b) => startOf(a.first) - startOf(b.first))
    .filter((run) => {
      if (startOf(run.first) < end) return false;
      end = endOf(run.last);
      return true;
    });
}

/** Takes notes out with their lines, so that what they part stays apart. */
function cutOf(text: string, { first, last, before, after }: Run, newline: string) {
  const [start, end] = [startOf(first), endOf(last)];
  const line = lineStart(text, start);
  const prefix = text.slice(line, start);
  // In the first line of a list's item its mark stays, and an empty line would end the item.
  if (/[^\s>]/.test(prefix))
    return { start, end: after && !isIndentedCode(text, after) ? startOf(after) : end, by: '' };
  const next = lineAfter(text, end);
  const isBlank = (from: number) => /^[ \t>]*\r?\n?$/.test(text.slice(from, lineAfter(text, from)));
  const isParted = !before || isBlank(lineStart(text, Math.max(0, line - 1)));
  // The comment keeps two lists from becoming one.
  if (before?.type === 'list' && after?.type === 'list') {
    const comment = `${prefix}<!-- -->${newline}`;
    const blank = `${prefix.trimEnd()}${newline}`;
    return {
      start: line,
      end: next,
      by: `${isParted ? '' : blank}${comment}${isBlank(next) ? '' : blank}`,
    };
  }
  if (prefix === '' && isParted) return { start: line, end: skipBlankLines(text, next), by: '' };
  const isJoining = after && !isParted && !isBlank(next);
  return { start: line, end: next, by: isJoining ? `${prefix.trimEnd()}${newline}` : '' };
}

function without(text: string, cuts: readonly (TextRange & { readonly by: string })[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end, by } of cuts) {
    if (start >= text.length) break;
    rest += text.slice(at, start) + by;
    at = end;
  }
  return rest + text.slice(at);
}

interface Piece {
  readonly by: string;
  /** Where it stands in the text; absent for what is new. */
  readonly from?: number;
}

/** What a note says behind its number, without the indentation of its further lines. */
function noteText(
  text: string,
  note: FootnoteDefinition,
  marks: readonly (TextRange & { readonly by: string })[],
  newline: string,
): readonly Piece[] {
  const [first] = note.children;
  if (!first) return [];
  const isText = first.type === 'paragraph';
  const pieces: Piece[] = [{ by: isText ? ' ' : newline + newline }];
  const indentation = indentationOf(text, note);
  let at = startOf(first);
  if (!isText && lineStart(text, at) > startOf(note)) at = lineStart(text, at);
  let isLineStart = at === lineStart(text, at);
  const keep = (end: number) => {
    for (const { 0: written, index } of text.slice(at, end).matchAll(/[^\n]*(?:\n|$)/g)) {
      const indented = isLineStart ? (indentation.exec(written)?.[0].length ?? 0) : 0;
      const line = written.slice(indented).replace(/^[ \t]+(?=\r?\n)/, '');
      if (line !== '') pieces.push({ by: line, from: at + index + written.length - line.length });
      isLineStart = written.endsWith('\n');
    }
    at = end;
  };
  for (const mark of marks) {
    keep(mark.start);
    pieces.push({ by: mark.by });
    at = mark.end;
    isLineStart = false;
  }
  const written = text.slice(startOf(first), endOf(note.children.at(-1) ?? first));
  keep(startOf(first) + written.trimEnd().length);
  const fence = openFence(text, note.children.at(-1));
  if (fence !== null) pieces.push({ by: newline + fence });
  return pieces;
}

/** What is cut off the further lines of a note: what it is in, and its own four blanks. */
function indentationOf(text: string, note: FootnoteDefinition): RegExp {
  const prefix = linePrefix(text, startOf(note));
  const quotes = prefix.split('>').length - 1;
  const blanks = prefix.slice(prefix.lastIndexOf('>') + 1).length - (quotes > 0 ? 1 : 0);
  return new RegExp(
    `^(?:[ \\t]*>[ \\t]?){0,${quotes}}(?: {0,${Math.max(0, blanks) + 4}}\\t|(?: {1,${Math.max(0, blanks) + 4}})?)`,
  );
}

/** The marks that close a block of code that nothing closes; null where it is none. */
function openFence(text: string, node: Nodes | undefined): string | null {
  if (node?.type !== 'code') return null;
  const lines = sliceOf(text, node).split('\n');
  const marks = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0];
  if (marks === undefined) return null;
  const last = (lines.length > 1 ? (lines.at(-1) ?? '') : '').replace(/^[ \t>]+/, '').trimEnd();
  return last.startsWith(marks) && last === marks.charAt(0).repeat(last.length) ? null : marks;
}
