import { expect, test } from 'vitest';
import { holdPage, source } from './hold.ts';
import { createWorkflowWorld } from './workflow-world.ts';

test.each([
  ['private', true],
  ['public', false],
] as const)(
  'in a %s repository a maintainer publishes by hand, and ends a hold',
  async (_, isPrivate) => {
    const world = await createWorkflowWorld('dispatch', {
      sandbox: { github: { private: isPrivate } },
    });
    const planned = await world.push();
    expect(planned.jobs).toEqual({ plan: 'success' });
    const digest = planned.outputs['plan']?.['digest'] ?? '';
    expect(planned.summaries['plan']).toContain(`gh workflow run dispatch.yml -f digest=${digest}`);
    const published = await world.dispatch('mia-maintain', { digest });
    expect(published.jobs).toEqual({ publish: 'success' });
    expect(await world.titles()).toEqual(['The first page']);

    const held = await holdPage(world);
    const line = `gh workflow run dispatch.yml -f source=${source} -f resolution=site`;
    expect(held.summaries['plan']).toContain(line);
    const before = await world.state();
    const refused = await world.dispatch('will-write', { source, resolution: 'site' });
    expect(refused).toMatchObject({ code: 1, jobs: { resolve: 'failure' } });
    expect(refused.outputs['resolve']).toMatchObject({ reason: 'approver-not-allowed' });
    expect((await world.state()).ledger).toBe(before.ledger);

    const decided = await world.dispatch('mia-maintain', { source, resolution: 'site' });
    expect(decided).toMatchObject({ code: 0, jobs: { resolve: 'success' } });
    expect(decided.outputs['resolve']).toMatchObject({ decision: 'approved' });
    expect((await world.state()).writes.site).toEqual(before.writes.site);
    const again = await world.dispatch('mia-maintain', {});
    expect(again.jobs).toEqual({ plan: 'success' });
    expect(again.outputs['plan']).toMatchObject({ held: '0', digest: '' });
  },
);

test('a digest with a source publishes, and says what is missing where half is given', async () => {
  const world = await createWorkflowWorld('dispatch');
  await world.push();
  const ran = await world.dispatch('mia-maintain', { source });
  expect(ran).toMatchObject({ code: 1, jobs: { resolve: 'failure' } });
  expect(ran.outputs['resolve']).toMatchObject({ decision: 'none', reason: 'usage' });
  expect(ran.raw['resolve']).toContain('the input `resolution` is empty');
});
