import { describe, expect, test } from 'vitest';
import { controlOver, fakeGitHubClient, startSandbox } from '../../../sandbox/index.ts';
import { gitHubHarness } from './fake-github-harness.ts';

test('is driven over HTTP as within the process, and a reset forgets', async () => {
  const { sandbox, drive, repo, control } = await gitHubHarness();
  const remote = fakeGitHubClient(controlOver(sandbox.stack.url));
  await remote.pullRequest({ title: 'One' });
  await remote.user({ login: 'new-one', id: 77, role: 'maintain' });
  expect(await drive.state()).toMatchObject({
    repository: 'acme/handbook',
    threads: [{ number: 1, title: 'One', state: 'open' }],
  });
  const { json } = await repo('GET', '/collaborators/new-one/permission', 'job');
  expect(json).toMatchObject({ role_name: 'maintain', user: { id: 77 } });
  await control.reset();
  const state = await remote.state();
  expect([state.threads, state.requests]).toEqual([[], 0]);
  expect(state.users.map(({ login }) => login)).not.toContain('new-one');
});

test.each([
  ['label', { number: 5 }],
  ['pull-request', { number: 0 }],
  ['pull-request', { author: 'nobody' }],
  ['comment', { number: 5, by: 'ada-admin', body: 'x' }],
  ['edit-comment', { id: 5, body: 'x' }],
  ['approve', { run: 1, environment: 'e', by: 'ada-admin' }],
  ['run', { actor: 'nobody' }],
  ['environment', { name: 'e', unknown: 1 }],
  ['rate-limit', { token: 'invalid', remaining: 0 }],
  ['nothing', {}],
])('%s %j is refused', async (name, body) => {
  const { sandbox } = await gitHubHarness();
  await expect(sandbox.control(`github/${name}`, body)).rejects.toMatchObject({ code: 'usage' });
});

test.each([['handbook'], ['acme/..'], ['a b/c'], ['acme/hand/book'], ['-a/b']])(
  'refuses the repository name %s',
  async (repository) => {
    await expect(startSandbox({ github: { repository } })).rejects.toMatchObject({ code: 'usage' });
  },
);

test('its port is the one after the first, where that is free', async () => {
  const first = await startSandbox({});
  const taken = Number(new URL(first.github.url).port);
  const second = await startSandbox({ port: 0, github: { port: 0 } });
  await expect(startSandbox({ github: { port: taken } })).rejects.toMatchObject({ code: 'usage' });
  expect(new URL(second.github.url).port).not.toBe(String(taken));
  await Promise.all([first.close(), second.close()]);
});

describe('comments', () => {
  test('are paged, with addresses that lead on', async () => {
    const { drive, repo, api, url } = await gitHubHarness();
    await drive.pullRequest({});
    for (let n = 1; n <= 5; n += 1) await drive.comment(1, 'rea-read', `comment ${n}`);
    const first = await repo('GET', '/issues/1/comments?per_page=2', 'job');
    expect(first.json.map(({ body }: { body: string }) => body)).toEqual([
      'comment 1',
      'comment 2',
    ]);
    const next = /<([^>]+)>; rel="next"/.exec(String(first.headers['link']))?.[1] ?? '';
    const second = await api('GET', next.slice(url.length), 'job');
    expect(second.json[0].body).toBe('comment 3');
    expect(first.headers['link']).toMatch(/page=3[^>]*>; rel="last"/);
    const last = await repo('GET', '/issues/1/comments?per_page=2&page=3', 'job');
    expect(last.json).toHaveLength(1);
    expect(last.headers['link']).not.toContain('rel="next"');
  });

  test('by an app with a token of a person name the app', async () => {
    const { drive, repo } = await gitHubHarness();
    await drive.pullRequest({});
    const made = await repo('POST', '/issues/1/comments', 'app-user', { body: { body: 'x' } });
    expect(made.json.user.login).toBe('mia-maintain');
    expect(made.json.performed_via_github_app.slug).toBe('release-helper');
    const own = await repo('POST', '/issues/1/comments', 'maintain', { body: { body: 'x' } });
    expect(own.json.performed_via_github_app).toBe(null);
    const bot = await repo('POST', '/issues/1/comments', 'bot', { body: { body: 'x' } });
    expect(bot.json.user.type).toBe('Bot');
  });

  test('have ids beyond 32 bits and a limited length', async () => {
    const { drive, repo } = await gitHubHarness();
    await drive.pullRequest({});
    const post = (body: string) => repo('POST', '/issues/1/comments', 'job', { body: { body } });
    expect((await post('x'.repeat(65_536))).json.id).toBeGreaterThan(2 ** 31);
    expect((await post('x'.repeat(65_537))).status).toBe(422);
    expect((await post(' ')).status).toBe(422);
  });
});

