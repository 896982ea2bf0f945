import { admonitionType } from '../../markdown/admonition-types.ts';
import { boxLines, within, type BoxLine } from '../box-lines.ts';
import type { Construct, Remark, Rewrite } from '../page.ts';

const indented = /^(?:!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]*)(?:[ \t]+(.*))?$/;
const fenced = /^:{3,}[ \t]*(?:\{([^{}]*)\}|([A-Za-z][\w-]*))(.*)$/;
/** The title in brackets, or attributes and the title behind them. */
const bracketed = /^\[(.*)\][ \t]*(?:\{[^{}]*\})?$/;
const behind = /^(?:\{([^{}]*)\})?(?:[ \t]+(\S.*?))?$/;
const titled = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')/;
/** What another tool reads in the body, so that it cannot stand in a quote. */
const foreign = /^[ \t]*(?:=== |--8<--|<<<|\{[%{<]|@\[|\\?<[A-Z])/;
/** Boxes in a box in a box are more than anybody writes. */
const deepest = 3;

/** Boxes of other tools, `!!! note` and `:::note`: a quote with their title in bold. */
export const admonitions: Construct = function* admonitions(page) {
  const { text } = page;
  if (!/!!!|\?\?\?|:::/.test(text)) return;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = boxLines(page);
  for (let n = 0; n < lines.length; n += 1) {
    const box = boxAt(lines, n);
    if (box === null) continue;
    const why = box.isOpen ? 'open' : box.isDeep || isForeign(lines, box) ? 'foreign' : null;
    if (why !== null) yield { start: box.at, end: box.at, remark: left(why) };
    else yield* quoteOf(lines, box, newline);
    n = box.last;
  }
};

/** A box; the numbers of lines are those of its first and last one, and of what is in it. */
interface Box {
  /** Where its mark begins. */
  readonly at: number;
  readonly title: string;
  readonly first: number;
  readonly last: number;
  readonly body: { readonly from: number; readonly to: number };
  /** What its lines begin with. */
  readonly prefix: string;
  /** Whether its text is indented by four. */
  readonly isIndented: boolean;
  /** Whether nothing closes it. */
  readonly isOpen: boolean;
  readonly isDeep: boolean;
}

function boxAt(lines: readonly BoxLine[], n: number): Box | null {
  const line = lines[n];
  if (!line || line.isCode) return null;
  const { prefix, at, mark } = line;
  const found = indented.exec(mark);
  if (found) {
    const [, kind = '', words = ''] = found;
    const { to, depth } = indentedBody(lines, n);
    if (to === n) return null;
    const title = indentedTitle(words) ?? named(kind);
    const place = { at, first: n, last: to, body: { from: n + 1, to }, prefix };
    return { ...place, title, isIndented: true, isOpen: false, isDeep: depth > deepest };
  }
  const title = fencedTitle(mark);
  if (title === null) return null;
  const close = line.closedBy ?? null;
  const last = close ?? n;
  const place = { at, first: n, last, body: { from: n + 1, to: last - 1 }, prefix };
  const isDeep = line.depth > deepest;
  return { ...place, title, isIndented: false, isOpen: close === null, isDeep };
}

/** Its last line, and how many boxes stand in each other there. */
function indentedBody(lines: readonly BoxLine[], n: number) {
  const prefix = lines[n]?.prefix ?? '';
  let [to, depth] = [n, 1];
  for (let next = n + 1; next < lines.length; next += 1) {
    const content = within(lines[next]?.text ?? '', prefix);
    if (content === null) break;
    if (content.trim() === '') continue;
    if (!/^(?: {4}|\t)/.test(content)) break;
    to = next;
    const blanks = /^[ \t]*(?=!!!|\?\?\?)/.exec(content)?.[0].replaceAll('\t', '    ');
    if (blanks !== undefined) depth = Math.max(depth, 1 + Math.floor(blanks.length / 4));
  }
  return { to, depth };
}

/** The title in quotes; else what stands there, as GitHub shows it. */
function indentedTitle(words: string): string | null {
  const [, title] = /"(.*)"$/.exec(words) ?? [];
  if (title !== undefined) return title.replaceAll('\\"', '"');
  const others = words.split(/[ \t]+/).filter((word) => !/^(?:inline|end|annotate)?$/.test(word));
  return others.length > 0 ? others.join(' ') : null;
}

/** The title behind `:::`; null where that makes no box of text. */
function fencedTitle(mark: string): string | null {
  const [, braces, plain, rest = ''] = fenced.exec(mark) ?? [];
  const kind = admonitionType(plain, braces);
  if (kind === null) return null;
  const inBrackets = bracketed.exec(rest)?.[1];
  if (inBrackets !== undefined) return inBrackets;
  const [whole, attributes = '', words] = behind.exec(rest) ?? [];
  if (whole === undefined) return null;
  const [, double, single] = titled.exec(braces ?? attributes) ?? [];
  return double ?? single ?? words?.replace(/[ \t]*:{3,}$/, '') ?? named(kind);
}

function named(kind: string): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

function isForeign(lines: readonly BoxLine[], { body, prefix, isIndented }: Box): boolean {
  let fence = '';
  for (let n = body.from; n <= body.to; n += 1) {
    const content = (within(lines[n]?.text ?? '', prefix) ?? '').slice(isIndented ? 4 : 0);
    const marks = /^[ \t>]*(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence === '') {
      if (marks !== undefined) fence = marks;
      else if (foreign.test(content)) return true;
      else if (/^:{3,}[ \t]*[^\s:]/.test(content) && fencedTitle(content.trimEnd()) === null)
        return true;
    } else if (marks?.startsWith(fence)) fence = '';
  }
  return false;
}

function* quoteOf(lines: readonly BoxLine[], box: Box, newline: string): Iterable<Rewrite> {
  const { at, first, last, prefix, isIndented } = box;
  const [head, end] = [lines[first], lines[last]];
  if (!head || !end) return;
  const contentOf = (n: number) => within(lines[n]?.text ?? '', prefix) ?? '';
  let { from, to } = box.body;
  while (from <= to && contentOf(from).trim() === '') from += 1;
  while (from <= to && contentOf(to).trim() === '') to -= 1;
  const isEmpty = from > to;
  const blank = prefix.trimEnd();

  // Two quotes without a line between them would become one.
  const isAfterQuote = within(lines[first - 1]?.text ?? '', prefix)?.startsWith('>') === true;
  if (isAfterQuote && at === head.start + prefix.length)
    yield { start: head.start, end: head.start, by: `${blank}${newline}` };
  const title = box.title.trim();
  const start = lines[from]?.start ?? head.end;
  if (title !== '' || isEmpty) {
    const by = `> **${title || 'Note'}**${isEmpty ? '' : `${newline}${prefix}>`}`;
    yield { start: at, end: head.end, by };
    const before = lines[from - 1];
    if (!isEmpty && before && before !== head) yield { start: head.end, end: before.end, by: '' };
  } else yield { start: at, end: start + prefix.length, by: '' };
  for (let n = from; n <= to; n += 1) {
    const line = lines[n];
    if (!line) continue;
    const content = contentOf(n);
    if (content.trim() === '') yield { start: line.start, end: line.end, by: `${prefix}>` };
    else {
      const cut = isIndented ? (/^(?: {4}|\t)/.exec(content)?.[0].length ?? 0) : 0;
      const text = line.start + prefix.length;
      yield { start: text, end: text + cut, by: '> ' };
    }
  }
  const tail = isEmpty ? head.end : (lines[to]?.end ?? head.end);
  // What stands right behind a quote would belong to it.
  const next = within(lines[last + 1]?.text ?? '', prefix);
  const isJoining = next !== null && next.trim() !== '';
  const by = isJoining ? `${newline}${blank}` : '';
  if (by !== '' || tail < end.end) yield { start: tail, end: end.end, by };
}

function left(why: 'open' | 'foreign'): Remark {
  return {
    rule: 'admonition',
    message:
      why === 'open'
        ? 'Nothing closes this box of another tool, so that its marks stay as text.'
        : 'This box of another tool holds what only that tool reads, or too many others, so that its marks stay as text.',
    remedy: 'Write a quote with a bold title, as `> **Note**`.',
  };
}
