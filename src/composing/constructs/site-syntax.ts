import { endOf, startOf } from '../../markdown/nodes.ts';
import type { Construct } from '../page.ts';
import { matchesIn } from '../words.ts';

/** What means something on the site alone: spoilers (`>!`) and links to tags (`[tag:x]`). */
export const siteSyntax: Construct = function* siteSyntax(page) {
  const { text, words } = page;
  if (/\[(?:meta-)?tag:/.test(text))
    for (const { found, start } of matchesIn(
      text,
      words.outsideLinks,
      /(\\*)\[(?=(?:meta-)?tag:)/g,
    )) {
      const bracket = start + (found[1]?.length ?? 0);
      if (isEven(found[1])) yield { start: bracket, end: bracket, by: '\\' };
    }
  if (/\[(?:meta-)?tag:/.test(text))
    // In the text of a link, both: a bracket alone would end it.
    for (const { found, start, end } of matchesIn(
      text,
      words.inLinks,
      /(\\*)\[(?:meta-)?tag:[^[\]\\]*\]/g,
    )) {
      const bracket = start + (found[1]?.length ?? 0);
      if (!isEven(found[1])) continue;
      yield { start: bracket, end: bracket, by: '\\' };
      yield { start: end - 1, end: end - 1, by: '\\' };
    }
  yield* spoilers(page);
};

function isEven(marks: string | undefined): boolean {
  return (marks?.length ?? 0) % 2 === 0;
}

function* spoilers({ text, nodes }: Parameters<Construct>[0]): ReturnType<Construct> {
  if (!text.includes('>!')) return;
  /** Quotes that stand in no other one, and code; each list in the order of the text. */
  const quotes: { readonly start: number; readonly end: number }[] = [];
  const code: { readonly start: number; readonly end: number }[] = [];
  for (const node of nodes) {
    const range = { start: startOf(node), end: endOf(node) };
    if (node.type === 'code') code.push(range);
    else if (node.type === 'blockquote' && range.start >= (quotes.at(-1)?.end ?? 0))
      quotes.push(range);
  }
  let next = 0;
  for (const { start, end } of quotes)
    for (const { index } of text.slice(start, end).matchAll(mark)) {
      const at = start + index;
      while ((code[next]?.end ?? Infinity) <= at) next += 1;
      if (at < (code[next]?.start ?? Infinity)) yield { start: at, end: at, by: ' ' };
    }
}

/** Behind the marks of quotes, and of lists between them. */
const mark = /(?<=^(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t])*>)!/gm;
