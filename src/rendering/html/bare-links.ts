import type { Parents, PhrasingContent, RootContent, Text } from 'mdast';
import { isLinkable, toAddress, toReadable } from '../addresses.ts';
import { parseNoAddress } from '../parse-as-stack.ts';
import { addressFinder } from '../syntax/bare-addresses.ts';

type Inline = RootContent;

const opening = /^<a[>\s]/i;
const closing = /^<\/a\s*>/i;

/**
 * Settles which bare addresses in a paragraph, a heading or a cell are links: none in a link, be it
 * written as Markdown or HTML, and also those with `mailto:` or `//`, which the parser let pass.
 */
export function settleBareLinks(block: Parents): void {
  withoutNested(block, { depth: 0 }, false);
  withFound(block, { depth: 0 });
}

function withoutNested(parent: Parents, html: { depth: number }, isInLink: boolean): void {
  const children: Inline[] = [];
  const add = (child: Inline): void => {
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else children.push(child);
  };
  for (const child of parent.children) {
    if (child.type === 'html') {
      if (opening.test(child.value)) html.depth += 1;
      if (closing.test(child.value)) html.depth -= 1;
    }
    const bare = child.type === 'link' ? child.data?.bare : undefined;
    if (bare !== undefined && (isInLink || html.depth > 0))
      for (const each of parseNoAddress(bare)) add(each);
    else {
      const isLink = child.type === 'link' || child.type === 'linkReference';
      if ('children' in child && bare === undefined) withoutNested(child, html, isInLink || isLink);
      add(child);
    }
  }
  parent.children = children as never;
}

/** Goes backwards, as a link in HTML counts by its end here. */
function withFound(parent: Parents, html: { depth: number }): void {
  for (let index = parent.children.length - 1; index >= 0; index -= 1) {
    const child = parent.children[index] as Inline;
    if (child.type === 'html') {
      if (opening.test(child.value) && html.depth > 0) html.depth -= 1;
      if (closing.test(child.value)) html.depth += 1;
    } else if (child.type === 'text') {
      if (html.depth > 0) continue;
      const isAfterEscape = parent.children[index - 1]?.type === 'escaped';
      const found = linksIn(child, isAfterEscape);
      if (found.length > 1 || found[0] !== child)
        (parent.children as Inline[]).splice(index, 1, ...found);
    } else if ('children' in child && child.type !== 'link' && child.type !== 'linkReference')
      withFound(child, html);
  }
}

function linksIn(text: Text, isAfterEscape: boolean): PhrasingContent[] {
  if (!/\/\/|mailto:/i.test(text.value)) return [text];
  return text.value.split(/(?<=\n)/).flatMap((line, index) => {
    const nodes: PhrasingContent[] = [];
    let end = 0;
    for (const { index: start, lastIndex, url, text: written } of addressFinder.match(line) ?? []) {
      // `https\://x` is no address, and none begins behind its colon.
      if (start === 0 && index === 0 && isAfterEscape) continue;
      // A backslash takes the letter behind it along.
      if (line[start - 1] === '\\') continue;
      const address = toAddress(url);
      if (!isLinkable(address)) continue;
      if (start > end) nodes.push({ type: 'text', value: line.slice(end, start) });
      const shown: Text = { type: 'text', value: toReadable(written) };
      nodes.push({ type: 'link', url: address, children: [shown] });
      end = lastIndex;
    }
    if (end < line.length) nodes.push({ type: 'text', value: line.slice(end) });
    return nodes;
  });
}
