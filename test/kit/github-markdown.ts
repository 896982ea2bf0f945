import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** A page as GitHub parses it. */
export function parseAsGitHub(markdown: string): Root {
  return remark().use(remarkGfm).parse(markdown);
}

type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

/** All nodes of a type, in their order. */
export function nodesOf<Type extends Nodes['type']>(tree: Nodes, type: Type): NodeOf<Type>[] {
  const own = tree.type === type ? [tree as NodeOf<Type>] : [];
  return 'children' in tree
    ? [...own, ...tree.children.flatMap((child) => nodesOf(child, type))]
    : own;
}

/** What stands outside of code: a forge acts upon nothing else. */
export function actingText(tree: Nodes): string {
  return nodesOf(tree, 'text')
    .map(({ value }) => value)
    .join('\n');
}

/** What a forge acts upon in a text: mentions, numbers of issues, commit ids, bare addresses. */
export const acts = /(?<!\w)@[\w-]|#\d|\bGH-\d|:\/\/|\bwww\.|(?<![\da-z])[\da-f]{7,40}(?![\da-z])/i;

/** What means something to a parser or to a forge. */
const bits = [
  ['@', 'mia', '#', '1', '12', '*', '**', '_', '`', '``', '~~', '[', ']', '(', ')', '!', '$'],
  ['<', '>', '</details>', '<b>', '<!--', '-->', '<img src=x>', '&#64;', '&commat;', '\\', '\t'],
  ['\n', '\n\n', '> ', '- ', '1. ', '[ ] ', '[x] ', '# ', '| ', '|\n|-|\n', '    ', '```\n', '>!'],
  ['https://', 'www.', 'a.example', '/o/r/issues/1', 'deadbeef', ' ', 'x', ':', '[^1]', 'mailto:'],
  ['[r]: https://r.example\n', '[r]', '{', '}', '<http://a.example>'],
].flat();

/** Such bits in any order. */
export const anyMarks = fc
  .array(fc.constantFrom(...bits), { maxLength: 40 })
  .map((given) => given.join(''));
