import { actingWords } from '../rendering/acting-words.ts';
import type { Line } from './line.ts';

/** Makes any text one harmless line. */
export type Safe = (text: string) => string;

/** What code blocks take beside their lines. */
export const aroundBlocks = 240;

/** The bytes of a line. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(text) + 1;
}

/** A text in an element of a block of HTML, where Markdown means nothing. */
export function inTag(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * A text in a line of Markdown: it means nothing there, and what a forge would act upon is code. So is
 * what stands between two backticks in it, as in our own sentences.
 */
export function inLine(text: string): string {
  const parts = text.trim().split(/(`[^`]+`)/);
  const written = parts.flatMap((part, index) =>
    index % 2 === 1 ? part : actingWords(part).map(pieceInLine),
  );
  const line = written.reduce((before, next) => {
    // The marks of two codes side by side would be one another's.
    const isMarked = before.endsWith('`') && next.startsWith('`');
    return `${before}${isMarked ? ' ' : ''}${next}`;
  }, '');
  // What would begin a list or underline a heading.
  return line.replace(/^[-+=]/, String.raw`\$&`).replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

function pieceInLine({ text, acts }: ReturnType<typeof actingWords>[number]): string {
  return acts ? codeSpan(text) : text.replaceAll(/[\\`*_[\]<>#|~&$]/g, String.raw`\$&`);
}

/** The same in an element of a block of HTML. */
export function textInTag(text: string): string {
  return actingWords(text)
    .map(({ text: piece, acts }) => (acts ? `<code>${inTag(piece)}</code>` : inTag(piece)))
    .join('');
}

/** The same in a cell of a table. */
export function inCell(text: string): string {
  const sign = /[!-/:-@[-`{-~]/g;
  return actingWords(text)
    .map(({ text: piece, acts }) =>
      acts ? codeInCell(piece) : piece.replaceAll(sign, (char) => `&#${char.charCodeAt(0)};`),
    )
    .join('');
}

/** A text as code in a cell, which no mark in it ends: a bar stands between two pieces of code. */
export function codeInCell(text: string): string {
  return text
    .split('|')
    .map((piece) => (piece === '' ? '' : codeSpan(piece)))
    .join('&#124;');
}

/** Markdown as the text of a link, where its address is one of the web. */
export function linked(markdown: string, address: string | null): string {
  const target = address === null ? null : linkTarget(address);
  return target === null ? markdown : `[${markdown}](${target})`;
}

/** Of longer fences a page could become too long to be shown. */
const longestFence = 50;
/** What ends a code block, where it is longer than any fence. */
const endsAny = new RegExp(`^( {0,3})\`(?=\`{${longestFence - 1},}[ \\t]*$)`);

/**
 * Code blocks: one for each run of lines that are ours, and one for each text that is shown. The fence
 * of each is longer than any run of backticks in it; a line that would end every block has its first
 * one escaped.
 */
export function blocks(lines: readonly Line[], safe: Safe): string[] {
  const runs: { readonly quoted: boolean; readonly texts: string[] }[] = [];
  for (const { text, quoted = false } of lines) {
    if (runs.at(-1)?.quoted !== quoted) runs.push({ quoted, texts: [] });
    runs.at(-1)?.texts.push(safe(text));
  }
  return runs.flatMap(({ quoted, texts }) => {
    const fence = '`'.repeat(Math.min(longestRun(texts.join('\n'), 2) + 1, longestFence));
    const lines = texts.map((text) => text.replace(endsAny, String.raw`$1\u{60}`));
    return [`${fence}${quoted ? 'diff' : 'text'}`, ...lines, fence];
  });
}

/** A text as inline code. */
export function codeSpan(text: string): string {
  const marks = '`'.repeat(longestRun(text, 0) + 1);
  return `${marks} ${text} ${marks}`;
}

function longestRun(text: string, least: number): number {
  return text.matchAll(/`+/g).reduce((longest, [run]) => Math.max(longest, run.length), least);
}

/** An address that cannot end its link; null where it is none of the web. */
export function linkTarget(address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  return url.href.replace(/[()<>[\]\\\s]/g, (char) =>
    encodeURIComponent(char).replace('(', '%28').replace(')', '%29'),
  );
}
