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

/** A text in an element within a line of Markdown: no sign of it means anything. */
export function inTable(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, (char) => `&#${char.charCodeAt(0)};`);
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
