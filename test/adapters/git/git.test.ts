import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readable, runGit, splitNul, tryGit } from '../../../src/adapters/git/git.ts';
import { createRepository, git, write } from '../../kit/repository.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

function setEnv(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

describe('runGit', () => {
  test('gives the output as bytes and takes input', async () => {
    const root = createRepository();
    const bytes = Uint8Array.of(0, 255, 10, 13, 10);
    const id = await runGit(root, ['hash-object', '-w', '--stdin'], { input: bytes });
    const back = await runGit(root, ['cat-file', 'blob', id.toString().trim()]);
    expect([...back]).toEqual([...bytes]);
  });

  test('a failure carries a code and the first words of git', async () => {
    const root = createRepository();
    await expect(runGit(root, ['cat-file', 'blob', 'nothing'])).rejects.toMatchObject({
      kind: 'repository',
      code: 'git-failed',
      message: expect.stringContaining('nothing'),
    });
  });

  test('a folder without a repository, and one that does not exist', async () => {
    const expected = { kind: 'usage', code: 'no-git-repository' };
    const folder = temporaryFolder();
    await expect(runGit(folder, ['status'])).rejects.toMatchObject(expected);
    await expect(runGit(join(folder, 'gone'), ['status'])).rejects.toMatchObject(expected);
  });

  test('git is not installed', async () => {
    const root = createRepository();
    setEnv({ PATH: temporaryFolder() });
    await expect(runGit(root, ['status'])).rejects.toMatchObject({ code: 'git-missing' });
  });

  test('stops when told to', async () => {
    const root = createRepository();
    await expect(
      runGit(root, ['cat-file', '--batch'], { signal: AbortSignal.timeout(20), input: 'x\n' }).then(
        () => runGit(root, ['status'], { signal: AbortSignal.abort() }),
      ),
    ).rejects.toMatchObject({ code: 'git-failed' });
  });

  test('variables that would point git elsewhere are left out', async () => {
    const [root, other] = [createRepository(), createRepository({ 'other.md': 'x' })];
    setEnv({
      GIT_DIR: join(other, '.git'),
      GIT_INDEX_FILE: join(other, '.git/index'),
      GIT_TRACE: '1',
    });
    const { stdout, stderr } = await tryGit(root, ['ls-files']);
    expect(stdout.toString()).toBe('README.md\n');
    expect(stderr).toBe('');
  });

  test('settings that are passed on come beside those of the environment', async () => {
    const root = createRepository();
    const setting = (key: string, value: string) => ({
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: key,
      GIT_CONFIG_VALUE_0: value,
    });
    setEnv(setting('trial.one', '1'));
    const env = setting('trial.two', '2');
    const seen = await runGit(root, ['config', '--get-regexp', '^trial'], { env });
    expect(seen.toString()).toBe('trial.one 1\ntrial.two 2\n');
  });

  test("another user's repository is refused with a remedy", async () => {
    const root = createRepository();
    const folder = temporaryFolder();
    const path = process.env['PATH'] ?? '';
    const program = `GIT_TEST_ASSUME_DIFFERENT_OWNER=1 PATH='${path}' exec git "$@"`;
    write(folder, { git: `#!/bin/sh\n${program}\n` });
    chmodSync(join(folder, 'git'), 0o755);
    setEnv({ PATH: `${folder}:${path}`, HOME: temporaryFolder() });
    await expect(runGit(root, ['status'])).rejects.toMatchObject({
      code: 'git-failed',
      remedy: expect.stringContaining('safe.directory'),
    });
  });

  test('neither hooks nor a file system monitor of the repository run', async () => {
    const root = createRepository();
    const trap = join(root, 'trap.sh');
    write(root, { 'trap.sh': `#!/bin/sh\ntouch ${root}/caught\n` });
    chmodSync(trap, 0o755);
    git(root, 'config', 'core.fsmonitor', trap);
    git(root, 'config', 'core.hooksPath', root);
    write(root, { 'reference-transaction': `#!/bin/sh\ntouch ${root}/caught\n` });
    chmodSync(join(root, 'reference-transaction'), 0o755);
    await runGit(root, ['status']);
    await runGit(root, ['update-ref', 'refs/heads/other', 'HEAD']);
    expect(existsSync(join(root, 'caught'))).toBe(false);
  });

  test('a folder that looks like a bare repository is not taken for one', async () => {
    const root = createRepository();
    git(root, 'init', '-q', '--bare', 'bait');
    await expect(runGit(join(root, 'bait'), ['rev-parse', 'HEAD'])).rejects.toMatchObject({
      code: 'no-git-repository',
    });
  });
});

describe('an input in pieces', () => {
  const lines = Array.from({ length: 9000 }, (_, line) => `${line} ö${'-'.repeat(line % 40)}\n`);
  const hash = (input: string | (() => Iterable<string>)) =>
    runGit(createRepository(), ['hash-object', '--stdin'], { input });

  test('arrives as if it were whole', async () => {
    expect(String(await hash(() => lines))).toBe(String(await hash(lines.join(''))));
    expect(String(await hash(() => []))).toBe(String(await hash('')));
  });

  test('that breaks off fails with what broke it', async () => {
    await expect(
      hash(function* () {
        yield* lines;
        throw new RangeError('too odd');
      }),
    ).rejects.toThrow(RangeError);
  });

  test('that git does not read to its end fails as git says', async () => {
    const unread = runGit(createRepository(), ['rev-parse', '--verify', 'nothing'], {
      input: () => Array.from({ length: 500 }, () => lines.join('')),
    });
    await expect(unread).rejects.toMatchObject({ code: 'git-failed' });
  });
});

describe('readable', () => {
  test.each([
    ['fatal: https://ada:secret@host/x.git\n', 'fatal: https://***@host/x.git'],
    ['\u001B[31mred\u001B[0m\r\n\r\nnext\n', '[31mred[0m; next'],
    ['error: no\nhint: a long story\n', 'error: no'],
    ['dG9rZW4tb2YtYWRh was refused', '*** was refused'],
    ['https://ada:p@ss@host/x', 'https://***@host/x'],
  ])('%j', (words, expected) => {
    expect(readable(words, { HEADER: 'basic dG9rZW4tb2YtYWRh' })).toBe(expected);
  });

  test('keeps the first lines only', () => {
    expect(readable('line\n'.repeat(1000)).length).toBeLessThan(100);
    expect(readable('x'.repeat(1_000_000)).length).toBeLessThanOrEqual(1000);
  });
});

test('splitNul', () => {
  expect(splitNul(Buffer.from('a\0b\nc\0')).map(String)).toEqual(['a', 'b\nc']);
  expect(splitNul(Buffer.alloc(0))).toEqual([]);
});