test('a run keeps its actor and its approvals over attempts', async () => {
  const { drive, repo } = await gitHubHarness();
  await drive.environment({ name: 'stack-internal', reviewers: ['mia-maintain'] });
  const { id } = await drive.run({
    event: 'workflow_dispatch',
    actor: 'mia-maintain',
    waitsFor: ['stack-internal'],
  });
  const at = `/actions/runs/${id}`;
  const waiting = await repo('GET', `${at}/pending_deployments`, 'maintain');
  expect(waiting.json).toMatchObject([
    {
      environment: { name: 'stack-internal' },
      current_user_can_approve: true,
      reviewers: [{ type: 'User', reviewer: { login: 'mia-maintain' } }],
    },
  ]);
  expect((await repo('GET', `${at}/approvals`, 'job')).json).toEqual([]);
  await drive.approve({
    run: id,
    environment: 'stack-internal',
    by: 'mia-maintain',
    comment: 'Yes',
  });
  expect((await repo('GET', `${at}/pending_deployments`, 'job')).json).toEqual([]);
  await drive.rerun(id, 'will-write');
  expect((await repo('GET', at, 'job')).json).toMatchObject({
    run_attempt: 2,
    actor: { login: 'mia-maintain' },
    triggering_actor: { login: 'will-write' },
  });
  expect((await repo('GET', `${at}/attempts/1`, 'job')).json).toMatchObject({
    run_attempt: 1,
    triggering_actor: { login: 'mia-maintain' },
  });
  expect((await repo('GET', `${at}/attempts/3`, 'job')).status).toBe(404);
  expect((await repo('GET', `${at}/approvals`, 'job')).json).toMatchObject([
    {
      state: 'approved',
      comment: 'Yes',
      user: { login: 'mia-maintain', id: 1002 },
      environments: [{ name: 'stack-internal' }],
    },
  ]);
});

test.each([
  [{}, [], null],
  [{ reviewers: ['ada-admin'], preventSelfReview: true }, ['required_reviewers'], null],
  [
    { branches: ['main'], waitTimer: 3 },
    ['wait_timer', 'branch_policy'],
    { protected_branches: false, custom_branch_policies: true },
  ],
  [
    { branches: 'protected' as const },
    ['branch_policy'],
    { protected_branches: true, custom_branch_policies: false },
  ],
])('an environment with %j', async (settings, rules, policy) => {
  const { drive, repo } = await gitHubHarness();
  await drive.environment({ name: 'Live', ...settings });
  const { json } = await repo('GET', '/environments/live', 'job');
  expect(json.protection_rules.map(({ type }: { type: string }) => type)).toEqual(rules);
  expect(json.deployment_branch_policy).toEqual(policy);
  await drive.deleteEnvironment('live');
  expect((await repo('GET', '/environments/Live', 'job')).status).toBe(404);
});

describe('limits and faults', () => {
  test('a spent hour is refused until it is over', async () => {
    const { drive, repo, graphql, api, control } = await gitHubHarness();
    const before = await repo('GET', '', 'job');
    expect(before.headers).toMatchObject({
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '999',
      'x-ratelimit-resource': 'core',
    });
    await drive.rateLimit('job', 1);
    expect((await repo('GET', '', 'job')).status).toBe(200);
    const refused = await repo('GET', '', 'job');
    expect(refused.status).toBe(403);
    expect(refused.headers['x-ratelimit-remaining']).toBe('0');
    await graphql('{ viewer { login } }');
    const limited = await graphql('{ viewer { login } }');
    expect([limited.status, limited.json.errors[0].type]).toEqual([200, 'RATE_LIMITED']);
    expect((await repo('GET', '', 'write')).status).toBe(200);
    expect((await api('GET', '/rate_limit', 'job')).json.resources.core.remaining).toBe(0);
    await control.advance(3601);
    expect((await repo('GET', '', 'job')).status).toBe(200);
  });

  test('faults strike the requests they name', async () => {
    const { drive, repo } = await gitHubHarness();
    await drive.pullRequest({});
    const post = () => repo('POST', '/issues/1/comments', 'job', { body: { body: 'x' } });
    const path = 'repos/acme/handbook/issues/*/comments';
    await drive.fault(
      { kind: 'lost', method: 'POST', path },
      { kind: 'error', status: 502, method: 'POST', path },
      { kind: 'throttled', retryAfter: 7, method: 'POST', path },
      { kind: 'reset', method: 'POST', path },
      { kind: 'truncated', method: 'POST', path },
    );
    expect((await repo('GET', '', 'job')).status).toBe(200);
    await expect(post()).rejects.toThrow();
    expect((await post()).status).toBe(502);
    const throttled = await post();
    expect([throttled.status, throttled.headers['retry-after']]).toEqual([403, '7']);
    await expect(post()).rejects.toThrow();
    await expect(post()).rejects.toThrow();
    expect((await post()).status).toBe(201);
    // The lost and the cut answer were to comments that were made.
    expect((await drive.state()).comments).toHaveLength(3);
    const log = await drive.log();
    expect(log.filter(({ wrote }) => wrote)).toHaveLength(3);
    expect(log.map(({ fault }) => fault)).toContain('lost');
    expect(log[0]?.token).toBe('job');
  });
});

test('answers below the addresses of an Enterprise Server too', async () => {
  const { api } = await gitHubHarness();
  expect((await api('GET', '/api/v3/repos/acme/handbook', 'job')).status).toBe(200);
  const ask = { body: { query: '{ rateLimit { limit } }' } };
  expect((await api('POST', '/api/graphql', 'job', ask)).json.data.rateLimit.limit).toBe(1000);
});
