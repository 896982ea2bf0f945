import type { Nodes, Parents } from 'mdast';
import { endOf, startOf } from '../../markdown/nodes.ts';
import type { Construct } from '../page.ts';

/** An address, other words, or tildes. */
const pieces = /(?:(?:https?|ftp):\/\/|www\.)[^\s<]+|\\[^]|[^\\~hfw]+|~+|[hfw]/gi;

/** What stands between single tildes, `~x~`, is struck through on GitHub; the site reads two alone. */
export const strikethrough: Construct = function* strikethrough({ text, nodes }) {
  if (!/(?<!~)~(?!~)[^]*(?<!~)~(?!~)/.test(text)) return;
  for (const node of nodes)
    if ('children' in node && node.children.some(({ type }) => type === 'text'))
      for (const at of marks(text, node)) yield { start: at, end: at, by: '~' };
};

/** The offsets of the tildes that strike something through, by how the words beside them stand. */
function* marks(text: string, parent: Parents): Iterable<number> {
  let open: number[] = [];
  for (const node of parent.children as readonly Nodes[]) {
    if (node.type !== 'text') continue;
    const [start, end] = [startOf(node), endOf(node)];
    for (const { 0: run, index } of text.slice(start, end).matchAll(pieces)) {
      if (!run.startsWith('~')) continue;
      const at = start + index;
      if (run.length > 1) {
        open = [];
        continue;
      }
      const [before, after] = [charBefore(text, at), charAt(text, at + 1)];
      const opens = !isBlank(after) && (!isMark(after) || isBlank(before) || isMark(before));
      const closes = !isBlank(before) && (!isMark(before) || isBlank(after) || isMark(after));
      const first = closes ? open.pop() : undefined;
      if (first !== undefined) {
        yield first;
        yield at;
      } else if (opens) open.push(at);
    }
  }
}

function charBefore(text: string, at: number): string {
  return /[^]$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
}

function charAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 10);
}

function isBlank(char: string): boolean {
  return char === '' || /\s/.test(char);
}

function isMark(char: string): boolean {
  return /[\p{P}\p{S}]/u.test(char);
}
