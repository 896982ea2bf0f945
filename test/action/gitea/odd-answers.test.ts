import { describe, expect, test } from 'vitest';
import { createGiteaWorld } from '../../kit/gitea-world.ts';
import { expectRefused } from '../expect-refused.ts';

const world = await createGiteaWorld();
const digest = await world.planned();
const { gitea } = world;
const run = 'repos/*/*/actions/runs/*';
const role = 'repos/*/*/collaborators/*/permission';
const comment = 'repos/*/*/issues/comments/*';

describe('nobody approves where Gitea', () => {
  test.each([
    ['fails', run, { kind: 'error', status: 500 }, 'forge-unreachable'],
    ['breaks off', run, { kind: 'reset' }, 'forge-unreachable'],
    ['breaks off in the middle', run, { kind: 'truncated' }, 'forge-unreachable'],
    ['does not know the token', run, { kind: 'unauthorized' }, 'forge-refused'],
    ['does not know the run', run, { kind: 'error', status: 404 }, 'approver-unknown'],
    ['denies the run', run, { kind: 'error', status: 403 }, 'approver-unknown'],
    ['answers with a page', run, { kind: 'html' }, 'forge-unreachable'],
    ['answers with a page and 404', run, { kind: 'html', status: 404 }, 'forge-refused'],
    ['leads elsewhere', run, { kind: 'html', status: 302 }, 'forge-refused'],
    ['does not know the person', role, { kind: 'error', status: 404 }, 'approver-not-allowed'],
    ['denies the role', role, { kind: 'error', status: 403 }, 'forge-refused'],
    ['fails at the role', role, { kind: 'error', status: 502 }, 'forge-unreachable'],
    ['answers with a page for a role', role, { kind: 'html' }, 'forge-unreachable'],
  ] as const)('%s: %s', async (_, path, fault, reason) => {
    gitea.faults.add({ ...fault, path, times: 9 });
    const acted = world.byDispatch(gitea.start('workflow_dispatch', 'mia'), digest);
    await expectRefused(world, acted, reason);
    gitea.faults.clear();
  });

  test.each([
    ['denies the comment', { kind: 'error', status: 403 }, 'approval-missing'],
    ['does not know the comment', { kind: 'error', status: 404 }, 'approval-missing'],
    ['fails at the comment', { kind: 'error', status: 500 }, 'forge-unreachable'],
  ] as const)('%s', async (_, fault, reason) => {
    gitea.faults.add({ ...fault, path: comment, times: 9 });
    const acted = world.byComment(gitea.comment(1, 'mia', `/publish ${digest}`));
    await expectRefused(world, acted, reason);
    gitea.faults.clear();
  });
});

test('and somebody does once it answers', async () => {
  const acted = await world.byDispatch(gitea.start('workflow_dispatch', 'mia'), digest);
  expect(acted).toMatchObject({ code: 0, outputs: { created: '1' } });
});
