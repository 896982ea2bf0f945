import { readdir } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { gitHistory } from '../../../src/adapters/git/history.ts';
import { createCheckout, type Checkout } from '../../kit/checkout.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';
import { testSandbox } from '../../kit/test-sandbox.ts';

/** A remote with three commits on main, tags of both kinds, and a branch that has a tag's name. */
async function origin() {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({ 'a.txt': '1' });
  const url = `${sandbox.github.url}/${sandbox.github.repository}.git`;
  const header = (token: string) =>
    `http.extraheader=AUTHORIZATION: basic ${Buffer.from(`x:${token}`).toString('base64')}`;
  await checkout.git('remote', 'add', 'origin', url);
  const commit = async (text: string) => {
    await checkout.write({ 'a.txt': text });
    await checkout.commit();
    return (await checkout.git('rev-parse', 'HEAD')).stdout.trim();
  };
  const first = (await checkout.git('rev-parse', 'HEAD')).stdout.trim();
  await checkout.git('tag', 'v1');
  const second = await commit('2');
  await checkout.git('tag', '-a', 'v2', '-m', 'annotated');
  const third = await commit('3');
  await checkout.git('branch', 'v1');
  await checkout.git('checkout', '-q', '--orphan', 'other');
  const alone = await commit('4');
  await checkout.git('tag', 'grün/+@#1');
  await checkout.git('checkout', '-q', 'main');
  const signed = header(sandbox.github.tokens.write);
  const pushed = await checkout.git('-c', signed, 'push', '-q', 'origin', '--all');
  await checkout.git('-c', signed, 'push', '-q', 'origin', '--tags');
  if (pushed.code !== 0) throw new Error(pushed.stderr);
  return { sandbox, checkout, url, header, first, second, third, alone };
}

function historyOf(root: string, remote = true, config: Readonly<Record<string, string>> = {}) {
  const env = Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(Object.keys(config).length)],
    ...Object.entries(config).flatMap(([key, value], n) => [
      [`GIT_CONFIG_KEY_${n}`, key],
      [`GIT_CONFIG_VALUE_${n}`, value],
    ]),
  ]) as Record<string, string>;
  const history = gitHistory({
    root,
    remote: remote ? { root, name: 'origin', env, sshCommand: null } : null,
  });
  onTestFinished(() => history[Symbol.asyncDispose]());
  return history;
}

const token = (
  { sandbox, url }: Awaited<ReturnType<typeof origin>>,
  name: 'read' | 'job' = 'read',
) => ({
  [`http.${new URL(url).origin}/.extraheader`]: `AUTHORIZATION: basic ${Buffer.from(
    `x:${sandbox.github.tokens[name]}`,
  ).toString('base64')}`,
});

/** A folder for temporary files that nobody else uses. */
function ownTemporaries(): string {
  const before = process.env['TMPDIR'];
  const folder = temporaryFolder();
  process.env['TMPDIR'] = folder;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  return folder;
}

async function shallow(all: {
  readonly checkout: Checkout;
  readonly url: string;
  readonly header: (token: string) => string;
  readonly sandbox: { readonly github: { readonly tokens: { readonly read: string } } };
}) {
  const folder = temporaryFolder();
  const header = all.header(all.sandbox.github.tokens.read);
  await all.checkout.git('-c', header, 'clone', '-q', '--depth=1', all.url, folder);
  return folder;
}

