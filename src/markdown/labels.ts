import type { Nodes, Root } from 'mdast';
import { lineStart } from './lines.ts';
import { endOf, nodesOf, startOf } from './nodes.ts';

/** The definition of a link, or a footnote. */
export interface Defined {
  /** Its label as labels are compared; that of a footnote begins with `^`. */
  readonly name: string;
  readonly isFootnote: boolean;
  readonly start: number;
  readonly end: number;
  /** The footnote that holds it. */
  readonly owner: Defined | null;
  /** Whether it can be taken out: it is in no list or quote, and parts nothing that would grow together. */
  readonly isLoose: boolean;
}

/** The use of a label. */
export interface Reference {
  readonly name: string;
  readonly start: number;
  readonly isInFootnote: boolean;
}

/** Lists what a text defines, and what refers to it, in their order. `tree` is the text's own tree. */
export function labelsOf(
  text: string,
  tree: Root,
): {
  readonly defined: readonly Defined[];
  readonly references: readonly Reference[];
} {
  const loose = looseNodes(text, tree);
  const defined: Defined[] = [];
  const references: Reference[] = [];
  const owners: Defined[] = [];
  for (const node of nodesOf(tree)) {
    const start = startOf(node);
    while ((owners.at(-1)?.end ?? Infinity) <= start) owners.pop();
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const isFootnote = node.type === 'footnoteDefinition';
      const name = nameOf(node.identifier, isFootnote);
      const owner = owners.at(-1) ?? null;
      const each = { name, isFootnote, start, end: endOf(node), owner, isLoose: loose.has(node) };
      defined.push(each);
      if (isFootnote) owners.push(each);
    } else if (
      node.type === 'linkReference' ||
      node.type === 'imageReference' ||
      node.type === 'footnoteReference'
    ) {
      const name = nameOf(node.identifier, node.type === 'footnoteReference');
      references.push({ name, start, isInFootnote: owners.length > 0 });
    }
  }
  return { defined, references };
}

/**
 * The author's own bytes of what is defined, without the marks of the lists and quotes around it, which
 * its later lines begin with.
 */
export function definitionText(text: string, { start, end }: Defined): string {
  const marks = text.slice(lineStart(text, start), start);
  const [first = '', ...lines] = text.slice(start, end).split('\n');
  // In a quote, a footnote takes the blank line below it along.
  return [first, ...lines.map((line) => withoutMarks(line, marks))].join('\n').trimEnd();
}

function withoutMarks(line: string, marks: string): string {
  let at = 0;
  for (const mark of marks)
    if (mark === '>') {
      const [quote] = /^ {0,3}>/.exec(line.slice(at, at + 4)) ?? [];
      at += quote?.length ?? 0;
    } else if (line[at] === ' ') at += 1;
  return line.slice(at);
}

function nameOf(identifier: string, isFootnote: boolean): string {
  return isFootnote ? `^${identifier}` : identifier;
}

/** These would take in a list or code that followed them. */
const growing: ReadonlySet<Nodes['type']> = new Set(['list', 'code', 'footnoteDefinition']);

function looseNodes(text: string, { children }: Root): ReadonlySet<Nodes> {
  const loose = new Set<Nodes>();
  let before: Nodes | undefined;
  let waiting: Nodes[] = [];
  for (const node of children) {
    const last = waiting.at(-1);
    if (node.type === 'definition' || node.type === 'footnoteDefinition') waiting.push(node);
    else {
      // A paragraph right below may begin as another block does.
      const isBelow = node.type === 'paragraph' && node.position?.start.line === lineBelow(last);
      const from = lineStart(text, startOf(node));
      if (isBelow && !/^ {0,3}\p{L}/u.test(text.slice(from, from + 5))) waiting.pop();
      const isOpen = [before, ...waiting].some((each) => each && growing.has(each.type));
      const grows = isOpen && (node.type === 'list' || node.type === 'code');
      if (!grows) for (const each of waiting) loose.add(each);
      waiting = [];
      before = node;
    }
  }
  for (const each of waiting) loose.add(each);
  return loose;
}

function lineBelow(node: Nodes | undefined): number | null {
  return node?.position ? node.position.end.line + 1 : null;
}
