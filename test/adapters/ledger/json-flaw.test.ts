import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFlaw } from '../../../src/adapters/ledger/json-flaw.ts';

test.each<[string, number, number, RegExp]>([
  ['', 1, 1, /a value/],
  ['{\n  "a": 1,\n  "a": 2\n}', 3, 3, /"a" is there twice/],
  ['{"a": {"b": 1, "\\u0062": 2}}', 1, 16, /there twice/],
  ['[1, 2\n3]', 2, 1, /"," or "\]"/],
  ['{"a" 1}', 1, 6, /":"/],
  ['{"a": 1,}', 1, 9, /member name/],
  ['{"a": tru}', 1, 7, /a value/],
  ['1 2', 1, 3, /the end/],
])('%j: line %i, column %i', (json, line, column, what) => {
  expect(jsonFlaw(json)).toEqual({ line, column, what: expect.stringMatching(what) });
});

test('equal names in different objects are none, and nothing else of JSON is', () => {
  expect(jsonFlaw('{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}')).toBeNull();
  fc.assert(
    fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
      expect(jsonFlaw(json)).toBeNull();
    }),
  );
});
