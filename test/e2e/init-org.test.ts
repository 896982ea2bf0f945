import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { orgWorld, statesIn } from '../kit/org-world.ts';

const files = [
  '.github/stack-publish.yml',
  '.github/workflows/stack-internal-check.yml',
  '.github/workflows/stack-internal-daily.yml',
  '.github/workflows/stack-internal.yml',
];

describe('an organisation', () => {
  test('is set up in two runs around one merge, and a third writes nothing', async () => {
    const { sandbox, fakeGitHub, init, at, mergeShared } = await orgWorld();
    const first = await init();
    expect(first.code, first.output).toBe(0);
    expect(first.document.shared).toMatchObject({ state: 'changed', pull: { state: 'open' } });
    expect(statesIn(first.document)).toEqual({ billing: 'changed', search: 'changed' });
    const { environments, labels, threads } = await at('billing').state();
    expect(environments).toMatchObject([
      { name: 'stack-internal-read', branches: ['main'], reviewers: [] },
      { name: 'stack-internal', branches: ['main'], reviewers: [{ login: 'mia-maintain' }] },
    ]);
    expect(labels).toEqual(['stack:article', 'stack:faq']);
    // No caller can name a commit of what is not merged.
    expect(threads).toEqual([]);

    await mergeShared();
    const second = await init(['--topic', 'publishes']);
    expect(second.code, second.output).toBe(0);
    const [row] = second.document.repositories;
    expect(row).toMatchObject({ state: 'changed', pull: { number: 1, state: 'open' } });
    const proposed = row?.steps.filter(({ state }) => state === 'proposed').map(({ name }) => name);
    expect(proposed?.toSorted()).toEqual(files);

    const { requests } = await fakeGitHub.state();
    const third = await init(['--topic', 'publishes']);
    // The organisation, its list, what is shared, and seven for each repository.
    expect(third.document.requests.forge).toEqual({ total: 3 + 2 * 7, writes: 0 });
    expect((await fakeGitHub.log(requests)).filter(({ wrote }) => wrote)).toEqual([]);
    expect(statesIn(third.document)).toEqual({ billing: 'waits', search: 'waits' });
    const hosts = ['billing', 'search'].map(
      (name) => `${URL.parse(sandbox.github.url)?.host}/acme/${name}`,
    );
    expect(third.document.left.flatMap(({ run }) => run ?? []).join('\n')).toContain(
      `for repo in ${hosts.join(' ')}; do printf %s "$READ_TOKEN" | gh secret set STACK_TOKEN --env stack-internal-read --repo "$repo"; done`,
    );

    await at('billing').merge(1);
    for (const name of ['stack-internal-read', 'stack-internal'])
      await at('billing').environment({
        name,
        branches: ['main'],
        secrets: ['STACK_TOKEN'],
        adminsBypass: false,
        ...(name === 'stack-internal' && { reviewers: ['mia-maintain'] }),
      });
    const done = await init(['--topic', 'publishes']);
    expect(statesIn(done.document)).toEqual({ billing: 'done', search: 'waits' });
  }, 240_000);
});

