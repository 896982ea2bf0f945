import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** An element of a page, with what a test asks of it. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of all that is in it. */
  readonly text: string;
  readonly inside: readonly PageElement[];
}

/** All elements of a page as a browser reads it, in their order. */
export function pageElements(html: string): readonly PageElement[] {
  const all: PageElement[] = [];
  const read = (node: Node): PageElement[] => {
    if (!('tagName' in node)) return [];
    const inside: PageElement[] = [];
    const made = {
      tag: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      text: textOf(node),
      inside,
    };
    all.push(made);
    for (const child of node.childNodes) inside.push(...read(child));
    return [made, ...inside];
  };
  for (const node of parse(html).childNodes) read(node);
  return all;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
