import { endOf, nodesOf, sliceOf, startOf } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';

/**
 * Replaces code (blocks and spans) by blanks of the same length, so that offsets stay. A text that
 * cannot be parsed stays as it is.
 */
export function blankCode(text: string): string {
  const tree = parseMarkdown(text);
  if (tree === null) return text;
  let result = '';
  let at = 0;
  for (const node of nodesOf(tree)) {
    if (node.type !== 'code' && node.type !== 'inlineCode') continue;
    result += text.slice(at, startOf(node)) + sliceOf(text, node).replace(/[^\r\n]/g, ' ');
    at = endOf(node);
  }
  return result + text.slice(at);
}
