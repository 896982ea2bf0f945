import type { LineCut } from '../model/draft.ts';
import { endBeforeBlankLines, lineAfter, lineStart, skipBlankLines } from './lines.ts';

/**
 * Takes a heading (from the start of its text to the end of its last line) out of a text, with the
 * blank lines around it. Where text stands on both sides, one blank line stays: without it, two
 * paragraphs would become one. `cut` says how the lines moved; null where the heading was the first.
 */
export function cutHeading(
  text: string,
  heading: { readonly start: number; readonly end: number },
): { readonly text: string; readonly dropped: number; readonly cut: LineCut | null } {
  const next = skipBlankLines(text, lineAfter(text, heading.end));
  const before = text.slice(0, endBeforeBlankLines(text, lineStart(text, heading.start)));
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
