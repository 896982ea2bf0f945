import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodePlan,
  decodeText,
  encodeEntry,
  entryName,
} from '../../../src/adapters/ledger/entry-format.ts';
import { digestOf } from '../../../src/model/digest.ts';
import { thrownFault } from './thrown-fault.ts';
import { anyContent } from './ledger-arbitraries.ts';
import { article, planOf } from './ledger-samples.ts';

test('texts and plans come back under their digest and no other', () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      const digest = digestOf(content);
      const entry: unknown = JSON.parse(encodeEntry(content));
      expect(decodeText(entry, digest, 'x')).toEqual(content);
      expect(thrownFault(() => decodeText(entry, digestOf({}), 'x')).code).toBe(
        'ledger-unreadable',
      );
    }),
  );
  const plan = planOf('a', 'b');
  expect(decodePlan(JSON.parse(encodeEntry(plan)), digestOf(plan), 'x')).toEqual(plan);
  expect(thrownFault(() => decodePlan(plan, digestOf({}), 'x')).code).toBe('ledger-unreadable');
});

test('they must have their shape even where the digest fits', () => {
  for (const odd of [{ kind: 'article' }, { kind: 'other' }, [], { ...article('A'), x: 1 }]) {
    const fault = thrownFault(() => decodeText(odd, digestOf(odd), 'x'));
    expect(fault.code).toBe('ledger-unreadable');
  }
});

test('the name of a file is its digest', () => {
  expect(entryName(digestOf(article('A')))).toMatch(/^[0-9a-f]{64}\.json$/);
});
