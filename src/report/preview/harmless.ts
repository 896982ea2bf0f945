import type { Nodes } from 'hast';
import type { SafeText } from '../safe-text.ts';
import { lineBreak, proseClass } from './element.ts';

/** Makes every text of a page harmless, wherever it stands. Styles are ours, and only bytes of pictures are a `src`. */
export function makeHarmless(node: Nodes, safe: SafeText, isRendered = false): void {
  if (node.type === 'text') {
    if (node.value !== lineBreak)
      node.value = isRendered ? safe.rendered(node.value) : safe.line(node.value);
  } else if (node.type === 'element') {
    if (node.tagName === 'style') return;
    const { properties } = node;
    const { className } = properties;
    const isProse = Array.isArray(className) && className.includes(proseClass);
    for (const [name, value] of Object.entries(properties))
      if (typeof value === 'string' && name !== 'src') properties[name] = safe.rendered(value);
    for (const child of node.children) makeHarmless(child, safe, isRendered || isProse);
  } else if (node.type === 'root') for (const child of node.children) makeHarmless(child, safe);
}
