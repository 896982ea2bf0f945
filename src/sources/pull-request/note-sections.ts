import type { Root } from 'mdast';
import { lineAfter, lineStart, skipBlankLines } from '../../markdown/lines.ts';
import { commentsIn } from '../../markdown/html-comments.ts';
import { findFrontMatter } from '../../markdown/front-matter.ts';
import { headingsOf, type PageHeading } from '../../markdown/headings.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { quoted } from '../../markdown/quoted.ts';
import { pairComments } from './paired-comments.ts';
import { runsOn, sectionText, type NoteSection } from './section-text.ts';

/**
 * Finds the sections that hold notes: what follows a level-2 heading "Release note(s)" or "FAQ", up
 * to the next heading of that or of a higher level, without comments and what stands between those of
 * a tool, and without trailers. Null where the text cannot be parsed.
 */
export function noteSections(text: string): readonly NoteSection[] | null {
  // Parsing takes long; a text without these words needs none.
  if (!/release\s+note|faq/i.test(text)) return [];
  const tree = parseMarkdown(text);
  if (tree === null) return null;
  const headings = topHeadings(text, tree);
  const { pairs, unclosed } = pairComments(commentsIn(text, tree));
  const sections: NoteSection[] = [];
  let after = 0;
  for (const [index, heading] of headings.entries()) {
    if (heading.start < after || heading.depth !== 2) continue;
    if (!/^(?:release notes?|faq)$/i.test(heading.title)) continue;
    const start = skipBlankLines(text, lineAfter(text, heading.end));
    const inner = start + frontMatterLength(text.slice(start));
    // The parser takes the end of a front matter for the underline of a heading.
    const rest = inner === start ? tree : parseMarkdown(text.slice(inner));
    if (rest === null) return null;
    const following =
      rest === tree ? headings.slice(index + 1) : topHeadings(text.slice(inner), rest, inner);
    const next = following.find(({ depth }) => depth <= 2);
    const end = Math.max(inner, next ? lineStart(text, next.start) : text.length);
    const isWithin = (each: { readonly start: number }) => each.start >= inner && each.start < end;
    const others = pairs.filter(isWithin);
    const own = sectionText(withoutRanges(text, inner, end, others));
    if (own === null) return null;
    const open = unclosed
      .filter(isWithin)
      .map(({ comment }) => runsOn(`the comment ${quoted(comment)}, which nothing closes`));
    sections.push({
      text: text.slice(start, inner) + own.text,
      problems: [...open, ...own.problems],
    });
    // A heading in what a tool wrote is none of the author's.
    after = others.reduce((last, pair) => Math.max(last, pair.end), end);
  }
  return sections;
}

function topHeadings(text: string, tree: Root, offset = 0): readonly PageHeading[] {
  return headingsOf(text, tree)
    .filter(({ top }) => top)
    .map((heading) => ({
      ...heading,
      start: heading.start + offset,
      end: heading.end + offset,
    }));
}

/** The part of a text without these ranges of it, which are sorted, may overlap and may end after it. */
function withoutRanges(
  text: string,
  start: number,
  end: number,
  ranges: readonly { readonly start: number; readonly end: number }[],
): string {
  let result = '';
  let at = start;
  for (const range of ranges) {
    if (range.start > at) result += text.slice(at, range.start);
    at = Math.max(at, range.end);
  }
  return result + text.slice(at, Math.max(at, end));
}

/** The length of the front matter that opens a note, or 0 where none does. */
export function frontMatterLength(text: string): number {
  const found = findFrontMatter(text);
  if (found?.kind !== 'yaml') return 0;
  // A rule may open a note, too: only a front matter has keys.
  const hasKeys = /(?:^|\n)[ \t]*(?:\{|["']?[\w-]{1,50}["']?[ \t]*:)/;
  return hasKeys.test(text.slice(found.start, found.end)) ? found.after : 0;
}
