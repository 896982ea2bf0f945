import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/model/canonical-json.ts';

describe('canonical JSON', () => {
  test('members are sorted by UTF-16 code units, numbers among them', () => {
    // The example keys of RFC 8785, 3.2.3, and keys that JavaScript would move to the front.
    const value = { '\u20ac': 1, '\r': 2, '10': 3, '9': 4, '\ud83d\ude00': 5, ö: 6, '1': 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":7,"10":3,"9":4,"ö":6,"€":1,"😀":5}');
  });

  test('a member called __proto__ is a member', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
  });

  test('it reads back as the same value, and the order of members does not matter', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
