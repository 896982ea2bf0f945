import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryFiles, entryPath, entryReaders } from '../../../src/adapters/ledger/entry-files.ts';
import { canonicalJson } from '../../../src/model/canonical-json.ts';
import { digestOf, type Digest } from '../../../src/model/digest.ts';
import { emptyLedger } from '../../../src/model/ledger.ts';
import { anyContent } from './ledger-arbitraries.ts';
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

const readersOf = (entry: unknown) => entryReaders(async () => ({ entry, name: 'x' }));
const unreadable = { code: 'ledger-unreadable' };

test('texts and plans come back under their digest and no other', async () => {
  await fc.assert(
    fc.asyncProperty(anyContent, async (content) => {
      const { text } = readersOf(JSON.parse(canonicalJson(content)));
      expect(await text(digestOf(content))).toEqual(content);
      await expect(text(digestOf({}))).rejects.toMatchObject(unreadable);
    }),
  );
  const plan = planOf('a', 'b');
  const readers = readersOf(JSON.parse(canonicalJson(plan)));
  expect(await readers.plan(digestOf(plan))).toEqual(plan);
  await expect(readers.plan(digestOf({}))).rejects.toMatchObject(unreadable);
});

test('they must have their shape even where the digest fits', async () => {
  for (const unfit of [{ kind: 'article' }, { kind: 'other' }, [], { ...article('A'), x: 1 }])
    await expect(readersOf(unfit).text(digestOf(unfit))).rejects.toMatchObject(unreadable);
});

test('the name of a file is its digest', () => {
  expect(entryPath('texts', digestOf(article('A')))).toMatch(/^texts\/[0-9a-f]{64}\.json$/);
});
