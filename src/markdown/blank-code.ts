import type { Root } from 'mdast';
import { blankRanges } from './blank-ranges.ts';
import { endOf, nodesOf, startOf } from './nodes.ts';

/**
 * Replaces code (blocks and spans) by blanks of the same length, so that offsets stay. `tree` is the
 * text's own tree.
 */
export function blankCode(text: string, tree: Root): string {
  const code = nodesOf(tree).filter(({ type }) => type === 'code' || type === 'inlineCode');
  return blankRanges(
    text,
    code.map((node) => ({ start: startOf(node), end: endOf(node) })),
  );
}
