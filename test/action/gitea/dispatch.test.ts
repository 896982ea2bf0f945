import { describe, expect, test } from 'vitest';
import { createGiteaWorld } from '../../kit/gitea-world.ts';
import { expectRefused } from '../expect-refused.ts';

/** A world where a plan waits. Nothing that is refused changes it, so that those tests share one. */
async function waiting(more = '') {
  const world = await createGiteaWorld(more);
  return { world, digest: await world.planned() };
}
const shared = await waiting();
const dispatch = 'workflow_dispatch';

test.each(['mia', 'olga'])('who starts the run by hand approves: %s', async (login) => {
  const { world, digest } = await waiting();
  const { gitea } = world;
  const run = gitea.start(dispatch, login);
  let acted: Awaited<ReturnType<typeof world.act>> | null = null;
  const asked = await world.asked(async () => {
    acted = await world.byDispatch(run, digest);
  });
  expect(acted).toMatchObject({ code: 0, outputs: { created: '1', decision: 'approved' } });
  // Roles are asked for by the token that may, all else by the job's.
  const here = 'GET /repos/acme/handbook';
  expect(asked.slice(0, 2)).toEqual([
    `${here}/actions/runs/${run.id} gitea-actions`,
    `${here}/collaborators/${login}/permission max`,
  ]);
  expect(asked.slice(2).some((each) => each.endsWith(' max'))).toBe(false);
});

describe('nobody approves by', () => {
  test.each([
    ['somebody with too small a role', 'wren', 'approver-not-allowed'],
    ['somebody who reads', 'rita', 'approver-not-allowed'],
    ['somebody without a role', 'sten', 'approver-not-allowed'],
    ['an account that calls itself a program', 'ship-bot', 'approver-not-a-person'],
  ])('%s', async (_, login, reason) => {
    const { world, digest } = shared;
    const run = world.gitea.start(dispatch, login);
    const before = (await world.site.state()).requests;
    await expectRefused(world, world.byDispatch(run, digest), reason);
    expect((await world.site.state()).requests).toEqual(before);
  });

  test('a job, whose token Gitea gives no role', async () => {
    const { world, digest } = shared;
    const actor = { id: -2, login: 'gitea-actions', permission: 'none' } as const;
    const attempts = [{ triggeredBy: actor, started: Date.now() }];
    const run = world.gitea.start(dispatch, 'mia', { actor, attempts });
    await expectRefused(world, world.byDispatch(run, digest), 'approver-not-allowed');
  });

  test('an account that is gone', async () => {
    const { world, digest } = shared;
    const actor = { id: -1, login: 'Ghost', permission: 'none' } as const;
    const attempts = [{ triggeredBy: actor, started: Date.now() }];
    const run = world.gitea.start(dispatch, 'mia', { actor, attempts });
    await expectRefused(world, world.byDispatch(run, digest), 'approver-unknown');
  });

  test('a login that passed to somebody else', async () => {
    const { world, digest } = shared;
    const run = world.gitea.start(dispatch, 'mia', {
      actor: { id: 99, login: 'mia', permission: 'admin' },
    });
    await expectRefused(world, world.byDispatch(run, digest), 'approver-unknown');
  });

  test.each(['push', 'issue_comment', 'schedule', 'pull_request'])(
    'a run that was started by %s',
    async (event) => {
      const { world, digest } = shared;
      const run = world.gitea.start(event, 'mia');
      await expectRefused(world, world.byDispatch(run, digest), 'approval-missing');
    },
  );

  test('a run of somebody else, whose number a variable names', async () => {
    const { world, digest } = shared;
    const run = world.gitea.start(dispatch, 'wren');
    // What the runner calls the actor is no evidence.
    await expectRefused(
      world,
      world.byDispatch(run, digest, { actor: 'mia' }),
      'approver-not-allowed',
    );
  });

  test('a run that there is not', async () => {
    const { world, digest } = shared;
    const run = world.gitea.start(dispatch, 'mia');
    const acted = world.byDispatch(run, digest, { run: 99_999 });
    await expectRefused(world, acted, 'approver-unknown');
  });

  test('a run for another branch', async () => {
    const { world, digest } = shared;
    const run = world.gitea.start(dispatch, 'mia', { branch: 'other' });
    const acted = world.byDispatch(run, digest, { ref: 'refs/heads/other' });
    await expectRefused(world, acted, 'not-default-branch');
  });

  test('a run without the digest as an input, as environments have no reviewers', async () => {
    const { world, digest } = shared;
    const run = world.gitea.start(dispatch, 'mia');
    const other = { payload: { inputs: { digest: `sha256:${'0'.repeat(64)}` } } };
    await expectRefused(world, world.byDispatch(run, digest, other), 'approval-missing');
    const pushed = world.act({ event: 'push', command: 'publish', digest, run: run.id });
    await expectRefused(world, pushed, 'approval-missing');
  });
});

test('a role that the configuration names is enough, and no other is', async () => {
  const { world, digest } = await waiting('approval: { roles: [write] }');
  const admin = world.gitea.start(dispatch, 'mia');
  await expectRefused(world, world.byDispatch(admin, digest), 'approver-not-allowed');
  const writer = world.gitea.start(dispatch, 'wren');
  expect(await world.byDispatch(writer, digest)).toMatchObject({ code: 0 });
});

test('a way that is not accepted is none', async () => {
  const { world, digest } = await waiting('approval: { accept: [comment] }');
  const run = world.gitea.start(dispatch, 'mia');
  await expectRefused(world, world.byDispatch(run, digest), 'mechanism-not-accepted');
});

