import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { GitHubTokenName } from '../../../../sandbox/index.ts';
import { remoteAccess } from '../../../../src/adapters/git/remote-access.ts';
import { createRepository, git, write } from '../../../kit/repository.ts';
import { temporaryFolder } from '../../../kit/temporary-folder.ts';
import { gitHubHarness, type GitHubHarness } from '../../harness.ts';

const run = promisify(execFile);

function gitOf({ sandbox, url }: GitHubHarness) {
  const remote = `${url}/${sandbox.github.repository}.git`;
  return {
    remote,
    /** The program itself, as another process, with a token as an action gives it. */
    git: async (token: GitHubTokenName | null, cwd: string, ...args: string[]) => {
      const env = {
        ...process.env,
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_GLOBAL: '/dev/null',
        ...(token !== null &&
          remoteAccess({ addresses: [remote], server: url, token: sandbox.github.tokens[token] })
            .env),
      };
      try {
        return { ok: true, text: (await run('git', args, { cwd, env })).stdout };
      } catch (error) {
        return { ok: false, text: (error as { stderr: string }).stderr };
      }
    },
  };
}

describe('pushing and cloning', () => {
  test('what was pushed is cloned, large files and shallow clones too', async () => {
    const harness = await gitHubHarness({ private: true });
    const { remote, git: as } = gitOf(harness);
    const large = Array.from({ length: 200_000 }, (_, n) => `${n * 7919} line\n`).join('');
    const source = createRepository({ 'a.md': 'first' });
    write(source, { 'large.txt': large });
    git(source, 'add', '-A');
    git(source, 'commit', '-q', '-m', 'second');
    expect(await as('job', source, 'push', '-q', remote, 'main')).toMatchObject({ ok: true });
    const [whole, shallow] = [temporaryFolder(), temporaryFolder()];
    expect(await as('job', whole, 'clone', '-q', remote, '.')).toMatchObject({ ok: true });
    expect(readFileSync(join(whole, 'large.txt'), 'utf8')).toBe(large);
    await as('read', shallow, 'clone', '-q', '--depth=1', remote, '.');
    expect(git(shallow, 'rev-list', '--count', 'HEAD').trim()).toBe('1');
    const head = git(source, 'rev-parse', 'HEAD').trim();
    const asked =
      '{ repository(owner: "acme", name: "handbook") { defaultBranchRef { name target { oid } } } }';
    expect((await harness.graphql(asked)).json.data.repository.defaultBranchRef).toEqual({
      name: 'main',
      target: { oid: head },
    });
  });

  test('a push with a lease fails where another was faster', async () => {
    const { remote, git: as } = gitOf(await gitHubHarness());
    const source = createRepository({ a: '1' });
    await as('write', source, 'push', '-q', remote, 'HEAD:refs/heads/ledger');
    git(source, 'commit', '-q', '--allow-empty', '-m', 'second');
    const push = ['push', '-q', '--force-with-lease=ledger:', remote, 'HEAD:refs/heads/ledger'];
    const refused = await as('write', source, ...push);
    expect(refused.ok).toBe(false);
    expect(refused.text).toContain('stale info');
  });

  test('begins with the branches of a folder, and ends without a trace', async () => {
    const seed = createRepository({ 'a.md': 'seeded' });
    git(seed, 'tag', 'v1');
    const harness = await gitHubHarness({ seed });
    const { remote, git: as } = gitOf(harness);
    const folder = temporaryFolder();
    await as(null, folder, 'clone', '-q', remote, '.');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('seeded');
    expect(git(folder, 'tag').trim()).toBe('v1');
    await harness.sandbox.close();
    expect((await as(null, folder, 'fetch', remote)).ok).toBe(false);
    expect(existsSync(join(folder, '.git'))).toBe(true);
  });

  test('a clone checks out the default branch', async () => {
    const harness = await gitHubHarness();
    const { remote, git: as } = gitOf(harness);
    const source = createRepository({ a: '1' });
    await as('write', source, 'push', '-q', remote, 'HEAD:refs/heads/trunk');
    await harness.drive.repository({ defaultBranch: 'trunk' });
    const { text } = await as('write', source, 'ls-remote', '--symref', remote, 'HEAD');
    expect(text).toContain('ref: refs/heads/trunk\tHEAD');
  });
});

describe('who may', () => {
  const cases: readonly [GitHubTokenName | null, 'private' | 'public', boolean, boolean][] = [
    ['job', 'private', true, true],
    ['job-read', 'private', true, false],
    ['write', 'private', true, true],
    ['read', 'private', true, false],
    ['stranger', 'private', false, false],
    ['invalid', 'private', false, false],
    [null, 'private', false, false],
    ['stranger', 'public', true, false],
    ['invalid', 'public', false, false],
    [null, 'public', true, false],
    ['app-user', 'private', false, false],
  ];
  test.each(cases)('%s, %s: fetch %s, push %s', async (token, kind, fetches, pushes) => {
    const seed = createRepository({ a: '1' });
    const { remote, git: as } = gitOf(await gitHubHarness({ private: kind === 'private', seed }));
    expect((await as(token, seed, 'ls-remote', remote)).ok).toBe(fetches);
    expect((await as(token, seed, 'push', '-q', remote, 'main:refs/heads/x')).ok).toBe(pushes);
  });

  test("a job's permission for contents is what counts", async () => {
    const seed = createRepository({ a: '1' });
    const harness = await gitHubHarness({ private: true, seed });
    const { remote, git: as } = gitOf(harness);
    await harness.drive.permissions({ issues: 'write' });
    expect((await as('job', seed, 'ls-remote', remote)).ok).toBe(false);
    await harness.drive.permissions({ contents: 'read' });
    expect((await as('job', seed, 'ls-remote', remote)).ok).toBe(true);
    const refused = await as('job', seed, 'push', '-q', remote, 'main:x');
    expect(refused.text).toContain('403');
  });

  test.each([
    [null, 401],
    ['invalid', 401],
    ['stranger', 404],
    ['app-user', 403],
  ] as const)('%s gets %i', async (token, status) => {
    const { api } = await gitHubHarness({ private: true });
    const path = '/acme/handbook.git/info/refs?service=git-upload-pack';
    const answer = await api('GET', path, token);
    expect(answer.status).toBe(status);
    expect(answer.headers['www-authenticate']).toBe(
      status === 401 ? 'Basic realm="GitHub"' : undefined,
    );
  });
});
