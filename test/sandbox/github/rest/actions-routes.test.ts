import { expect, test } from 'vitest';
import { gitHubHarness } from '../../harness.ts';

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
