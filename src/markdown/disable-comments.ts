import type { Nodes, Root } from 'mdast';
import type { Range } from './blank-ranges.ts';
import { blankComments, commentsIn, type HtmlComment } from './html-comments.ts';
import { lineAfter, lineStart } from './lines.ts';
import { endOf, nodesOf, sliceOf, startOf } from './nodes.ts';

/** A comment `<!-- stack-publish-disable RULE: reason -->`, as it is written. */
export interface DisableComment {
  /** Where it begins. */
  readonly start: number;
  /** What stands where a rule is named; empty where it names none. */
  readonly rule: string;
  /** Empty where it gives none. */
  readonly reason: string;
  /** What follows the name of the comment itself, as in `stack-publish-disable-line`; mostly empty. */
  readonly suffix: string;
  /** What it counts for: itself, and the block behind it or the line that it stands in. */
  readonly scope: Range;
  /** Whether nothing but comments stands before it in the text, and none in its line. */
  readonly isFirst: boolean;
}

const written = /^<!--\s*stack-publish-disable(?![A-Za-z])([\w-]*)([^]*?)(?:-->|$)/;

/**
 * Lists the comments of a text that let a rule pass, in its order; what only looks like one in code is
 * none. `tree` is the text's own tree.
 *
 * One that stands alone counts for the block right behind it, be it behind other comments or blank
 * lines; in a line of text it counts for that line, alone in a line of HTML for the next one.
 */
export function disableComments(text: string, tree: Root): readonly DisableComment[] {
  if (!text.includes('stack-publish-disable')) return [];
  const found: DisableComment[] = [];
  const shown = tree.children.find((node) => !isOnlyComments(text, node));
  const first = shown ? startOf(shown) : text.length;
  const followed = followingBlocks(text, tree);
  for (const each of commentsIn(text, tree)) {
    const [whole, suffix = '', rest = ''] = written.exec(each.comment) ?? [];
    if (whole === undefined) continue;
    const { start } = each;
    const colon = rest.indexOf(':');
    const [rule, reason] =
      colon === -1
        ? [rest.trim(), '']
        : [rest.slice(0, colon).trim(), rest.slice(colon + 1).trim()];
    const end = followed.get(start);
    const scope = end === undefined ? linesOf(text, each) : { start, end };
    found.push({ start, rule, reason, suffix, scope, isFirst: end !== undefined && start < first });
  }
  return found;
}

/** Whether a block is nothing but comments. */
function isOnlyComments(text: string, node: Nodes): boolean {
  return node.type === 'html' && blankComments(sliceOf(text, node)).trim() === '';
}

/** Of each comment that stands alone, by where it begins: the end of the block behind it, or its own. */
function followingBlocks(text: string, tree: Root): ReadonlyMap<number, number> {
  const followed = new Map<number, number>();
  for (const parent of nodesOf(tree)) {
    if (!('children' in parent) || !holdsBlocks.has(parent.type)) continue;
    let next: Nodes | null = null;
    for (const node of parent.children.toReversed()) {
      if (!isOnlyComments(text, node)) next = node;
      else for (const { start } of commentsIn(text, node)) followed.set(start, endOf(next ?? node));
    }
  }
  return followed;
}

const holdsBlocks: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
]);

function linesOf(text: string, { start, comment }: HtmlComment): Range {
  const from = lineStart(text, start);
  const to = lineAfter(text, start + comment.length);
  const isAlone =
    text.slice(from, start).trim() + text.slice(start + comment.length, to).trim() === '';
  return { start: from, end: isAlone ? lineAfter(text, to) : to };
}
