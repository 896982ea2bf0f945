import { fromParse5 } from 'hast-util-from-parse5';
import { toHtml } from 'hast-util-to-html';
import { toHast, type Handler } from 'mdast-util-to-hast';
import { parseFragment } from 'parse5';
import { remark } from 'remark';
import remarkHtml from 'remark-html';
import type { Nodes as Hast, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { allowedHtml, isSafe } from './allowed-html.ts';
import { escapeHtml } from './html/tag.ts';
import { parseAsStack } from './parse-as-stack.ts';
import { tooCostly } from './too-costly.ts';
import { settle } from './settle.ts';
import type { Escaped } from './syntax/escaped.ts';

declare module 'mdast' {
  interface RootData {
    /** What a browser has made of a page. */
    page?: HastRoot;
  }
}

const handlers: Readonly<Record<string, Handler>> = {
  escaped: (_state, node: Escaped) => ({ type: 'text', value: node.value }),
};
/** The types know of handlers below the root alone. */
const root = ((_state: unknown, node: Root) => node.data?.page) as unknown as Handler;
const processor = remark().use(remarkHtml, { sanitize: allowedHtml, handlers: { root } }).freeze();

/**
 * Renders Markdown as Stack shows it, with the HTML that Stack allows. Nothing in it runs, whatever the
 * text. What nobody writes by hand, and takes long to render, is shown as it is written.
 */
export function renderAsStack(markdown: string): string {
  // The parser would leave a byte order mark out without counting it.
  const text = markdown.replace(/^\uFEFF/, '');
  if (tooCostly(text)) return asWritten(text);
  try {
    return render(text);
  } catch (error) {
    if (error instanceof RangeError) return asWritten(text);
    throw error;
  }
}

function asWritten(text: string): string {
  return `<pre>${escapeHtml(text)}</pre>\n`;
}

function render(text: string): string {
  const tree = parseAsStack(text);
  // Each block ends its line, but for HTML that the text ends with.
  const last = tree.children.at(-1);
  const end = last?.type === 'html' && last.position?.end.offset === text.length ? '' : '\n';
  settle(tree, text);
  const written = toHtml(toHast(tree, { allowDangerousHtml: true, handlers }), {
    allowDangerousHtml: true,
  });
  // Tags that nobody closed, or in the wrong order, become what a browser makes of them.
  const page = fromParse5(parseFragment(written + end)) as HastRoot;
  cutUnsafe(page);
  return processor.stringify({ type: 'root', children: [], data: { page } });
}

function cutUnsafe(node: Hast): void {
  if (node.type === 'element')
    for (const name of ['href', 'src']) {
      const address = node.properties[name];
      if (typeof address === 'string' && !isSafe(address)) delete node.properties[name];
    }
  if ('children' in node) for (const child of node.children) cutUnsafe(child);
}
