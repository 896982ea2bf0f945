import type { Nodes } from 'mdast';
import { commentsIn } from '../../markdown/html-comments.ts';
import { lineAfter, lineStart, skipBlankLines } from '../../markdown/lines.ts';
import { endOf, startOf } from '../../markdown/nodes.ts';
import type { Construct, Page } from '../page.ts';

/** It tells the site in which language the code below is. */
const language = /^<!--\s*language(?:-all)?:/i;
const separator = '<!-- -->';

/**
 * HTML comments, which readers do not see and editors of the post do. What parts two lists, or a list
 * from the code below, stays as an empty comment.
 */
export const comments: Construct = function* comments(page) {
  const { text, tree } = page;
  if (!text.includes('<!-')) return;
  for (const { start, comment } of commentsIn(text, tree)) {
    if (language.test(comment)) continue;
    const end = start + comment.length;
    if (parts(page, start, end)) {
      if (comment !== separator) yield { start, end, by: separator };
      continue;
    }
    yield { ...widened(text, start, end), by: '' };
  }
};

/** Also the line of a comment that is alone in it, and the blanks that it leaves twice. */
function widened(text: string, start: number, end: number) {
  const line = lineStart(text, start);
  const before = text.slice(line, start);
  const next = lineAfter(text, end);
  if (before.trim() === '' && text.slice(end, next).trim() === '') {
    const isParted = line === 0 || /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, line - 200), line));
    return { start: line, end: isParted ? skipBlankLines(text, next) : next };
  }
  const isDouble = /^[ \t]?$/.test(before.slice(-1)) && /[ \t]/.test(text[end] ?? '');
  return { start, end: isDouble ? end + 1 : end };
}

/** Whether a comment alone keeps its neighbours from becoming one. */
function parts({ text, tree }: Page, start: number, end: number): boolean {
  const index = tree.children.findIndex(
    (node) => node.type === 'html' && startOf(node) === start && endOf(node) >= end,
  );
  const [previous, next] = [tree.children[index - 1], tree.children[index + 1]];
  if (index === -1 || !previous || !next) return false;
  const isCode = next.type === 'code' && !/^[ \t]{0,3}[`~]/.test(text.slice(startOf(next)));
  return isJoining(previous) && (next.type === previous.type || isCode);
}

function isJoining({ type }: Nodes): boolean {
  return type === 'list' || type === 'blockquote';
}
