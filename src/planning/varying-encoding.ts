import { decode } from 'he';
import type { Normalization } from '../model/ledger.ts';
import { normalized } from './normalizations.ts';

/** A read is encoded so often at most. */
const mostTimes = 2;

/**
 * Decodes a read that shows another text than `known`, of a site that encodes once or several times as
 * it comes; null where it cannot be told how often. What is left of the known text tells it: its lines
 * and words, as far as an encoding would change them. Else the site is taken to have encoded once, where
 * the text itself does not look encoded any more after that.
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
  if (texts.length === 1) return read;
  for (const separator of [/\r\n?|\n/, /\s+/]) {
    const best = mostAlike(texts, known, separator, normalizations);
    if (best !== null) return best;
  }
  const [, once = read] = texts;
  return looksEncoded(once) && decode(once) !== once ? null : once;
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

/** The text with the most telling parts of the known one; null where several have as many, or none. */
function mostAlike(
  texts: readonly string[],
  known: string,
  separator: RegExp,
  normalizations: readonly Normalization[],
): string | null {
  const parts = (text: string) => normalized(text, normalizations).split(separator);
  const telling = new Set(parts(known).filter((part) => /[<>"'&\u00A0-\u00FF]/.test(part)));
  const counts = texts.map((text) => new Set(parts(text)).intersection(telling).size);
  const most = Math.max(...counts);
  const [first, ...others] = texts.filter((_, place) => counts[place] === most);
  return most > 0 && others.length === 0 ? (first ?? null) : null;
}

function looksEncoded(text: string): boolean {
  return !/[<>]|&(?!#\d+;|#x[\da-f]+;|\w+;)/i.test(text);
}
