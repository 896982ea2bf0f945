import type { Root } from 'mdast';
import { fenceAt } from './fence.ts';
import { lineStart } from './lines.ts';
import { startOf } from './nodes.ts';

/** HTML that ends at a mark of its own, without it. */
const isOpenHtml =
  /^ {0,3}<(?:!--(?![^]*-->)|\?(?![^]*\?>)|!\[CDATA\[(?![^]*\]\]>)|![a-z](?![^]*>)|(?:script|pre|style|textarea)(?=[\s>])(?![^]*<\/(?:script|pre|style|textarea)>))/i;

/** Where the last block begins if it has no end, so that it would take in what follows; else infinite. */
export function startOfOpenBlock(text: string, { children }: Root): number {
  const last = children.at(-1);
  const isOpen =
    last?.type === 'code'
      ? fenceAt(text, startOf(last))?.closed === false
      : last?.type === 'html' && isOpenHtml.test(last.value);
  return last && isOpen ? lineStart(text, startOf(last)) : Infinity;
}

/** What ends the last block where nothing does, in a line of its own; empty where it needs no end. */
export function endOfOpenBlock(text: string, tree: Root): string {
  const start = startOfOpenBlock(text, tree);
  const [, fence, html] =
    /^ {0,3}(?:(`{3,}|~{3,})|<(!--|\?|!\[CDATA\[|!|[a-z]+))/i.exec(text.slice(start)) ?? [];
  return fence ?? (html && (htmlEnds[html] ?? `</${html}>`)) ?? '';
}

const htmlEnds: Readonly<Record<string, string>> = {
  '!--': '-->',
  '?': '?>',
  '![CDATA[': ']]>',
  '!': '>',
};
