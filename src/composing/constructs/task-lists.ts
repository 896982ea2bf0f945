import { startOf } from '../../markdown/nodes.ts';
import type { Construct } from '../page.ts';

const box = /\[([ xX])\](?=[ \t])/y;

/** The boxes of a task list, which the site shows as brackets. */
export const taskLists: Construct = function* taskLists({ text, nodes }) {
  for (const node of nodes) {
    if (node.type !== 'listItem') continue;
    const [first] = node.children;
    if (first?.type !== 'paragraph') continue;
    box.lastIndex = startOf(first);
    const found = box.exec(text);
    if (!found) continue;
    const { index, 1: mark } = found;
    yield { start: index, end: index + 3, by: mark === ' ' ? '☐' : '☑' };
  }
};
