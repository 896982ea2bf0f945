import { decode } from 'he';
import type { Nodes, Root } from 'mdast';
import { visibleText } from '../model/visible-text.ts';
import { lineStart, skipBlankLines } from './lines.ts';
import { nodesOf, sliceOf, startOf } from './nodes.ts';

/** A comment, with its marks, and where it begins. */
export interface HtmlComment {
  readonly start: number;
  readonly comment: string;
}

/** An HTML comment. An unclosed one runs to the end, as it does for a reader. */
const htmlComment = /<!(?=--)[^]*?(?:-->|$)/g;

/** Replaces HTML comments by blanks of the same length, so that offsets stay. */
export function blankComments(text: string): string {
  return text.replace(htmlComment, ({ length }) => ' '.repeat(length));
}

/** Tags of elements that show nothing by themselves. */
const tags = /<\/?(?!(?:audio|hr|iframe|img|input|object|picture|svg|video)\b)[a-z][^<>]*>/gi;

/** Tells whether a text shows nothing: blanks, HTML comments, empty elements, invisible characters. */
export function isBlankMarkdown(text: string): boolean {
  // Most texts begin with a word; and in code, all that is written shows.
  if (/^[\s#*_>\-]*[[\p{L}\p{N}]--\p{Default_Ignorable_Code_Point}]/v.test(text)) return false;
  if (/^(?: {4}|\t)[ \t]*[<&]/m.test(text)) return false;
  return visibleText(decode(blankComments(text).replace(tags, ''))) === '';
}

/**
 * Cuts HTML comments out of a text, all but those that `keep` accepts; what only looks like one in
 * code stays. Where a comment was alone in its lines, they go with it, and the blank lines after them.
 * `tree` is the text's own tree.
 */
export function cutComments(text: string, tree: Root, keep: (comment: string) => boolean): string {
  let result = '';
  let at = 0;
  for (const { start, comment } of commentsIn(text, tree)) {
    if (keep(comment)) continue;
    result += text.slice(at, start);
    at = start + comment.length;
    const line = lineStart(result, result.length);
    const restOfLine = /[ \t]*(?:\r?\n|$)/y;
    restOfLine.lastIndex = at;
    if (result.slice(line).trim() !== '' || !restOfLine.test(text)) continue;
    result = result.slice(0, line);
    at = followsBlankLine(result)
      ? skipBlankLines(text, restOfLine.lastIndex)
      : restOfLine.lastIndex;
  }
  return result + text.slice(at);
}

/** Tells whether a text of whole lines is empty or ends in a blank one. */
function followsBlankLine(text: string): boolean {
  const filled = text.trimEnd();
  return filled === '' || text.slice(filled.length).split('\n').length > 2;
}

/** Lists the comments in the HTML of a text, or of a part of it; there may be several in one node. */
export function commentsIn(text: string, tree: Nodes): readonly HtmlComment[] {
  return nodesOf(tree)
    .filter(({ type }) => type === 'html')
    .flatMap((node) =>
      // An unclosed one in a list ends with its item, whose last line's end is no part of it.
      [...sliceOf(text, node).trimEnd().matchAll(htmlComment)].map(({ index, 0: comment }) => ({
        start: startOf(node) + index,
        comment,
      })),
    );
}
