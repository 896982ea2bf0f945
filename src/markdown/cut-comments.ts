import type { Root } from 'mdast';
import { lineStart, skipBlankLines } from './lines.ts';
import { endOf, nodesOf, startOf } from './nodes.ts';

/**
 * Cuts HTML comments out of a text, all but those that `keep` accepts; what only looks like one in
 * code stays. Where a comment was alone in its lines, they go with it, and the blank lines after them.
 * `tree` is the text's own tree.
 */
export function cutComments(text: string, tree: Root, keep: (comment: string) => boolean): string {
  let result = '';
  let at = 0;
  for (const { start, end } of commentsIn(text, tree)) {
    if (keep(text.slice(start, end))) continue;
    result += text.slice(at, start);
    at = end;
    const line = lineStart(result, result.length);
    const restOfLine = /[ \t]*(?:\r?\n|$)/y;
    restOfLine.lastIndex = end;
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

function commentsIn(text: string, tree: Root): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type !== 'html') continue;
    const stop = endOf(node);
    for (let at = startOf(node); ;) {
      const start = text.indexOf('<!--', at);
      if (start === -1 || start >= stop) break;
      const close = text.indexOf('-->', start + 2);
      at = close === -1 || close >= stop ? stop : close + 3;
      found.push({ start, end: at });
    }
  }
  return found;
}
