import { startOf } from '../../markdown/nodes.ts';
import type { Construct } from '../page.ts';

const mark = /\[!(note|tip|important|warning|caution)\][ \t]*(?=\r?\n|$)(?<more>\r?\n)?/iy;

/** An alert of GitHub's, `> [!NOTE]`: the site shows a quote, so its kind becomes the first line. */
export const alerts: Construct = function* alerts({ text, tree }) {
  for (const node of tree.children) {
    if (node.type !== 'blockquote') continue;
    const [first] = node.children;
    if (first?.type !== 'paragraph') continue;
    mark.lastIndex = startOf(first);
    const found = mark.exec(text);
    if (!found) continue;
    const { 0: whole, 1: kind = '', index, groups } = found;
    const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
    const end = index + whole.trimEnd().length;
    const isAlone = first.position?.end.offset === end;
    const padding = whole.length - (groups?.['more']?.length ?? 0);
    yield { start: index, end: index + padding, by: `**${name}**${isAlone ? '' : '  '}` };
  }
};
