import { isCostly } from '../markdown/parse-markdown.ts';

// The parser takes more than linear time for these; nobody writes such a post by hand.
const tooDeep = /^[ \t]*(?:>!?[ \t]*|[*+-][ \t]+){10}/m;
const mostBrackets = 3000;
const mostMarks = 10_000;

/** Whether a text would take long to render. */
export function tooCostly(text: string): boolean {
  return (
    tooDeep.test(text) ||
    isCostly(text) ||
    text
      .split(/\n[ \t]*\r?\n/)
      .some(
        (block) =>
          countOf(block, /\[/g) > mostBrackets || countOf(block, /([*_~])\1*/g) > mostMarks,
      )
  );
}

function countOf(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}
