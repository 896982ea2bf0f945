import { fenceAt, type Fence } from '../../markdown/fence.ts';
import { lineAfter } from '../../markdown/lines.ts';
import { startOf } from '../../markdown/nodes.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';

/** What may name a block of notes; a whole text without it needs no closer look. */
const anyNote = /(?:`{3}|~{3})[ \t]*(?:release-note|faq)(?![^\s`])/i;

/**
 * Finds the fenced blocks that hold notes: ```` ```release-note ```` and ```` ```faq ````, outside
 * lists, quotes, comments and other blocks. Null where the text cannot be parsed.
 */
export function noteBlocks(text: string): readonly Fence[] | null {
  if (!anyNote.test(text)) return [];
  return plainBlocks(text) ?? parsedBlocks(text);
}

/**
 * Finds the blocks without the parser, which takes most of the time of a run with thousands of pull
 * requests. A fence at the very start of a line ends every list, quote and paragraph, so that it is
 * one unless a fence or HTML is open before it outside them: both begin in the first four columns.
 * Null where that alone does not tell.
 */
export function plainBlocks(text: string): readonly Fence[] | null {
  if (/\r(?!\n)/.test(text)) return null;
  const blocks: Fence[] = [];
  const opening = /(?<=^|\n) {0,3}(?=`{3}|~{3}|<)/g;
  for (let from = 0; anyNote.test(text.slice(from));) {
    opening.lastIndex = from;
    const indent = opening.exec(text)?.[0].length;
    if (indent === undefined) break;
    const at = opening.lastIndex;
    if (text[at] === '<') {
      const end = commentEnd(text, at, indent);
      if (end === null) return null;
      from = end;
      continue;
    }
    const fence = fenceAt(text, at);
    if (fence !== null && indent > 0 && !isSameInList(text.slice(at, fence.end), fence, indent)) {
      return null;
    }
    if (fence !== null && isNote(fence)) blocks.push(fence);
    from = fence?.end ?? lineAfter(text, at);
  }
  return blocks;
}

/** The end of the last line of the comment that begins at an offset; null where it may be elsewhere. */
function commentEnd(text: string, at: number, indent: number): number | null {
  if (!text.startsWith('<!--', at)) return null;
  const close = text.indexOf('-->', at + 2);
  const end = close === -1 ? text.length : lineAfter(text, close);
  // Indented, it may stand in a list and end with it.
  if (indent > 0 && (close === -1 || /\n {0,3}(?:`{3}|~{3}|<)/.test(text.slice(at, end))))
    return null;
  return end;
}

/** Tells whether an indented fence has the same end in a list as outside, and holds no note. */
function isSameInList(slice: string, fence: Fence, indent: number): boolean {
  if (!fence.closed || isNote(fence)) return false;
  const lines = slice.trimEnd().split('\n').slice(1);
  const last = lines.pop() ?? '';
  return (
    /^ *\S/.exec(last)?.[0].length === indent + 1 &&
    lines.every(
      (line) =>
        line.trim() === '' ||
        (!/^[ \t]*(?:`{3}|~{3})/.test(line) && line.startsWith(' '.repeat(indent))),
    )
  );
}

/** Finds the blocks in the text's tree. Null where it cannot be parsed. */
export function parsedBlocks(text: string): readonly Fence[] | null {
  const tree = parseMarkdown(text);
  if (tree === null) return null;
  const blocks: Fence[] = [];
  for (const node of tree.children) {
    const fence = node.type === 'code' ? fenceAt(text, startOf(node)) : null;
    if (fence !== null && isNote(fence)) blocks.push(fence);
  }
  return blocks;
}

function isNote({ info }: Fence): boolean {
  const name = info.split(/[ \t]/, 1)[0]?.toLowerCase();
  return name === 'release-note' || name === 'faq';
}
