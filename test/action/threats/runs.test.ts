import { describe, expect, test } from 'vitest';
import {
  approve,
  createActionWorld,
  protectedRun,
  type ActionWorld,
  type ActionWorldOptions,
} from '../../kit/action-world.ts';
import { expectRefused } from '../expect-refused.ts';

const dispatched = (world: ActionWorld, actor: string) =>
  world.fakeGitHub.run({ actor, event: 'workflow_dispatch' });

/** A world where a plan waits. Nothing that is refused changes it, so that those tests share one. */
async function waiting(options: ActionWorldOptions = {}) {
  const world = await createActionWorld(options);
  return { world, digest: await world.planned() };
}
const shared = await waiting();

describe('a run that was started by hand', () => {
  test('by somebody without the role is refused, also where a maintainer runs it again', async () => {
    const { world, digest } = shared;
    const run = await dispatched(world, 'will-write');
    await expectRefused(world, world.byDispatch(run, digest), 'approver-not-allowed');
    const again = await world.fakeGitHub.rerun(run.id, 'mia-maintain');
    await expectRefused(world, world.byDispatch(again, digest), 'approver-not-allowed');
  });

  test('by a maintainer does not let a writer run it again', async () => {
    const { world, digest } = shared;
    const run = await dispatched(world, 'mia-maintain');
    const again = await world.fakeGitHub.rerun(run.id, 'will-write');
    await expectRefused(world, world.byDispatch(again, digest), 'approver-not-allowed');
    // Not even where the runner's variables are taken for the first attempt's.
    const claimed = { attempt: 1, triggeringActor: 'mia-maintain' };
    await expectRefused(world, world.byDispatch(again, digest, claimed), 'approver-not-allowed');
  });

  test('counts for the digest that was typed in, and for no other', async () => {
    const { world, digest } = await waiting();
    const run = await dispatched(world, 'mia-maintain');
    const other = { payload: { inputs: { digest: `sha256:${'0'.repeat(64)}` } } };
    await expectRefused(world, world.byDispatch(run, digest, other), 'environment-unprotected');
    expect(await world.byDispatch(run, digest)).toMatchObject({ outputs: { created: '1' } });
  });
});

describe('a run by hand whose job may not read it', async () => {
  const pagePermissions = { contents: 'write', 'pull-requests': 'write', issues: 'write' } as const;
  const hiddenRun = async () => {
    const { world, digest } = await waiting({ sandbox: { github: { private: true } } });
    await world.fakeGitHub.permissions(pagePermissions);
    const run = await dispatched(world, 'mia-maintain');
    return { world, digest, run };
  };

  test('counts by the roles of whom the runner names', async () => {
    const { world, digest, run } = await hiddenRun();
    const again = await world.fakeGitHub.rerun(run.id, 'mia-maintain');
    await expectRefused(world, world.byDispatch(again, digest), 'attempt-not-approved');
    const byWriter = await dispatched(world, 'will-write');
    await expectRefused(world, world.byDispatch(byWriter, digest), 'approver-not-allowed');
    const sender = { inputs: { digest }, sender: { id: 1, login: 'mia-maintain' } };
    const other = world.byDispatch(run, digest, { payload: sender });
    await expectRefused(world, other, 'approver-unknown');
    expect(await world.byDispatch(run, digest)).toMatchObject({ outputs: { created: '1' } });
  });

  test('is ended by a later attempt, which does not make the yes younger', async () => {
    const { world, digest, run } = await hiddenRun();
    await world.site.fault({ kind: 'error', status: 503, method: 'POST' });
    expect(await world.byDispatch(run, digest)).toMatchObject({ code: 4 });
    await world.site.clearFaults();
    await world.site.advance(8 * 24 * 3600);
    const late = await world.fakeGitHub.rerun(run.id, 'mia-maintain');
    await expectRefused(world, world.byDispatch(late, digest), 'approval-expired');
  });

  test('is ended by a later attempt in time', async () => {
    const { world, digest, run } = await hiddenRun();
    await world.site.fault({ kind: 'error', status: 503, method: 'POST' });
    expect(await world.byDispatch(run, digest)).toMatchObject({ code: 4 });
    await world.site.clearFaults();
    await world.site.advance(6 * 60);
    const byWriter = await world.fakeGitHub.rerun(run.id, 'will-write');
    await expectRefused(world, world.byDispatch(byWriter, digest), 'approver-not-allowed');
    const again = await world.fakeGitHub.rerun(run.id, 'mia-maintain');
    expect(await world.byDispatch(again, digest)).toMatchObject({ outputs: { created: '1' } });
  });

  const sharedRun = await hiddenRun();
  test.each([
    ['fails', { kind: 'error', status: 500, times: 9 }],
    ['breaks off', { kind: 'reset', times: 9 }],
    ['does not know the token', { kind: 'unauthorized' }],
    ['has had too many requests', { kind: 'error', status: 403, retryAfter: 3600, times: 9 }],
  ] as const)('does not count where GitHub %s', async (_, fault) => {
    const { world, digest, run } = sharedRun;
    await world.fakeGitHub.clearFaults();
    await world.fakeGitHub.fault({ ...fault, path: 'repos/*/*/actions/runs/*' });
    const acted = await world.byDispatch(run, digest);
    expect(acted.code).toBe(1);
    expect(acted.outputs['reason']).toMatch(/^forge-/);
    expect(await world.titles()).toEqual([]);
  });
});

