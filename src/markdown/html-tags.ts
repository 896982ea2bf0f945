import type { Nodes } from 'mdast';
import { blankComments } from './html-comments.ts';
import { sliceOf, startOf } from './nodes.ts';

/** A tag that is written in a text. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  /** As it is written. */
  readonly written: string;
  readonly isEnd: boolean;
  readonly start: number;
  readonly end: number;
  /** Whether it stands in a paragraph, and not in a block of HTML. */
  readonly isInline: boolean;
  /** The tag that ends what this one begins, or begins what it ends. */
  readonly partner: HtmlTag | null;
}

const tag = /<(\/?)([a-z][^\s/>"'<]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
/** They have no end tag. */
const empty = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/**
 * Lists the tags of a text in their order, each with its partner: the nearest one of its name in the same
 * paragraph, or in the same text where both stand in blocks of HTML. `nodes` are all nodes of its tree.
 */
export function htmlTags(text: string, nodes: readonly Nodes[]): readonly HtmlTag[] {
  const blocks = new Set<Nodes>();
  for (const node of nodes)
    if ('children' in node && flow.has(node.type))
      for (const child of node.children) blocks.add(child);
  const tags: (HtmlTag & { partner: HtmlTag | null })[] = [];
  const open = new Map<string, (typeof tags)[number][]>();
  let opened: string[] = [];
  for (const node of nodes) {
    if (inlineContainers.has(node.type)) {
      for (const key of opened) open.delete(key);
      opened = [];
    }
    if (node.type !== 'html') continue;
    const isInline = !blocks.has(node);
    for (const found of blankComments(sliceOf(text, node)).matchAll(tag)) {
      const [whole, slash, name = ''] = found;
      const start = startOf(node) + found.index;
      const each = {
        name: name.toLowerCase(),
        written: whole,
        isEnd: slash === '/',
        start,
        end: start + whole.length,
        isInline,
        partner: null,
      } as (typeof tags)[number];
      tags.push(each);
      if (empty.has(each.name) || (!each.isEnd && whole.endsWith('/>'))) continue;
      const key = `${each.name} ${isInline}`;
      const same = open.get(key) ?? [];
      if (!each.isEnd) {
        same.push(each);
        open.set(key, same);
        if (isInline) opened.push(key);
        continue;
      }
      const first = same.pop();
      if (!first) continue;
      each.partner = first;
      first.partner = each;
    }
  }
  return tags;
}

const flow = new Set<Nodes['type']>(['root', 'blockquote', 'listItem', 'footnoteDefinition']);
const inlineContainers = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell']);
