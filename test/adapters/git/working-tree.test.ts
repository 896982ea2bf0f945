import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRepository } from '../../../src/adapters/git/repository.ts';
import { createRepository, git, write } from '../../kit/repository.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';
import { contents, oddNames, paths } from './trees.ts';

describe('workingTree', () => {
  test('lists tracked and untracked files, without ignored and deleted ones', async () => {
    const root = createRepository({ ...oddNames, '.gitignore': 'ignored.md\n', 'gone.md': '' });
    write(root, { 'new file.md': 'new', 'ignored.md': 'no', 'docs/a b.md': 'changed' });
    rmSync(join(root, 'gone.md'));
    const tree = await (await openRepository(root)).workingTree();
    expect(await contents(tree)).toEqual({
      ...oddNames,
      '.gitignore': 'ignored.md\n',
      'new file.md': 'new',
      'docs/a b.md': 'changed',
    });
    const files = await tree.files();
    expect(files.map((file) => file.path)).toEqual(files.map((file) => file.path).toSorted());
    expect(files.every((file) => file.revision === '' && file.kind === 'file')).toBe(true);
    expect(files.find((file) => file.path === 'docs/a b.md')?.size).toBe(7);
  });

  test('follows no symlink, neither a file nor a folder above it', async () => {
    const outside = temporaryFolder();
    write(outside, { 'a.md': 'secret', 'deep/b.md': 'secret' });
    const root = createRepository({ 'docs/a.md': 'x', 'docs/deep/b.md': 'x', 'real/c.md': 'c' });
    rmSync(join(root, 'docs'), { recursive: true });
    symlinkSync(outside, join(root, 'docs'));
    symlinkSync(join(outside, 'a.md'), join(root, 'file-link'));
    symlinkSync('real', join(root, 'inner-link'));
    const tree = await (await openRepository(root)).workingTree();
    const all = await contents(tree);
    expect(all).toEqual({
      docs: outside,
      'file-link': join(outside, 'a.md'),
      'inner-link': 'real',
      'real/c.md': 'c',
    });
  });

  test('a file that became a symlink after it was listed is not followed', async () => {
    const outside = temporaryFolder();
    write(outside, { 'a.md': 'secret' });
    const root = createRepository({ 'a.md': 'x', 'docs/a.md': 'x' });
    const tree = await (await openRepository(root)).workingTree();
    const files = await tree.files();
    rmSync(join(root, 'a.md'));
    symlinkSync(join(outside, 'a.md'), join(root, 'a.md'));
    rmSync(join(root, 'docs'), { recursive: true });
    symlinkSync(outside, join(root, 'docs'));
    for (const file of files) {
      await expect(tree.read([file])[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: 'git-failed',
      });
    }
  });

  test('a pipe in place of a file does not stop the run', async () => {
    const root = createRepository({ 'a.md': 'x', 'b.md': 'x' });
    const tree = await (await openRepository(root)).workingTree();
    const [file] = await tree.files();
    rmSync(join(root, 'a.md'));
    execFileSync('mkfifo', [join(root, 'a.md')]);
    expect(await paths(tree)).toEqual(['b.md']);
    if (file === undefined) throw new Error('expected a file');
    await expect(tree.read([file])[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'git-failed',
    });
  });

  test('submodules are marked, repositories inside are left out, a conflict lists a path once', async () => {
    const inner = createRepository({ 'inner.md': 'inner' });
    const root = createRepository({ 'a.md': 'base' });
    git(root, 'submodule', '--quiet', 'add', inner, 'sub');
    git(root, 'commit', '-q', '-m', 'sub');
    git(root, 'clone', '-q', inner, 'nested');
    git(root, 'switch', '-q', '-c', 'other');
    write(root, { 'a.md': 'theirs' });
    git(root, 'commit', '-q', '-a', '-m', 'theirs');
    git(root, 'switch', '-q', 'main');
    write(root, { 'a.md': 'ours' });
    git(root, 'commit', '-q', '-a', '-m', 'ours');
    expect(() => git(root, 'merge', 'other')).toThrow();
    const tree = await (await openRepository(root)).workingTree();
    expect((await tree.files()).map(({ path, kind }) => [path, kind])).toEqual([
      ['.gitmodules', 'file'],
      ['a.md', 'file'],
      ['sub', 'submodule'],
    ]);
  });
});