test('an approval that is too old does not count', async () => {
  const { world, digest } = await waiting('approval: { max-age: 1h }');
  const { gitea } = world;
  const old = [{ triggeredBy: gitea.user('mia'), started: Date.now() - 2 * 3_600_000 }];
  const run = gitea.start(dispatch, 'mia', { attempts: old });
  await expectRefused(world, world.byDispatch(run, digest), 'approval-expired');
  // One that waits for a runner is of no time at all.
  const waits = gitea.start(dispatch, 'mia', {
    attempts: [{ triggeredBy: gitea.user('mia'), started: 0 }],
  });
  await expectRefused(world, world.byDispatch(waits, digest), 'approval-expired');
  const fresh = gitea.start(dispatch, 'mia');
  expect(await world.byDispatch(fresh, digest)).toMatchObject({ code: 0 });
});

describe('a run that is started again', () => {
  test('needs a role of who did it, and a record of its first attempt', async () => {
    const { world, digest } = shared;
    const run = world.gitea.start(dispatch, 'mia');
    const byWriter = world.gitea.rerun(run.id, 'wren');
    await expectRefused(world, world.byDispatch(byWriter, digest), 'approver-not-allowed');
    // Not even where the runner says that it is the first.
    const claimed = world.byDispatch(byWriter, digest, { attempt: 1 });
    await expectRefused(world, claimed, 'approver-not-allowed');
    const byAdmin = world.gitea.rerun(run.id, 'max');
    await expectRefused(world, world.byDispatch(byAdmin, digest), 'attempt-not-approved');
  });

  test('is as old as its first attempt', async () => {
    const { world, digest } = await waiting('approval: { max-age: 1h }');
    const { gitea } = world;
    const old = [{ triggeredBy: gitea.user('mia'), started: Date.now() - 2 * 3_600_000 }];
    const { id } = gitea.start(dispatch, 'mia', { attempts: old });
    const again = gitea.rerun(id, 'mia');
    await expectRefused(world, world.byDispatch(again, digest), 'approval-expired');
  });

  test.each([
    ['a Gitea without attempts', { hasAttempts: false }],
    ['a Forgejo', { isForgejo: true }],
  ])('is nobody’s on %s, and the first attempt counts there', async (_, as) => {
    const { world, digest } = await waiting();
    const { gitea } = world;
    Object.assign(gitea, as);
    const run = gitea.start(dispatch, 'mia');
    const again = { ...run, attempts: [...run.attempts, ...run.attempts] };
    await expectRefused(world, world.byDispatch(again, digest), 'approver-unknown');
    const byWriter = gitea.start(dispatch, 'wren');
    await expectRefused(world, world.byDispatch(byWriter, digest), 'approver-not-allowed');
    const pushed = gitea.start('push', 'mia');
    await expectRefused(world, world.byDispatch(pushed, digest), 'approval-missing');
    expect(await world.byDispatch(run, digest)).toMatchObject({ code: 0 });
  });
});

describe('the token for roles', () => {
  test.each([
    ['of nobody', { GITEA_ROLES_TOKEN: 'f'.repeat(40) }, 'forge-refused'],
    ['of somebody who does not administer', { GITEA_ROLES_TOKEN: 'wren' }, 'forge-refused'],
    ['that is not given', { GITEA_ROLES_TOKEN: '' }, 'forge-refused'],
    ['with blanks in it', { GITEA_ROLES_TOKEN: 'a b' }, 'forge-refused'],
  ])('%s makes nobody an approver', async (_, env, reason) => {
    const { world, digest } = shared;
    const { gitea } = world;
    const run = gitea.start(dispatch, 'mia');
    const token = env.GITEA_ROLES_TOKEN === 'wren' ? gitea.token('wren') : env.GITEA_ROLES_TOKEN;
    const acted = world.byDispatch(run, digest, { env: { GITEA_ROLES_TOKEN: token } });
    await expectRefused(world, acted, reason);
  });

  test('may be the token of the whole job, and is shown nowhere', async () => {
    const { world, digest } = await waiting();
    const { gitea } = world;
    const run = gitea.start(dispatch, 'mia');
    const token = gitea.token('max');
    const env = { GITEA_ROLES_TOKEN: '', 'INPUT_GITHUB-TOKEN': token };
    const { code, log, summary } = await world.byDispatch(run, digest, { env });
    expect(code).toBe(0);
    expect(log.replaceAll(`::add-mask::${token}`, '') + summary).not.toContain(token);
  });

  test('is hidden from the log', async () => {
    const { world, digest } = shared;
    const run = world.gitea.start(dispatch, 'wren');
    const { log } = await world.byDispatch(run, digest);
    expect(log).toContain(`::add-mask::${world.gitea.token('max')}`);
  });
});

test('another host than the remote’s is told no token', async () => {
  const { world, digest } = await waiting();
  const { gitea } = world;
  // Else the ledger could not be read without a token, which is not given either.
  gitea.isPrivate = false;
  const run = gitea.start(dispatch, 'mia');
  const before = gitea.log.count;
  const host = 'https://evil.example';
  for (const env of [
    { GITHUB_API_URL: `${host}/api/v1` },
    { GITHUB_API_URL: `${host}/api/v1`, GITHUB_SERVER_URL: host },
  ])
    await expectRefused(world, world.byDispatch(run, digest, { env }), 'insecure-url');
  expect(gitea.log.since(before).filter(({ path }) => path.startsWith('/api/'))).toEqual([]);
  expect(await world.byDispatch(run, digest)).toMatchObject({ code: 0 });
});

test('a step that hides whose runner it is from, is one of Gitea all the same', async () => {
  const { world, digest } = await waiting();
  const run = world.gitea.start(dispatch, 'mia');
  const acted = await world.byDispatch(run, digest, { env: { GITEA_ACTIONS: '' } });
  expect(acted).toMatchObject({ code: 0, outputs: { created: '1' } });
});
