/** An HTML comment. An unclosed one runs to the end, as it does for a reader. */
export const htmlComment = /<!(?=--)[^]*?(?:-->|$)/g;

/** Replaces HTML comments by blanks of the same length, so that offsets stay. */
export function blankComments(text: string): string {
  return text.replace(htmlComment, ({ length }) => ' '.repeat(length));
}

/** Tells whether a text shows nothing: it holds only white space and HTML comments. */
export function isBlankMarkdown(text: string): boolean {
  return blankComments(text).trim() === '';
}
