import type { Nodes, Root, RootContent } from 'mdast';
import { endOf, nodesOf, sliceOf, startOf } from '../../markdown/nodes.ts';
import { startOfOpenBlock } from '../../markdown/open-block.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';

/** A note as it can stand in a list among others. */
export interface Entry {
  readonly text: string;
  readonly beginsWithWords: boolean;
  /** Where something may follow: behind its last words, or behind all of it; null: nowhere. */
  readonly end: { readonly at: number; readonly isInWords: boolean } | null;
}

/** So often is a text looked at: a link may stand in the text of another. */
const mostTimes = 5;

/**
 * Fits a note into a list among others, by splices into the author's own bytes: what it refers to by a
 * label stands where it is used, as another note may have the same label; `name` makes those of its
 * footnotes its own. Its headings are bold, so that they do not part the page.
 */
export function fitEntry(note: string, name: string): Entry {
  let text = withoutBlanks(note.replaceAll(/\r\n?/g, '\n'));
  const first = parseMarkdown(text);
  if (first === null) return { text, beginsWithWords: false, end: null };
  const targets = targetsIn(first);
  text = spliced(text, [...footnotes(first, name), ...shapes(text, first.children)]);
  for (let time = 0; time < mostTimes; time += 1) {
    const tree = parseMarkdown(text);
    const splices = tree ? references(text, tree, targets) : [];
    if (splices.length === 0) break;
    text = spliced(text, splices);
  }
  text = withoutBlanks(spliced(text, definitions(parseMarkdown(text), name)));
  return { text, ...endsOf(text) };
}

function endsOf(text: string): Pick<Entry, 'beginsWithWords' | 'end'> {
  const tree = parseMarkdown(text);
  const blocks = (tree?.children ?? []).filter(isShown);
  const [first, last] = [blocks.at(0), blocks.at(-1)];
  const beginsWithWords = first?.type === 'paragraph' && !/^\s*\[[ xX]\]\s/.test(text);
  // What nothing closes would take in whatever stands behind it.
  const isOpen = tree === null || startOfOpenBlock(text, tree) < text.length;
  const end = last?.type === 'paragraph' ? endOf(last) : text.length;
  return {
    beginsWithWords,
    end: isOpen ? null : { at: end, isInWords: last?.type === 'paragraph' },
  };
}

/** A text without the blank lines and blanks at its end, as Markdown knows them. */
export function withoutEnd(text: string): string {
  return text.replace(/[ \t\n]+$/, '');
}

function withoutBlanks(text: string): string {
  return withoutEnd(text.replace(/^(?:[ \t]*\n)+/, ''));
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Where the labels of a text lead, as what stands behind a link's text. The first of equal ones counts. */
function targetsIn(tree: Nodes): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const node of nodesOf(tree))
    if (node.type === 'definition' && !targets.has(node.identifier))
      targets.set(node.identifier, `(${destination(node.url)}${titlePart(node.title)})`);
  return targets;
}

/** Puts what is referred to in the place of its label: the innermost first, as its text is in another. */
function references(
  text: string,
  tree: Nodes,
  targets: ReadonlyMap<string, string>,
): readonly Splice[] {
  const taken: Splice[] = [];
  const isIn = ({ start, end }: Splice) =>
    taken.some((other) => start < other.end && other.start < end);
  for (const node of nodesOf(tree).toReversed()) {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') continue;
    const target = targets.get(node.identifier);
    if (target === undefined) continue;
    const [start, end] = [startOf(node), endOf(node)];
    const slice = text.slice(start, end);
    const isFull = node.referenceType === 'full';
    const shown = isFull ? slice.slice(0, slice.lastIndexOf('[')) : slice.replace(/\[\]$/, '');
    const splice = { start, end, by: shown + target };
    if (!isIn(splice)) taken.push(splice);
  }
  return taken;
}

/** Gives footnotes labels of their own. */
function footnotes(tree: Nodes, name: string): readonly Splice[] {
  return nodesOf(tree).flatMap((node) => {
    if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return [];
    const start = startOf(node);
    return [{ start, end: start + '[^'.length, by: `[^${name}-` }];
  });
}

/**
 * Cuts labels' targets. Where words follow in the next line, they would begin a block then: such a label
 * stays, under a name of its own.
 */
function definitions(tree: Root | null, name: string): readonly Splice[] {
  const nodes = tree ? nodesOf(tree) : [];
  const words = new Set(
    nodes.flatMap(({ type, position }) => (type === 'paragraph' ? position?.start.line : [])),
  );
  return nodes.flatMap((node) => {
    if (node.type !== 'definition') return [];
    const [start, end] = [startOf(node), endOf(node)];
    const isFollowed = words.has((node.position?.end.line ?? 0) + 1);
    if (!isFollowed) return [{ start, end, by: '' }];
    return [{ start, end: start + 1, by: `[${name}-` }];
  });
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
