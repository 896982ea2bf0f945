import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRepository } from '../../../src/adapters/git/repository.ts';
import type { FileTree } from '../../../src/ports/repository.ts';
import { git, scratchFolder, scratchRepository, write } from './scratch.ts';

const oddNames = {
  'docs/a b.md': 'space',
  'docs/new\nline.md': 'newline',
  'docs/tab\t"quote".md': 'tab',
  'docs/ünïcode-日本.md': 'non-ASCII',
  '--help': 'looks like an option',
  '-z': 'so does this',
  'docs/[a]*?.md': 'looks like a pattern',
  ':(top)x.md': 'looks like a pathspec',
  empty: '',
};

async function contents(tree: FileTree): Promise<Record<string, string>> {
  const all: [string, string][] = [];
  for await (const { file, bytes } of tree.read(await tree.files())) {
    all.push([file.path, Buffer.from(bytes).toString('utf8')]);
  }
  return Object.fromEntries(all);
}

async function paths(tree: FileTree): Promise<string[]> {
  return (await tree.files()).map((file) => file.path);
}

describe('openRepository', () => {
  test('finds the root from a folder below it', async () => {
    const root = scratchRepository({ 'docs/deep/a.md': 'a', 'b.md': 'b' });
    const repository = await openRepository(join(root, 'docs/deep'));
    expect(repository.root).toBe(root);
    expect(await paths(await repository.head())).toEqual(['b.md', 'docs/deep/a.md']);
    expect(await paths(await repository.workingTree())).toEqual(['b.md', 'docs/deep/a.md']);
  });

  test('a path with spaces, non-ASCII and a newline', async () => {
    const root = join(scratchFolder(), 'my r\u00E9po\n');
    mkdirSync(root);
    git(root, 'init', '-q');
    expect((await openRepository(root)).root).toBe(root);
  });

  test('no repository, a bare one, the folder .git', async () => {
    const bare = scratchFolder();
    git(bare, 'init', '-q', '--bare');
    for (const folder of [scratchFolder(), bare, join(scratchRepository(), '.git')]) {
      await expect(openRepository(folder)).rejects.toMatchObject({ code: 'no-git-repository' });
    }
  });
});

describe('head', () => {
  test('no commit yet', async () => {
    const root = scratchFolder();
    git(root, 'init', '-q');
    const repository = await openRepository(root);
    await expect(repository.head()).rejects.toMatchObject({ kind: 'usage', code: 'no-commit' });
    expect(await paths(await repository.workingTree())).toEqual([]);
  });

  test('reads every file as committed, whatever its name', async () => {
    const root = scratchRepository(oddNames);
    const head = await (await openRepository(root)).head();
    write(root, { 'docs/a b.md': 'changed', 'new.md': 'new' });
    expect(await contents(head)).toEqual(oddNames);
    expect(head.name).toContain(git(root, 'rev-parse', '--short=8', 'HEAD'));
  });

  test('gives blob ids and sizes, and marks symlinks and submodules', async () => {
    const inner = scratchRepository({ 'inner.md': 'inner' });
    const root = scratchRepository({ 'a.md': 'four' });
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
    const root = scratchRepository({ 'a.md': 'old' });
    const tree = await (await openRepository(root)).head();
    write(root, { 'a.md': 'new' });
    git(root, 'commit', '-q', '-a', '-m', 'second');
    expect(await contents(tree)).toEqual({ 'a.md': 'old' });
  });

  test('a shallow clone, a worktree and a detached HEAD', async () => {
    const root = scratchRepository({ 'a.md': 'first' });
    write(root, { 'a.md': 'second' });
    git(root, 'commit', '-q', '-a', '-m', 'second');
    const [shallow, worktree] = [scratchFolder(), join(scratchFolder(), 'tree')];
    git(shallow, 'clone', '-q', '--depth=1', `file://${root}`, '.');
    git(root, 'worktree', 'add', '-q', '--detach', worktree, 'HEAD~1');
    const first = await (await openRepository(shallow)).head();
    const second = await (await openRepository(worktree)).head();
    expect(await contents(first)).toEqual({ 'a.md': 'second' });
    expect(await contents(second)).toEqual({ 'a.md': 'first' });
  });

  test('bytes come as they are: CRLF, NUL, more than one pipe buffer', async () => {
    const big = Buffer.alloc(3_000_000, 'abc\r\n');
    const root = scratchFolder();
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
    const root = scratchRepository({ a: 'a'.repeat(200_000), b: 'b'.repeat(200_000), c: 'c' });
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
    const tree = await (await openRepository(scratchRepository())).head();
    for (const revision of ['0'.repeat(40), 'HEAD\nHEAD', '']) {
      const file = { path: 'x', revision, kind: 'file', size: 1 } as const;
      await expect(tree.read([file])[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: 'git-failed',
      });
    }
  });
});

describe('workingTree', () => {
  test('lists tracked and untracked files, without ignored and deleted ones', async () => {
    const root = scratchRepository({ ...oddNames, '.gitignore': 'ignored.md\n', 'gone.md': '' });
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
    const outside = scratchFolder();
    write(outside, { 'a.md': 'secret', 'deep/b.md': 'secret' });
    const root = scratchRepository({ 'docs/a.md': 'x', 'docs/deep/b.md': 'x', 'real/c.md': 'c' });
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
    const outside = scratchFolder();
    write(outside, { 'a.md': 'secret' });
    const root = scratchRepository({ 'a.md': 'x', 'docs/a.md': 'x' });
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
    const root = scratchRepository({ 'a.md': 'x', 'b.md': 'x' });
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
    const inner = scratchRepository({ 'inner.md': 'inner' });
    const root = scratchRepository({ 'a.md': 'base' });
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

describe('changedPaths', () => {
  test('names paths that differ, staged, tracked or not', async () => {
    const root = scratchRepository({
      ...oddNames,
      'gone.md': 'x',
      'from.md': 'a long enough text',
    });
    const repository = await openRepository(join(root, 'docs'));
    expect(await repository.changedPaths()).toEqual([]);
    write(root, { 'docs/new\nline.md': 'other', untracked: 'x', added: 'x' });
    rmSync(join(root, 'gone.md'));
    git(root, 'add', 'added');
    git(root, 'mv', 'from.md', 'to.md');
    git(root, 'config', 'status.relativePaths', 'true');
    git(root, 'config', 'status.renames', 'copies');
    git(root, 'config', 'status.showUntrackedFiles', 'all');
    expect(await repository.changedPaths()).toEqual(
      ['added', 'docs/new\nline.md', 'from.md', 'gone.md', 'to.md', 'untracked'].toSorted(),
    );
  });
});
