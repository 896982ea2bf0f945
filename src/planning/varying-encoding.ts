import { decode } from 'he';
import type { Normalization } from '../model/ledger.ts';
import { normalized } from './normalizations.ts';

/** A read is encoded so often at most. */
const mostTimes = 2;

/**
 * Decodes a read that shows another text than `known`, of a site that encodes once or several times as
 * it comes; null where it cannot be told how often. What is left of the known text tells it: its lines
 * and words, as far as an encoding would change them. Where nothing of it is left the text was encoded
 * once, if it does not look encoded any more after that.
 */
export function untangled(
  read: string,
  known: string,
  normalizations: readonly Normalization[],
): string | null {
  const texts = [read];
  for (let times = 0; times < mostTimes; times += 1) {
    const last = texts.at(-1) ?? read;
    // What was encoded has nothing left to encode.
    if (!looksEncoded(last)) break;
    const next = decode(last);
    if (next === last) break;
    texts.push(next);
  }
  const [, once, twice] = texts;
  if (once === undefined) return read;
  for (const separator of [/\r\n?|\n/, /\s+/]) {
    const found = texts.map((text) => tellingParts(text, known, separator, normalizations));
    // What stands there however often it is decoded tells nothing.
    const common = found.reduce((parts, each) => parts.intersection(each));
    const left = found.map((parts) => parts.difference(common));
    const all = left.reduce((parts, each) => parts.union(each));
    if (all.size === 0) continue;
    // One of them shows all that is left, and no other does. That the site did not encode at all is no
    // more likely than an edit that makes it look so.
    const [place, ...others] = left.flatMap((parts, at) => (parts.size === all.size ? [at] : []));
    return place && others.length === 0 ? (texts[place] ?? null) : null;
  }
  return twice === undefined ? once : null;
}

/** Whether two reads may show the same text, each encoded as it came. */
export function mayBeSame(a: string, b: string): boolean {
  const forms = (read: string) => {
    const once = decode(read);
    return [read, once, decode(once)];
  };
  const others = forms(b);
  return forms(a).some((form) => others.includes(form));
}

/** The parts of a known text that an encoding would change, and that a text still has. */
function tellingParts(
  text: string,
  known: string,
  separator: RegExp,
  normalizations: readonly Normalization[],
): ReadonlySet<string> {
  const parts = (each: string) => new Set(normalized(each, normalizations).split(separator));
  const telling = [...parts(known)].filter((part) => /[<>"'&\u00A0-\u00FF]/.test(part));
  return parts(text).intersection(new Set(telling));
}

function looksEncoded(text: string): boolean {
  return !/[<>]|&(?!#\d+;|#x[\da-f]+;|\w+;)/i.test(text);
}
