import { expect, test } from 'vitest';
import { postAddresses } from '../../src/composing/post-addresses.ts';
import { blankRecord, type LedgerRecord } from '../../src/model/ledger.ts';

const record = (change: Partial<LedgerRecord>): LedgerRecord => ({
  ...blankRecord({
    kind: 'article',
    title: 'A',
    provenance: null,
    sourceCount: 1,
    revision: null,
    settings: null,
    dependsOn: {},
    text: null,
    members: null,
  }),
  post: { kind: 'article', id: 3 },
  ...change,
});

test.each<[string, Partial<LedgerRecord>, string | null]>([
  ['a post', {}, 'https://site/3'],
  ['no post yet', { post: null }, null],
  ['a deleted post', { gone: true }, null],
  ['a post that is left alone', { forgotten: true }, null],
])('a source with %s', (_what, change, expected) => {
  const addressOf = postAddresses(
    { records: { 'docs/a.md': record(change) } },
    ({ id }) => `https://site/${id}`,
  );
  expect(addressOf('docs/a.md')).toBe(expected);
});

test('what no record has, and names of every object, have no address', () => {
  const addressOf = postAddresses({ records: {} }, () => 'https://site/1');
  for (const target of ['docs/b.md', 'constructor', '__proto__'])
    expect(addressOf(target)).toBe(null);
});
