import { expect, test } from 'vitest';
import { digestOf, isDigest } from '../../src/model/digest.ts';

test('digests are whole, and differ where a byte differs', () => {
  expect(isDigest(digestOf({ a: 1 }))).toBe(true);
  expect(digestOf({ a: '\r\n' })).not.toBe(digestOf({ a: '\n' }));
  expect(isDigest('sha256:abc')).toBe(false);
  expect(isDigest(digestOf({}).toUpperCase())).toBe(false);
});
