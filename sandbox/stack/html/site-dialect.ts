import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { isLinkable } from './allowed-html.ts';
import { htmlTokens } from './html-tokens.ts';

/** Makes a GitHub Markdown tree read as the site reads it: no footnotes, no task lists, no relative links. */
export function siteDialect(): (tree: Root) => void {
  return (tree) => rewrite(tree);
}

function rewrite(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) rewrite(child);
  node.children = raise(node.children.flatMap((child) => literal(child))) as never;
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    const first = node.children[0];
    const mark = text(node.checked ? '[x] ' : '[ ] ');
    if (first?.type === 'paragraph') first.children.unshift(mark);
    node.checked = null;
  }
}

type Inline = RootContent | Raised;

/** An allowed element that was written as HTML. */
interface Raised {
  type: 'raised';
  data: { hName: string; hProperties: Record<string, string> };
  children: Inline[];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** What the site does not know stays as it was written. */
function literal(node: Parents['children'][number]): RootContent[] {
  if (node.type === 'footnoteReference') return [text(`[^${node.label ?? node.identifier}]`)];
  if (node.type === 'footnoteDefinition') {
    const first = node.children[0];
    const mark = text(`[^${node.label ?? node.identifier}]: `);
    if (first?.type === 'paragraph') first.children.unshift(mark);
    return node.children;
  }
  if (node.type === 'link' && !isLinkable(node.url))
    return [text('['), ...node.children, text(`](${node.url})`)];
  if (node.type === 'image' && !isLinkable(node.url))
    return [text(`![${node.alt ?? ''}](${node.url})`)];
  return [node];
}

/** Puts the allowed elements among the raw HTML into the tree; an element ends with its parent. */
function raise(children: readonly Inline[]): Inline[] {
  if (!children.some((child) => child.type === 'html')) return [...children];
  const result: Inline[] = [];
  const open: Raised[] = [];
  const add = (node: Inline): void => {
    (open.at(-1)?.children ?? result).push(node);
  };
  for (const child of children) {
    if (child.type !== 'html') {
      add(child);
      continue;
    }
    for (const token of htmlTokens(child.value)) {
      if (token.kind === 'text') add(text(token.text));
      else if (token.kind === 'close') {
        const index = open.findLastIndex((element) => element.data.hName === token.tag);
        if (index >= 0) open.length = index;
      } else {
        const { tag, attributes } = token;
        const element: Raised = {
          type: 'raised',
          data: { hName: tag, hProperties: attributes },
          children: [],
        };
        add(element);
        if (token.kind === 'open') open.push(element);
      }
    }
  }
  return result;
}
