import type { Root } from 'mdast';
import { fenceAt } from './fence.ts';
import { lineStart } from './lines.ts';
import { startOf } from './nodes.ts';

/** Where the last block begins if it has no end, so that it would take in what follows; else infinite. */
export function startOfOpenBlock(text: string, { children }: Root): number {
  const last = children.at(-1);
  const isOpen =
    last?.type === 'code'
      ? fenceAt(text, startOf(last))?.closed === false
      : last?.type === 'html' &&
        /^<(?:!--(?![^]*-->)|(?:script|pre|style|textarea)(?=[\s>])(?![^]*<\/))/i.test(last.value);
  return last && isOpen ? lineStart(text, startOf(last)) : Infinity;
}
