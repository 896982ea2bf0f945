import { inLink } from '../../model/forge-addresses.ts';
import type { Construct } from '../page.ts';

const address = /(?<![^\s*_~(])www\.[^\s<]*/gi;
const email = /(?<![\w.+/:@-])[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})+(?![\w-])/gi;
const domain = /^www\.(?:[\w-]+\.)*[a-z\d-]+\.?[a-z\d-]*/i;

/** Addresses that GitHub makes links of and the site does not: `www.…` and bare e-mail addresses. */
export const autolinks: Construct = function* autolinks({ text, words }) {
  for (const { start, end } of words) {
    const slice = text.slice(start, end);
    if (/www\./i.test(slice))
      for (const { 0: found, index } of slice.matchAll(address)) {
        const written = trimmed(found);
        const host = /^[^/?#:]*/.exec(written)?.[0] ?? '';
        if (!domain.test(host) || /_[^.]*(?:\.[^.]*)?$/.test(host) || host.length < 6) continue;
        const at = start + index;
        const label = written.replace(/[[\]]/g, '\\$&');
        yield { start: at, end: at + written.length, by: `[${label}](https://${inLink(written)})` };
      }
    if (slice.includes('@'))
      for (const { 0: found, index } of slice.matchAll(email)) {
        // The site takes a label of a domain that begins or ends with `-` for none.
        if (/[@.]-|-(?:\.|$)/.test(found)) continue;
        yield { start: start + index, end: start + index + found.length, by: `<${found}>` };
      }
  }
};

/** Without what ends the sentence, as GitHub leaves it out: marks, and brackets that nothing opens. */
function trimmed(found: string): string {
  let written = found;
  for (;;) {
    const rest = written.replace(/(?:[?!.,:*_~'"]+|&[a-z\d]+;)$/i, '');
    const isOpen = rest.split(')').length <= rest.split('(').length;
    const next = rest.endsWith(')') && !isOpen ? rest.slice(0, -1) : rest;
    if (next === written) return written;
    written = next;
  }
}
