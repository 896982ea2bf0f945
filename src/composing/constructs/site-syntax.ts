import { sliceOf, startOf } from '../../markdown/nodes.ts';
import type { Construct } from '../page.ts';

/** What means something on the site alone: spoilers (`>!`) and links to tags (`[tag:x]`). */
export const siteSyntax: Construct = function* siteSyntax({ text, nodes, words }) {
  for (const { start, end } of words)
    for (const { index } of text
      .slice(start, end)
      .matchAll(/(?<!\\)\[(?=(?:meta-)?tag:[^\s\]]+\])/g))
      yield { start: start + index, end: start + index, by: '\\' };
  const code = nodes.filter(({ type }) => type === 'code');
  for (const node of nodes) {
    if (node.type !== 'blockquote') continue;
    for (const { index } of sliceOf(text, node).matchAll(/(?<=^[ \t]*(?:>[ \t]?)*>)!/gm)) {
      const at = startOf(node) + index;
      const isCode = code.some(({ position }) => {
        const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
        return at >= from && at < to;
      });
      if (!isCode) yield { start: at, end: at, by: ' ' };
    }
  }
};
