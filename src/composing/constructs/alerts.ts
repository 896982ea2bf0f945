import { alertMark } from '../../markdown/alert-mark.ts';
import type { Construct } from '../page.ts';

/** An alert of GitHub's, `> [!NOTE]`: the site shows a quote, so its kind becomes the first line. */
export const alerts: Construct = function* alerts({ text, tree, around }) {
  for (const node of tree.children) {
    const found = alertMark(text, node);
    if (!found) continue;
    const { start, lineEnd, name, isAlone } = found;
    yield { start, end: lineEnd, by: `**${name}**${isAlone || around.file === null ? '' : '  '}` };
  }
};
