import type { Code, Html, List, Nodes, Parents, Root, RootContent } from 'mdast';
import { toAddress, toReadable } from './addresses.ts';
import { settleBareLinks } from './html/bare-links.ts';
import { rewriteBlockHtml, type HtmlBlock } from './html/block-html.ts';
import { rewriteInlineHtml } from './html/inline-html.ts';

const mostCells = 65_536;

/** Makes the tree of a text hold what Stack shows of it: the links that it makes, the HTML that it knows.
 * Throws a RangeError where that is too much. */
export function settle(tree: Root, text: string): void {
  const blocks: HtmlBlock[] = [];
  visit(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      settleBareLinks(node);
      rewriteInlineHtml(node);
    } else if (node.type === 'html') {
      const isLast = node.position?.end.offset === text.length;
      blocks.push({ node, source: isLast ? node.value : `${node.value}\n` });
    } else if (node.type === 'image' || node.type === 'definition') {
      node.url = toAddress(node.url);
    } else if (node.type === 'link') {
      const [child] = node.children;
      const { offset } = node.position?.start ?? {};
      const isBracketed = offset !== undefined && text[offset] === '<';
      if (isBracketed && child?.type === 'text') child.value = toReadable(child.value);
      node.url = toAddress(node.url);
    }
    if (node.type === 'list') settleLooseness(node);
    // Rows are filled up to the first one's length.
    if (node.type === 'table' && node.children.length * (node.align?.length ?? 0) > mostCells)
      throw new RangeError('the text has too many cells');
    if ('children' in node) joinCode(node, text);
  });
  if (blocks.length > 0) replaceHtml(tree, rewriteBlockHtml(blocks));
}

/** A blank line loosens a list between two blocks of an item, or two items, and not behind the last. */
function settleLooseness(list: List): void {
  list.spread = hasGap(list.children);
  for (const item of list.children) item.spread = hasGap(item.children);
}

function hasGap(nodes: readonly RootContent[]): boolean {
  return nodes.some(({ position }, index) => {
    const next = nodes[index + 1]?.position;
    return position !== undefined && next !== undefined && next.start.line - position.end.line > 1;
  });
}

/** Visits each node but the HTML within a line. */
function visit(node: Nodes, visitor: (node: Nodes) => void, isText = false): void {
  visitor(node);
  if (!('children' in node)) return;
  const holdsText = isText || /^(?:paragraph|heading|tableCell)$/.test(node.type);
  for (const child of node.children)
    if (!holdsText || child.type !== 'html') visit(child, visitor, holdsText);
}

/** The parser cuts indented code that comes after a list; two pieces side by side are one. */
function joinCode(parent: Parents, text: string): void {
  if (!parent.children.some((child) => child.type === 'code')) return;
  const children: RootContent[] = [];
  for (const child of parent.children) {
    const last = children.at(-1);
    if (isIndentedCode(child, text) && last && isIndentedCode(last, text)) {
      const lines = Number(child.position?.start.line) - Number(last.position?.end.line);
      last.value += '\n'.repeat(lines) + child.value;
      if (child.position) last.position = child.position;
    } else children.push(child);
  }
  parent.children = children as never;
}

function isIndentedCode(node: RootContent, text: string): node is Code {
  return node.type === 'code' && /[ \t]/.test(text[Number(node.position?.start.offset)] ?? '');
}

function replaceHtml(parent: Parents, by: ReadonlyMap<Html, RootContent | null>): void {
  parent.children = (parent.children as RootContent[]).flatMap((child) => {
    if (child.type === 'html' && by.has(child)) return by.get(child) ?? [];
    if ('children' in child) replaceHtml(child, by);
    return child;
  }) as never;
}
