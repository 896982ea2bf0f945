import { blankRanges, type Range } from './blank-ranges.ts';

/**
 * As GitHub reads them: a formula of one line has no blank inside of its dollar signs and no letter or
 * digit outside of them, so that prices and variables are none. `$$` stands around it alone in its
 * line, or in lines of their own.
 */
const formula = new RegExp(
  [
    String.raw`(?<![$\\])\$\$(?=[^\s$])(?:[^$\\\n]|\\[^\n]){1,1000}(?<!\s)\$\$(?!\$)`,
    String.raw`(?<=^[ \t>]{0,20})\$\$(?!\$)(?:[^$\n]|\n(?![ \t]*\r?\n)){1,5000}\$\$(?=[ \t]*\r?$)`,
    String.raw`(?<![\p{L}\p{N}_\\$])\$(?![\s$])(?:[^$\\\n]|\\[^\n]){1,500}(?<!\s)\$(?![\p{L}\p{N}_$])`,
  ].join('|'),
  'gmu',
);

/** The formulas in a text, where GitHub draws them. Code in it must be blank already. */
export function formulasIn(prose: string): readonly Range[] {
  if (!prose.includes('$')) return [];
  return [...prose.matchAll(formula)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

/** A text with blanks in the place of its formulas. */
export function withoutFormulas(prose: string): string {
  return blankRanges(prose, formulasIn(prose));
}
