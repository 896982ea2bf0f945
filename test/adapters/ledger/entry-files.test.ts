import { expect, test } from 'vitest';
import { entryFiles, entryPath, entryReaders } from '../../../src/adapters/ledger/entry-files.ts';
import { digestOf, type Digest } from '../../../src/model/digest.ts';
import { emptyLedger } from '../../../src/model/ledger.ts';
import { article, planOf, recordOf } from './ledger-samples.ts';

const [kept, other, plan] = [article('A'), article('B'), planOf('a')];

test('of what a change adds, only what its index names is written', () => {
  const index = {
    ...emptyLedger,
    records: { 'docs/a.md': recordOf(kept) },
    plans: { [digestOf(plan)]: 5 },
  };
  const { named, added } = entryFiles({ index, texts: [kept, other], plans: [plan, planOf('b')] });
  const paths = [entryPath('texts', digestOf(kept)), entryPath('plans', digestOf(plan))];
  expect([...named]).toEqual(paths);
  expect([...added.keys()]).toEqual(paths);
  expect(JSON.parse(added.get(paths[0] ?? '') ?? '')).toEqual(kept);
});

test('an entry is looked for by a digest only, and proven by it', async () => {
  const asked: string[] = [];
  const { text, plan: readPlan } = entryReaders(async (folder, digest) => {
    asked.push(`${folder} ${digest}`);
    return digest === digestOf(other) ? null : { entry: kept, name: 'x' };
  });
  expect(await text(digestOf(kept))).toEqual(kept);
  expect(await text(digestOf(other))).toBeNull();
  await expect(readPlan(digestOf(plan))).rejects.toMatchObject({ code: 'ledger-unreadable' });
  expect(asked).toHaveLength(3);
  for (const digest of ['sha256:../../x', '__proto__'] as Digest[]) {
    expect(await text(digest)).toBeNull();
    expect(await readPlan(digest)).toBeNull();
  }
  expect(asked).toHaveLength(3);
});
