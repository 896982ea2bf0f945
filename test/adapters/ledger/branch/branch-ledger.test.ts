import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { branchLedger } from '../../../../src/adapters/ledger/branch/branch-ledger.ts';
import { commitTree } from '../../../../src/adapters/git/commit-tree.ts';
import { digestOf } from '../../../../src/model/digest.ts';
import { emptyLedger } from '../../../../src/model/ledger.ts';
import { git, write } from '../../../kit/repository.ts';
import { temporaryFolder } from '../../../kit/temporary-folder.ts';
import { article, count, planOf, postOf, put, recordOf } from '../ledger-samples.ts';
import {
  branch,
  forge,
  hook,
  open,
  originOf,
  plant,
  records,
  ref,
  version,
} from './branch-world.ts';

describe('reading and writing', () => {
  test('is empty where the branch does not exist, and reading creates nothing', async () => {
    const { bare, clone } = forge();
    const store = open(clone());
    const snapshot = await store.read();
    expect(snapshot.index).toEqual(emptyLedger);
    expect(await snapshot.text(digestOf({}))).toBe(null);
    expect((await store.update(() => null)).index).toEqual(emptyLedger);
    expect(git(bare, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
    expect(store.name).toContain(branch);
  });

  test.each([[[]], [['--depth=1']], [['--single-branch']]])('a clone with %j', async (options) => {
    const { clone } = forge();
    const [content, plan] = [article('TLS', 'a\r\n"b" 日本\n'), planOf('a')];
    const first = open(clone(...options));
    const written = await first.update((index) => ({
      ...put('docs/tls.md', content)({ ...index, plans: { [digestOf(plan)]: 5 } }),
      plans: [plan],
    }));
    for (const snapshot of [written, await first.read(), await open(clone(...options)).read()]) {
      expect(snapshot.index.records['docs/tls.md']).toEqual(
        recordOf(content, { post: postOf('docs/tls.md') }),
      );
      expect(await snapshot.text(digestOf(content))).toEqual(content);
      expect(await snapshot.plan(digestOf(plan))).toEqual(plan);
      expect(await snapshot.text(digestOf(plan))).toBe(null);
    }
  });

  test('the branch is an orphan with an index, texts, plans and a text for people', async () => {
    const { bare, clone } = forge();
    const content = article('A');
    const store = open(clone());
    await store.update(put('a', content));
    await store.update(put('b', content));
    const hex = digestOf(content).slice('sha256:'.length);
    expect(git(bare, 'ls-tree', '-r', '--name-only', ref).split('\n')).toEqual([
      'README.md',
      'index.json',
      `texts/${hex}.json`,
    ]);
    expect(git(bare, 'rev-list', '--count', ref)).toBe('2');
    expect(git(bare, 'log', '-1', '--format=%an <%ae> %cn', ref)).toBe(
      'stack-publish <noreply@stack-publish.invalid> stack-publish',
    );
    expect(() => git(bare, 'merge-base', ref, 'main')).toThrow();
    expect(git(bare, 'diff', '--stat', `${ref}~1`, ref)).toMatch(/1 file changed/);
    git(bare, 'fsck', '--strict');
  });

  test('drops texts that nothing names, and keeps what somebody added', async () => {
    const { bare, clone } = forge();
    const [old, next] = [article('Old'), article('New')];
    await open(clone()).update(put('a', old));
    const other = clone('--branch', branch);
    write(other, { 'notes.md': 'by hand', 'README.md': 'Our words' });
    git(other, 'add', '-A');
    git(other, 'commit', '-q', '-m', 'notes');
    git(other, 'push', '-q');
    const snapshot = await open(clone()).update(put('a', next));
    expect(await snapshot.text(digestOf(old))).toBe(null);
    expect(await snapshot.text(digestOf(next))).toEqual(next);
    expect(git(bare, 'show', `${ref}:notes.md`)).toBe('by hand');
    expect(git(bare, 'show', `${ref}:README.md`)).toBe('Our words');
    expect(git(bare, 'ls-tree', '-r', '--name-only', ref).split('\n')).toHaveLength(4);
  });

  test('the same again makes no commit', async () => {
    const { bare, clone } = forge();
    const store = open(clone());
    await store.update(put('a', article('A')));
    const before = git(bare, 'rev-parse', ref);
    await store.update(put('a', article('A')));
    await open(clone()).update(put('a', article('A')));
    expect(git(bare, 'rev-parse', ref)).toBe(before);
  });

  test('a change that asks for nothing is asked again where the state moved on', async () => {
    const { clone } = forge();
    const [one, two] = [open(clone()), open(clone())];
    await one.read();
    await two.update(count('a'));
    const seen: (number | undefined)[] = [];
    const snapshot = await one.update((index) => {
      seen.push(version(index, 'a'));
      return null;
    });
    expect(seen).toEqual([undefined, 1]);
    expect(version(snapshot.index, 'a')).toBe(1);
  });

  test('a snapshot does not move', async () => {
    const { clone } = forge();
    const store = open(clone());
    const first = await store.update(put('a', article('Old')));
    await store.update(put('a', article('New')));
    expect(first.index.records['a']?.title).toBe('Old');
    expect(await first.text(digestOf(article('Old')))).toEqual(article('Old'));
  });
});

describe('the checkout', () => {
  test.each([[[]], [['--depth=1']]])('stays as it is, in a clone with %j', async (options) => {
    const { clone } = forge();
    await open(clone()).update(put('a', article('A')));
    const root = clone('--single-branch', '--branch', 'main', ...options);
    write(root, { 'docs/a.md': 'changed', 'docs/b.md': 'staged', 'docs/c.md': 'untracked' });
    git(root, 'add', 'docs/b.md');
    const look = () => [
      git(root, 'status', '--porcelain=v2', '--branch'),
      git(root, 'for-each-ref', 'refs/heads', 'refs/remotes', 'refs/tags'),
      git(root, 'rev-parse', '--is-shallow-repository'),
      git(root, 'log', '--format=%H', 'HEAD'),
      git(root, 'config', '--list', '--local'),
      existsSync(join(root, '.git/FETCH_HEAD')),
      readFileSync(join(root, '.git/index')).toString('hex'),
    ];
    // Both may refresh the index once.
    git(root, 'status');
    const before = look();
    const origin = originOf(root);
    const store = branchLedger(origin);
    await store.read();
    await store.update(count('b'));
    await origin.head();
    expect(look()).toEqual(before);
    git(root, 'fsck');
  });

  test('needs no commit of its own', async () => {
    const { bare } = forge();
    const root = temporaryFolder();
    git(root, 'init', '-q');
    git(root, 'remote', 'add', 'origin', `file://${bare}`);
    await open(root).update(count('a'));
    expect(version((await open(root).read()).index, 'a')).toBe(1);
  });

  test('settings of the user do not change what is sent', async () => {
    const { bare, clone } = forge();
    const root = clone();
    for (const [key, value] of [
      ['commit.gpgSign', 'true'],
      ['push.gpgSign', 'true'],
      ['push.followTags', 'true'],
      ['fetch.prune', 'true'],
      ['core.autocrlf', 'true'],
      ['core.splitIndex', 'true'],
      ['i18n.commitEncoding', 'ISO-8859-1'],
      ['remote.origin.tagOpt', '--tags'],
    ] as const) {
      git(root, 'config', key, value);
    }
    git(root, 'tag', '-a', '-m', 'local', 'v1');
    const store = open(root);
    await store.update(put('a', article('A', 'line\r\n')));
    await store.update(count('b'));
    expect(await (await open(clone()).read()).text(digestOf(article('A', 'line\r\n')))).not.toBe(
      null,
    );
    expect(git(bare, 'tag')).toBe('');
    expect(git(bare, 'cat-file', 'commit', ref)).not.toMatch(/gpgsig|encoding/);
  });

  test('runs no hook of its own on a push', async () => {
    const { clone } = forge();
    const root = clone();
    hook(join(root, '.git'), 'pre-push', 'exit 1');
    hook(join(root, '.git'), 'reference-transaction', 'exit 1');
    await open(root).update(count('a'));
  });
});

describe("the remote's head", () => {
  test.each([[[]], [['--depth=1']]])('brings the default branch, with %j', async (options) => {
    const { bare, clone } = forge();
    const root = clone(...options);
    const other = clone();
    write(other, { 'docs/a.md': 'third' });
    git(other, 'commit', '-q', '-a', '-m', 'third');
    git(other, 'push', '-q');
    const head = await originOf(root).head();
    expect(head).toEqual({ branch: 'main', commit: git(bare, 'rev-parse', 'main') });
    const tree = commitTree(root, head?.commit ?? '');
    for await (const { bytes } of tree.read(await tree.files())) {
      expect(Buffer.from(bytes).toString()).toBe('third');
    }
    expect(git(root, 'rev-parse', 'HEAD')).not.toBe(head?.commit);
  });

  test('is null where the remote has none', async () => {
    const { bare, clone } = forge();
    const root = clone();
    git(bare, 'symbolic-ref', 'HEAD', 'refs/heads/gone');
    const origin = originOf(root);
    expect(await origin.head()).toBe(null);
    await branchLedger(origin).update(count('a'));
  });
});

describe('several writers', () => {
  test('of two that create the branch both are heard', async () => {
    const { clone } = forge();
    const stores = [open(clone()), open(clone('--depth=1')), open(clone())];
    await Promise.all(stores.map((store) => store.read()));
    await Promise.all(stores.map((store, each) => store.update(count(`key-${each}`))));
    expect(Object.keys(await records(open(clone()))).toSorted()).toEqual([
      'key-0',
      'key-1',
      'key-2',
    ]);
  });

  test('one with an old state reads again and applies its change to the new one', async () => {
    const { bare, clone } = forge();
    const [one, two] = [open(clone()), open(clone('--depth=1'))];
    await one.update(count('a'));
    await two.read();
    for (let each = 0; each < 3; each += 1) await one.update(count('a'));
    const seen: (number | undefined)[] = [];
    await two.update((index) => {
      seen.push(version(index, 'a'));
      return count('a')(index);
    });
    expect(seen).toEqual([1, 4]);
    expect(version((await one.read()).index, 'a')).toBe(5);
    expect(git(bare, 'rev-list', '--count', ref)).toBe('5');
  });

  test('two who write the same are told apart', async () => {
    const { bare, clone } = forge();
    const stores = [open(clone()), open(clone())];
    await Promise.all(stores.map((store) => store.update(count('a'))));
    expect(version((await open(clone()).read()).index, 'a')).toBe(2);
    expect(git(bare, 'rev-list', '--count', ref)).toBe('2');
  });

  test('one store may be used at once in several places', async () => {
    const { clone } = forge();
    const origin = originOf(clone());
    const store = branchLedger(origin);
    await Promise.all([
      ...[1, 2, 3, 4].map(() => store.update(count('a'))),
      store.read(),
      origin.head(),
    ]);
    expect(version((await store.read()).index, 'a')).toBe(4);
  });

  test("a slow look at the remote's head does not cross with a write", async () => {
    const { bare, clone } = forge();
    const root = clone();
    await open(clone()).update(count('a'));
    const other = clone();
    git(other, 'commit', '-q', '--allow-empty', '-m', 'third');
    git(other, 'push', '-q');
    // Of what this checkout asks, the first fetch takes long.
    const asked = join(temporaryFolder(), 'asked');
    const script = `echo >> '${asked}'; test "$(wc -l < '${asked}')" = 2 && sleep 1; exec git-upload-pack "$@"`;
    const slow = join(temporaryFolder(), 'slow');
    write(dirname(slow), { slow: `#!/bin/sh\n${script}\n` });
    chmodSync(slow, 0o755);
    git(root, 'config', 'remote.origin.uploadpack', slow);
    const origin = originOf(root);
    const store = branchLedger(origin);
    const head = origin.head();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await store.update(count('a'));
    expect(await head).toEqual({ branch: 'main', commit: git(bare, 'rev-parse', 'main') });
    await store.update(count('a'));
    expect(version((await store.read()).index, 'a')).toBe(3);
  });

  test('processes and instances, some in one shallow checkout, lose no update', async () => {
    const { clone } = forge();
    await open(clone()).update(count('a'));
    const shared = clone('--depth=1');
    const script = fileURLToPath(new URL('branch-writer.ts', import.meta.url));
    const children = [shared, shared, clone()].map((root) =>
      spawn(process.execPath, [script, root, 'a', '3'], { stdio: ['ignore', 'ignore', 'inherit'] }),
    );
    onTestFinished(() => {
      for (const child of children) child.kill('SIGKILL');
    });
    const codes = children.map(async (child) => ((await once(child, 'exit')) as [number])[0]);
    await Promise.all(
      [open(shared), open(shared), open(clone())].map((store) => store.update(count('a'))),
    );
    expect(await Promise.all(codes)).toEqual([0, 0, 0]);
    expect(version((await open(clone()).read()).index, 'a')).toBe(13);
  });

  test('a commit that was never pushed leaves nothing that matters', async () => {
    const { bare, clone } = forge();
    const root = clone();
    await open(root).update(count('a'));
    hook(bare, 'pre-receive', 'exit 1');
    await expect(open(root).update(count('a'))).rejects.toThrow();
    hook(bare, 'pre-receive', 'exit 0');
    expect(version((await open(root).read()).index, 'a')).toBe(1);
    await open(root).update(count('a'));
    expect(git(bare, 'rev-list', '--count', ref)).toBe('2');
  });
});

describe('what stops a run', () => {
  test('a push that the server refuses', async () => {
    const { bare, clone } = forge();
    hook(bare, 'pre-receive', 'echo "branch is protected by team policy" >&2; exit 1');
    await expect(open(clone()).update(count('a'))).rejects.toMatchObject({
      kind: 'ledger',
      code: 'ledger-not-writable',
      message: expect.stringMatching(/hook declined.*branch is protected by team policy/),
    });
  });

  test.each(['update', 'pre-receive'])(
    'a refusing %s hook leaves the branch as it is',
    async (name) => {
      const { bare, clone } = forge();
      const store = open(clone());
      await store.update(count('a'));
      hook(bare, name, 'exit 1');
      await expect(store.update(count('a'))).rejects.toMatchObject({ code: 'ledger-not-writable' });
      expect(version((await store.read()).index, 'a')).toBe(1);
    },
  );

  test('another branch that takes up the name', async () => {
    const { bare, clone } = forge();
    git(bare, 'branch', 'stack-publish', 'main');
    await expect(open(clone()).update(count('a'))).rejects.toMatchObject({
      code: 'ledger-not-writable',
      message: expect.stringContaining("'refs/heads/stack-publish' exists"),
    });
  });

  test('a push whose answer was lost is not repeated', async () => {
    const { bare, clone } = forge();
    const store = open(clone());
    await store.update(count('a'));
    // The server dies when all is written and nothing is said.
    hook(bare, 'post-receive', 'kill -9 $PPID');
    const snapshot = await store.update(count('a'));
    expect(version(snapshot.index, 'a')).toBe(2);
    expect(git(bare, 'rev-list', '--count', ref)).toBe('2');
  });

  test('a server where others are always faster', async () => {
    const { bare, clone } = forge();
    const store = branchLedger(originOf(clone()), 3);
    await store.update(count('a'));
    hook(bare, 'update', 'echo "cannot lock ref" >&2; exit 1');
    await expect(store.update(count('a'))).rejects.toMatchObject({ code: 'ledger-busy' });
  });

  test.each<[string, Record<string, string | Uint8Array>, string]>([
    ['no index', { 'notes.md': 'x' }, 'ledger-unreadable'],
    ['broken JSON', { 'index.json': '{\n"schema": 1,\n<<<<<<<' }, 'ledger-unreadable'],
    ['an odd shape', { 'index.json': '{"schema": 1}' }, 'ledger-unreadable'],
    ['not UTF-8', { 'index.json': Uint8Array.of(0x22, 0xff, 0x22) }, 'ledger-unreadable'],
    ['a folder as index', { 'index.json/a': '{}' }, 'ledger-unreadable'],
    ['a newer schema', { 'index.json': '{"schema": 3, "new": true}' }, 'ledger-newer'],
  ])('a branch with %s', async (_, files, code) => {
    const { bare, clone } = forge();
    plant(bare, files);
    const before = git(bare, 'rev-parse', ref);
    const store = open(clone());
    await expect(store.read()).rejects.toMatchObject({ kind: 'ledger', code });
    await expect(store.update(count('a'))).rejects.toMatchObject({ kind: 'ledger', code });
    expect(git(bare, 'rev-parse', ref)).toBe(before);
  });

  test('a text that does not have its digest', async () => {
    const { clone } = forge();
    const digest = digestOf(article('A'));
    await open(clone()).update(put('a', article('A')));
    const other = clone('--branch', branch);
    write(other, {
      [`texts/${digest.slice('sha256:'.length)}.json`]: JSON.stringify(article('B')),
    });
    git(other, 'commit', '-q', '-a', '-m', 'changed');
    git(other, 'push', '-q');
    const snapshot = await open(clone()).read();
    await expect(snapshot.text(digest)).rejects.toMatchObject({ code: 'ledger-unreadable' });
  });
});
