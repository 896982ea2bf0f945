import { describe, expect, test } from 'vitest';
import { holdPage, source } from './hold.ts';
import { approve, protectedRun } from '../kit/action-world.ts';
import { createWorkflowWorld, type Trigger, type WorkflowWorld } from './workflow-world.ts';

const here = (isPrivate = true) =>
  createWorkflowWorld('comment', { sandbox: { github: { private: isPrivate } } });

/** All that a run writes to GitHub: the ledger, and the sign under a comment. */
const pushed = 'job /acme/handbook.git/git-receive-pack';
const reacted = 'job /repos/acme/handbook/issues/comments/N/reactions';

/** The signs under all comments. */
async function reactions(world: WorkflowWorld): Promise<string[]> {
  const { comments } = await world.fakeGitHub.state();
  return comments.flatMap((comment) => comment.reactions.map(({ content }) => content));
}

async function digestOf(world: WorkflowWorld): Promise<string> {
  const { outputs } = await world.push();
  expect(outputs['plan']?.['digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
  return outputs['plan']?.['digest'] ?? '';
}

describe.each([
  ['private', true],
  ['public', false],
] as const)('in a %s repository', (_, isPrivate) => {
  test('a push plans, and a comment of a maintainer publishes just that', async () => {
    const world = await here(isPrivate);
    const planned = await world.push();
    expect(planned.jobs).toEqual({ plan: 'success' });
    expect(planned.versions['plan']).toMatch(/^v24\./);
    expect(planned.outputs['plan']).toMatchObject({ decision: 'none', create: '1', reason: '' });
    const digest = planned.outputs['plan']?.['digest'] ?? '';
    expect(planned.summaries['plan']).toContain(`\n/publish ${digest}\n`);
    const state = await world.state();
    expect(state.ledger).toMatch(/^[0-9a-f]{40}$/);
    expect(state.writes).toEqual({ site: [], fakeGitHub: [pushed] });
    expect(await world.titles()).toEqual([]);

    const published = await world.comment('mia-maintain', `/publish ${digest}`);
    expect(published.jobs).toEqual({ publish: 'success' });
    expect(published.versions['publish']).toMatch(/^v24\./);
    expect(published.outputs['publish']).toMatchObject({
      digest,
      decision: 'approved',
      created: '1',
      failed: '0',
    });
    expect(await world.titles()).toEqual(['The first page']);
    expect((await world.state()).ledger).not.toBe(state.ledger);
    const { writes } = await world.state();
    expect(writes.site).toEqual(['write /v3/teams/acme/articles']);
    expect(new Set(writes.fakeGitHub)).toEqual(new Set([pushed, reacted]));
    expect(await reactions(world)).toEqual(['rocket']);

    const again = await world.push();
    expect(again.jobs).toEqual({ plan: 'success' });
    expect(again.outputs['plan']).toMatchObject({ digest: '', create: '0', unchanged: '1' });
  });

  test('a maintainer starts a run with the digest', async () => {
    const world = await here(isPrivate);
    const digest = await digestOf(world);
    const ran = await world.dispatch('mia-maintain', { digest });
    expect(ran.jobs).toEqual({ publish: 'success' });
    expect(ran.outputs['publish']).toMatchObject({ decision: 'approved', created: '1' });
    expect(await world.titles()).toEqual(['The first page']);
  });
});

test('nothing is written, and the job fails, where somebody else asks for it', async () => {
  const world = await here();
  const digest = await digestOf(world);
  const unknown = `sha256:${'0'.repeat(64)}`;
  const before = await world.state();
  const asked = [
    () => world.comment('sten-stranger', `/publish ${digest}`),
    () => world.comment('will-write', `/publish ${digest}`),
    () => world.dispatch('will-write', { digest }),
  ];
  for (const ask of asked) {
    const ran = await ask();
    expect(ran).toMatchObject({ code: 1, jobs: { publish: 'failure' } });
    expect(ran.outputs['publish']).toMatchObject({
      decision: 'refused',
      reason: 'approver-not-allowed',
    });
    const { ledger, requests, writes } = await world.state();
    expect({ ledger, writes }).toEqual({ ledger: before.ledger, writes: before.writes });
    expect(requests.site, 'the site is not even asked').toEqual(before.requests.site);
  }
  const ran = await world.comment('mia-maintain', `/publish ${unknown}`);
  expect(ran).toMatchObject({ code: 1, jobs: { publish: 'failure' } });
  expect(ran.outputs['publish']).toMatchObject({ decision: 'refused', reason: 'unknown-digest' });
  const { ledger, writes } = await world.state();
  expect({ ledger, site: writes.site }).toEqual({ ledger: before.ledger, site: [] });
  // Nobody but a maintainer is answered.
  expect(await reactions(world)).toEqual(['confused']);
});

test('a comment that is no command starts no job, or one that does nothing at all', async () => {
  const world = await here();
  const digest = await digestOf(world);
  const command = `/publish ${digest}`;
  const before = await world.state();
  const idle: readonly [body: string, more: Partial<Trigger>][] = [
    ['Looks good to me. When will this be published?', {}],
    [`> ${command}`, {}],
    [command, { payload: { issue: { number: 1 } } }],
  ];
  for (const [body, more] of idle) {
    const ran = await world.comment('mia-maintain', body, more);
    expect(ran).toMatchObject({ code: 0, jobs: {}, versions: {}, raw: {} });
  }
  const started: typeof idle = [
    [`${command} please`, {}],
    // act does not look at `types: [created]`.
    [command, { payload: { action: 'edited' } }],
  ];
  for (const [body, more] of started) {
    const ran = await world.comment('mia-maintain', body, more);
    expect(ran).toMatchObject({ code: 0, jobs: { publish: 'success' }, outputs: {} });
    expect(ran.versions['publish']).toMatch(/^v24\./);
    expect(ran.raw).toEqual({});
  }
  expect(await world.state()).toEqual(before);
});

test('in a private repository the job that publishes needs what the workflow gives it', async () => {
  const world = await here();
  const digest = await digestOf(world);
  for (const [without, reason] of [
    ['contents', 'ledger-unreadable'],
    ['pull-requests', 'forge-refused'],
  ] as const) {
    const ran = await world.comment('mia-maintain', `/publish ${digest}`, { without });
    expect(ran.jobs).toEqual({ publish: 'failure' });
    expect(ran.outputs['publish'], without).toMatchObject({ reason });
  }
  expect(await world.titles()).toEqual([]);
  const unanswered = await world.comment('mia-maintain', `/publish ${digest}`, {
    without: 'issues',
  });
  expect(unanswered.outputs['publish']).toMatchObject({ decision: 'approved', created: '1' });
  expect(unanswered.raw['publish']).toContain('The comment was not answered.');
});

describe.each([
  ['comment', true],
  ['comment', false],
  ['reviewers', true],
] as const)('with %s.yml, in a private repository: %s', (workflow, isPrivate) => {
  test('a comment of a maintainer ends a hold, and nobody else does', async () => {
    const world = await createWorkflowWorld(workflow, {
      sandbox: { github: { private: isPrivate } },
    });
    if (workflow === 'comment')
      await world.comment('mia-maintain', `/publish ${await digestOf(world)}`);
    else await world.run({ event: 'push', run: await approve(world, await protectedRun(world)) });
    expect(await world.titles()).toEqual(['The first page']);
    const held = await holdPage(world);
    const command = `/resolve ${source} site`;
    expect(held.summaries['plan']).toContain(`\n${command}\n`);
    const before = await world.state();
    for (const login of ['will-write', 'sten-stranger']) {
      const ran = await world.comment(login, command);
      expect(ran).toMatchObject({ code: 1, jobs: { resolve: 'failure' } });
      expect(ran.outputs['resolve']).toMatchObject({ reason: 'approver-not-allowed' });
      const { ledger, requests, writes } = await world.state();
      expect({ ledger, writes }).toEqual({ ledger: before.ledger, writes: before.writes });
      expect(requests.site).toEqual(before.requests.site);
    }
    for (const body of [`Please ${command}`, `> ${command}`])
      expect(await world.comment('mia-maintain', body)).toMatchObject({ code: 0, jobs: {} });
    const idle = await world.comment('mia-maintain', `${command} please`);
    expect(idle).toMatchObject({ code: 0, jobs: { resolve: 'success' }, outputs: {}, raw: {} });

    const signs = await reactions(world);
    const decided = await world.comment('mia-maintain', command);
    expect(decided).toMatchObject({ code: 0, jobs: { resolve: 'success' } });
    expect(decided.outputs['resolve']).toMatchObject({ decision: 'approved', reason: '' });
    expect(decided.summaries['resolve']).toContain('mia-maintain');
    expect((await world.state()).writes.site).toEqual(before.writes.site);
    expect(await reactions(world)).toEqual([...signs, 'rocket']);
    const again = await world.push();
    expect(again.outputs['plan']).toMatchObject({ held: '0', unchanged: '1' });
  });
});

test('in a private repository the job that decides needs what the workflow gives it', async () => {
  const world = await here();
  await world.comment('mia-maintain', `/publish ${await digestOf(world)}`);
  await holdPage(world);
  const command = `/resolve ${source} site`;
  for (const [without, reason] of [
    ['contents', 'ledger-unreadable'],
    ['pull-requests', 'forge-refused'],
  ] as const) {
    const ran = await world.comment('mia-maintain', command, { without });
    expect(ran.outputs['resolve'], without).toMatchObject({ reason });
  }
  const unanswered = await world.comment('mia-maintain', command, { without: 'issues' });
  expect(unanswered.outputs['resolve']).toMatchObject({ decision: 'approved' });
  expect(unanswered.raw['resolve']).toContain('The comment was not answered.');
});
