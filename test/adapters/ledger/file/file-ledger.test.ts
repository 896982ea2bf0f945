import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileLedger } from '../../../../src/adapters/ledger/file/file-ledger.ts';
import { digestOf } from '../../../../src/model/digest.ts';
import { emptyLedger, type LedgerChange, type LedgerIndex } from '../../../../src/model/ledger.ts';
import { temporaryFolder } from '../../../kit/temporary-folder.ts';
import { article, count, planOf, postOf, put, recordOf } from '../ledger-samples.ts';
import { ended, holder, writer } from './processes.ts';

const layouts = [
  ['a file', 'state/ledger.json', 'state/ledger.json'],
  ['a folder', 'state/ledger/', 'state/ledger/index.json'],
] as const;

/** What a ledger left on the disk. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

describe.each(layouts)('a ledger in %s', (kind, name, target) => {
  test('is empty where nothing is, and reading creates nothing', async () => {
    const folder = temporaryFolder();
    const store = fileLedger(join(folder, name));
    const snapshot = await store.read();
    expect(snapshot.index).toEqual(emptyLedger);
    expect(await snapshot.text(digestOf({}))).toBe(null);
    expect(await snapshot.plan(digestOf({}))).toBe(null);
    expect(readdirSync(folder)).toEqual([]);
    expect(store.name).toBe(join(folder, name));
  });

  test('gives back what was written: index, texts, plans', async () => {
    const path = join(temporaryFolder(), name);
    const [content, plan] = [article('TLS', 'a\r\n"b" 日本\n'), planOf('a')];
    const change = (index: LedgerIndex): LedgerChange => ({
      ...put('docs/tls.md', content)({ ...index, plans: { [digestOf(plan)]: 5 } }),
      plans: [plan],
    });
    const written = await fileLedger(path).update(change);
    for (const snapshot of [written, await fileLedger(path).read()]) {
      expect(snapshot.index.records['docs/tls.md']).toEqual(
        recordOf(content, { post: postOf('docs/tls.md') }),
      );
      expect(await snapshot.text(digestOf(content))).toEqual(content);
      expect(await snapshot.plan(digestOf(plan))).toEqual(plan);
      expect(await snapshot.text(digestOf(plan))).toBe(null);
    }
  });

  test('drops texts and plans that nothing names any more, or never did', async () => {
    const folder = temporaryFolder();
    const store = fileLedger(join(folder, name));
    const [old, next, stray, plan] = [
      article('Old'),
      article('New'),
      article('Stray'),
      planOf('a'),
    ];
    await store.update((index) => ({
      ...put('a', old)({ ...index, plans: { [digestOf(plan)]: 5 } }),
      plans: [plan, planOf('stray')],
    }));
    const after = await store.update((index) => ({
      index: put('a', next)({ ...index, plans: {} }).index,
      texts: [next, stray],
    }));
    for (const snapshot of [after, await store.read()]) {
      for (const gone of [old, stray]) expect(await snapshot.text(digestOf(gone))).toBe(null);
      expect(await snapshot.plan(digestOf(plan))).toBe(null);
      expect(await snapshot.text(digestOf(next))).toEqual(next);
    }
    const all = filesBelow(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(all.join('\n')).not.toMatch(/Old|Stray|stray/);
  });

  test('keeps the text that an intent names', async () => {
    const store = fileLedger(join(temporaryFolder(), name));
    const content = article('Intent');
    const digest = digestOf(content);
    const intent = {
      action: 'create',
      step: digest,
      plan: digest,
      content: digest,
      at: 1,
      run: { id: 'x', host: 'h', pid: 1, started: '' },
      outcome: 'open',
    } as const;
    const record = recordOf(content, { post: null, complete: false, base: null, intent });
    await store.update((index) => ({
      index: { ...index, records: { a: record } },
      texts: [content],
    }));
    await store.update(count('b'));
    expect(await (await store.read()).text(digest)).toEqual(content);
  });

  test('a change that returns null, or the same again, writes nothing', async () => {
    const folder = temporaryFolder();
    const store = fileLedger(join(folder, name));
    expect((await store.update(() => null)).index).toEqual(emptyLedger);
    expect(existsSync(join(folder, target))).toBe(false);
    await store.update(put('a', article('A')));
    utimesSync(join(folder, target), 1, 1);
    await store.update(put('a', article('A')));
    await store.update(() => null);
    expect(statSync(join(folder, target)).mtimeMs).toBe(1000);
  });

  test('a change that throws leaves the state and no lock', async () => {
    const folder = temporaryFolder();
    const store = fileLedger(join(folder, name), 0);
    await store.update(count('a'));
    const before = readFileSync(join(folder, target));
    const fail = () => {
      throw new RangeError('no');
    };
    await expect(store.update(fail)).rejects.toThrow(RangeError);
    expect(readFileSync(join(folder, target)).equals(before)).toBe(true);
    await store.update(count('a'));
    expect((await store.read()).index.records['a']?.version).toBe(2);
  });

  test('a snapshot does not move', async () => {
    const store = fileLedger(join(temporaryFolder(), name));
    const first = await store.update(count('a'));
    await store.update(count('a'));
    expect(first.index.records['a']?.version).toBe(1);
  });

  test('loses no update of several processes and instances', async () => {
    const folder = temporaryFolder();
    const path = join(folder, name);
    const others = [writer(path, 'count', 'other', '10')];
    const both = [1, 2].map(() => writer(path, 'count', 'shared', '10'));
    const here = Array.from({ length: 5 }, () => fileLedger(path).update(count('shared')));
    const codes = await Promise.all([...others, ...both].map(ended));
    await Promise.all(here);
    expect(codes).toEqual([0, 0, 0]);
    const { records } = (await fileLedger(path).read()).index;
    expect(records['shared']?.version).toBe(25);
    expect(records['other']?.version).toBe(10);
    expect(filesBelow(folder)).toEqual([target]);
  });

  test('processes killed at any moment leave a whole ledger and no delay', async () => {
    const path = join(temporaryFolder(), name);
    await fileLedger(path).update(count('a'));
    for (let round = 0; round < 3; round += 1) {
      const child = writer(path, 'count', 'a', '100000');
      const before = (await fileLedger(path).read()).index.records['a']?.version ?? 0;
      const version = async () => (await fileLedger(path).read()).index.records['a']?.version ?? 0;
      await expect.poll(version, { timeout: 10_000, interval: 1 }).toBeGreaterThan(before + round);
      child.kill('SIGKILL');
      await ended(child);
      const seen = await version();
      await fileLedger(path, 0).update(count('a'));
      expect(await version()).toBe(seen + 1);
    }
  });

  test('a live writer makes others wait, then fail', async () => {
    const folder = temporaryFolder();
    const store = fileLedger(join(folder, name), 30);
    await store.update(count('a'));
    const child = await holder(join(folder, `${target}.lock`), false);
    await expect(store.update(count('a'))).rejects.toMatchObject({
      kind: 'ledger',
      code: 'ledger-busy',
      message: expect.stringContaining(String(child.pid)),
    });
    expect((await store.read()).index.records['a']?.version).toBe(1);
  });

  test('what a crash left is cleared away in time', async () => {
    const folder = temporaryFolder();
    const store = fileLedger(join(folder, name));
    await store.update(count('a'));
    const id = '00000000-0000-4000-8000-000000000000';
    const old = join(folder, `${target}.${id}.tmp`);
    const foreign = join(folder, `${target}.notes.tmp`);
    for (const path of [old, foreign]) {
      writeFileSync(path, 'half');
      utimesSync(path, 1, 1);
    }
    await store.update(count('a'));
    expect(existsSync(old)).toBe(false);
    expect(existsSync(foreign)).toBe(true);
  });

  test('a damaged or newer state is neither read nor replaced', async () => {
    const folder = temporaryFolder();
    const path = join(folder, target);
    const store = fileLedger(join(folder, name));
    await store.update(put('a', article('A')));
    const good = readFileSync(path, 'utf8');
    const cases: [string | Uint8Array, string][] = [
      ['', 'ledger-unreadable'],
      [good.slice(0, -10), 'ledger-unreadable'],
      [good.replace('"started": null', '"started": "x"'), 'ledger-unreadable'],
      [
        Buffer.from(good.replace('Some', 'S\u00E9me').replace('"A"', '"\u00C4"'), 'latin1'),
        'ledger-unreadable',
      ],
      [good.replace('"schema": 2', '"schema": 3'), 'ledger-newer'],
    ];
    for (const [content, code] of cases) {
      writeFileSync(path, content);
      await expect(store.read()).rejects.toMatchObject({ kind: 'ledger', code });
      await expect(store.update(count('a'))).rejects.toMatchObject({ kind: 'ledger', code });
      expect(readFileSync(path).equals(Buffer.from(content))).toBe(true);
    }
  });

  test('a text that does not have its digest is unreadable', async () => {
    const folder = temporaryFolder();
    const store = fileLedger(join(folder, name));
    const content = article('A', 'true text');
    await store.update(put('a', content));
    for (const file of filesBelow(folder)) {
      const path = join(folder, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace('true text', 'false text'));
    }
    const snapshot = await store.read();
    await expect(snapshot.text(digestOf(content))).rejects.toMatchObject({
      code: 'ledger-unreadable',
    });
  });

  test('a pipe or a folder in its place is unreadable, and does not hang', async () => {
    const folder = temporaryFolder();
    mkdirSync(dirname(join(folder, target)), { recursive: true });
    execFileSync('mkfifo', [join(folder, target)]);
    await expect(fileLedger(join(folder, name)).read()).rejects.toMatchObject({
      code: 'ledger-unreadable',
    });
  });

  test('a place where nothing can be written', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'state'), 'a file where a folder should be');
    await expect(fileLedger(join(folder, name)).update(count('a'))).rejects.toMatchObject({
      kind: 'ledger',
      code: 'ledger-not-writable',
    });
    expect(kind).toMatch(/^a /);
  });

  test('a symlink stays one, and its target is written', async () => {
    const folder = temporaryFolder();
    const slash = name.endsWith('/') ? '/' : '';
    symlinkSync(`real/${name.replace(/\/$/, '')}`, join(folder, 'link'));
    const store = fileLedger(join(folder, `link${slash}`));
    await store.update(count('a'));
    await store.update(count('a'));
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect((await store.read()).index.records['a']?.version).toBe(2);
    expect(filesBelow(join(folder, 'real'))).toEqual([target]);
  });
});

test('an existing folder is taken as one, also without a slash', async () => {
  const folder = temporaryFolder();
  await fileLedger(folder).update(put('a', article('A')));
  const hex = digestOf(article('A')).slice('sha256:'.length);
  expect(filesBelow(folder)).toEqual(['index.json', `texts/${hex}.json`]);
  expect(
    execFileSync('sha256sum', [join(folder, `texts/${hex}.json`)], { encoding: 'utf8' }),
  ).toMatch(new RegExp(`^${hex} `));
});

test("other people's files in the folder stay", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'texts'));
  writeFileSync(join(folder, 'texts/notes.json'), '{}');
  writeFileSync(join(folder, `texts/${'0'.repeat(64)}.json`), '{}');
  await fileLedger(folder).update(count('a'));
  expect(filesBelow(folder)).toEqual(['index.json', 'texts/notes.json']);
});

test('a digest cannot name a file elsewhere', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'secret.json'), '{}');
  mkdirSync(join(folder, 'ledger/texts'), { recursive: true });
  const snapshot = await fileLedger(join(folder, 'ledger')).read();
  expect(await snapshot.text('sha256:../../secret')).toBe(null);
});
