import type { Nodes, RootContent } from 'mdast';
import { endOf, nodesOf, sliceOf, startOf } from '../../markdown/nodes.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';

/** A note as it can stand in a list among others. */
export interface Entry {
  readonly text: string;
  readonly beginsWithWords: boolean;
  readonly endsInWords: boolean;
  /** Where its last words end. */
  readonly end: number;
}

/** So often is a text looked at: a link may stand in the text of another. */
const mostTimes = 5;

/**
 * Fits a note into a list among others, by splices into the author's own bytes: what it refers to by a
 * label stands where it is used, as another note may have the same label; `name` makes those of its
 * footnotes its own. Its headings are bold, so that they do not part the page.
 */
export function fitEntry(note: string, name: string): Entry {
  let text = note
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const targets = targetsIn(text);
  for (let time = 0; time < mostTimes; time += 1) {
    const tree = parseMarkdown(text);
    if (tree === null) break;
    const isFirst = time === 0;
    const splices = labels(text, tree, targets, isFirst ? name : null);
    if (isFirst) splices.push(...shapes(text, tree.children));
    if (splices.length === 0) break;
    text = spliced(text, splices);
  }
  const blocks = (parseMarkdown(text)?.children ?? []).filter(isShown);
  const [first, last] = [blocks.at(0), blocks.at(-1)];
  const endsInWords = last?.type === 'paragraph';
  return {
    text,
    beginsWithWords: first?.type === 'paragraph' && !/^\s*\[[ xX]\]\s/.test(text),
    endsInWords,
    end: endsInWords && last ? endOf(last) : text.length,
  };
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Where the labels of a text lead, as what stands behind a link's text. The first of equal ones counts. */
function targetsIn(text: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const tree = parseMarkdown(text);
  for (const node of tree ? nodesOf(tree) : [])
    if (node.type === 'definition' && !targets.has(node.identifier))
      targets.set(node.identifier, `(${destination(node.url)}${titlePart(node.title)})`);
  return targets;
}

/** Puts references in the place of their labels; with a `name`, footnotes get labels of their own. */
function labels(
  text: string,
  tree: Nodes,
  targets: ReadonlyMap<string, string>,
  name: string | null,
): Splice[] {
  const taken: Splice[] = [];
  const isIn = ({ start, end }: Splice) =>
    taken.some((other) => start < other.end && other.start < end);
  // The innermost first; what it stands in is another text then, and comes with the next look.
  for (const node of nodesOf(tree).toReversed()) {
    const splice = labelSplice(text, node, targets, name);
    if (splice && !isIn(splice)) taken.push(splice);
  }
  return taken;
}

function labelSplice(
  text: string,
  node: Nodes,
  targets: ReadonlyMap<string, string>,
  name: string | null,
): Splice | null {
  const [start, end] = [startOf(node), endOf(node)];
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    const target = targets.get(node.identifier);
    if (target === undefined) return null;
    const slice = text.slice(start, end);
    const shown =
      node.referenceType === 'full'
        ? slice.slice(0, slice.lastIndexOf('['))
        : slice.replace(/\[\]$/, '');
    return { start, end, by: shown + target };
  }
  if (name === null) return null;
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
    return { start, end: start + 2, by: `[^${name}-` };
  if (node.type === 'definition') return { start, end, by: '' };
  return null;
}

function destination(url: string): string {
  return `<${url.replaceAll(/[<>\\]/g, '\\$&').replaceAll(/\s/g, (blank) => encodeURIComponent(blank))}>`;
}

function titlePart(title: string | null | undefined): string {
  return title ? ` "${title.replaceAll(/["\\]/g, '\\$&').replaceAll(/\s+/g, ' ')}"` : '';
}

/** Headings become bold, and what a tab indents is indented by blanks, as it moves to the right. */
function* shapes(text: string, blocks: readonly RootContent[]): Iterable<Splice> {
  for (const node of blocks) {
    const [start, end] = [startOf(node), endOf(node)];
    if (node.type === 'heading') {
      const [first, last] = [node.children.at(0), node.children.at(-1)];
      const inner =
        first && last ? text.slice(startOf(first), endOf(last)).replaceAll('\n', ' ') : '';
      const isPlain = !/[*_\\]/.test(inner);
      yield { start, end, by: inner === '' ? '' : isPlain ? `**${inner}**` : `#### ${inner}` };
    } else if (node.type !== 'code' || !/^[ \t]*(?:`{3}|~{3})/.test(sliceOf(text, node))) {
      const slice = text.slice(start, end);
      for (const { index, 0: blanks } of slice.matchAll(/^[ ]*\t[ \t]*/gm))
        yield { start: start + index, end: start + index + blanks.length, by: expanded(blanks) };
    }
  }
}

function expanded(blanks: string): string {
  let width = 0;
  for (const blank of blanks) width += blank === '\t' ? 4 - (width % 4) : 1;
  return ' '.repeat(width);
}

/** Definitions and comments say nothing where they stand. */
function isShown(node: RootContent): boolean {
  const isComment = node.type === 'html' && /^\s*<!--[^]*-->\s*$/.test(node.value);
  return node.type !== 'definition' && node.type !== 'footnoteDefinition' && !isComment;
}

function spliced(text: string, splices: readonly Splice[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, by } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    made += text.slice(at, start) + by;
    at = end;
  }
  return made + text.slice(at);
}
