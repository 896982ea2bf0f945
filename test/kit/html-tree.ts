import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { allowedHtml } from '../../src/rendering/allowed-html.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Attributes that a reader sees something of. The others are the editor's own. */
const shown = new Set([
  'href',
  'src',
  'title',
  'alt',
  'width',
  'height',
  'align',
  'start',
  'class',
]);
const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr table thead tbody tr th td dl dt dd br'.split(
    ' ',
  ),
);

const marks = /^(?:a|b|del|em|i|kbd|strike|strong|sub|sup)$/;
const isBlank = (nodes: readonly Shown[]) =>
  nodes.every((each) => 'text' in each && each.text.trim() === '');

/** A node of a page: `tag attributes` with what is in it, or a text in quotation marks. */
type Shown = { readonly element: string; readonly children: readonly Shown[] } | { text: string };

/**
 * What a browser makes of HTML, a node a line, without what nobody sees: comments, blanks around blocks,
 * how an alignment is written, attributes without a value, marks around nothing, and elements that Stack has not.
 */
export function htmlTree(html: string): string[] {
  return linesOf(shownNodes(parseFragment(html).childNodes, false), 0);
}

function shownNodes(nodes: readonly Node[], isVerbatim: boolean): Shown[] {
  const result: Shown[] = [];
  for (const node of nodes.flatMap(withoutUnknown)) {
    const last = result.at(-1);
    if (node.nodeName === '#text' && 'value' in node) {
      // A comment between two texts leaves one.
      if (last && 'text' in last) last.text += node.value;
      else result.push({ text: node.value });
    } else if ('tagName' in node) {
      // Both are struck through.
      const tag = node.tagName === 's' ? 'del' : node.tagName;
      result.push({
        element: [tag, ...attributesOf(node)].join(' '),
        children: shownNodes(node.childNodes, isVerbatim || tag === 'pre'),
      });
    }
  }
  for (const [index, each] of result.entries())
    if ('text' in each && isVerbatim) each.text = each.text.replace(/\n+$/, '');
    else if ('text' in each) {
      each.text = each.text.replace(/[ \t\r\n\f]+/g, ' ');
      if (isEdge(result[index - 1])) each.text = each.text.trimStart();
      if (isEdge(result[index + 1])) each.text = each.text.trimEnd();
    }
  return result.filter((each) =>
    'text' in each ? each.text !== '' : !(marks.test(each.element) && isBlank(each.children)),
  );
}

const isEdge = (node: Shown | undefined) =>
  node === undefined || ('element' in node && blocks.has(node.element.split(' ')[0] ?? ''));

function withoutUnknown(node: Node): Node[] {
  if (!('tagName' in node) || allowedHtml.tagNames?.includes(node.tagName)) return [node];
  return node.childNodes.flatMap(withoutUnknown);
}

function attributesOf(node: Element): string[] {
  return node.attrs
    .map(({ name, value }) =>
      name === 'style'
        ? { name: 'align', value: value.replace(/^text-align:\s*/, '') }
        : { name, value },
    )
    .map(({ name, value }) => ({ name, value: value.replace(/\s+/g, ' ').trim() }))
    .filter(({ name, value }) => shown.has(name) && value !== '' && value !== 's-tag')
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
    .sort();
}

function linesOf(nodes: readonly Shown[], depth: number): string[] {
  return nodes.flatMap((node) =>
    'text' in node
      ? ['  '.repeat(depth) + JSON.stringify(node.text)]
      : ['  '.repeat(depth) + node.element, ...linesOf(node.children, depth + 1)],
  );
}
