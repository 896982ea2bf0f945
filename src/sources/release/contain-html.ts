import type { Nodes } from 'mdast';
import { htmlToken } from '../../markdown/html-elements.ts';
import { endOf, sliceOf, startOf } from '../../markdown/nodes.ts';
import type { Replacement } from '../../markdown/replace-ranges.ts';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Of what the site shows, what a browser goes on with behind the end of a list's item. */
const leaking = names('a b code em i s strike strong');
const lists = names('ul ol');
/** What ends with what holds it. */
const blocks = names('li ul ol pre blockquote details');
/** Their ends would end something of another note. */
const strays = names('li ul ol details');
/** A tag, or another thing between angle brackets, that ends in the middle. */
const unended =
  /<(?:[!?](?!--)[^>]*|\/?[a-z][^\s/>"'<]*(?:"[^"]*"|'[^']*'|[^"'<>])*(?:(?<double>")[^"]*|(?<single>')[^']*)?)$/i;

/**
 * Keeps the HTML of a note in its item, as a browser reads it. `splices` end each tag and comment, and take out
 * the end tags of what nothing in the note begins, as of the list that the note is in; `closing` ends the
 * elements that the note leaves open. `nodes` are all nodes of its tree.
 */
export function containHtml(
  text: string,
  nodes: readonly Nodes[],
): { readonly splices: readonly Replacement[]; readonly closing: string } {
  const splices: Replacement[] = [];
  const inFlow = new Set<Nodes>();
  let open: string[] = [];
  let footnoteEnd = 0;
  for (const node of nodes) {
    for (const child of holds(node)) inFlow.add(child);
    if (node.type === 'footnoteDefinition') footnoteEnd = Math.max(footnoteEnd, endOf(node));
    // A footnote comes to stand at the end of the page.
    if (node.type !== 'html' || startOf(node) < footnoteEnd) continue;
    const slice = sliceOf(text, node).trimEnd();
    const end = endOfTag(slice);
    const at = startOf(node) + slice.length;
    if (end !== '') splices.push({ start: at, end: at, by: end });
    for (const { index, 0: tag, 1: slash, 2: written = '' } of `${slice}${end}`.matchAll(
      htmlToken,
    )) {
      const name = written.toLowerCase();
      if (!blocks.has(name) && !leaking.has(name)) continue;
      if (slash === '') {
        if (name !== 'li' || open.some((each) => lists.has(each))) open.push(name);
        continue;
      }
      const last = open.lastIndexOf(name);
      if (last !== -1) {
        const ends = blocks.has(name) ? blocks : names('');
        open = open.filter((each, n) => n < last || (n > last && !ends.has(each)));
      } else if (strays.has(name)) {
        const start = startOf(node) + index;
        // The block of HTML that it begins stays one.
        splices.push({ start, end: start + tag.length, by: inFlow.has(node) ? '</div>' : '' });
      }
    }
  }
  const ends = open.toReversed().map((name) => (name === 'li' ? '' : `</${name}>`));
  return { splices, closing: ends.join('') };
}

/** What ends the tag or the comment in which a piece of HTML ends; empty where it ends in none. */
function endOfTag(html: string): string {
  if (/<!--(?![^]*-->)/.test(html)) return '-->';
  const found = unended.exec(html);
  if (!found) return '';
  return `${found.groups?.['double'] ?? found.groups?.['single'] ?? ''}>`;
}

const flow: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
]);

/** The blocks in a node. */
function holds(node: Nodes): readonly Nodes[] {
  return 'children' in node && flow.has(node.type) ? node.children : [];
}
