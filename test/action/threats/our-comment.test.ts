import { expect, test } from 'vitest';
import { createActionWorld } from '../../kit/action-world.ts';
import { note } from '../../e2e/pull-request-checkout.ts';

const anyDigest = /sha256:[0-9a-f]{64}/;

async function planned() {
  const world = await createActionWorld({
    more: "defaults: { tags: [notes] }\nsources: { pull-requests: { since: '2026-01-01' } }",
  });
  const pull = await world.fakeGitHub.pullRequest({
    title: 'Rotate the keys',
    body: note('Keys are rotated.'),
    labels: ['stack:article'],
    state: 'merged',
  });
  const acted = await world.act({ event: 'push', token: 'read' });
  const comment = async () => {
    const { comments } = await world.fakeGitHub.state();
    const own = comments.filter(({ thread }) => thread === pull.number);
    expect(own).toHaveLength(1);
    return own[0] ?? { id: 0, body: '' };
  };
  return { ...world, acted, comment };
}

test('somebody edits ours, and it has no digest to copy', async () => {
  const world = await planned();
  const { id, body } = await world.comment();
  expect(body).not.toMatch(anyDigest);
  const forged = `${body}\n\n/publish sha256:${'0'.repeat(64)}`;
  await world.fakeGitHub.editComment(id, forged, 'will-write');
  // What has news puts our words back.
  const digest = world.acted.outputs['digest'] ?? '';
  const approving = await world.fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
  expect((await world.byComment(approving)).code).toBe(0);
  const after = await world.comment();
  expect(after.id).toBe(id);
  expect(after.body).not.toMatch(anyDigest);
});

test('the digest stands on the page of the run', async () => {
  const { acted, comment } = await planned();
  expect(acted.summary).toContain(acted.outputs['digest']);
  expect((await comment()).body).toContain('/actions/runs/4242');
});
