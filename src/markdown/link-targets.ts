import type { Definition, Nodes, Root } from 'mdast';
import { blankComments } from './html-comments.ts';

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
  // A stack of nodes and no recursion: a hostile text may be nested some thousand levels deep.
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'link' || node.type === 'image') {
      targets.push({ kind: node.type, url: node.url, offset: offsetOf(node) });
    } else if (node.type === 'html') {
      const html = text.slice(offsetOf(node), node.position?.end.offset);
      targets.push(...htmlTargets(html, offsetOf(node)));
    } else if (node.type === 'definition') definitions.push(node);
    else if (node.type === 'linkReference') links.add(node.identifier);
    else if (node.type === 'imageReference') images.add(node.identifier);
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  const seen = new Set<string>();
  for (const node of definitions.sort((a, b) => offsetOf(a) - offsetOf(b))) {
    if (seen.has(node.identifier)) continue; // The first definition of a name is the one that counts.
    seen.add(node.identifier);
    const kind = links.has(node.identifier) ? 'link' : 'image';
    if (kind === 'link' || images.has(node.identifier)) {
      targets.push({ kind, url: node.url, offset: offsetOf(node) });
    }
  }
  return targets.sort((a, b) => a.offset - b.offset);
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
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
    const url = (value[1] ?? value[2] ?? value[3] ?? '').trim();
    targets.push({ kind, url, offset: start + tag.index });
  }
  return targets;
}
