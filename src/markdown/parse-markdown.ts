import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Root } from 'mdast';
import { noteDestinations } from './destinations.ts';

const syntax = [gfmTable(), gfmFootnote()];
const mdast = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), noteDestinations];

/** Five times what a post can hold. */
export const longestMarkdown = 500_000;
const deepest = 100;
const mostUnderlines = 2000;
/** Of quotes and lists that a line opens inside the first; a list takes a third of a millisecond. */
const mostNested = 3000;
/** What the parser may keep, in kilobytes. 100,000 characters for readers take about 60,000. */
const mostKept = 300_000;
/** How much of it may be gone through again, for each character. A text for readers takes ten. */
const mostSteps = 200;
const shortMarkdown = 100_000;

/**
 * Parses GitHub Markdown without front matter. Offsets are those of `text`. Returns null where the
 * text is too long, or cannot be parsed in time and memory that befit its length.
 *
 * Nobody changes a tree, as the next caller gets the same one for the same text.
 *
 * Emphasis is left out unless asked for: nothing here needs it but a title's text, and a run of
 * some thousand asterisks takes the parser half a minute. So is the footnote behind an exclamation
 * mark, for which the parser looks back from every closing bracket.
 */
export function parseMarkdown(
  text: string,
  options: { readonly emphasis?: boolean } = {},
): Root | null {
  if (options.emphasis === true) return parse(text, true);
  const known = latest.find((each) => each.text === text);
  if (known) return known.tree;
  const tree = parse(text, false);
  latest.unshift({ text, tree });
  latest.length = Math.min(latest.length, mostLatest);
  return tree;
}

/** The trees of the last texts: rules and composing look at the same ones, and parsing takes long. */
const latest: { readonly text: string; readonly tree: Root | null }[] = [];
const mostLatest = 4;

function parse(text: string, emphasis: boolean): Root | null {
  if (isCostly(text)) return null;
  // The parser drops a byte order mark without counting it, which would shift every offset.
  const counted = text.startsWith('\uFEFF') ? `\u2060${text.slice(1)}` : text;
  const disable = ['gfmPotentialFootnoteCall', ...(emphasis ? [] : ['attention'])];
  try {
    return fromMarkdown(counted, {
      extensions: [...syntax, meter(text), { disable: { null: disable } }],
      mdastExtensions: mdast,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** For a text that takes the parser too long. */
const tooMany = new RangeError('the parser takes too many steps');

type Extension = (typeof syntax)[number];
type Construct = Exclude<
  NonNullable<Extension['document']>['null'],
  readonly unknown[] | undefined
>;
type Context = ThisParameterType<Construct['tokenize']>;

/**
 * Constructs that never fit and count how much the parser goes through again: all that it has of a
 * text where a mark stands for itself after something else; the rest of a paragraph for the end of
 * code or HTML; and all lines so far where one stands outside of what the line before it was in.
 */
export function meter(text: string): Extension {
  let left = mostSteps * Math.max(text.length, shortMarkdown);
  const counting = (stepsOf: (context: Context) => number): Construct => ({
    tokenize(_effects, _ok, nok) {
      left -= stepsOf(this);
      if (left < 0) throw tooMany;
      return nok;
    },
  });
  const defined = counting(({ parser }) => parser.defined.length);
  const mark = counting((context) => {
    const { events } = context;
    const again = events.at(-1)?.[1].type === 'data' && events.at(-3)?.[1].type !== 'data';
    return (again ? events.length : 0) + searched(text, context.now().offset);
  });
  let seen = 0;
  const line = counting((context) => {
    const { events, parser } = context;
    // A code block lets no construct look at its lines.
    let outside = 0;
    for (const { line } = context.now(); seen < line; seen += 1)
      if (parser.lazy[seen]) outside += 1;
    const { _tokenizer: flow } = events.at(-1)?.[1] ?? {};
    return outside * (events.length + (flow?.events.length ?? 0));
  });
  return {
    document: { null: line },
    contentInitial: { 91: defined },
    text: { 93: defined, null: mark },
  };
}

/** What it took to look to the end of the paragraph for the end of what a mark seemed to begin. */
function searched(text: string, offset: number): number {
  if (!/`|<[!?]/y.test(text.slice(offset, offset + 2))) return 0;
  const blank = /\n[ \t]*\r?\n/g;
  blank.lastIndex = offset;
  return 10 * ((blank.exec(text)?.index ?? text.length) - offset);
}

/**
 * Tells whether the parser would take long over a text, or run out of memory or stack: it takes time
 * by the square of nested containers, nested images and underlined headings. No text for readers
 * comes near.
 */
export function isCostly(text: string): boolean {
  if (text.length > longestMarkdown || keptOf(text) > mostKept) return true;
  if (/^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){100}/m.test(text)) return true;
  if ((text.match(/^[ \t>]*(?:=+|-+)[ \t]*$/gm)?.length ?? 0) > mostUnderlines) return true;
  if (nestedMarks(text) > mostNested) return true;
  let depth = 0;
  for (const { 0: mark } of text.matchAll(/!\[|\]/g)) {
    depth = mark === ']' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** About how many kilobytes the parser takes for a text: most of it goes to blocks, cells and links. */
function keptOf(text: string): number {
  let kept = text.length / 3;
  const marks = /^[ \t]*([-+*#>=~<\d]|(?=\r?$))|[|[<&\\\n]|\r(?!\n)/gm;
  for (const { 0: mark, 1: block } of text.matchAll(marks)) {
    if (block !== undefined) kept += block === '' ? 7 : 16;
    else kept += mark === '[' ? 18 : mark === '<' || mark === '&' || mark === '\\' ? 4 : 6;
  }
  return kept;
}

function nestedMarks(text: string): number {
  let count = 0;
  const mark = /[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))/y;
  for (const { index, 0: first } of text.matchAll(/^[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])/gm)) {
    mark.lastIndex = index + first.length;
    while (mark.test(text)) count += 1;
    if (count > mostNested) break;
  }
  return count;
}
