import { decode } from 'he';
import type { Definition, Root } from 'mdast';
import { blankComments } from './html-comments.ts';
import { nodesOf, sliceOf, startOf } from './nodes.ts';

/** Where a link or an image leads, and the offset at which it is written. */
export interface LinkTarget {
  readonly kind: 'link' | 'image';
  readonly url: string;
  readonly offset: number;
}

/**
 * Lists the targets of all links and images of a text in its order: inline ones, used reference
 * definitions, and the `href` and `src` of raw HTML. Code holds none. `tree` is the text's own tree.
 */
export function linkTargets(text: string, tree: Root): readonly LinkTarget[] {
  const targets: LinkTarget[] = [];
  const definitions: Definition[] = [];
  const links = new Set<string>();
  const images = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (node.type === 'link' || node.type === 'image') {
      targets.push({ kind: node.type, url: node.url, offset: startOf(node) });
    } else if (node.type === 'html') {
      targets.push(...htmlTargets(sliceOf(text, node), startOf(node)));
    } else if (node.type === 'definition') definitions.push(node);
    else if (node.type === 'linkReference') links.add(node.identifier);
    else if (node.type === 'imageReference') images.add(node.identifier);
  }
  const seen = new Set<string>();
  for (const node of definitions) {
    if (seen.has(node.identifier)) continue; // The first definition of a name is the one that counts.
    seen.add(node.identifier);
    const kind = images.has(node.identifier) ? 'image' : 'link';
    if (kind === 'image' || links.has(node.identifier)) {
      targets.push({ kind, url: node.url, offset: startOf(node) });
    }
  }
  return targets.sort((a, b) => a.offset - b.offset);
}

const attributes = {
  link: /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  image: /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
};

function htmlTargets(html: string, start: number): LinkTarget[] {
  const targets: LinkTarget[] = [];
  for (const tag of blankComments(html).matchAll(/<(a|img)(?=\s)[^<>]*>/gi)) {
    const kind = tag[1]?.toLowerCase() === 'img' ? 'image' : 'link';
    const value = attributes[kind].exec(tag[0]);
    if (value === null) continue;
    const written = (value[1] ?? value[2] ?? value[3] ?? '').trim();
    const url = decode(written, { isAttributeValue: true });
    targets.push({ kind, url, offset: start + tag.index });
  }
  return targets;
}
