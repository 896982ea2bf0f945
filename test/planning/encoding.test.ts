import * as fc from 'fast-check';
import { encode } from 'he';
import { describe, expect, test } from 'vitest';
import { decodeAs, learnEncoding, viewField } from '../../src/planning/encoding.ts';
import type { Encoding } from '../../src/model/ledger.ts';

/** As the site is said to encode: the five characters of markup, and with more than that. */
const encoders: Record<string, (text: string) => string> = {
  five: (text) =>
    text.replace(
      /[&<>"']/g,
      (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[char]};`,
    ),
  latin: (text) => encode(text, { decimal: true }),
};

const entityText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '&amp;',
        '&lt;',
        '&amp;lt;',
        '&#39;',
        '&quot;',
        '&',
        '<',
        '>',
        '"',
        "'",
        '`',
        '\n',
        '\r\n',
        'ö',
        'a',
        ' ',
        '```\n',
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe.each(Object.entries(encoders))('a site that encodes %s', (_name, encodeOnce) => {
  const readings: Record<Encoding, (text: string) => string> = {
    raw: (text) => text,
    once: encodeOnce,
    twice: (text) => encodeOnce(encodeOnce(text)),
  };

  test.each(Object.entries(readings))(
    'reads encoded %s are decoded to the very text',
    (name, site) => {
      fc.assert(
        fc.property(entityText, (text) => {
          expect(decodeAs(name as Encoding, site(text))).toBe(text);
          expect(viewField(site(text), text, name as Encoding, [])).toEqual({ state: 'same' });
        }),
        { numRuns: 1000 },
      );
    },
  );

  test.each(Object.entries(readings))(
    'what is learned of a site that encodes %s is never wrong',
    (name, site) => {
      fc.assert(
        fc.property(entityText, (text) => {
          const learned = learnEncoding(site(text), text, []);
          // Latin letters tell encoded from raw only where they are encoded.
          expect(learned === null || learned === name).toBe(true);
        }),
        { numRuns: 1000 },
      );
    },
  );
});

test.each([
  ['Hello', 'Hello', null],
  ['a < b', 'a < b', 'raw'],
  ['a &lt; b', 'a < b', 'once'],
  ['a &amp;lt; b', 'a < b', 'twice'],
  ['&amp;lt;', '&amp;lt;', 'raw'],
  ['&amp;amp;lt;', '&amp;lt;', 'once'],
  ['something else', 'a < b', null],
])('a read %j of a written %j teaches %j', (read, written, expected) => {
  expect(learnEncoding(read, written, [])).toBe(expected);
});

test.each([
  [
    'on a raw site somebody wrote an entity',
    'List&lt;T&gt;',
    'List<T>',
    'raw',
    { state: 'unclear' },
  ],
  [
    'another text on a raw site is as it reads',
    'x &lt; y',
    'a < b',
    'raw',
    { state: 'different', text: 'x &lt; y' },
  ],
  [
    'another text on an encoding site is decoded once',
    'x &amp;lt; y',
    'a < b',
    'once',
    { state: 'different', text: 'x &lt; y' },
  ],
  ['nothing learned: a match in any way counts', 'a &lt; b', 'a < b', null, { state: 'same' }],
  [
    'nothing learned: another text without entities is clear',
    'plain',
    'a < b',
    null,
    { state: 'different', text: 'plain' },
  ],
  [
    'nothing learned: another text with entities is not',
    'x &lt; y',
    'a < b',
    null,
    { state: 'unclear' },
  ],
] as const)('%s', (_name, read, known, encoding, expected) => {
  expect(viewField(read, known, encoding, [])).toEqual(expected);
});
