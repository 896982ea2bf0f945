import { endOf, sliceOf, startOf } from '../markdown/nodes.ts';
import type { Page } from './page.ts';

/** A line of a text that has boxes of other tools. */
export interface BoxLine {
  readonly start: number;
  /** Before its line ending. */
  readonly end: number;
  readonly text: string;
  /** What the further lines of what begins here begin with: marks of quotes, and blanks. */
  readonly prefix: string;
  /** Where its own text begins, behind the marks of quotes and lists; and that text. */
  readonly at: number;
  readonly mark: string;
  /** Whether it stands in code or HTML. */
  readonly isCode: boolean;
  /** The number of the line that closes the `:::` which it begins; absent where none does. */
  closedBy?: number;
  /** How many such boxes stand in each other from it on. */
  depth: number;
}

const marks = /^(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t])*/;

/** The lines of a text, and which of them close which. */
export function boxLines({ text, nodes }: Page): readonly BoxLine[] {
  const code = nodes.flatMap((node) =>
    node.type === 'code' || node.type === 'html'
      ? {
          start: startOf(node),
          end: endOf(node),
          // Other HTML ends with a blank line, and takes what closes a box in.
          isVerbatim:
            node.type === 'code' ||
            /^<(?:[!?]|(?:pre|script|style|textarea)\b)/i.test(sliceOf(text, node)),
        }
      : [],
  );
  const verbatim = new Set<BoxLine>();
  const lines: BoxLine[] = [];
  let [at, next] = [0, 0];
  for (const whole of text.split('\n')) {
    const own = whole.replace(/\r$/, '');
    const before = marks.exec(own)?.[0] ?? '';
    const start = at;
    while (next < code.length && (code[next]?.end ?? 0) <= start) next += 1;
    const around = code[next];
    const isCode = around !== undefined && around.start < start + own.length;
    const line: BoxLine = {
      start,
      end: start + own.length,
      text: own,
      prefix: before.replace(/[^\s>]/g, ' '),
      at: start + before.length,
      mark: own.slice(before.length).trimEnd(),
      isCode,
      depth: 1,
    };
    if (isCode && around.isVerbatim) verbatim.add(line);
    lines.push(line);
    at += whole.length + 1;
  }
  if (text.includes(':::')) closeFences(lines, verbatim);
  return lines;
}

/**
 * What a line says in what begins with a prefix; null where it stands outside of it. A blank line is in
 * a list.
 */
export function within(line: string, prefix: string): string | null {
  if (line.startsWith(prefix)) return line.slice(prefix.length);
  if (line.trim() === '') return prefix.includes('>') ? null : '';
  return line.trimEnd() === prefix.trimEnd() ? '' : null;
}

interface Opened {
  readonly line: BoxLine;
  readonly marks: number;
}

/** Boxes of one prefix that are open, the innermost last; also by their number of marks. */
interface Open {
  readonly stack: Opened[];
  readonly byMarks: Map<number, number[]>;
}

/**
 * `:::` closes the innermost box of as many marks, else the innermost one if that has fewer. Each line
 * is looked at once: a text may open thousands.
 */
function closeFences(lines: readonly BoxLine[], verbatim: ReadonlySet<BoxLine>): void {
  const opened = new Map<string, Open>();
  for (const [number, line] of lines.entries()) {
    if (verbatim.has(line)) continue;
    for (const prefix of opened.keys())
      if (within(line.text, prefix) === null) opened.delete(prefix);
    const [, colons = '', rest = ''] = /^(:{3,})(.*)$/.exec(line.mark) ?? [];
    if (colons === '') continue;
    const open = opened.get(line.prefix) ?? { stack: [], byMarks: new Map<number, number[]>() };
    opened.set(line.prefix, open);
    const count = colons.length;
    if (rest !== '') {
      if (line.isCode) continue;
      const same = open.byMarks.get(count) ?? [];
      same.push(open.stack.length);
      open.byMarks.set(count, same);
      open.stack.push({ line, marks: count });
    } else close(open, count, number);
  }
}

function close({ stack, byMarks }: Open, count: number, number: number): void {
  const top = stack.at(-1);
  const index = byMarks.get(count)?.at(-1) ?? (top && top.marks < count ? stack.length - 1 : -1);
  if (index < 0) return;
  let depth = 0;
  while (stack.length > index) {
    const last = stack.pop();
    if (!last) return;
    byMarks.get(last.marks)?.pop();
    depth = Math.max(depth, last.line.depth);
    if (stack.length === index) last.line.closedBy = number;
  }
  const parent = stack.at(-1);
  if (parent) parent.line.depth = Math.max(parent.line.depth, depth + 1);
}
