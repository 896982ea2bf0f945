import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { committedFile } from '../../../src/adapters/git/committed-file.ts';
import { createRepository, git, write } from '../../kit/repository.ts';

const usual = ['.github/bot.yml', 'bot.yml'];

/** What a commit has of the usual names, after some change to the repository. */
async function found(
  files: Record<string, string>,
  change: (root: string) => void = () => {},
  names: readonly string[] = usual,
) {
  const root = createRepository({ 'docs/a.md': 'a', ...files });
  change(root);
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'changed');
  const file = await committedFile(root, git(root, 'rev-parse', 'HEAD'), names);
  return file && [file.path, file.bytes.toString()];
}

test('the first that is there counts', async () => {
  expect(await found({ 'bot.yml': 'second\n', '.github/bot.yml': 'first\n' })).toEqual([
    '.github/bot.yml',
    'first\n',
  ]);
  expect(await found({ 'bot.yml': 'second\n' })).toEqual(['bot.yml', 'second\n']);
  expect(await found({ 'bot.yml': '' })).toEqual(['bot.yml', '']);
  expect(await found({ 'bot.yml': ' missing\nblob 3\n' })).toEqual([
    'bot.yml',
    ' missing\nblob 3\n',
  ]);
  expect(await found({})).toBe(null);
});

test('a folder is no file', async () => {
  expect(await found({ '.github/bot.yml/deep.md': 'x', 'bot.yml': 'second' })).toEqual([
    'bot.yml',
    'second',
  ]);
});

test('another repository inside of this one is no file', async () => {
  const inner = createRepository();
  const files = { 'bot.yml': 'second' };
  const add = (root: string) =>
    git(root, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, usual[0] ?? '');
  expect(await found(files, add)).toEqual(['bot.yml', 'second']);
});

test('a symlink is what it leads to inside of the commit', async () => {
  const link = (to: string) => (root: string) => symlinkSync(to, join(root, 'bot.yml'));
  expect(await found({ 'docs/bot.yml': 'linked' }, link('docs/bot.yml'))).toEqual([
    'bot.yml',
    'linked',
  ]);
  for (const to of [
    '/etc/hostname',
    '../../etc/hostname',
    'gone',
    'bot.yml',
    'docs',
    'docs/a.md/x',
  ])
    expect(await found({}, link(to))).toBe(null);
});

test.each(['docs/ünï "q" [x]*?.md', '--help', ':(top)x.md', ' a', '..yml', '..a/b.yml'])(
  'the name %j',
  async (name) => {
    expect(await found({ [name]: 'content' }, undefined, [name])).toEqual([name, 'content']);
  },
);

test.each(['../docs/a.md', '..', '.', '', './docs/a.md', 'docs/a.md\nHEAD:docs/a.md'])(
  'the name %j is of no file',
  async (name) => {
    expect(await found({}, undefined, [name])).toBe(null);
  },
);

test.each([
  ['the file', 'bot.yml'],
  ['its folder', 'docs'],
  ['what a symlink leads to', 'docs/linked.yml'],
  ['everything', ''],
])('%s cannot be read: another file does not take its place', async (_, lost) => {
  const root = createRepository({
    'bot.yml': 'first',
    'docs/bot.yml': 'x',
    'docs/linked.yml': 'y',
  });
  symlinkSync('docs/linked.yml', join(root, 'link.yml'));
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'linked');
  const id = git(root, 'rev-parse', `HEAD:${lost}`);
  rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)));
  write(root, { 'bot.yml': 'weaker', 'docs/bot.yml': 'weaker' });
  const name = { 'bot.yml': 'bot.yml', docs: 'docs/bot.yml', '': 'bot.yml' }[lost] ?? 'link.yml';
  const reading = committedFile(root, git(root, 'rev-parse', 'HEAD'), [name, 'other.yml']);
  await expect(reading).rejects.toMatchObject({ code: 'git-failed' });
});
