import { endOf, startOf } from '../../markdown/nodes.ts';
import type { Construct, Page, Remark } from '../page.ts';
import type { TextRange } from '../words.ts';

/** What other tools call the kinds of boxes that hold plain text. */
const kinds = new Set(
  'abstract attention bug caution danger details error example failure hint important info note question quote seealso success summary tip todo warning'.split(
    ' ',
  ),
);
const indented = /^(?:!!!|\?\?\?\+?)[ \t]+([\w-]+(?:[ \t]+[\w-]+)*)(?:[ \t]+"([^"]*)")?[ \t]*\r?$/;
const fenced =
  /^(:{3,})[ \t]*(?:\{[ \t]*\.?([\w-]+)[^}]*\}|([\w-]+))(?:\[([^\]]*)\]|[ \t]+(\S.*?))?[ \t]*\r?$/;
/** What another tool reads in the body, so that it cannot stand in a quote. */
const foreign = /^(?:=== |--8<--|<<<|\{[%{<]|@\[|<[A-Z])/m;
const deepest = 5;

/** Boxes of other tools, `!!! note` and `:::note`: a quote with their title in bold. */
export const admonitions: Construct = function* admonitions(page) {
  const { text } = page;
  if (!/^(?:!!!|\?\?\?|:::)/m.test(text)) return;
  const closed = codeIn(page);
  const lines = linesOf(text);
  for (let n = 0; n < lines.length; n += 1) {
    const line = lines[n];
    if (
      line === undefined ||
      closed.some(({ start, end }) => line.start > start && line.start < end)
    )
      continue;
    const box = boxAt(lines, n);
    if (box === null) continue;
    const end = lines[box.last]?.end ?? text.length;
    if (box.body === null || foreign.test(box.body.map((each) => each.text).join('\n')))
      yield { start: line.start, end: line.start, remark: left(box.body === null) };
    else {
      const newline = text.includes('\r\n') ? '\r\n' : '\n';
      const quote = quoteOf(box.title, box.body, 0);
      yield { start: line.start, end, by: '' };
      for (const [index, { mark, text: by, from }] of quote.entries()) {
        yield { start: end, end, by: `${index > 0 ? newline : ''}${mark}` };
        if (by !== '') yield { start: end, end, by, ...(from !== undefined && { from }) };
      }
    }
    n = box.last;
  }
};

interface Line extends TextRange, Words {}

function linesOf(text: string): readonly Line[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    const own = line.replace(/\r$/, '');
    return { start, end: start + own.length, text: own, from: start };
  });
}

/** Code and HTML; an indented block may be the body of a box, so it is none here. */
function codeIn({ text, nodes }: Page): readonly TextRange[] {
  return nodes.flatMap((node) => {
    const isCode = node.type === 'code' && /^[ \t]*[`~]/.test(text.slice(startOf(node)));
    return isCode || node.type === 'html' ? { start: startOf(node), end: endOf(node) } : [];
  });
}

/** A line's own text, and where it stands; absent for what is new. */
interface Words {
  readonly text: string;
  readonly from?: number;
}

interface Box {
  readonly title: string;
  /** Null where nothing closes it. */
  readonly body: readonly Words[] | null;
  /** The number of its last line. */
  readonly last: number;
}

function boxAt(lines: readonly Words[], n: number): Box | null {
  const first = lines[n]?.text ?? '';
  const marked = indented.exec(first);
  if (marked) {
    const [, kind = '', title] = marked;
    let last = n;
    for (let next = n + 1; next < lines.length; next += 1) {
      const line = lines[next]?.text ?? '';
      if (/^(?: {4}|\t)/.test(line)) last = next;
      else if (line.trim() !== '') break;
    }
    const body = lines.slice(n + 1, last + 1).map((line) => without(line, /^(?: {4}|\t)/));
    return { title: title ?? named(kind.split(/[ \t]/)[0] ?? ''), body, last };
  }
  const [, colons = '', inBraces, plain, bracketed, behind] = fenced.exec(first) ?? [];
  const kind = (inBraces ?? plain ?? '').toLowerCase();
  if (colons === '' || !kinds.has(kind)) return null;
  const title = bracketed ?? behind ?? named(kind);
  let depth = 0;
  for (let next = n + 1; next < lines.length; next += 1) {
    const line = lines[next]?.text.trimEnd() ?? '';
    const fence = /^(:{3,})(.*)$/.exec(line);
    if (!fence) continue;
    if (fence[2]?.trim() !== '') depth += 1;
    else if (depth > 0 && (fence[1]?.length ?? 0) <= colons.length) depth -= 1;
    else if ((fence[1]?.length ?? 0) >= colons.length)
      return { title, body: lines.slice(n + 1, next), last: next };
  }
  return { title, body: null, last: n };
}

function named(kind: string): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

function without({ text, from }: Words, start: RegExp): Words {
  const length = start.exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), ...(from !== undefined && { from: from + length }) };
}

/** The lines of a quote, each with the marks before it. */
function quoteOf(
  title: string,
  body: readonly Words[],
  depth: number,
): readonly (Words & { readonly mark: string })[] {
  const lines: (Words & { readonly mark: string })[] = [];
  for (let n = 0; n < body.length; n += 1) {
    const box = depth < deepest ? boxAt(body, n) : null;
    if (box?.body) {
      lines.push(...quoteOf(box.title, box.body, depth + 1));
      n = box.last;
    } else lines.push({ mark: '', ...(body[n] ?? { text: '' }) });
  }
  const isBlank = (line: (typeof lines)[number] | undefined) =>
    line !== undefined && line.mark === '' && line.text.trim() === '';
  while (isBlank(lines[0])) lines.shift();
  while (isBlank(lines.at(-1))) lines.pop();
  const blank = { mark: '', text: '' };
  const head = [{ mark: '', text: `**${title.trim()}**` }, ...(lines.length > 0 ? [blank] : [])];
  return [...(title.trim() === '' ? [] : head), ...lines].map((line) =>
    isBlank(line) ? { mark: '>', text: '' } : { ...line, mark: `> ${line.mark}` },
  );
}

function left(isOpen: boolean): Remark {
  return {
    rule: 'admonition',
    message: isOpen
      ? 'Nothing closes this box of another tool, so that its marks stay as text.'
      : 'This box of another tool holds what only that tool reads, so that its marks stay as text.',
    remedy: 'Write a quote with a bold title, as `> **Note**`.',
  };
}
