import { decode } from 'he';
import type { Encoding, Normalization } from '../model/ledger.ts';
import type { KnownEncoding } from './known-encodings.ts';
import { normalized } from './normalizations.ts';
import { untangled } from './varying-encoding.ts';

const times: Record<Encoding, number> = { raw: 0, once: 1, twice: 2 };
export const encodings: readonly Encoding[] = ['raw', 'once', 'twice'];

/** Decodes a read exactly as often as the site encodes; a text that only looks encoded stays. */
export function decodeAs(encoding: Encoding, read: string): string {
  let text = read;
  for (let n = 0; n < times[encoding]; n++) text = decode(text);
  return text;
}

/** The encodings under which a read shows what was written, in the site's form. */
export function matchingEncodings(
  read: string,
  written: string,
  normalizations: readonly Normalization[],
): Encoding[] {
  const expected = normalized(written, normalizations);
  return encodings.filter(
    (encoding) => normalized(decodeAs(encoding, read), normalizations) === expected,
  );
}

/**
 * Learns how a field is encoded from the answer to our own write; null where this text cannot tell.
 * `read` and `written` are equal up to the site's form under the encoding that is returned.
 *
 * The encoding that needs the fewest decodings is the true one: a text without entities stays the
 * same under any further decoding. That zero are enough proves something only where an encoding
 * site would have changed the text.
 */
export function learnEncoding(
  read: string,
  written: string,
  normalizations: readonly Normalization[],
): Encoding | null {
  const fewest = matchingEncodings(read, written, normalizations)[0];
  if (fewest === 'raw' && !/[<>"'&]/.test(written)) return null;
  return fewest ?? null;
}

/** A field of the site, held against the text that we know. */
type FieldView =
  /** The site shows that text. */
  | { readonly state: 'same' }
  /** The site shows another text, which is sure. */
  | { readonly state: 'different'; readonly text: string }
  /** Somebody's edit or another encoding: the text cannot be told. */
  | { readonly state: 'unclear' };

/**
 * Holds a field as read against `known`. Where the encoding is learned, the read is decoded just so;
 * a match in another way alone may be a human's edit (somebody wrote `List&lt;T&gt;`) or a changed
 * site, so it is unclear. Where nothing is learned, any match counts, and a difference is unclear
 * only where the encodings give different texts. Where it varies, any match counts as well, and a
 * difference is decoded as often as the known text tells.
 */
export function viewField(
  read: string,
  known: string,
  encoding: KnownEncoding,
  normalizations: readonly Normalization[],
): FieldView {
  const matches = matchingEncodings(read, known, normalizations);
  const isSure = encoding !== null && encoding !== 'varying';
  if (isSure ? matches.includes(encoding) : matches.length > 0) return { state: 'same' };
  if (matches.length > 0) return { state: 'unclear' };
  if (encoding === 'varying') {
    const text = untangled(read, known, normalizations);
    return text === null ? { state: 'unclear' } : { state: 'different', text };
  }
  const [text = read, ...others] = (encoding === null ? encodings : [encoding]).map((each) =>
    decodeAs(each, read),
  );
  return others.every((other) => other === text)
    ? { state: 'different', text }
    : { state: 'unclear' };
}
