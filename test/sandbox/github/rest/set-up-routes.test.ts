import { describe, expect, test } from 'vitest';
import { gitHubHarness } from '../../harness.ts';

const custom = { protected_branches: false, custom_branch_policies: true };
const reviewers = [{ type: 'User', id: 1002 }];

describe('an environment', () => {
  test('loses what a later PUT leaves out', async () => {
    const { repo, drive } = await gitHubHarness();
    const put = (body: object) => repo('PUT', '/environments/live', 'admin', { body });
    await put({ wait_timer: 5, reviewers, deployment_branch_policy: custom });
    const path = '/environments/live/deployment-branch-policies';
    await repo('POST', path, 'admin', { body: { name: 'main', type: 'branch' } });
    const [first] = (await drive.state()).environments;
    expect(first).toMatchObject({ waitTimer: 5, reviewers: [{ id: 1002 }], branches: ['main'] });
    await put({ deployment_branch_policy: custom });
    const [second] = (await drive.state()).environments;
    expect(second).toMatchObject({ waitTimer: 0, reviewers: [], branches: ['main'] });
    await put({});
    expect((await drive.state()).environments[0]?.branches).toBe('all');
  });

  test('has reviewers in a private repository of an Enterprise alone', async () => {
    const { repo, drive } = await gitHubHarness({ private: true });
    const put = () => repo('PUT', '/environments/live', 'admin', { body: { reviewers } });
    expect((await put()).status).toBe(422);
    expect((await drive.state()).environments).toEqual([]);
    await drive.repository({ plan: 'enterprise' });
    expect((await put()).status).toBe(200);
  });

  test.each([
    { reviewers: [{ type: 'User', id: 4 }] },
    { deployment_branch_policy: { protected_branches: true, custom_branch_policies: true } },
    { can_admins_bypass: false },
    { wait_timer: -1 },
  ])('takes no %j', async (body) => {
    const { repo } = await gitHubHarness();
    expect((await repo('PUT', '/environments/live', 'admin', { body })).status).toBe(422);
  });

  test('tells the names of its secrets, and to no job', async () => {
    const { repo, drive } = await gitHubHarness();
    await drive.environment({ name: 'live', secrets: ['STACK_TOKEN'] });
    const { json } = await repo('GET', '/environments/live/secrets', 'write');
    expect(json).toMatchObject({ total_count: 1, secrets: [{ name: 'STACK_TOKEN' }] });
    expect((await repo('GET', '/environments/live/secrets', 'job')).status).toBe(403);
    for (const token of ['read', null] as const)
      expect((await repo('GET', '/environments/live/secrets', token)).status).toBe(404);
  });
});

describe('setting up needs', () => {
  test.each([
    ['PUT', '/environments/new', 'admin', {}],
    ['POST', '/environments/live/deployment-branch-policies', 'admin', { name: 'dev' }],
    ['POST', '/labels', 'write', { name: 'docs' }],
  ] as const)('%s %s the role %s', async (method, path, role, body) => {
    const { repo, drive } = await gitHubHarness();
    await drive.environment({ name: 'live', branches: ['main'] });
    const less = role === 'admin' ? 'maintain' : 'triage';
    expect((await repo(method, path, less, { body })).status).toBe(403);
    expect((await repo(method, path, null, { body })).status).toBe(401);
    const job = await repo(method, path, 'job-read', { body });
    expect([job.status, job.json.message]).toEqual([403, 'Resource not accessible by integration']);
    if (role === 'admin') expect((await repo(method, path, 'job', { body })).status).toBe(403);
    expect((await repo(method, path, role, { body })).status).toBeLessThan(300);
  });
});

test('what the organisation pays for is for its owners, and teams for members', async () => {
  const { api } = await gitHubHarness();
  expect((await api('GET', '/orgs/acme', 'admin')).json.plan.name).toBe('team');
  for (const token of ['maintain', 'job', null] as const)
    expect((await api('GET', '/orgs/acme', token)).json.plan).toBeUndefined();
  expect((await api('GET', '/orgs/acme/teams/platform', 'write')).json.id).toBe(8001);
  expect((await api('GET', '/orgs/acme/teams/platform', 'stranger')).status).toBe(404);
  expect((await api('GET', '/orgs/acme/teams/platform', 'job')).status).toBe(403);
});
