/** A part of a text, from one offset to another, and what comes in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/**
 * Puts something else in the place of parts of a text; every other character stays. Of two that begin at one
 * place the shorter comes first, and of those that overlap the first counts.
 */
export function replaceRanges(text: string, replacements: readonly Replacement[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, by } of replacements.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    if (start < at) continue;
    made += text.slice(at, start) + by;
    at = end;
  }
  return made + text.slice(at);
}
