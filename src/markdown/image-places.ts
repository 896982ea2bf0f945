import { decode } from 'he';
import type { Definition, Root } from 'mdast';
import { destinationOf } from './destinations.ts';
import { blankComments } from './html-comments.ts';
import { nodesOf, sliceOf, startOf } from './nodes.ts';

/** An image's address, and where it stands in the text with the marks around it. */
export interface ImagePlace {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Lists the addresses of all images of a text, in its order: inline ones, those of the definitions that
 * images refer to, and the `src` of `<img>`. Code holds none. `tree` is the text's own tree.
 */
export function imagePlaces(text: string, tree: Root): readonly ImagePlace[] {
  const places: ImagePlace[] = [];
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (node.type === 'image') places.push(...placeOf(node));
    else if (node.type === 'html') places.push(...htmlPlaces(sliceOf(text, node), startOf(node)));
    else if (node.type === 'imageReference') used.add(node.identifier);
    else if (node.type === 'definition' && !definitions.has(node.identifier))
      // The first definition of a name is the one that counts.
      definitions.set(node.identifier, node);
  }
  for (const name of used) {
    const definition = definitions.get(name);
    if (definition) places.push(...placeOf(definition));
  }
  return places.sort((a, b) => a.start - b.start);
}

function placeOf(node: Extract<ReturnType<typeof nodesOf>[number], { url: string }>): ImagePlace[] {
  const place = destinationOf(node);
  return place ? [{ url: node.url, ...place }] : [];
}

const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di;

function htmlPlaces(html: string, start: number): ImagePlace[] {
  const places: ImagePlace[] = [];
  for (const { 0: tag, index } of blankComments(html).matchAll(/<img(?=\s)[^<>]*>/gi)) {
    const found = source.exec(tag);
    const group = [1, 2, 3].find((each) => found?.[each] !== undefined);
    const range = group === undefined ? undefined : found?.indices?.[group];
    if (!range) continue;
    const [from, to] = range;
    const written = tag.slice(from, to);
    const at = start + index + from + (written.length - written.trimStart().length);
    const value = written.trim();
    if (value === '') continue;
    const url = decode(value, { isAttributeValue: true });
    places.push({ url, start: at, end: at + value.length });
  }
  return places;
}
