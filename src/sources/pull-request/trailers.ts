/** A longer line is none. */
const longest = 500;
const words =
  'close[sd]?|fix(?:e[sd])?|resolve[sd]?|implements?|refs?|references?|relate[sd](?:[ -]to)?|part[ -]of|depends[ -]on|issues?|bugs?|tickets?|jira|tasks?|links?|see[ -]also';
const keyword = new RegExp(String.raw`^(?:${words})(?![\w-])`, 'i');
const keywords = new RegExp(String.raw`(?<![\w-])(?:${words}|and)(?![\w-])`, 'gi');
/** An issue, a ticket, an address or a commit, this with its subject as `Fixes:` has it. */
const reference =
  /https?:\/\/\S+|(?:[\w.-]+\/[\w.-]+)?#\d+|\b(?:[A-Z][A-Z0-9]+-\d+|[0-9a-f]{7,64}(?: \("[^"]*"\))?)(?![\w-])/g;
const signature =
  /^(?:[a-z]+-)+by:|^(?:change-id|cc):|^[a-z][a-z -]* by: .*<[^<>\s]+@[^<>\s]+>$|^\(cherry picked from commit [0-9a-f]{7,64}\)$/i;
const tokenWithReference =
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+: (?:https?:\/\/\S+|(?:[\w.-]+\/[\w.-]+)?#?\d+|[A-Z][A-Z0-9]+-\d+|\w?[0-9a-f]{7,64})$/i;
const token = /^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+: /;
const blank = /^\s*$/;
/** What may stand between trailers and below them: a definition comes along with what refers to it. */
const apart = /^(?:\s*$| {0,3}\[[^\]]+\]:[ \t]*\S)/;

/**
 * Finds where the trailers at the end of a note begin, as `Signed-off-by: …` or `Fixes #12`, with the
 * rule above them. A line that also says something else is none, nor one with a mere colon in it.
 */
export function trailersStart(text: string): number {
  const lines = text.trimEnd().split('\n');
  let end = lines.length;
  for (;;) {
    const below = endAbove(lines, end, apart);
    const start = firstTrailer(lines, below);
    if (start === below) break;
    end = start;
  }
  if (end === lines.length) return text.length;
  end = endAbove(lines, end, blank);
  if (/^ {0,3}([-*_])(?:[ \t]*\1){2,}\s*$/.test(lines[end - 1] ?? '') && !lines[end - 2]?.trim())
    end -= 1;
  return lines.slice(0, end).join('\n').replace(/\r$/, '').length;
}

/** Where the lines of this kind begin that stand right before `end`. */
function endAbove(lines: readonly string[], end: number, kind: RegExp): number {
  let above = end;
  while (above > 0 && kind.test(lines[above - 1] ?? '')) above -= 1;
  return above;
}

/** The first of the lines before `end`, down to a blank one, that are all trailers; `end`: none is. */
function firstTrailer(lines: readonly string[], end: number): number {
  let start = end;
  let isKnown = false;
  for (let at = end - 1; at >= 0 && lines[at]?.trim() !== ''; at -= 1) {
    const line = lines[at] ?? '';
    const plain = /^(?: {4}|\t)/.test(line) ? '' : plainLine(line);
    const known = isTrailer(plain);
    if (!known && !token.test(plain)) {
      // What is indented goes on with the line above.
      if (/^[ \t]/.test(line)) continue;
      break;
    }
    isKnown ||= known;
    start = at;
  }
  return isKnown ? start : end;
}

function isTrailer(line: string): boolean {
  if (signature.test(line) || tokenWithReference.test(line)) return true;
  if (!keyword.test(line)) return false;
  const rest = line.replaceAll(reference, '').replace(/: *\d+$/, '');
  return (
    rest.length < line.length &&
    rest.replaceAll(keywords, '').replaceAll(/[\s,:;&.()[\]]/g, '') === ''
  );
}

/** A line without the marks of Markdown around its words. */
function plainLine(line: string): string {
  if (line.length > longest) return '';
  return line
    .replaceAll(/<\/?(?:b|br|code|em|i|p|small|strong|sub|sup)(?:\s[^<>]*)?>/gi, '')
    .replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/[*_`~\\]/g, '')
    .replace(/^[\s>+•-]*(?:\[[ x]\]|\d{1,9}[.)])?/i, '')
    .trim();
}
