import type { Root } from 'mdast';
import { endOf, nodesOf, sliceOf, startOf } from './nodes.ts';

/**
 * Replaces code (blocks and spans) by blanks of the same length, so that offsets stay. `tree` is the
 * text's own tree.
 */
export function blankCode(text: string, tree: Root): string {
  let result = '';
  let at = 0;
  for (const node of nodesOf(tree)) {
    if (node.type !== 'code' && node.type !== 'inlineCode') continue;
    result += text.slice(at, startOf(node)) + sliceOf(text, node).replace(/[^\r\n]/g, ' ');
    at = endOf(node);
  }
  return result + text.slice(at);
}
