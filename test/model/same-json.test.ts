import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { sameJson } from '../../src/model/same-json.ts';

test('says of two values what their canonical JSON says', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      expect(sameJson(a, structuredClone(a))).toBe(true);
      expect(sameJson({ a, b }, { b, a, c: undefined })).toBe(true);
    }),
  );
});

test.each([
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1 }, { b: 1 }],
  [
    { a: undefined, b: 1 },
    { a: 1, b: 1 },
  ],
  [{ toString: undefined }, { a: 1 }],
  [[1], { 0: 1 }],
  [[1], [1, 2]],
  [[[1]], [[2]]],
  [null, {}],
])('%j is not %j', (a, b) => {
  expect(sameJson(a, b)).toBe(false);
  expect(sameJson(b, a)).toBe(false);
});
