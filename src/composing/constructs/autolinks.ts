import { inLink } from '../../model/forge-addresses.ts';
import type { Construct } from '../page.ts';
import { matchesIn } from '../words.ts';

const address = /(?<![^\s*_~(])www\.[^\s<]*/gi;
const email = /(?<![\w.+/:@-])[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,20}(?![\w-])/gi;
const host = /^www(?:\.[\p{L}\p{M}\p{N}_-]+)+\.?$/iu;

/**
 * Addresses that GitHub makes links of and the site does not: `www.…`, bare e-mail addresses, and those
 * with an apostrophe in them.
 */
export const autolinks: Construct = function* autolinks({ text, words }) {
  const { outsideLinks, addresses } = words;
  for (const { start, end } of addresses)
    for (const { index } of trimmed(text.slice(start, end)).matchAll(/'/g))
      yield { start: start + index, end: start + index + 1, by: '%27' };
  if (/www\./i.test(text))
    for (const { found, start } of matchesIn(text, outsideLinks, address)) {
      const written = trimmed(found[0]);
      if (!isHost(/^[^/?#:]*/.exec(written)?.[0] ?? '')) continue;
      const label = written.replace(/[[\]]/g, '\\$&');
      const by = `[${label}](https://${inLink(written)})`;
      yield { start, end: start + written.length, by };
    }
  if (text.includes('@'))
    for (const { found, start, end } of matchesIn(text, outsideLinks, email))
      if (isShown(found[0])) yield { start, end, by: `<${found[0]}>` };
};

/** As GitHub has it: at least one dot behind `www.`'s own, or a name; no underscore in the last two. */
function isHost(name: string): boolean {
  return host.test(name) && !/_[^.]*(?:\.[^.]*)?$/.test(name);
}

/** The site takes a domain for none where a label begins or ends with `-`, or the last is no word. */
function isShown(found: string): boolean {
  return !/[@.]-|-\./.test(found) && /\.[a-z]+$/i.test(found);
}

/** Without what ends the sentence, as GitHub leaves it out: marks, and brackets that nothing opens. */
function trimmed(found: string): string {
  let end = found.length;
  let surplus = 0;
  for (const bracket of found) surplus += bracket === ')' ? 1 : bracket === '(' ? -1 : 0;
  for (;;) {
    const last = found[end - 1] ?? '';
    if (/[?!.,:*_~'"]/.test(last)) end -= 1;
    else if (last === ')' && surplus > 0) {
      end -= 1;
      surplus -= 1;
    } else if (last === ';') {
      const entity = /&[a-z\d]{1,40};$/i.exec(found.slice(Math.max(0, end - 42), end));
      if (!entity) return found.slice(0, end);
      end -= entity[0].length;
    } else return found.slice(0, end);
  }
}
