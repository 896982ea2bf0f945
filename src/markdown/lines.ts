/** Returns the offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.slice(0, offset).lastIndexOf('\n') + 1;
}

/** Returns the offset after the line of an offset, its line ending included. */
export function lineAfter(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}

/** Returns the first offset at or after `offset` (a line's start) whose line is not blank. */
export function skipBlankLines(text: string, offset: number): number {
  const blank = /[ \t]*\r?\n/y;
  let start = offset;
  for (;;) {
    blank.lastIndex = start;
    if (!blank.test(text)) return start;
    start = blank.lastIndex;
  }
}

/** Returns the end of the last line before `offset` that is not blank, its line ending included. */
export function endBeforeBlankLines(text: string, offset: number): number {
  const end = text.slice(0, offset).trimEnd().length;
  const newline = text.indexOf('\n', end);
  return end === 0 ? 0 : newline === -1 || newline >= offset ? offset : newline + 1;
}

/** Cuts the blank lines around a text off, and its last line ending. */
export function trimBlankLines(text: string): string {
  const start = skipBlankLines(text, 0);
  return text.slice(start, endBeforeBlankLines(text, text.length)).replace(/\r?\n$/, '');
}

/**
 * What stands before the further lines of a block that begins at `offset`: the marks of the quotes that
 * it is in, and blanks in the place of those of lists.
 */
export function linePrefix(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset).replace(/[^\s>]/g, ' ');
}
