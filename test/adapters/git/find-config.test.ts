import { rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { configOfCommit } from '../../../src/adapters/git/find-config.ts';
import type { Log } from '../../../src/ports/log.ts';
import { createRepository, git, write } from '../../kit/repository.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

const usual = ['.github/bot.yml', 'bot.yml'];

/** Finds the configuration of HEAD. */
async function found(root: string, file: string | null = null) {
  const warnings: string[] = [];
  const nothing = () => {};
  const warn = (text: string) => warnings.push(text);
  const log: Log = { debug: nothing, info: nothing, error: nothing, progress: nothing, warn };
  const id = git(root, 'rev-parse', 'HEAD');
  const place = { root, file: file === null ? null : resolve(root, file), usual };
  const { text, name } = await configOfCommit(place, { id, name: 'the commit' }, log);
  return { text, name, warnings };
}

test('the commit counts, whatever lies on the disk', async () => {
  const root = createRepository({ 'bot.yml': 'reviewed' });
  expect(await found(root)).toEqual({ text: 'reviewed', name: 'bot.yml', warnings: [] });
  write(root, { 'bot.yml': 'weaker' });
  const differs = ['bot.yml differs from the commit; the commit counts.'];
  expect(await found(root)).toEqual({ text: 'reviewed', name: 'bot.yml', warnings: differs });
  // One that would come first were it committed.
  write(root, { '.github/bot.yml': 'weaker' });
  expect(await found(root)).toMatchObject({ text: 'reviewed', name: 'bot.yml' });
  rmSync(join(root, 'bot.yml'));
  expect(await found(root)).toMatchObject({ text: 'reviewed', warnings: [] });
});

test.each([
  ['core.autocrlf', {}, 'a: 1\n', 'a: 1\r\n'],
  ['eol', { '.gitattributes': '*.yml text eol=crlf\n' }, 'a: 1\n', 'a: 1\r\n'],
  ['ident', { '.gitattributes': '*.yml ident\n' }, '# $Id$\n', '# $Id: 0123456789 $\n'],
])('what %s changes on the way to the disk is no difference', async (by, more, text, disk) => {
  const root = createRepository({ 'bot.yml': text, ...more });
  if (by === 'core.autocrlf') git(root, 'config', by, 'true');
  write(root, { 'bot.yml': disk });
  expect(await found(root)).toMatchObject({ text, warnings: [] });
  write(root, { 'bot.yml': `${disk}b: 2\n` });
  expect((await found(root)).warnings).toHaveLength(1);
});

test('also where it is named through a symlink to the checkout', async () => {
  const root = createRepository({ 'ci/bot.yml': 'reviewed' });
  write(root, { 'ci/bot.yml': 'weaker' });
  const way = join(temporaryFolder(), 'way');
  symlinkSync(root, way);
  for (const file of ['ci/bot.yml', join(way, 'ci/bot.yml')])
    expect(await found(root, file)).toMatchObject({ text: 'reviewed', name: 'ci/bot.yml' });
});

test('one that is not committed is taken from the disk, and that is said', async () => {
  const root = createRepository({ 'docs/a.md': 'a' });
  write(root, { 'bot.yml': 'new' });
  const said = ['bot.yml is not in the commit; it is read as it is on disk.'];
  expect(await found(root)).toEqual({ text: 'new', name: 'bot.yml', warnings: said });
  // One outside of the checkout cannot be committed.
  const folder = temporaryFolder();
  write(folder, { 'bot.yml': 'outside' });
  const file = join(folder, 'bot.yml');
  expect(await found(root, file)).toMatchObject({ text: 'outside', warnings: [] });
});

test('none at all', async () => {
  const root = createRepository({ 'docs/a.md': 'a' });
  await expect(found(root)).rejects.toMatchObject({ code: 'config-not-found' });
});

test('one that git cannot read is not replaced by the one on the disk', async () => {
  const root = createRepository({ 'bot.yml': 'reviewed' });
  const id = git(root, 'rev-parse', 'HEAD:bot.yml');
  rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)));
  write(root, { 'bot.yml': 'weaker' });
  await expect(found(root)).rejects.toMatchObject({ code: 'git-failed' });
});
