import type { Root, RootContent } from 'mdast';
import { blankRanges } from '../../markdown/blank-ranges.ts';
import { blankComments } from '../../markdown/html-comments.ts';
import { lineStart } from '../../markdown/lines.ts';
import { endOf, isIndentedCode, nodesOf, sliceOf, startOf } from '../../markdown/nodes.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';

/** A note as it can stand in a list among others. */
export interface Entry {
  readonly text: string;
  /** What it begins with: a tight list can follow a line without a blank one between. */
  readonly begins: 'words' | 'list' | 'block';
  /** Where something may follow: behind its last words, or behind all of it; null: nowhere. */
  readonly end: { readonly at: number; readonly isInWords: boolean } | null;
  /** By how many columns its lines move to the right: a tab keeps its width only by four. */
  readonly indent: 2 | 4;
}

/** What cannot be parsed is put below a line of its own, as it is. */
export function unread(text: string): Entry {
  return { text, begins: 'block', end: null, indent: 2 };
}

/** Tells of a note how it can stand in a list; where it is a list of one item, it becomes that item. */
export function asEntry(text: string): Entry {
  const tree = parseMarkdown(text);
  if (tree === null) return unread(text);
  const only = onlyItem(text, tree) ?? withoutIndent(text, tree);
  if (only !== null) return asEntry(only);
  const blocks = tree.children.filter(isShown);
  const [first, last] = [blocks.at(0), blocks.at(-1)];
  const isWords = last?.type === 'paragraph' && canBeFollowed(text, tree, last);
  const at = isWords ? endOf(last) : text.length;
  return {
    text,
    begins: beginningOf(text, first),
    end: { at, isInWords: isWords },
    indent: hasTabs(text, tree) ? 4 : 2,
  };
}

/** Whether words may follow a paragraph: they may not make an item, a link or a definition of its last ones. */
function canBeFollowed(text: string, tree: Root, last: RootContent): boolean {
  const end = endOf(last);
  const written = sliceOf(text, last);
  if (/(?:^|\n)[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]*$/.test(written)) return false;
  if (!written.includes('[')) return true;
  const followed = parseMarkdown(`${text.slice(0, end)} ([1](1))${text.slice(end)}`);
  const before = (root: Root) =>
    nodesOf(root).flatMap((node) => (startOf(node) < end ? [`${node.type} ${startOf(node)}`] : []));
  return followed !== null && before(followed).join() === before(tree).join();
}

/** The words of a list's only item, where a note is nothing else; null where it is not. */
function onlyItem(text: string, { children }: Root): string | null {
  const [list, more] = children;
  if (list?.type !== 'list' || more !== undefined || list.ordered === true) return null;
  const [item, other] = list.children;
  const [first] = item?.children ?? [];
  if (other !== undefined || first?.type !== 'paragraph') return null;
  if (text.includes('\t') || isBox(text.slice(startOf(first)))) return null;
  const width = startOf(first) - lineStart(text, startOf(first));
  const [begun = '', ...lines] = text.slice(startOf(first)).split('\n');
  // What is not indented as the item is goes on with its paragraph, and would begin a block.
  if (lines.some((line) => line.slice(0, width).trim() !== '')) return null;
  return [begun, ...lines.map((line) => line.slice(width))].join('\n');
}

/** Without blanks before its first words, which would move the item to the right; null where there are none. */
function withoutIndent(text: string, { children: [first] }: Root): string | null {
  const isBefore = text.startsWith(' ') && (first?.type === 'paragraph' || first?.type === 'html');
  return isBefore ? text.replace(/^ +/, '') : null;
}

/** In the first line of a list's item it would be one of a task. */
function isBox(text: string): boolean {
  return /^\[[ xX]\]\s/.test(text);
}

function beginningOf(text: string, first: RootContent | undefined): Entry['begins'] {
  // Behind the mark of an item, a line of dashes is a rule.
  if (first?.type === 'paragraph')
    return isBox(text.slice(startOf(first))) || /^-+[ \t]*(?:\n|$)/.test(text) ? 'block' : 'words';
  const isTight = first?.type === 'list' && !/\n[ \t]*\n/.test(sliceOf(text, first));
  // An empty item, or a number other than one, begins no list right below words.
  return isTight && /^ {0,3}(?:[-+*]|1[.)])[ \t]+[^\s*+-]/.test(text) ? 'list' : 'block';
}

/** Whether a tab stands where blocks are told by columns: not in a line of code between marks. */
function hasTabs(text: string, { children }: Root): boolean {
  if (!text.includes('\t')) return false;
  const fences = children.filter((node) => node.type === 'code' && !isIndentedCode(text, node));
  const ranges = fences.map((node) => ({ start: startOf(node), end: endOf(node) }));
  return /^(?:[ >*+-]|\d{1,9}[.)])*\t/m.test(blankRanges(text, ranges));
}

/** Comments and what only footnotes refer to show nothing where they stand. */
function isShown(node: RootContent): boolean {
  const isComment = node.type === 'html' && blankComments(node.value).trim() === '';
  return node.type !== 'definition' && node.type !== 'footnoteDefinition' && !isComment;
}
