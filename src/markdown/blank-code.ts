import type { Nodes } from 'mdast';
import { endOf, startOf } from './node-offsets.ts';
import { parseMarkdown } from './parse-markdown.ts';

/**
 * Replaces code (blocks and spans) by blanks of the same length, so that offsets stay. A text that
 * cannot be parsed stays as it is.
 */
export function blankCode(text: string): string {
  const tree = parseMarkdown(text);
  if (tree === null) return text;
  const code: Nodes[] = [];
  // A stack of nodes and no recursion: a hostile text may be nested some thousand levels deep.
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'code' || node.type === 'inlineCode') code.push(node);
    else if ('children' in node) for (const child of node.children) open.push(child);
  }
  let result = '';
  let at = 0;
  for (const node of code.sort((a, b) => startOf(a) - startOf(b))) {
    result += text.slice(at, startOf(node));
    result += text.slice(startOf(node), endOf(node)).replace(/[^\r\n]/g, ' ');
    at = endOf(node);
  }
  return result + text.slice(at);
}
