import { blankComments } from '../../markdown/html-comments.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { plainText } from '../../markdown/plain-text.ts';

/** A longer text says something. */
const longest = 500;
/** What shows without a letter. */
const picture = /!\[|<(?:audio|embed|iframe|img|object|picture|svg|video)(?![\w-])/i;
/** What may show, as a code span does. */
const commentInCode = /`[^`\n]*<!--/;
const markup =
  /(?<=^|\n)[ \t]*(?:`{3}|~{3})[^\n]*|(?<=^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ x]\])?|<\/?[a-z][^<>]*>|\]\([^()]*\)/gi;
const none =
  /^(?:na|no|nil|nothing|empty|notapplicable|not(?:needed|required)|(?:none|noreleasenotes?)(?:needed|required)?)?$/;

/**
 * Tells whether a note, without its front matter, says that there is none: `NONE`, `N/A` and their
 * like, or no word at all. Markup, punctuation, comments and what nobody sees count for nothing.
 */
export function saysNone(text: string): boolean {
  const shown = blankComments(text)
    .replaceAll(/\p{DI}/gu, '')
    .trim();
  if (shown.length > longest || picture.test(shown) || commentInCode.test(text)) return false;
  const bare = shown.replace(markup, '');
  const tree = bare.includes('&') ? parseMarkdown(bare) : null;
  const said = tree ? plainText(tree) : bare;
  return isNone(said) || said.split('\n').every(isNone);
}

function isNone(text: string): boolean {
  const letters = text.normalize('NFKC').toLowerCase();
  return none.test(letters.replaceAll(/[^\p{L}\p{N}]/gu, ''));
}
