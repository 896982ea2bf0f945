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
export function labelsOf(tree: Root): {
  readonly defined: readonly Defined[];
  readonly references: readonly Reference[];
} {
  const loose = looseNodes(tree);
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
  return [first, ...lines.map((line) => withoutMarks(line, marks))].join('\n');
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

/** Where a definition stands between these two, they would become one without it. */
const growing: ReadonlySet<Nodes['type'] | undefined> = new Set(['list', 'code']);

function looseNodes({ children }: Root): ReadonlySet<Nodes> {
  const loose = new Set<Nodes>();
  let before: Nodes['type'] | undefined;
  let waiting: Nodes[] = [];
  for (const node of children) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') waiting.push(node);
    else {
      if (!growing.has(before) || !growing.has(node.type))
        for (const each of waiting) loose.add(each);
      waiting = [];
      before = node.type;
    }
  }
  for (const each of waiting) loose.add(each);
  return loose;
}
