import type { Html, Root } from 'mdast';
import { lineStart, skipBlankLines } from '../../markdown/lines.ts';
import { endOf, startOf } from '../../markdown/nodes.ts';
import { quoted } from '../../markdown/quoted.ts';
import type { Problem } from '../reading.ts';

/** What the comment under a question's heading says. */
export interface QuestionId {
  /** The pinned name; null where there is none. */
  readonly name: string | null;
  /** The offset after the comment and the blank lines that follow it; null without a comment. */
  readonly end: number | null;
  readonly problem: Problem | null;
}

const opening = /<!--[ \t]*stack-publish-id[ \t]*:/;

/** Tells whether an HTML comment is one. */
export function isIdComment(comment: string): boolean {
  return opening.test(comment);
}

/** Lists the HTML of a text, outside lists and quotes, that holds such a comment. */
export function idComments(tree: Root): readonly Html[] {
  return tree.children
    .filter((node) => node.type === 'html')
    .filter(({ value }) => opening.test(value));
}

/**
 * Finds `<!-- stack-publish-id: NAME -->` in a section, which begins at the end of its heading. It
 * counts only as the first thing under the heading and in lines of its own; elsewhere it is a
 * problem, as it would neither pin anything nor leave the post.
 */
export function findQuestionId(
  text: string,
  comments: readonly Html[],
  start: number,
  end: number,
): QuestionId {
  const none: QuestionId = { name: null, end: null, problem: null };
  const line = text.slice(lineStart(text, start), start);
  if (opening.test(line)) return { ...none, problem: misplaced(start) };
  const own = comments.filter((node) => startOf(node) >= start && startOf(node) < end);
  const [node] = own;
  if (node === undefined) return none;
  const offset = startOf(node);
  if (text.slice(start, offset).trim() !== '' || own.length > 1) {
    return { ...none, problem: misplaced(startOf(own.at(-1) ?? node)) };
  }
  const comment = /^<!--[ \t]*stack-publish-id[ \t]*:(.*?)-->[ \t]*(?:\r?\n|$)/.exec(
    text.slice(offset, endOf(node) + 2),
  );
  if (comment === null) return { ...none, problem: misplaced(offset) };
  const name = (comment[1] ?? '').trim();
  if (!/^[A-Za-z0-9._-]{1,100}$/.test(name)) return { ...none, problem: badName(offset, name) };
  return { name, end: skipBlankLines(text, offset + comment[0].length), problem: null };
}

/** The problem of a comment that stands before every question. */
export function ownerlessId(comments: readonly Html[], first: number): Problem | null {
  const node = comments.find((comment) => startOf(comment) < first);
  return node ? misplaced(startOf(node)) : null;
}

function misplaced(offset: number): Problem {
  return {
    rule: 'question-id',
    offset,
    message:
      'The comment `stack-publish-id` does not stand alone in the first line under the heading of a question, expected one there.',
    remedy: 'Move the comment to a line of its own, right under the heading.',
  };
}

function badName(offset: number, name: string): Problem {
  return {
    rule: 'question-id',
    offset,
    message: `The comment \`stack-publish-id\` has ${quoted(name)}, expected up to 100 letters, digits, \`.\`, \`_\` or \`-\`.`,
    remedy: 'Write a name of letters, digits, `.`, `_` and `-`.',
  };
}
