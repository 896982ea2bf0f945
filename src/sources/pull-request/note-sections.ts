import { lineAfter, lineStart, skipBlankLines, trimBlankLines } from '../../markdown/lines.ts';
import { cutComments } from '../../markdown/html-comments.ts';
import { findFrontMatter } from '../../markdown/front-matter.ts';
import { headingsOf, type PageHeading } from '../../markdown/headings.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { isIdComment } from '../faq/question-id.ts';

/**
 * Finds the sections that hold notes: what follows a level-2 heading "Release note(s)" or "FAQ", up
 * to the next heading of that or of a higher level, without the comments of a template. Null where
 * the text cannot be parsed.
 */
export function noteSections(text: string): readonly string[] | null {
  // Parsing takes long; a text without these words needs none.
  if (!/release\s+note|faq/i.test(text)) return [];
  const headings = topHeadings(text);
  if (headings === null) return null;
  const sections: string[] = [];
  let after = 0;
  for (const [index, heading] of headings.entries()) {
    if (heading.start < after || heading.depth !== 2) continue;
    if (!/^(?:release notes?|faq)$/i.test(heading.title)) continue;
    const start = skipBlankLines(text, lineAfter(text, heading.end));
    const inner = start + frontMatterLength(text.slice(start));
    // The parser takes the end of a front matter for the underline of a heading.
    const following =
      inner === start ? headings.slice(index + 1) : topHeadings(text.slice(inner), inner);
    if (following === null) return null;
    const next = following.find(({ depth }) => depth <= 2);
    after = next ? lineStart(text, next.start) : text.length;
    const shown = withoutComments(text.slice(inner, Math.max(inner, after)));
    if (shown === null) return null;
    sections.push(text.slice(start, inner) + trimBlankLines(shown));
  }
  return sections;
}

function topHeadings(text: string, offset = 0): readonly PageHeading[] | null {
  const tree = parseMarkdown(text);
  if (tree === null) return null;
  return headingsOf(text, tree)
    .filter(({ top }) => top)
    .map((heading) => ({
      ...heading,
      start: heading.start + offset,
      end: heading.end + offset,
    }));
}

/** The length of the front matter that opens a note, or 0 where none does. */
export function frontMatterLength(text: string): number {
  const found = findFrontMatter(text);
  if (found?.kind !== 'yaml') return 0;
  // A rule may open a note, too: only a front matter has keys.
  const hasKeys = /(?:^|\n)[ \t]*(?:\{|["']?[\w-]{1,50}["']?[ \t]*:)/;
  return hasKeys.test(text.slice(found.start, found.end)) ? found.after : 0;
}

function withoutComments(text: string): string | null {
  if (!text.includes('<!--')) return text;
  const tree = parseMarkdown(text);
  return tree === null ? null : cutComments(text, tree, isIdComment);
}