describe('the history of a remote', () => {
  test('tells commits of tags and branches by their full names, whatever is checked out', async () => {
    const all = await origin();
    for (const root of [all.checkout.folder, await shallow(all)]) {
      const history = historyOf(root, true, token(all));
      const refs = [
        'refs/tags/v1',
        'refs/heads/v1',
        'refs/tags/v2',
        'refs/tags/v9',
        'refs/tags/grün/+@#1',
        'HEAD',
      ];
      expect(await history.fetch(refs)).toEqual(
        new Map([
          ['HEAD', all.third],
          ['refs/heads/v1', all.third],
          ['refs/tags/grün/+@#1', all.alone],
          ['refs/tags/v1', all.first],
          ['refs/tags/v2', all.second],
        ]),
      );
      const range = await history.range(all.first, all.third);
      expect([...range.ids].toSorted()).toEqual([all.second, all.third].toSorted());
      expect(range.since).toBeGreaterThan(0);
      expect((await history.range(null, all.third)).ids.size).toBe(3);
      expect(await history.range(all.third, all.third)).toEqual({ ids: new Set(), since: null });
      // Without a common root all of it is new.
      expect((await history.range(all.third, all.alone)).ids).toEqual(new Set([all.alone]));
      expect(await history.contains(all.third, all.first)).toBe(true);
      expect(await history.contains(all.first, all.third)).toBe(false);
      expect(await history.contains(all.third, all.alone)).toBe(false);
      expect(await history.contains(all.third, '0'.repeat(40))).toBe(false);
    }
  });

  test('leaves the checkout as it is, and nothing behind', async () => {
    const all = await origin();
    const root = await shallow(all);
    const seen = async () =>
      (
        await Promise.all([
          all.checkout.git('-C', root, 'for-each-ref'),
          all.checkout.git('-C', root, 'config', '--local', '--list'),
        ])
      ).map(({ stdout }) => stdout);
    const before = await seen();
    const temporaries = ownTemporaries();
    const history = historyOf(root, true, token(all));
    await history.fetch(['refs/tags/v2']);
    expect(await readdir(temporaries)).toHaveLength(1);
    await history[Symbol.asyncDispose]();
    expect(await readdir(temporaries)).toEqual([]);
    expect(await seen()).toEqual(before);
  });

  test('starts and makes nothing before it is asked', async () => {
    const root = temporaryFolder();
    const temporaries = ownTemporaries();
    await historyOf(root)[Symbol.asyncDispose]();
    expect(await readdir(temporaries)).toEqual([]);
  });

  test('is refused without a right to read, in words of git', async () => {
    const all = await origin();
    await all.sandbox.fakeGitHub.repository({ private: true });
    const history = historyOf(all.checkout.folder);
    await expect(history.fetch(['refs/tags/v1'])).rejects.toMatchObject({ code: 'git-failed' });
  });

  test('asks for no name that git would read in another way', async () => {
    const all = await origin();
    const history = historyOf(all.checkout.folder, true, token(all));
    const refs = [
      'v1',
      '--upload-pack=touch x',
      'refs/tags/*',
      'refs/tags/a..b',
      'refs/tags/a:b',
      'refs/tags/a b',
      'refs/tags/x@{1}',
      'refs/heads/../tags/v1',
      'refs/tags/v1.lock',
    ];
    expect(await history.fetch(refs)).toEqual(new Map());
    await expect(history.range(null, '--all')).rejects.toMatchObject({ code: 'git-failed' });
    await expect(history.contains('HEAD', 'HEAD')).rejects.toMatchObject({ code: 'git-failed' });
  });

  test('takes of the checkout’s settings its way to the remote alone', async () => {
    const all = await origin();
    const { checkout } = all;
    await checkout.git('config', 'remote.origin.uploadpack', 'touch hacked; git-upload-pack');
    await checkout.git('config', 'core.fsmonitor', 'touch hacked');
    await checkout.git('config', 'remote.origin.url', 'alias:x');
    await checkout.git('config', `url.${all.url}.insteadOf`, 'alias:x');
    const history = historyOf(checkout.folder, true, token(all));
    expect((await history.fetch(['refs/tags/v1'])).size).toBe(1);
    expect(await readdir(checkout.folder)).not.toContain('hacked');
  });

  test('is the checkout’s own where it has no remote', async () => {
    const all = await origin();
    const history = historyOf(all.checkout.folder, false);
    expect(await history.fetch(['refs/tags/v1', 'refs/tags/none', 'HEAD'])).toEqual(
      new Map([
        ['refs/tags/v1', all.first],
        ['HEAD', all.third],
      ]),
    );
    expect((await history.range(all.first, all.third)).ids.size).toBe(2);
  });

  test('is fetched from a folder, too', async () => {
    const all = await origin();
    const bare = temporaryFolder();
    await all.checkout.git('clone', '-q', '--bare', all.checkout.folder, bare);
    await all.checkout.git('remote', 'set-url', 'origin', bare);
    const history = gitHistory({
      root: all.checkout.folder,
      remote: { root: all.checkout.folder, name: 'origin', env: {}, local: true, sshCommand: null },
    });
    onTestFinished(() => history[Symbol.asyncDispose]());
    expect((await history.fetch(['refs/tags/v2'])).get('refs/tags/v2')).toBe(all.second);
  });
});