describe('a repository that is not for it is told and left', () => {
  test('archived, fork, empty, without an admin, private without Enterprise, with its own file', async () => {
    const { fakeGitHub, destination, init } = await orgWorld([]);
    const topics = ['publishes'];
    await fakeGitHub.newRepository({ name: 'a-archived', topics, archived: true });
    await fakeGitHub.newRepository({ name: 'a-empty', topics, files: {} });
    await fakeGitHub.newRepository({ name: 'a-fork', topics, fork: true });
    await fakeGitHub.newRepository({ name: 'a-private', topics, private: true });
    await fakeGitHub.newRepository({ name: 'a-stranger', topics, role: 'write' });
    const own = { '.github/stack-publish.yml': 'destination: { tier: business, team: other }\n' };
    await fakeGitHub.newRepository({ name: 'an-own', topics, files: own });
    await fakeGitHub.newRepository({ name: 'not-meant' });
    const { requests } = await fakeGitHub.state();
    const { code, document } = await init(['--topic', 'publishes', '--dry-run', ...destination]);
    expect(code).toBe(0);
    expect(statesIn(document)).toEqual({
      'a-archived': 'archived',
      'a-empty': 'empty',
      'a-fork': 'fork',
      'a-private': 'no-reviewers',
      'a-stranger': 'no-admin',
      'an-own': 'own-configuration',
    });
    expect(document).toMatchObject({ dryRun: true, shared: { state: 'planned' } });
    expect(document.requests.forge.writes).toBe(0);
    expect((await fakeGitHub.log(requests)).filter(({ wrote }) => wrote)).toEqual([]);
  });

  test('a failure at one leaves the others alone, and the exit code tells', async () => {
    const { fakeGitHub, destination, init } = await orgWorld(['billing', 'odd', 'search', 'slow']);
    await fakeGitHub.fault(
      { kind: 'html', path: '/repos/acme/odd/**' },
      { kind: 'error', path: '/repos/acme/search/environments/*', status: 404, method: 'GET' },
      // A secondary limit is waited for, and the call made again.
      { kind: 'throttled', path: '/repos/acme/slow/**', retryAfter: 1 },
    );
    const dry = ['--topic', 'publishes', '--dry-run', ...destination];
    const { code, document } = await init(dry);
    expect(code).toBe(1);
    expect(statesIn(document)).toEqual({
      billing: 'planned',
      odd: 'failed',
      search: 'planned',
      slow: 'planned',
    });
  });
});

describe('files are brought once, and over nobody', () => {
  test("a no, a stranger's pull request, and a branch that is somebody else's", async () => {
    const { init, at, mergeShared } = await orgWorld(['closed', 'forked', 'taken']);
    const branch = 'stack-publish/set-up';
    await init();
    await mergeShared();
    // A closed pull request is a no.
    await at('closed').commit({ 'a.md': 'a' }, branch);
    await at('closed').pullRequest({ head: branch, state: 'closed' });
    // Anybody's fork may have a branch of that name.
    await at('forked').pullRequest({ head: branch, fork: true, author: 'sten-stranger' });
    await at('taken').commit({ '.github/workflows/evil.yml': 'on: push' }, branch);
    const { document } = await init(['--topic', 'publishes']);
    expect(statesIn(document)).toEqual({ closed: 'waits', forked: 'changed', taken: 'waits' });
    const opened = async (name: string) =>
      (await at(name).state()).threads.filter(({ state, fork }) => state === 'open' && !fork);
    expect(await opened('closed')).toEqual([]);
    expect(await opened('forked')).toHaveLength(1);
    expect(await opened('taken')).toEqual([]);
  }, 240_000);
});

describe('what is asked for', () => {
  test.each([
    [[], 'usage'],
    [['--all'], 'usage'],
    [['--all', '--topic', 'x'], 'usage'],
    [['--topic', 'publshes'], 'usage'],
    [['--match', '../x'], 'usage'],
    [['--repositories', 'missing.txt'], 'usage'],
    [['--topic', 'publishes', '--approval', 'comments'], 'usage'],
    [['--topic', 'publishes', '--ledger-file', 'l.json'], 'usage'],
  ])('%j is refused before anything is written', async (args, code) => {
    const { fakeGitHub, destination, init } = await orgWorld(['billing']);
    const ran = await init([...args, ...destination]);
    expect(ran.code).toBe(2);
    expect(ran.document.error.code).toBe(code);
    expect((await fakeGitHub.log()).filter(({ wrote }) => wrote)).toEqual([]);
  });

  test('a list names those that are meant, and what it names in vain is told', async () => {
    const { destination, init, folder } = await orgWorld(['billing', 'docs-a', 'docs-b']);
    await writeFile(join(folder, 'list.txt'), '# first\nacme/billing\ndocs-a # second\nlost\n');
    const dry = ['--dry-run', ...destination];
    const listed = await init(['--repositories', 'list.txt', ...dry]);
    expect(statesIn(listed.document)).toEqual({
      billing: 'planned',
      'docs-a': 'planned',
      lost: 'not-found',
    });
    const matched = await init(['--match', 'docs-*', ...dry]);
    expect(statesIn(matched.document)).toEqual({ 'docs-a': 'planned', 'docs-b': 'planned' });
    expect(
      (await init(['--topic', 'publishes', ...dry], { GITHUB_TOKEN: '' })).document.error.code,
    ).toBe('token-missing');
  });
});
