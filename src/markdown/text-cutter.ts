import type { Root } from 'mdast';
import type { LineCut } from '../model/draft.ts';
import { memoize } from '../model/memoize.ts';
import { definitionText, labelsOf, type Defined, type Reference } from './labels.ts';
import { lineIndex } from './line-index.ts';
import { endBeforeBlankLines, lineAfter, lineStart, skipBlankLines } from './lines.ts';
import { startOfOpenBlock } from './open-block.ts';
import { longestMarkdown, parseMarkdown } from './parse-markdown.ts';

/** A text that was cut out of another one. */
export interface CutText {
  readonly text: string;
  /** Where its first line stands in the other text. */
  readonly offset: number;
  /** Where its lines do not follow each other there. */
  readonly cuts: readonly LineCut[];
}

/**
 * Returns a function that cuts parts out of a text, from one offset to another, without the blank lines
 * around them. A part brings the definitions and footnotes along that it refers to, wherever they stand,
 * and leaves those that it does not use; of equal labels the first in the whole text counts. All of it
 * is the author's own bytes: what a part lacks is put at its end, or at its beginning where that has to
 * come first. `tree` is the text's own tree.
 *
 * The function returns null once the parts together were given more than several texts may have.
 */
export function textCutter(
  text: string,
  tree: Root,
): (start: number, end: number) => CutText | null {
  const { defined, references } = labelsOf(text, tree);
  const firsts = new Map(defined.toReversed().map((each) => [each.name, each]));
  const openFrom = startOfOpenBlock(text, tree);
  const lineOf = memoize(() => lineIndex(text));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let given = 0;

  return (from, end) => {
    const start = Math.min(skipBlankLines(text, from), end);
    const used = usedIn(start, end, references, firsts);
    const { dropped, missing, clash } = balance(text, between(defined, start, end), used);
    given += missing.reduce((sum, each) => sum + each.end - each.start, 0);
    if (given > 4 * longestMarkdown) return null;

    const limit =
      missing.length === 0 ? end : clash ? start : Math.max(start, Math.min(openFrom, end));
    const pieces = trimmed(around(text, dropped, start, limit, eol));
    for (const [index, each] of missing.entries()) {
      const apart = index === 0 || each.isFootnote || missing[index - 1]?.isFootnote;
      const last = pieces.at(-1)?.text;
      if (last !== undefined)
        pieces.push({ text: (last.endsWith('\n') ? '' : eol) + (apart ? eol : ''), at: null });
      pieces.push({ text: definitionText(text, each) + eol, at: each.start });
    }
    if (limit < end)
      pieces.push({ text: eol, at: null }, ...trimmed(around(text, dropped, limit, end, eol)));
    return joined(pieces, start, (offset) => lineOf()(offset).line);
  };
}

/**
 * Brings along what a text refers to, from another one that it was taken out of, as `textCutter` does;
 * for what does not stand there in one piece, or is code there. What cannot be parsed stays as it is.
 */
export function withLabelsOf(whole: string, part: string): string {
  // Most notes refer to nothing, and parsing takes long.
  if (!part.includes('[') || !whole.includes(']:')) return part;
  const tree = parseMarkdown(whole);
  const defined = tree ? labelsOf(whole, tree).defined.filter(({ owner }) => owner === null) : [];
  if (defined.length === 0) return part;
  const all = defined.map((each) => definitionText(whole, each)).join('\n\n');
  // The comment keeps what is indented out of the last footnote.
  const before = `${all}\n\n<!-- -->\n\n`;
  const text = before + part;
  const both = parseMarkdown(text);
  return (both && textCutter(text, both)(before.length, text.length)?.text) ?? part;
}

/** A stretch of the cut text, and where it stands in the whole one; null for a blank line of ours. */
interface Piece {
  readonly text: string;
  readonly at: number | null;
}

