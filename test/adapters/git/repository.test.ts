import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRepository } from '../../../src/adapters/git/repository.ts';
import { createRepository, git, write } from '../../kit/repository.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';
import { oddNames, paths } from './trees.ts';

describe('openRepository', () => {
  test('finds the root from a folder below it', async () => {
    const root = createRepository({ 'docs/deep/a.md': 'a', 'b.md': 'b' });
    const repository = await openRepository(join(root, 'docs/deep'));
    expect(repository.root).toBe(root);
    expect(await paths(await repository.head())).toEqual(['b.md', 'docs/deep/a.md']);
    expect(await paths(await repository.workingTree())).toEqual(['b.md', 'docs/deep/a.md']);
  });

  test('a path with spaces, non-ASCII and a newline', async () => {
    const root = join(temporaryFolder(), 'my r\u00E9po\n');
    mkdirSync(root);
    git(root, 'init', '-q');
    expect((await openRepository(root)).root).toBe(root);
  });

  test('no repository, a bare one, the folder .git', async () => {
    const bare = temporaryFolder();
    git(bare, 'init', '-q', '--bare');
    for (const folder of [temporaryFolder(), bare, join(createRepository(), '.git')]) {
      await expect(openRepository(folder)).rejects.toMatchObject({ code: 'no-git-repository' });
    }
  });
});

describe('changedPaths', () => {
  test('names paths that differ, staged, tracked or not', async () => {
    const root = createRepository({
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
