import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareSourceKeys,
  formatSourceKey,
  parseSourceKey,
  sourceKey,
  type SourceKey,
} from '../../src/model/source-key.ts';

const of = (base: SourceKey['base'], question: string | null = null) => ({ base, question });

test.each<[string, SourceKey]>([
  ['docs/tls.md', of({ kind: 'file', path: 'docs/tls.md' })],
  ['docs/faq.md#who-may', of({ kind: 'file', path: 'docs/faq.md' }, 'who-may')],
  ['docs/c#.md', of({ kind: 'file', path: 'docs/c#.md' })],
  ['docs/c#.md#größe_1', of({ kind: 'file', path: 'docs/c#.md' }, 'größe_1')],
  ['pull/128', of({ kind: 'pull-request', number: 128 })],
  ['pull/128#who-may', of({ kind: 'pull-request', number: 128 }, 'who-may')],
  ['merge/128', of({ kind: 'merge-request', number: 128 })],
  ['merge/128#who-may', of({ kind: 'merge-request', number: 128 }, 'who-may')],
  ['merge/x', of({ kind: 'file', path: 'merge/x' })],
  ['pull/007', of({ kind: 'file', path: 'pull/007' })],
  ['pull/128.md', of({ kind: 'file', path: 'pull/128.md' })],
  ['pull/9007199254740993', of({ kind: 'file', path: 'pull/9007199254740993' })],
  ['release/v1.4.0', of({ kind: 'release', tag: 'v1.4.0' })],
  ['release/edge#2', of({ kind: 'release', tag: 'edge#2' })],
  ['id/rotating-keys', of({ kind: 'id', name: 'rotating-keys' })],
  ['id/faq#who-may', of({ kind: 'id', name: 'faq' }, 'who-may')],
  ['id/two/parts', of({ kind: 'file', path: 'id/two/parts' })],
])('%s', (text, key) => {
  expect(parseSourceKey(text)).toEqual(key);
  expect(formatSourceKey(key)).toBe(text);
});

test('every text is a key, and is written as it was read', () => {
  const path = fc.stringMatching(/^[\w#./äß-]{1,20}$/u);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), path), (text) => {
      expect(formatSourceKey(parseSourceKey(text))).toBe(text);
    }),
  );
});

test('a pinned id names a source wherever it comes from', () => {
  const provenance = { kind: 'pull-request', number: 7 } as const;
  expect(formatSourceKey(sourceKey(provenance, null))).toBe('pull/7');
  expect(formatSourceKey(sourceKey(provenance, 'keys'))).toBe('id/keys');
});

test('keys are ordered by name, and by number where a name counts', () => {
  const ordered = [
    'docs/a.md',
    'docs/faq.md',
    'docs/faq.md#how-2',
    'docs/faq.md#how-10',
    'docs/README.md',
    'id/x',
    'pull/9',
    'pull/9#a',
    'pull/10',
    'pull/12345678901234567890',
  ];
  expect(ordered.toReversed().sort(compareSourceKeys)).toEqual(ordered);
});

test('the order tells any two keys apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(compareSourceKeys(a, b) === 0).toBe(a === b);
      expect(Math.sign(compareSourceKeys(a, b)) + Math.sign(compareSourceKeys(b, a))).toBe(0);
    }),
  );
});
