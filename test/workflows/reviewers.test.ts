import { describe, expect, test } from 'vitest';
import { approve, protectedRun } from '../kit/action-world.ts';
import { createWorkflowWorld, type Trigger, type WorkflowWorld } from './workflow-world.ts';

const here = (isPrivate = true) =>
  createWorkflowWorld('reviewers', { sandbox: { github: { private: isPrivate } } });

describe.each([
  ['private', true],
  ['public', false],
] as const)('in a %s repository', (_, isPrivate) => {
  test('a push plans, and what its reviewer approved is published in the same run', async () => {
    const world = await here(isPrivate);
    // act does not wait at an environment: the reviewer's yes stands there before.
    const run = await approve(world, await protectedRun(world));
    const ran = await world.run({ event: 'push', run });
    expect(ran).toMatchObject({ code: 0, jobs: { plan: 'success', publish: 'success' } });
    expect(ran.versions).toEqual({ plan: process.version, publish: process.version });
    expect(process.version).toMatch(/^v24\./);
    const digest = ran.outputs['plan']?.['digest'];
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(ran.outputs['publish']).toMatchObject({ digest, decision: 'approved', created: '1' });
    expect(ran.summaries['publish']).toContain('mia-maintain');
    expect(ran.summaries['plan']).toContain('](https://github.example/artifacts/1)');
    expect(ran.uploaded['stack-publish-plan']).toContain(digest);
    expect(await world.titles()).toEqual(['The first page']);

    const again = await world.push();
    expect(again.jobs).toEqual({ plan: 'success' });
    expect(again.outputs['plan']).toMatchObject({ digest: '', unchanged: '1' });
    expect(again.uploaded, 'nothing to look at').toEqual({});
  });
});

describe('in a run that somebody started to be asked again', () => {
  const byHand = async (
    world: WorkflowWorld,
    rules: Parameters<typeof protectedRun>[1] = {},
    said?: 'approved' | 'rejected',
  ) => {
    const { id } = await protectedRun(world, rules);
    const approval = { run: id, environment: 'stack-internal', by: 'mia-maintain' };
    const waiting = (await world.fakeGitHub.state()).runs.find((run) => run.id === id);
    const run = said ? await world.fakeGitHub.approve({ ...approval, state: said }) : waiting;
    return { event: 'workflow_dispatch', payload: { inputs: {} }, ...(run && { run }) };
  };

  test('what was not approved is not published, and then what was approved is', async () => {
    const world = await here();
    const first = await world.run({ event: 'push', run: await protectedRun(world) });
    expect(first).toMatchObject({ code: 1, jobs: { plan: 'success', publish: 'failure' } });
    expect(first.outputs['publish']).toMatchObject({ reason: 'approval-missing' });
    const digest = first.outputs['plan']?.['digest'];
    const before = await world.state();

    const again = await world.push();
    expect(again.jobs, 'a push asks but once').toEqual({ plan: 'success' });
    expect(again.outputs['plan']).toMatchObject({ digest: '', create: '1' });

    const refused: readonly [reason: string, decision: string, trigger: Trigger][] = [
      ['approval-missing', 'refused', await byHand(world)],
      ['approval-missing', 'refused', await byHand(world, {}, 'rejected')],
      ['forge-refused', 'none', { ...(await byHand(world, {}, 'approved')), without: 'actions' }],
    ];
    for (const [reason, decision, trigger] of refused) {
      const ran = await world.run(trigger);
      expect(ran).toMatchObject({ code: 1, jobs: { plan: 'success', publish: 'failure' } });
      expect(ran.outputs['plan']).toMatchObject({ digest });
      expect(ran.outputs['publish']).toMatchObject({ decision, reason });
    }
    for (const rules of [{ reviewers: [] }, { branches: 'all' as const }]) {
      const ran = await world.run(await byHand(world, rules, 'approved'));
      expect(ran.jobs).toEqual({ plan: 'success', publish: 'failure' });
      expect(ran.outputs['publish']).toMatchObject({ reason: 'environment-unprotected' });
    }
    expect(await world.state()).toMatchObject({ ledger: before.ledger, writes: { site: [] } });

    const ran = await world.run(await byHand(world, {}, 'approved'));
    expect(ran.jobs).toEqual({ plan: 'success', publish: 'success' });
    expect(ran.outputs['publish']).toMatchObject({ digest, decision: 'approved', created: '1' });
    expect(await world.titles()).toEqual(['The first page']);
  });
});
