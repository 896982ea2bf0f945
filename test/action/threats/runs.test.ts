import { describe, expect, test } from 'vitest';
import {
  approve,
  createActionWorld,
  protectedRun,
  type ActionWorld,
  type ActionWorldOptions,
} from '../../kit/action-world.ts';
import { page } from '../../kit/page.ts';
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

  test('by a bot is refused whatever its role', async () => {
    const { world, digest } = shared;
    await world.fakeGitHub.user({ login: 'release-helper[bot]', role: 'admin' });
    const run = await dispatched(world, 'release-helper[bot]');
    await expectRefused(world, world.byDispatch(run, digest), 'approver-not-a-person');
  });

  test('counts for the digest that was typed in, and for no other', async () => {
    const { world, digest } = await waiting();
    const run = await dispatched(world, 'mia-maintain');
    const other = { payload: { inputs: { digest: `sha256:${'0'.repeat(64)}` } } };
    await expectRefused(world, world.byDispatch(run, digest, other), 'environment-unprotected');
    expect(await world.byDispatch(run, digest)).toMatchObject({ outputs: { created: '1' } });
  });
});

describe('a run by hand', () => {
  test('that its job may not read is nobody’s, and counts once it may', async () => {
    const { world, digest } = await waiting({ sandbox: { github: { private: true } } });
    const run = await dispatched(world, 'mia-maintain');
    await world.fakeGitHub.permissions({ contents: 'write', 'pull-requests': 'write' });
    await expectRefused(world, world.byDispatch(run, digest), 'approver-unknown');
    await world.fakeGitHub.permissions({
      contents: 'write',
      'pull-requests': 'read',
      actions: 'read',
    });
    expect(await world.byDispatch(run, digest)).toMatchObject({ outputs: { created: '1' } });
  });

  test.each([
    ['fails', { kind: 'error', status: 500, times: 9 }, 'forge-unreachable'],
    ['breaks off', { kind: 'reset', times: 9 }, 'forge-unreachable'],
    ['does not know the token', { kind: 'unauthorized' }, 'forge-refused'],
    ['does not know the run', { kind: 'error', status: 404 }, 'approver-unknown'],
    ['denies the run', { kind: 'error', status: 403 }, 'approver-unknown'],
    [
      'has had too many requests',
      { kind: 'error', status: 403, retryAfter: 3600, times: 9 },
      'forge-refused',
    ],
  ] as const)('does not count where GitHub %s', async (_, fault, reason) => {
    const { world, digest } = shared;
    const run = await dispatched(world, 'mia-maintain');
    await world.fakeGitHub.fault({ ...fault, path: 'repos/*/*/actions/runs/*' });
    await expectRefused(world, world.byDispatch(run, digest), reason);
    await world.fakeGitHub.clearFaults();
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
    ['environments/*/deployment-branch-policies', 404, 'environment-unprotected'],
    ['environments/*/deployment-branch-policies', 403, 'forge-refused'],
    ['environments/*', 404, 'environment-unprotected'],
    ['environments/*', 403, 'forge-refused'],
    ['actions/runs/*/approvals', 404, 'forge-refused'],
    ['actions/runs/*/approvals', 403, 'forge-refused'],
    ['actions/runs/*', 404, 'approver-unknown'],
    ['actions/runs/*', 403, 'approver-unknown'],
  ] as const)('whose request %s is answered %i gives none', async (path, status, reason) => {
    const { world, digest } = shared;
    const run = await protectedRun(world);
    await approve(world, run);
    await world.fakeGitHub.fault({ kind: 'error', status, path: `repos/*/*/${path}`, times: 9 });
    await expectRefused(world, world.byEnvironment(run, digest), reason);
    await world.fakeGitHub.clearFaults();
  });

  test.each([
    ['somebody with write access', { actor: 'will-write' }, {}],
    ['a bot', { actor: 'release-helper[bot]' }, {}],
    // GitHub tells nothing of the repository then.
    ['the schedule', { event: 'schedule' }, { repository: undefined }],
  ])('gives a yes to a run that %s started', async (_, started, payload) => {
    const { world, digest } = await waiting();
    await world.fakeGitHub.user({ login: 'release-helper[bot]' });
    const { id } = await protectedRun(world);
    const run = await world.fakeGitHub.run({ id, actor: 'will-write', ...started });
    await approve(world, run);
    const { event = 'push' } = started as { event?: string };
    const acted = await world.byEnvironment(run, digest, { event, payload });
    expect(acted).toMatchObject({ code: 0, outputs: { decision: 'approved', created: '1' } });
  });

  test('open to another branch than the default one gives none where the event names none', async () => {
    const { world, digest } = shared;
    const run = await protectedRun(world, { branches: ['next'] });
    await approve(world, run);
    const named = { payload: { repository: undefined } };
    await expectRefused(world, world.byEnvironment(run, digest, named), 'environment-unprotected');
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

  test('gives a yes to one plan, and not to another one in the same run', async () => {
    const { world, digest } = await waiting();
    const run = await protectedRun(world);
    await approve(world, run);
    expect(await world.byEnvironment(run, digest)).toMatchObject({ outputs: { created: '1' } });
    await world.checkout.write({ 'docs/b.md': page('The second page', 'two\n') });
    await world.checkout.commit();
    await world.push();
    const next = await world.planned();
    const acted = await world.byEnvironment(run, next);
    expect(acted).toMatchObject({ code: 3, outputs: { reason: 'approval-used' } });
    expect(await world.titles()).toEqual(['The first page']);
    const other = await protectedRun(world);
    await approve(world, other);
    expect(await world.byEnvironment(other, next)).toMatchObject({ outputs: { created: '1' } });
  });

  test('gives none to a run that waited too long', async () => {
    const { world, digest } = await waiting();
    const run = await protectedRun(world);
    await world.site.advance(8 * 24 * 3600);
    await approve(world, run);
    await expectRefused(world, world.byEnvironment(run, digest), 'approval-expired');
    const fresh = await protectedRun(world);
    await approve(world, fresh);
    expect(await world.byEnvironment(fresh, digest)).toMatchObject({ outputs: { created: '1' } });
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
