import { blankComments } from './html-comments.ts';

/** Tells whether a text shows nothing: it holds only white space and HTML comments. */
export function isBlankMarkdown(text: string): boolean {
  return blankComments(text).trim() === '';
}
