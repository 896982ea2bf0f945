import { htmlTags, type HtmlTag } from '../../markdown/html-tags.ts';
import { linePrefix, lineAfter, lineStart, skipBlankLines } from '../../markdown/lines.ts';
import { endOf, startOf } from '../../markdown/nodes.ts';
import type { Construct, Page, Rewrite } from '../page.ts';

/** `<details>`: its summary becomes a line in bold, and what it holds stays. */
export const details: Construct = function* details(page) {
  const { text, nodes } = page;
  if (!/<details/i.test(text)) return;
  const tags = htmlTags(text, nodes).filter(({ name }) => name === 'details' || name === 'summary');
  const closed = closedBy(tags);
  const blocks = nodes.filter(({ type }) => type === 'html');
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  let block = 0;
  /** Where the last title ends: no blank line is needed right behind it. */
  let last = -1;
  for (const [index, open] of tags.entries()) {
    while (endOf(blocks[block] ?? page.tree) < open.end && block < blocks.length) block += 1;
    const close = closed.get(open);
    const summary = close && summaryBehind(text, tags, index);
    if (!close || !summary) continue;
    const start = startOf(blocks[block] ?? page.tree);
    if (open.isInline) yield* inLine(text, open, close, summary);
    else {
      const at = { text, newline, prefix: linePrefix(text, start), isFirst: start === open.start };
      yield* title(at, open, summary, last);
      yield* end(at, close);
      last = summary.end;
    }
  }
};

/** What ends each `<details>`; its end tag may stand at the end of a paragraph, where it ends a block all the same. */
function closedBy(tags: readonly HtmlTag[]): ReadonlyMap<HtmlTag, HtmlTag> {
  const closed = new Map<HtmlTag, HtmlTag>();
  const open: HtmlTag[] = [];
  for (const tag of tags) {
    if (tag.name !== 'details') continue;
    if (tag.isInline && tag.partner) {
      if (!tag.isEnd) closed.set(tag, tag.partner);
    } else if (tag.isEnd) {
      const begun = open.pop();
      if (begun) closed.set(begun, tag);
    } else if (!tag.isInline) open.push(tag);
  }
  return closed;
}

interface Summary {
  readonly words: string;
  readonly end: number;
}

/** The words that GitHub shows, and where they end; null where nothing ends the summary. */
function summaryBehind(text: string, tags: readonly HtmlTag[], index: number): Summary | null {
  const [open, summary, close] = tags.slice(index, index + 3);
  if (!open) return null;
  if (summary?.name !== 'summary' || summary.isEnd || summary.isInline !== open.isInline)
    return { words: 'Details', end: open.end };
  if (close?.name !== 'summary' || !close.isEnd) return null;
  const words = text
    .slice(summary.end, close.start)
    .replace(/\s*\n[ \t>]*/g, ' ')
    .replace(/<\/?(?:b|strong|big|h[1-6]|p|div|center)\b[^<>]*>/gi, '')
    .replace(/\*\*|__|^\s*#{1,6}(?=\s)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { words: words || 'Details', end: close.end };
}

/** In a paragraph or a cell, where no block can begin. */
function* inLine(text: string, open: HtmlTag, close: HtmlTag, { words, end }: Summary): Rewrites {
  const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  yield { start: open.start, end: end + blanks, by: `**${words}**<br>` };
  yield { start: close.start, end: close.end, by: '' };
}

type Rewrites = Iterable<Rewrite>;

/** Where a block of HTML stands that begins or ends `<details>`. */
interface At extends Pick<Page, 'text'> {
  readonly newline: string;
  /** What its further lines begin with. */
  readonly prefix: string;
  /** Whether the block begins with the tag. */
  readonly isFirst: boolean;
}

function* title(at: At, open: HtmlTag, { words, end }: Summary, last: number): Rewrites {
  const { text, newline, prefix, isFirst } = at;
  const blank = prefix.trimEnd();
  const line = lineStart(text, open.start);
  const before = text.slice(line, open.start);
  const isApart = last !== -1 && text.slice(last, open.start).trim() === '';
  const begins = /^[ \t>]*$/.test(before);
  if (!isApart && begins && line > 0 && !isBlank(text, lineStart(text, line - 1)))
    yield { start: line, end: line, by: `${blank}${newline}` };
  const gap = `${newline}${blank}${newline}${prefix}`;
  const start = isApart || isFirst || begins ? '' : gap;
  const rest = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  const next = lineAfter(text, end);
  if (text.slice(end, next).trim() !== '')
    yield { start: open.start, end: end + rest, by: `${start}**${words}**${gap}` };
  else {
    const isJoining = next < text.length && !isBlank(text, next);
    const by = `${start}**${words}**${isJoining ? newline + blank : ''}`;
    yield { start: open.start, end, by };
    // It was HTML, and would be code.
    const indented = /^[ \t]{4,}(?=\S)/.exec(text.slice(next + prefix.length))?.[0];
    if (isJoining && indented !== undefined && text.startsWith(prefix, next)) {
      const words = next + prefix.length;
      yield { start: words, end: words + indented.length, by: '' };
    }
  }
}

function* end({ text, newline }: At, close: HtmlTag): Rewrites {
  const line = lineStart(text, close.start);
  const next = lineAfter(text, close.end);
  const prefix = /^[ \t>]*/.exec(text.slice(line, close.start))?.[0] ?? '';
  const blank = prefix.trimEnd();
  const isLast = text.slice(close.end, next).trim() === '';
  const isJoining = next < text.length && !isBlank(text, next);
  if (isLast && prefix.length === close.start - line) {
    const isAfterBlank = line === 0 || isBlank(text, lineStart(text, line - 1));
    const to = isAfterBlank && prefix === '' ? skipBlankLines(text, next) : next;
    yield { start: line, end: to, by: isJoining && !isAfterBlank ? `${blank}${newline}` : '' };
    return;
  }
  const isDouble = /^[ \t]*<\/details/i.test(text.slice(close.end, close.end + 40));
  const gap = isLast ? (isJoining ? newline + blank : '') : newline + blank + newline + prefix;
  yield { start: close.start, end: close.end, by: isDouble ? '' : gap };
}

function isBlank(text: string, line: number): boolean {
  return /^[ \t>]*$/.test(text.slice(line, lineAfter(text, line)).trimEnd());
}
