import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

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
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr table thead tbody tr th td dl dt dd'.split(' '),
);

/** A node of a page as a line of text: `text`, or `tag attributes` with what is in it below. */
export interface Shown {
  readonly node: string;
  readonly children: readonly Shown[];
}

/**
 * What a browser makes of HTML, without what nobody sees: comments, blanks around blocks, how an
 * alignment is written, attributes without a value.
 */
export function htmlTree(html: string): readonly Shown[] {
  return shownNodes(parseFragment(html).childNodes, false);
}

function shownNodes(nodes: readonly Node[], verbatim: boolean): Shown[] {
  const result: Shown[] = [];
  const edges: boolean[] = [];
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) {
      const text = verbatim ? node.value : node.value.replace(/[ \t\r\n\f]+/g, ' ');
      const last = result.at(-1);
      // A comment between two texts leaves one.
      if (last?.node.startsWith('"') === true) {
        const joined = JSON.parse(last.node) as string;
        const whole = verbatim ? joined + text : (joined + text).replace(/ +/g, ' ');
        result[result.length - 1] = { node: JSON.stringify(whole), children: [] };
      } else {
        result.push({ node: JSON.stringify(text), children: [] });
        edges.push(false);
      }
    } else if ('tagName' in node) {
      // Both are struck through.
      const tagName = node.tagName === 's' ? 'del' : node.tagName;
      result.push({
        node: [tagName, ...attributesOf(node)].join(' '),
        children: shownNodes(node.childNodes, verbatim || tagName === 'pre'),
      });
      edges.push(blocks.has(tagName) || tagName === 'br');
    }
  }
  if (verbatim) return result;
  return result
    .map((each, index) => {
      if (!each.node.startsWith('"')) return each;
      let text = JSON.parse(each.node) as string;
      if (index === 0 || edges[index - 1] === true) text = text.trimStart();
      if (index === result.length - 1 || edges[index + 1] === true) text = text.trimEnd();
      return { node: JSON.stringify(text), children: [] };
    })
    .filter(({ node }) => node !== '""');
}

function attributesOf(node: DefaultTreeAdapterTypes.Element): string[] {
  return node.attrs
    .map(({ name, value }) => {
      if (name !== 'style') return { name, value };
      return { name: 'align', value: value.replace(/^text-align:\s*/, '') };
    })
    .filter(({ name, value }) => shown.has(name) && value !== '' && value !== 's-tag')
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
    .sort();
}

/** The lines of a tree, each as deep as its node. */
export function linesOf(nodes: readonly Shown[], depth = 0): string[] {
  return nodes.flatMap(({ node, children }) => [
    '  '.repeat(depth) + node,
    ...linesOf(children, depth + 1),
  ]);
}
