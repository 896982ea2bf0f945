import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRepository } from '../../../src/adapters/git/repository.ts';
import { createRepository, git, write } from '../../kit/repository.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';
import { contents, oddNames, paths } from './trees.ts';

describe('head', () => {
  test('no commit yet', async () => {
    const root = temporaryFolder();
    git(root, 'init', '-q');
    const repository = await openRepository(root);
    await expect(repository.head()).rejects.toMatchObject({ kind: 'usage', code: 'no-commit' });
    expect(await paths(await repository.workingTree())).toEqual([]);
  });

  test('reads every file as committed, whatever its name', async () => {
    const root = createRepository(oddNames);
    const head = await (await openRepository(root)).head();
    write(root, { 'docs/a b.md': 'changed', 'new.md': 'new' });
    expect(await contents(head)).toEqual(oddNames);
    expect(head.name).toContain(git(root, 'rev-parse', '--short=8', 'HEAD'));
  });

  test('gives blob ids and sizes, and marks symlinks and submodules', async () => {
    const inner = createRepository({ 'inner.md': 'inner' });
    const root = createRepository({ 'a.md': 'four' });
    symlinkSync('/etc/passwd', join(root, 'link'));
    git(root, 'submodule', '--quiet', 'add', inner, 'sub');
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'second');
    const tree = await (await openRepository(root)).head();
    const files = await tree.files();
    expect(files).toContainEqual({
      path: 'a.md',
      revision: git(root, 'rev-parse', 'HEAD:a.md'),
      kind: 'file',
      size: 4,
    });
    expect(files).toContainEqual(expect.objectContaining({ path: 'link', kind: 'symlink' }));
    expect(files).toContainEqual(
      expect.objectContaining({ path: 'sub', kind: 'submodule', size: null }),
    );
    expect(await contents(tree)).toMatchObject({ link: '/etc/passwd', sub: '', 'a.md': 'four' });
  });

  test('keeps the commit that HEAD named when it was opened', async () => {
    const root = createRepository({ 'a.md': 'old' });
    const tree = await (await openRepository(root)).head();
    write(root, { 'a.md': 'new' });
    git(root, 'commit', '-q', '-a', '-m', 'second');
    expect(await contents(tree)).toEqual({ 'a.md': 'old' });
  });

  test('a shallow clone, a worktree and a detached HEAD', async () => {
    const root = createRepository({ 'a.md': 'first' });
    write(root, { 'a.md': 'second' });
    git(root, 'commit', '-q', '-a', '-m', 'second');
    const [shallow, worktree] = [temporaryFolder(), join(temporaryFolder(), 'tree')];
    git(shallow, 'clone', '-q', '--depth=1', `file://${root}`, '.');
    git(root, 'worktree', 'add', '-q', '--detach', worktree, 'HEAD~1');
    const first = await (await openRepository(shallow)).head();
    const second = await (await openRepository(worktree)).head();
    expect(await contents(first)).toEqual({ 'a.md': 'second' });
    expect(await contents(second)).toEqual({ 'a.md': 'first' });
  });

  test('bytes come as they are: CRLF, NUL, more than one pipe buffer', async () => {
    const big = Buffer.alloc(3_000_000, 'abc\r\n');
    const root = temporaryFolder();
    git(root, 'init', '-q');
    write(root, { big, nul: Uint8Array.of(0, 10, 0), 'z.md': 'last\r\n' });
    git(root, '-c', 'core.autocrlf=false', 'add', '-A');
    git(root, 'commit', '-q', '-m', 'first');
    git(root, 'config', 'core.autocrlf', 'true');
    const tree = await (await openRepository(root)).head();
    const seen: Uint8Array[] = [];
    for await (const { bytes } of tree.read(await tree.files())) seen.push(bytes);
    expect(seen.map((bytes) => bytes.length)).toEqual([3_000_000, 3, 6]);
    expect(big.equals(seen[0] ?? big.subarray(1))).toBe(true);
  });

  test('a reader may stop early, choose files, and read them twice', async () => {
    const root = createRepository({ a: 'a'.repeat(200_000), b: 'b'.repeat(200_000), c: 'c' });
    const tree = await (await openRepository(root)).head();
    const files = await tree.files();
    for await (const { file } of tree.read(files)) {
      expect(file.path).toBe('a');
      break;
    }
    const [, b, c] = files;
    if (b === undefined || c === undefined) throw new Error('expected three files');
    const seen: string[] = [];
    for await (const { file } of tree.read([c, b, c])) seen.push(file.path);
    expect(seen).toEqual(['c', 'b', 'c']);
  });

  test('an unknown blob is a fault, not an empty text', async () => {
    const tree = await (await openRepository(createRepository())).head();
    for (const revision of ['0'.repeat(40), 'HEAD\nHEAD', '']) {
      const file = { path: 'x', revision, kind: 'file', size: 1 } as const;
      await expect(tree.read([file])[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: 'git-failed',
      });
    }
  });
});
