/**
 * Replaces HTML comments by blanks of the same length, so that offsets stay. An unclosed comment
 * runs to the end, as it does for a reader.
 */
export function blankComments(text: string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('<!--', at);
    if (open === -1) return result + text.slice(at);
    const close = text.indexOf('-->', open + 2);
    const end = close === -1 ? text.length : close + 3;
    result += text.slice(at, open) + ' '.repeat(end - open);
    at = end;
  }
}

/** Tells whether a text shows nothing: it holds only white space and HTML comments. */
export function isBlankMarkdown(text: string): boolean {
  return blankComments(text).trim() === '';
}
