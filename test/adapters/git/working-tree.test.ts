import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileTree } from '../../../src/ports/repository.ts';
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

  test('gives the bytes that a commit has, and names what may change them', async () => {
    const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
    const root = createRepository({
      '.gitattributes': [
        'little.md working-tree-encoding=UTF-16',
        'big.md working-tree-encoding=UTF-16',
        'latin.md working-tree-encoding=ISO-8859-1',
        'plain.md working-tree-encoding=UTF-8',
        '*.lfs filter=lfs',
        'no.lfs -filter',
        'set.md filter',
        '',
      ].join('\n'),
      'none.md': 'x',
      'plain.md': '\uFEFFé',
      'set.md': 'x',
      'a.lfs': 'x',
      'no.lfs': 'x',
    });
    // git has no wish to add what it cannot encode.
    write(root, {
      'little.md': utf16('é\n'),
      'big.md': utf16('é\n').swap16(),
      'latin.md': Buffer.from('é\n', 'latin1'),
    });
    git(root, 'add', 'little.md', 'big.md', 'latin.md');
    git(root, 'commit', '-q', '-m', 'second');
    const repository = await openRepository(root);
    const tree = await repository.workingTree();
    expect(await contents(tree)).toEqual(await contents(await repository.head()));
    write(root, { '.git/info/attributes': 'none.md working-tree-encoding=x-none\n' });
    const changed: Record<string, string> = {};
    for await (const { file, changedBy } of tree.read(await tree.files()))
      if (changedBy) changed[file.path] = changedBy;
    expect(changed).toEqual({
      'a.lfs': 'the filter lfs',
      'none.md': 'the working-tree-encoding x-none',
    });
  });

  test('runs no filter', async () => {
    const root = createRepository({ '.gitattributes': '*.md filter=evil\n', 'a.md': 'x' });
    const witness = join(temporaryFolder(), 'witness');
    for (const name of ['clean', 'smudge', 'process'])
      git(root, 'config', `filter.evil.${name}`, `touch ${witness}`);
    write(root, { 'a.md': 'changed' });
    const tree = await (await openRepository(root)).workingTree();
    expect(await contents(tree)).toMatchObject({ 'a.md': 'changed' });
    expect(existsSync(witness)).toBe(false);
  });

  test('marks what a sparse checkout leaves out, unless it is there', async () => {
    const root = createRepository({ 'in/a.md': 'a', 'out/b.md': 'b', 'out/c.md': 'c' });
    git(root, 'sparse-checkout', 'set', '--cone', 'in');
    write(root, { 'out/c.md': 'there' });
    const tree = await (await openRepository(root)).workingTree();
    expect((await tree.files()).map(({ path, kind }) => [path, kind])).toEqual([
      ['in/a.md', 'file'],
      ['out/b.md', 'absent'],
      ['out/c.md', 'file'],
    ]);
  });

  test('marks names that are not UTF-8, tracked or not, as a commit does', async () => {
    const root = createRepository({ 'docs/é.md': 'a', 'docs/\\xE9.md': 'b' });
    const named = (byte: number) =>
      Buffer.concat([Buffer.from(`${root}/docs/`), Buffer.from([byte]), Buffer.from('.md')]);
    writeFileSync(named(0xe9), 'x');
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'second');
    writeFileSync(named(0xe8), 'x');
    const repository = await openRepository(root);
    const kinds = async (tree: FileTree) =>
      (await tree.files()).map(({ path, kind }) => `${kind} ${path}`).sort();
    const committed = ['file docs/\\xE9.md', 'file docs/é.md', 'unnamed docs/\\xE9.md'];
    expect(await kinds(await repository.head())).toEqual(committed);
    expect(await kinds(await repository.workingTree())).toEqual(
      [...committed, 'unnamed docs/\\xE8.md'].sort(),
    );
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
