import type { Nodes } from 'mdast';
import { blankComments, commentsIn } from '../../markdown/html-comments.ts';
import { lineAfter, lineStart, skipBlankLines } from '../../markdown/lines.ts';
import { endOf, isIndentedCode, sliceOf, startOf } from '../../markdown/nodes.ts';
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
  const first = new Map(firstInItems(page));
  let cut = 0;
  for (const { start, comment } of commentsIn(text, tree)) {
    if (language.test(comment) || start < cut) continue;
    const end = start + comment.length;
    const next = first.get(start);
    if (next !== undefined) {
      yield { start, end: next, by: '' };
      cut = next;
      continue;
    }
    if (parts(page, start, end)) {
      if (comment !== separator) yield { start, end, by: separator };
      continue;
    }
    yield { ...widened(text, start, end), by: '' };
  }
};

/**
 * Comments with which an item of a list begins, and where what follows in it begins: nothing but that keeps
 * it in the item, which with an empty line ends there.
 */
function* firstInItems({ text, nodes }: Page): Iterable<[number, number]> {
  for (const node of nodes) {
    const [first, next] = node.type === 'listItem' ? node.children : [];
    if (first?.type !== 'html' || !next || blankComments(sliceOf(text, first)).trim() !== '')
      continue;
    // Blanks before it make it code.
    if (!isIndentedCode(text, next)) yield [startOf(first), startOf(next)];
  }
}

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
  return isJoining(previous) && (next.type === previous.type || isIndentedCode(text, next));
}

function isJoining({ type }: Nodes): boolean {
  return type === 'list' || type === 'blockquote';
}
