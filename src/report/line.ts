/** How a line of a report is to be shown; each place decides what that looks like. */
export type Tone = 'plain' | 'heading' | 'faint' | 'added' | 'removed' | 'warning' | 'error';

/** One line of a report. Its text may be hostile: whoever prints it makes it safe first. */
export interface Line {
  readonly text: string;
  readonly tone: Tone;
  /**
   * It is of a text that is shown. Its first character says whether it comes (`+`), goes (`-`), stays
   * (a blank) or is the diff's own (`@`, `\`); no line of ours begins so.
   */
  readonly quoted?: true;
}

export function line(text: string, tone: Tone = 'plain'): Line {
  return { text, tone };
}

/** So much of a page is written, in bytes: GitHub refuses 1 MiB, and drops what is just below it without a word. */
export const longestPage = 1_000_000;