describe('a later attempt', () => {
  test('of a run that recorded nothing cannot go on', async () => {
    const { world, digest } = shared;
    const run = await protectedRun(world);
    await approve(world, run);
    const again = await world.fakeGitHub.rerun(run.id, 'will-write');
    await expectRefused(world, world.byEnvironment(again, digest), 'attempt-not-approved');
  });

  test('ends what the first attempt had begun, and nothing more', async () => {
    const { world, digest } = await waiting();
    const run = await protectedRun(world);
    await approve(world, run);
    await world.site.fault({ kind: 'error', status: 503, method: 'POST' });
    const first = await world.byEnvironment(run, digest);
    expect(first).toMatchObject({ code: 4, outputs: { decision: 'approved', failed: '1' } });
    await world.site.clearFaults();
    await world.site.advance(6 * 60);
    const again = await world.fakeGitHub.rerun(run.id, 'will-write');
    expect((await world.byEnvironment(again, digest)).outputs).toMatchObject({ created: '1' });
  });
});

describe('an environment', () => {
  test.each<[string, Parameters<typeof protectedRun>[1] | null]>([
    ['that nobody made', null],
    ['without reviewers', { reviewers: [] }],
    ['open to every branch', { branches: 'all' as const }],
    ['open to the protected branches', { branches: 'protected' as const }],
    ['open to no branch that is listed', { branches: [] }],
    ['open to a tag of that name', { branches: ['main'], tags: ['main'] }],
    ['open to more than a page', { branches: [...Array<string>(100).fill('main'), 'm*'] }],
    ...['*', '?*', '[a-z]*', 'm*', 'release/*'].map((pattern): [string, { branches: string[] }] => [
      `open by ${pattern}`,
      { branches: ['main', pattern] },
    ]),
  ])('%s gives no approval', async (_, change) => {
    const { world, digest } = shared;
    const run = await protectedRun(world, change ?? {});
    await approve(world, run);
    if (change === null) await world.fakeGitHub.deleteEnvironment('stack-internal');
    await expectRefused(world, world.byEnvironment(run, digest), 'environment-unprotected');
  });

  test.each([
    ['environments/*/deployment-branch-policies', 404],
    ['environments/*', 404],
    ['environments/*/deployment-branch-policies', 403],
    ['actions/runs/*/approvals', 404],
  ] as const)('whose request %s is answered %i gives none', async (path, status) => {
    const { world, digest } = shared;
    const run = await protectedRun(world);
    await approve(world, run);
    await world.fakeGitHub.fault({ kind: 'error', status, path: `repos/*/*/${path}`, times: 9 });
    const acted = await world.byEnvironment(run, digest);
    await world.fakeGitHub.clearFaults();
    expect(acted.code).not.toBe(0);
    expect(await world.titles()).toEqual([]);
  });

  test.each(['before', 'after'])(
    'that was rejected %s it was approved gives none',
    async (when) => {
      const { world, digest } = shared;
      const run = await protectedRun(world);
      const no = { run: run.id, environment: 'Stack-Internal', by: 'ada-admin' };
      if (when === 'before') await world.fakeGitHub.approve({ ...no, state: 'rejected' });
      await approve(world, run);
      if (when === 'after') await world.fakeGitHub.approve({ ...no, state: 'rejected' });
      await expectRefused(world, world.byEnvironment(run, digest), 'approval-missing');
    },
  );

  test('that nobody approved, that was rejected, and another than ours give none', async () => {
    const { world, digest } = shared;
    const run = await protectedRun(world);
    await expectRefused(world, world.byEnvironment(run, digest), 'approval-missing');
    await world.fakeGitHub.environment({
      name: 'staging',
      reviewers: ['will-write'],
      branches: ['main'],
    });
    await world.fakeGitHub.approve({ run: run.id, environment: 'staging', by: 'will-write' });
    await expectRefused(world, world.byEnvironment(run, digest), 'approval-missing');
    const by = 'mia-maintain';
    await world.fakeGitHub.approve({
      run: run.id,
      environment: 'stack-internal',
      by,
      state: 'rejected',
    });
    await expectRefused(world, world.byEnvironment(run, digest), 'approval-missing');
  });

  test('cannot be looked at without the permission, and so gives none', async () => {
    const { world, digest } = await waiting({ sandbox: { github: { private: true } } });
    const run = await protectedRun(world);
    await approve(world, run);
    await world.fakeGitHub.permissions({ contents: 'write', 'pull-requests': 'read' });
    await expectRefused(world, world.byEnvironment(run, digest), 'forge-refused');
  });

  test('is no way in for a comment, nor for another way than the configuration accepts', async () => {
    const { world, digest } = await waiting({ more: 'approval: { accept: [environment] }' });
    const run = await protectedRun(world);
    await approve(world, run);
    const comment = await world.fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
    await expectRefused(world, world.byComment(comment, { run: run.id }), 'mechanism-not-accepted');
    const byHand = await dispatched(world, 'mia-maintain');
    await expectRefused(world, world.byDispatch(byHand, digest), 'mechanism-not-accepted');
    expect((await world.byEnvironment(run, digest)).outputs).toMatchObject({ created: '1' });
  });
});

test('another branch is refused, before anything is asked for', async () => {
  const { world, digest } = shared;
  const run = await dispatched(world, 'mia-maintain');
  const before = (await world.fakeGitHub.log()).length;
  for (const ref of ['refs/heads/evil', 'refs/tags/main', 'refs/pull/1/merge'])
    await expectRefused(world, world.byDispatch(run, digest, { ref }), 'not-default-branch');
  expect((await world.fakeGitHub.log()).length).toBe(before);
});
