import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Root } from 'mdast';
import { destinationOf } from '../../markdown/destinations.ts';
import { endOf, isIndentedCode, nodesOf, sliceOf, startOf } from '../../markdown/nodes.ts';
import type { Replacement } from '../../markdown/replace-ranges.ts';
import { inLink } from '../../model/forge-addresses.ts';

/**
 * Puts what a note refers to by a label in the place of the label, in the author's own bytes, and takes the
 * definitions out: a label counts in a whole page, where another note may have it, too, or mean no link by
 * it. Footnotes keep their labels behind `name`.
 */
export function* inlineLabels(text: string, tree: Root, name: string): Iterable<Replacement> {
  const nodes = nodesOf(tree);
  const targets = new Map<string, string>();
  for (const node of nodes)
    // The first of equal ones counts.
    if (node.type === 'definition') {
      if (!targets.has(node.identifier)) targets.set(node.identifier, targetOf(text, node));
    } else if (node.type === 'link' || node.type === 'image') {
      const place = destinationOf(node);
      if (place && isTagLike(text, place.start, node)) yield { ...place, by: inLink(node.url) };
    }
  for (const node of nodes)
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const target = targets.get(node.identifier);
      if (target !== undefined)
        yield { start: labelStart(text, node), end: endOf(node), by: target };
    }
  if (targets.size > 0) yield* withoutDefinitions(text, nodes, name);
  yield* namedFootnotes(text, nodes, name);
}

/** Where the label of a reference begins: all that is behind its text. */
function labelStart(text: string, node: LinkReference | ImageReference): number {
  const end = endOf(node);
  if (node.referenceType === 'shortcut') return end;
  if (node.referenceType === 'collapsed') return end - '[]'.length;
  // No bracket stands in a label but with a backslash.
  let start = end - 1;
  do start = text.lastIndexOf('[', start - 1);
  while (start > startOf(node) && isEscaped(text, start));
  return start;
}

function isEscaped(text: string, offset: number): boolean {
  let before = offset;
  while (text[before - 1] === '\\') before -= 1;
  return (offset - before) % 2 === 1;
}

/** What a definition names, as it is written behind the text of a link. */
function targetOf(text: string, node: Definition): string {
  const after = destinationOf(node)?.end ?? endOf(node);
  const title = text.slice(after, endOf(node)).replaceAll(/\s*\n[ \t>]*/g, ' ');
  return `(${addressOf(text, node)}${title.trimEnd()})`;
}

function addressOf(text: string, node: Definition): string {
  const place = destinationOf(node);
  if (!place) return '<>';
  const written = text.slice(place.start, place.end);
  // A backslash would take the bracket behind it for text.
  const isOther = isTagLike(text, place.start, node) || written.endsWith('\\');
  return isOther ? inLink(node.url) : written;
}

/** Whether the site would take an address for a tag, as it makes no link of it: `<b>` leads to a file. */
function isTagLike(text: string, at: number, { url }: Definition | Link | Image): boolean {
  return text[at] === '<' && url !== '' && !/^[a-z][a-z\d+.-]*:/i.test(url);
}

/** What a definition parts stays apart, and what follows it in its own paragraph stays one. */
function* withoutDefinitions(
  text: string,
  nodes: readonly Nodes[],
  name: string,
): Iterable<Replacement> {
  for (const parent of nodes) {
    if (!('children' in parent)) continue;
    const children: readonly Nodes[] = parent.children;
    let before: Nodes | undefined;
    for (const [n, node] of children.entries()) {
      if (node.type !== 'definition') {
        before = node;
        continue;
      }
      const [start, end] = [startOf(node), endOf(node)];
      const next = children[n + 1];
      const grows =
        before?.type === 'list' &&
        next !== undefined &&
        (next.type === 'list' || isIndentedCode(text, next));
      const isBelow = next !== undefined && /^[ \t]*\n[^\n]*$/.test(text.slice(end, wordsOf(next)));
      if (grows) yield { start, end, by: '<!-- -->' };
      else if (isBelow && (next.type === 'definition' || isWord(text, next)))
        yield { start, end: startOf(next), by: '' };
      else if (isBelow) yield { start, end, by: `[${name}-${start}]: ${addressOf(text, node)}` };
      else yield { start, end, by: '' };
    }
  }
}

/** Whether a paragraph is one wherever it stands: other lines begin a block where none is above them. */
function isWord(text: string, node: Nodes): boolean {
  return (
    node.type === 'paragraph' && /^\p{L}[^\n]*(?:$|\n[^|:-]*(?:\n|$))/u.test(sliceOf(text, node))
  );
}

/** Where a block begins; that of an underlined heading takes the definitions above it along. */
function wordsOf(node: Nodes): number {
  const [first] = node.type === 'heading' ? node.children : [];
  return startOf(first ?? node);
}

function* namedFootnotes(
  text: string,
  nodes: readonly Nodes[],
  name: string,
): Iterable<Replacement> {
  const own = new Set<string>();
  for (const node of nodes) if (node.type === 'footnoteDefinition') own.add(node.identifier);
  if (own.size === 0) return;
  for (const node of nodes) {
    const [start, end] = [startOf(node), endOf(node)];
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
      yield { start, end: start + '[^'.length, by: `[^${name}-` };
    // Behind an exclamation mark the parser finds none.
    else if (node.type === 'text')
      for (const { index, 1: label = '' } of text
        .slice(start, end)
        .matchAll(/(?<!\\)!\[\^([^[\]\s]{1,999})\]/g))
        if (own.has(label.toLowerCase())) {
          const at = start + index + '!'.length;
          yield { start: at, end: at + '[^'.length, by: `[^${name}-` };
        }
  }
}