/** What is between two offsets of a list in the order of a text. */
function between<T extends { readonly start: number }>(
  list: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  const firstFrom = (offset: number) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return list.slice(firstFrom(start), firstFrom(end));
}

/** What a part refers to, also through the footnotes that it uses. */
function usedIn(
  start: number,
  end: number,
  references: readonly Reference[],
  firsts: ReadonlyMap<string, Defined>,
): ReadonlySet<Defined> {
  const used = new Set<Defined>();
  for (const { name, isInFootnote } of between(references, start, end)) {
    const found = isInFootnote ? undefined : firsts.get(name);
    if (found) used.add(found);
  }
  // The loop also comes to what it adds.
  for (const each of used)
    for (const { name } of each.isFootnote ? between(references, each.start, each.end) : []) {
      const found = firsts.get(name);
      if (found) used.add(found);
    }
  return used;
}

/** Which of a part's own definitions it does not need, and which of the others it lacks. */
function balance(
  text: string,
  own: readonly Defined[],
  used: ReadonlySet<Defined>,
): {
  readonly dropped: readonly Defined[];
  readonly missing: readonly Defined[];
  /** Whether one that stays would count before one that is missing. */
  readonly clash: boolean;
} {
  const outer = own.filter(({ owner }) => owner === null);
  const kept = new Set(outer.filter((each) => !each.isLoose || used.has(each)));
  const isThere = ({ owner }: Defined) => owner !== null && (used.has(owner) || kept.has(owner));
  const namesakes = new Map(outer.toReversed().map((each) => [each.name, each]));
  const missing = [...used].filter((each) => {
    if (kept.has(each) || isThere(each)) return false;
    const other = namesakes.get(each.name);
    if (!other || definitionText(text, other) !== definitionText(text, each)) return true;
    kept.add(other);
    return false;
  });
  const lacking = new Set(missing.map(({ name }) => name));
  return {
    clash: outer.some(({ name, isLoose }) => !isLoose && lacking.has(name)),
    dropped: outer.filter((each) => !kept.has(each)),
    missing: missing.toSorted((a, b) => a.start - b.start),
  };
}

/** A part without the lines of what is dropped; of the blank lines around them, one stays. */
function around(
  text: string,
  dropped: readonly Defined[],
  start: number,
  end: number,
  eol: string,
): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  let isAfterBlank = true;
  for (const each of between(dropped, start, end)) {
    const line = lineStart(text, each.start);
    if (line > at) {
      pieces.push({ text: text.slice(at, line), at });
      isAfterBlank = text.slice(lineStart(text, line - 1), line).trim() === '';
    }
    const next = lineAfter(text, each.end);
    at = skipBlankLines(text, next);
    // What the definition parted must not grow together.
    if (!isAfterBlank && at < end) {
      pieces.push({ text: eol, at: null });
      isAfterBlank = true;
    }
  }
  if (at < end) pieces.push({ text: text.slice(at, end), at });
  return pieces;
}

function trimmed(pieces: Piece[]): Piece[] {
  for (let last = pieces.pop(); last; last = pieces.pop()) {
    const text = last.text.slice(0, endBeforeBlankLines(last.text, last.text.length));
    if (text !== '') return [...pieces, { ...last, text }];
  }
  return [];
}

function joined(
  pieces: readonly Piece[],
  start: number,
  lineOf: (offset: number) => number,
): CutText {
  const [first] = pieces;
  if (!first || pieces.length === 1)
    return { text: first?.text ?? '', offset: first?.at ?? start, cuts: [] };
  const offset = first.at ?? start;
  const cuts: LineCut[] = [];
  let lines = 0;
  for (const { text, at } of pieces) {
    const moved = at === null ? 0 : lineOf(at) - lineOf(offset) - lines;
    if (at !== null && moved !== (cuts.at(-1)?.lines ?? 0))
      cuts.push({ after: lines, lines: moved });
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lines += 1;
  }
  return { text: pieces.map(({ text }) => text).join(''), offset, cuts };
}
