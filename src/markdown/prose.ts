import type { Root } from 'mdast';
import { blankCode } from './blank-code.ts';
import { blankRanges, type Range } from './blank-ranges.ts';
import { commentsIn } from './html-comments.ts';

/** Elements whose text is no prose: most of them show it as code. */
const opening = /<(pre|code|samp|kbd|tt|var|script|style)(?=[\s>])[^<>]*>/gi;

/**
 * A text with blanks in the place of what is no prose: code, also that in HTML, and comments. Offsets
 * stay. `tree` is the text's own tree.
 */
export function proseOf(text: string, tree: Root): string {
  const withoutCode = blankCode(text, tree);
  if (!withoutCode.includes('<')) return withoutCode;
  const comments = text.includes('<!--') ? commentsIn(text, tree) : [];
  const prose = blankRanges(
    withoutCode,
    comments.map(({ start, comment }) => ({ start, end: start + comment.length })),
  );
  return blankRanges(prose, htmlCode(prose));
}

function htmlCode(text: string): readonly Range[] {
  const ranges: Range[] = [];
  /** The names that nothing closes any more. */
  const unclosed = new Set<string>();
  let at = 0;
  for (const { 0: tag, 1: name = '', index } of text.matchAll(opening)) {
    const isPast = index < at || unclosed.has(name.toLowerCase());
    if (isPast) continue;
    const closing = new RegExp(`</${name}`, 'gi');
    closing.lastIndex = index + tag.length;
    const close = closing.exec(text);
    if (close === null) unclosed.add(name.toLowerCase());
    else {
      ranges.push({ start: index + tag.length, end: close.index });
      at = close.index;
    }
  }
  return ranges;
}
