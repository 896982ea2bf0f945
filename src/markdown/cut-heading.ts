import type { LineCut } from '../model/draft.ts';
import { endBeforeBlankLines, skipBlankLines } from './blank-lines.ts';

/**
 * Takes a heading (from the start of its text to the end of its last line) out of a text, with the
 * blank lines around it. Where text stands on both sides, one blank line stays: without it, two
 * paragraphs would become one. `cut` says how the lines moved; null where the heading was the first.
 */
export function cutHeading(
  text: string,
  heading: { readonly start: number; readonly end: number },
): { readonly text: string; readonly dropped: number; readonly cut: LineCut | null } {
  const lineStart = text.slice(0, heading.start).lastIndexOf('\n') + 1;
  const newline = text.indexOf('\n', heading.end);
  const next = skipBlankLines(text, newline === -1 ? text.length : newline + 1);
  const before = text.slice(0, endBeforeBlankLines(text, lineStart));
  const after = text.slice(next);
  if (before === '') return { text: after, dropped: next, cut: null };
  if (after.trim() === '') return { text: before, dropped: 0, cut: null };
  const gap = before.endsWith('\r\n') ? '\r\n' : '\n';
  const lines = countLines(before) + 1;
  return {
    text: before + gap + after,
    dropped: 0,
    cut: { after: lines, lines: countLines(text.slice(0, next)) - lines },
  };
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
