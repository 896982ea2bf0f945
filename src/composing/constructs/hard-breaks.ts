import { endOf, startOf } from '../../markdown/nodes.ts';
import type { Construct } from '../page.ts';

/** A line's end in the words of a note, where GitHub breaks the line and the site would not. */
export const hardBreaks: Construct = function* hardBreaks({ text, nodes, around }) {
  if (around.file !== null) return;
  const paragraphs = nodes.filter(({ type }) => type === 'paragraph');
  let next = 0;
  for (const node of nodes) {
    if (node.type !== 'text') continue;
    const [start, end] = [startOf(node), endOf(node)];
    while (next < paragraphs.length && endOf(paragraphs[next] ?? node) < end) next += 1;
    if (startOf(paragraphs[next] ?? node) > start || paragraphs[next] === undefined) continue;
    for (const { index, 0: found } of text
      .slice(start, end)
      .matchAll(/[ \t]*(?=\r\n|(?<!\r)\n)/g)) {
      const at = start + index;
      // What stands between the blanks of a line without words is no end of a line.
      if (index > 0 && /[ \t]/.test(text[at - 1] ?? '')) continue;
      yield { start: at, end: at + found.length, by: '  ' };
    }
  }
};
