import * as fc from 'fast-check';
import { decode } from 'he';
import { expect, test } from 'vitest';
import { htmlEncode } from '../../../../sandbox/stack/html/html-encode.ts';

test('what is encoded is decoded back to any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decode(htmlEncode(text))).toBe(text);
      expect(decode(decode(htmlEncode(htmlEncode(text))))).toBe(text);
    }),
  );
});
