import type { Nodes } from 'mdast';

/** The elements that people write in Markdown; any other `<name>` is a placeholder. */
const elements = new Set(
  'a abbr address b bdi bdo big blockquote br button center cite code del details dfn div dl dt dd em figure font h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd label li link mark math meta nobr ol p picture pre q rp rt ruby s samp script section small source span strike strong style sub summary sup svg table tbody td th thead time tr tt u ul var video wbr'.split(
    ' ',
  ),
);

/**
 * Returns the text of a node as a reader means it, on one line. Raw HTML shows nothing, but a
 * placeholder such as `<pod>` stays: "How do I delete <pod>?" says less without it.
 */
export function plainText(node: Nodes): string {
  return onOneLine(textOf(node, (html) => (isPlaceholder(html) ? html : '')));
}

/** Returns the text that GitHub makes a heading's anchor from: what is left without any HTML. */
export function anchorText(node: Nodes): string {
  return onOneLine(textOf(node, () => ''));
}

/** Tells whether a name, in upper or lower case, is that of an element that people write in Markdown. */
export function isHtmlElement(name: string): boolean {
  return elements.has(name.toLowerCase());
}

function isPlaceholder(html: string): boolean {
  const name = /^<([a-z][\w.-]*)(?: [^<>="']*)?>$/i.exec(html)?.[1];
  return name !== undefined && !isHtmlElement(name);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textOf(node: Nodes, html: (text: string) => string): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'html') return html(node.value);
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map((child) => textOf(child, html)).join('') : '';
}
