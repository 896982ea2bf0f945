import type { Nodes, Root } from 'mdast';
import { skipBlankLines } from './blank-lines.ts';
import { endOf, startOf } from './node-offsets.ts';

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
    const lineStart = result.lastIndexOf('\n') + 1;
    const restOfLine = /[ \t]*(?:\r?\n|$)/y;
    restOfLine.lastIndex = end;
    if (result.slice(lineStart).trim() !== '' || !restOfLine.test(text)) continue;
    result = result.slice(0, lineStart);
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
  // A stack of nodes and no recursion: a hostile text may be nested some thousand levels deep.
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('children' in node) for (const child of node.children) open.push(child);
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
  return found.sort((a, b) => a.start - b.start);
}
