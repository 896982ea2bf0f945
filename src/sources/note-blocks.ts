import { fenceAt, type Fence } from '../markdown/fence.ts';
import { startOf } from '../markdown/node-offsets.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';

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
 * one unless a fence or HTML is open before it. Null where that cannot be told: HTML other than
 * whole comments, and all that is unusual.
 */
export function plainBlocks(text: string): readonly Fence[] | null {
  if (/\r(?!\n)/.test(text)) return null;
  const blocks: Fence[] = [];
  const mark = /`{3}|~{3}/g;
  for (let from = 0; anyNote.test(text.slice(from));) {
    mark.lastIndex = from;
    const at = mark.exec(text)?.index ?? text.length;
    if (at > 0 && text[at - 1] !== '\n') return null;
    if (
      text
        .slice(from, at)
        .replace(/<!--(?:-?>|[^]*?-->)/g, '')
        .includes('<')
    )
      return null;
    const fence = fenceAt(text, at);
    if (fence === null) return null;
    if (isNote(fence)) blocks.push(fence);
    from = fence.end;
  }
  return blocks;
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
