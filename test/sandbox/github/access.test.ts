import { describe, expect, test } from 'vitest';
import type { GivenPermissions } from '../../../sandbox/index.ts';
import { gitHubHarness } from '../harness.ts';

async function filled(closed: boolean) {
  const harness = await gitHubHarness({ private: closed });
  const { drive } = harness;
  await drive.pullRequest({ merged: '2026-11-20T10:00:00Z' });
  const comment = await drive.comment(1, 'will-write', 'Hello');
  const run = await drive.run({ actor: 'will-write' });
  await drive.environment({ name: 'stack-internal' });
  return { ...harness, comment, run };
}

describe("a job's token", () => {
  // What a missing line under `permissions:` does, on a private and on a public repository.
  const cases: readonly [
    path: string,
    method: string,
    permissions: GivenPermissions,
    closed: number,
    open: number,
  ][] = [
    ['', 'GET', {}, 200, 200],
    ['/pulls/1', 'GET', {}, 403, 200],
    ['/pulls/1', 'GET', { 'pull-requests': 'read' }, 200, 200],
    ['/issues/comments/C', 'GET', {}, 403, 200],
    ['/issues/comments/C', 'GET', { 'pull-requests': 'read' }, 200, 200],
    ['/issues/1/comments', 'POST', { 'pull-requests': 'read' }, 403, 403],
    ['/issues/1/comments', 'POST', { 'pull-requests': 'write' }, 201, 201],
    ['/issues/1/comments', 'POST', { issues: 'write' }, 201, 201],
    ['/issues/comments/C/reactions', 'POST', { 'pull-requests': 'write' }, 403, 403],
    ['/issues/comments/C/reactions', 'POST', { issues: 'write' }, 201, 201],
    ['/actions/runs/R', 'GET', { contents: 'write' }, 403, 200],
    ['/actions/runs/R', 'GET', { actions: 'read' }, 200, 200],
    ['/actions/runs/R/approvals', 'GET', { actions: 'none' }, 403, 200],
    ['/environments/stack-internal', 'GET', { actions: 'read' }, 200, 200],
    ['/collaborators/ada-admin/permission', 'GET', {}, 200, 200],
  ];

  test.each(cases)('%s %s with %j', async (path, method, permissions, closed, open) => {
    for (const [secret, expected] of [
      [true, closed],
      [false, open],
    ] as const) {
      const { repo, drive, comment, run } = await filled(secret);
      await drive.permissions(permissions);
      const full = path.replace('C', String(comment.id)).replace('R', String(run.id));
      const ask = method === 'POST' ? { body: { body: 'x', content: 'eyes' } } : {};
      const answer = await repo(method, full, 'job', ask);
      expect(answer.status, answer.text).toBe(expected);
      if (expected === 403)
        expect(answer.json.message).toBe('Resource not accessible by integration');
    }
  });

  test('is told what a request needs', async () => {
    const { repo } = await filled(true);
    const { headers } = await repo('GET', '/pulls/1', 'job-read');
    expect(headers['x-accepted-github-permissions']).toBe('pull_requests=read');
  });
});

describe('who may see and do what', () => {
  test.each([
    ['stranger', true, 404],
    [null, true, 404],
    ['read', true, 200],
    ['invalid', true, 401],
    ['stranger', false, 200],
    [null, false, 200],
    ['invalid', false, 401],
  ] as const)('%s reads, private: %s', async (token, closed, status) => {
    const { repo, api } = await filled(closed);
    expect((await repo('GET', '/pulls/1', token)).status).toBe(status);
    expect((await api('GET', '/repos/acme/other', 'admin')).status).toBe(404);
  });

  test.each([
    ['ada-admin', 'admin', 'admin'],
    ['mia-maintain', 'write', 'maintain'],
    ['will-write', 'write', 'write'],
    ['tria-triage', 'read', 'triage'],
    ['rea-read', 'read', 'read'],
  ])('%s has the old permission %s', async (login, permission, role) => {
    const { repo } = await filled(true);
    const { json } = await repo('GET', `/collaborators/${login}/permission`, 'job');
    expect(json).toMatchObject({ permission, role_name: role, user: { login } });
    expect(json.user.permissions).toMatchObject({
      maintain: role === 'admin' || role === 'maintain',
      push: permission !== 'read',
      pull: true,
    });
  });

  test('a stranger reads a public repository and is nothing in a private one', async () => {
    for (const [closed, permission] of [
      [false, 'read'],
      [true, 'none'],
    ] as const) {
      const { repo } = await filled(closed);
      const { json } = await repo('GET', '/collaborators/sten-stranger/permission', 'job');
      expect(json.permission).toBe(permission);
      expect(json.user.permissions.push).toBe(false);
    }
  });

  test('looking at permissions needs push', async () => {
    const { repo } = await filled(false);
    const path = '/collaborators/ada-admin/permission';
    expect((await repo('GET', path, 'write')).status).toBe(200);
    expect((await repo('GET', path, 'triage')).status).toBe(403);
    expect((await repo('GET', path, null)).status).toBe(401);
  });

  test("another's comment is changed by who may push", async () => {
    const { repo, comment } = await filled(false);
    const at = `/issues/comments/${comment.id}`;
    const body = { body: { body: 'x' } };
    expect((await repo('PATCH', at, 'stranger', body)).status).toBe(403);
    expect((await repo('DELETE', at, 'triage')).status).toBe(403);
    expect((await repo('PATCH', at, 'maintain', body)).status).toBe(200);
    expect((await repo('POST', '/issues/1/comments', null, body)).status).toBe(401);
  });

  test('what is not served says so', async () => {
    const { repo, api } = await filled(false);
    for (const answer of [
      await repo('GET', '/branches', 'job'),
      await repo('DELETE', '', 'admin'),
      await api('GET', '/orgs/acme/members', 'admin'),
    ]) {
      expect(answer.status).toBe(501);
      expect(answer.json.message).toContain('does not serve');
    }
  });
});
