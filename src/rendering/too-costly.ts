// The parser takes more than linear time for these; nobody writes such a post by hand.
const tooDeep = /^[ \t]*(?:>[ \t]*|[*+-][ \t]+){10}/m;
const mostBrackets = 3000;

/** Whether a text would take long to render. */
export function tooCostly(text: string): boolean {
  return (
    tooDeep.test(text) ||
    text.split(/\n[ \t]*\r?\n/).some((block) => block.split('[').length > mostBrackets)
  );
}
