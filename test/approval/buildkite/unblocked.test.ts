import { describe, expect, test } from 'vitest';
import { createBuildkiteWorld } from '../../kit/buildkite-world.ts';
import { json, serve } from '../../kit/serve.ts';
import { expectRefused } from './expect-refused.ts';

describe('who unblocks the step before the job', () => {
  test('is the approver, by what Buildkite says of the build', async () => {
    const world = await createBuildkiteWorld();
    const steps = await world.planned();
    world.unblocked(steps);
    const mia = world.buildkite.user('Mia Maintainer');
    const asked = await world.asked(async () => {
      const { code, document, output } = await world.publish(steps);
      expect(code, output).toBe(0);
      expect(document.approval).toEqual({
        mechanism: 'buildkite',
        verified: true,
        by: { id: null, login: `Mia Maintainer (${mia.id})` },
        evidence: `https://buildkite.com/acme/handbook/builds/${steps.build}#${steps.block}`,
        digest: steps.digest,
      });
    });
    expect(asked).toEqual([
      `GET /v2/organizations/acme/pipelines/handbook/builds/${steps.build}?include_retried_jobs=true read_builds`,
    ]);
    expect(await world.site.posts()).toHaveLength(1);
    const { document } = await world.run<object>(['status', '--approvals'], {
      build: steps.build,
      job: steps.publish,
    });
    expect(JSON.stringify(document)).toContain(`"mechanism":"buildkite"`);
    expect(JSON.stringify(document)).toContain(mia.id);
  });

  test('is not the one whom variables name', async () => {
    const world = await createBuildkiteWorld();
    const steps = await world.planned();
    world.unblocked(steps, 'Dora Developer');
    const mia = world.buildkite.user('Mia Maintainer');
    const { document } = await world.publish(steps, {
      BUILDKITE_UNBLOCKER: mia.name,
      BUILDKITE_UNBLOCKER_ID: mia.id,
      BUILDKITE_UNBLOCKER_EMAIL: mia.email,
      BUILDKITE_BUILD_CREATOR: mia.name,
    });
    expect(document.approval?.by?.login).toMatch(/^Dora Developer \(/);
  });

  test('approves the plan of the build, and of an older one only what still is so', async () => {
    const world = await createBuildkiteWorld();
    const steps = await world.planned();
    world.unblocked(steps);
    await world.edit('Keys are rotated by whoever is on call that week.\n');
    world.buildkite.builds.set(steps.build, {
      ...world.buildkite.build(steps.build),
      commit: await world.head(),
    });
    const { code, document } = await world.publish(steps);
    expect({ code, results: document.steps.map(({ result }) => result) }).toEqual({
      code: 3,
      results: ['refused'],
    });
    expect(await world.site.posts()).toEqual([]);
  });

  test('approves for a job that is started again only what its first attempt recorded', async () => {
    const world = await createBuildkiteWorld();
    const { buildkite } = world;
    const steps = await world.planned();
    world.unblocked(steps);
    buildkite.finish(steps.build, steps.publish, 'failed');
    const again = buildkite.retry(steps.build, steps.publish);
    buildkite.run(steps.build, again);
    await expectRefusedLate(world, () => world.publish({ ...steps, publish: again }));

    const begun = await world.planned();
    world.unblocked(begun);
    // The site says no to the post, once the approval is recorded.
    await world.site.fault({ kind: 'error', status: 500, method: 'POST', times: 9 });
    expect((await world.publish(begun)).document.steps).toMatchObject([{ result: 'failed' }]);
    await world.site.clearFaults();
    // What became of a write is known a while later.
    await world.site.advance(600);
    buildkite.finish(begun.build, begun.publish, 'failed');
    const retried = buildkite.retry(begun.build, begun.publish);
    buildkite.run(begun.build, retried);
    const { code, output } = await world.publish({ ...begun, publish: retried });
    expect(code, output).toBe(0);
    expect(await world.site.posts()).toHaveLength(1);
  });

  test('is asked no token of, where `asserted` is what counts', async () => {
    const world = await createBuildkiteWorld('approval: { accept: [asserted] }');
    const steps = await world.planned();
    const asked = await world.asked(async () => {
      const { code } = await world.publish(steps, { BUILDKITE_API_TOKEN: '' }, [
        '--digest',
        steps.digest ?? '',
      ]);
      expect(code).toBe(0);
    });
    expect(asked).toEqual([]);
  });
});

/** The site was asked for its posts by then, and told nothing. */
async function expectRefusedLate(
  world: Awaited<ReturnType<typeof createBuildkiteWorld>>,
  publish: () => ReturnType<typeof world.publish>,
) {
  const ran = await publish();
  expect({ exit: ran.code, code: ran.document.error.code }).toEqual({
    exit: 3,
    code: 'attempt-not-approved',
  });
  expect((await world.site.log()).filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(await world.site.posts()).toEqual([]);
}

// Nothing that is refused changes the world, so that these share one.
const world = await createBuildkiteWorld();
const { buildkite } = world;
const steps = await world.planned();
world.unblocked(steps);
const { build, plan, block, publish } = steps;
const whole = buildkite.build(build);
/** Publishes after a change to what Buildkite knows, which is undone then. */
const refusedAs = async (
  code: string,
  change: () => void,
  forged: Readonly<Record<string, string>> = {},
  args?: readonly string[],
) => {
  change();
  await expectRefused(world, () => world.publish(steps, forged, args), code);
  buildkite.builds.set(build, whole);
};
const nothing = () => undefined;

describe('nobody is', () => {
  test('where the step is still blocked, or Buildkite does not say by whom it was unblocked', async () => {
    for (const state of ['blocked', 'unblocked_failed', 'canceled', 'passed'])
      await refusedAs('approval-missing', () => buildkite.force(build, block, { state }));
    await refusedAs('approver-unknown', () => buildkite.force(build, block, { by: null }));
    await refusedAs('approver-unknown', () => buildkite.force(build, block, { unblocked: null }));
  });

  test('a program, by what it calls itself', async () => {
    const by = buildkite.user('Release Bot');
    await refusedAs('approver-not-a-person', () => buildkite.force(build, block, { by }));
    const mail = { ...by, name: 'Release', email: 'ci-bot@acme.example' };
    await refusedAs('approver-not-a-person', () => buildkite.force(build, block, { by: mail }));
  });

  test('where no block step stands before the job, or more than one', async () => {
    const [planJob, blockJob, ...others] = whole.jobs;
    if (!planJob || !blockJob) throw new Error('no jobs');
    const set = (jobs: typeof whole.jobs) => () => buildkite.builds.set(build, { ...whole, jobs });
    await refusedAs('job-not-manual', set([planJob, ...others]));
    await refusedAs('job-not-manual', set([planJob, ...others, blockJob]));
    const other = { ...blockJob, id: buildkite.uuid('other') };
    await refusedAs('approval-missing', set([planJob, other, blockJob, ...others]));
  });

  test('where the job did not wait for the step', async () => {
    const unblocked = buildkite.job(build, block).unblocked ?? 0;
    for (const runnable of [unblocked - 1, null])
      await refusedAs('approval-missing', () => buildkite.force(build, publish, { runnable }));
  });

  test('after a job before the step was run again, or ended later than it was unblocked', async () => {
    await refusedAs('approval-changed', () => {
      const again = buildkite.retry(build, plan);
      buildkite.run(build, again);
    });
    await refusedAs('approval-changed', () => {
      const again = buildkite.retry(build, plan);
      buildkite.run(build, again);
      buildkite.finish(build, again);
    });
    await refusedAs('approval-changed', () => buildkite.finish(build, plan));
  });

  test('where the job ended, or another one took its place', async () => {
    for (const change of [{ state: 'passed' }, { retried: true }])
      await refusedAs('approval-missing', () => buildkite.force(build, publish, change));
    await refusedAs('approval-missing', nothing, { BUILDKITE_JOB_ID: block });
  });

  test('by a build of another repository, commit, branch, tag or pull request', async () => {
    const change = (more: object) => () => buildkite.builds.set(build, { ...whole, ...more });
    const origin = new URL(world.remote);
    for (const repository of [
      'git@github.com:acme/handbook.git',
      `${origin.origin}/acme/other.git`,
      '/srv/git/handbook.git',
    ])
      await refusedAs('approval-missing', change({ repository }));
    for (const commit of ['0'.repeat(40), 'HEAD'])
      await refusedAs('approval-missing', change({ commit }));
    await refusedAs('not-default-branch', change({ branch: 'evil' }));
    await refusedAs('not-default-branch', change({ tag: 'main' }));
    await refusedAs('not-default-branch', change({ pullRequest: '7' }));
  });

  test("by another build's step", async () => {
    const other = buildkite.start('0'.repeat(40));
    const otherBlock = buildkite.add(other, 'manual');
    const otherJob = buildkite.add(other, 'script');
    buildkite.unblock(other, otherBlock, 'Mia Maintainer');
    buildkite.run(other, otherJob);
    await refusedAs('approval-missing', nothing, { BUILDKITE_BUILD_NUMBER: String(other) });
    const same = buildkite.start(whole.commit);
    await refusedAs('approver-unknown', nothing, { BUILDKITE_BUILD_NUMBER: String(same) });
    await refusedAs('approver-unknown', nothing, { BUILDKITE_JOB_ID: otherJob });
    for (const name of ['BUILDKITE_PIPELINE_SLUG', 'BUILDKITE_ORGANIZATION_SLUG'])
      await refusedAs('forge-refused', nothing, { [name]: 'another' });
    await refusedAs('forge-refused', nothing, { BUILDKITE_BUILD_NUMBER: '999' });
    for (const forged of ['../1', '0', '1?x=y', ''])
      await refusedAs('usage', nothing, { BUILDKITE_BUILD_NUMBER: forged });
    await refusedAs('usage', nothing, { BUILDKITE_PIPELINE_SLUG: '..' });
  });

  test('where the digest stands on the command line, or the index is another one', async () => {
    const digest = steps.digest ?? '';
    await refusedAs('approval-missing', nothing, {}, ['--digest', digest]);
    await refusedAs('approval-missing', nothing, {}, []);
    const other = `sha256:${'0'.repeat(64)}`;
    const ran = await world.publish(steps, {}, ['--digest', other, '--index', 'index.json']);
    expect(ran.document.error.code).toBe('unknown-digest');
  });

  test('after approval.max-age', async () => {
    const old = Date.now() - 8 * 86_400_000;
    buildkite.force(build, plan, { started: old - 2, finished: old - 1 });
    buildkite.force(build, block, { unblocked: old });
    const ran = await world.publish(steps);
    expect(ran.document.error.code).toBe('approval-expired');
    expect(await world.site.posts()).toEqual([]);
    buildkite.builds.set(build, whole);
  });

  test('by no token, by one that may not read builds, or outside of Buildkite', async () => {
    await refusedAs('token-missing', nothing, { BUILDKITE_API_TOKEN: '' });
    const token = buildkite.token('read_artifacts');
    await refusedAs('forge-refused', nothing, { BUILDKITE_API_TOKEN: token });
    await refusedAs('forge-refused', nothing, { BUILDKITE_API_TOKEN: 'bkua_none' });
    const ran = await world.publish(steps, { BUILDKITE: '' });
    expect(ran.document.error.code).toBe('no-approval');
  });
});

describe('another API', () => {
  test.each(['https://api.attacker.example', 'http://api.buildkite.com', 'nonsense'])(
    'is not asked: %s',
    async (url) => {
      await refusedAs('insecure-url', nothing, { BUILDKITE_API_URL: url });
    },
  );

  test('on this machine is not asked for a repository that is elsewhere', async () => {
    const more = 'approval: { accept: [buildkite] }\nledger: { file: .git/ledger.json }';
    const other = await createBuildkiteWorld(`${more}\nsources: { pull-requests: false }`);
    const waiting = await other.planned();
    other.unblocked(waiting);
    await using attacker = await serve((response) => json(response, 200, {}));
    await other.checkout.git('remote', 'set-url', 'origin', 'git@forge.example:acme/handbook.git');
    const forged = { BUILDKITE_API_URL: attacker.url };
    await expectRefused(other, () => other.publish(waiting, forged), 'insecure-url');
    expect(attacker.seen).toEqual([]);
  });
});

describe('an answer that is none', () => {
  test.each([
    ['error', 401, 'forge-refused'],
    ['error', 403, 'forge-refused'],
    ['error', 404, 'forge-refused'],
    ['error', 302, 'forge-refused'],
    ['error', 500, 'forge-unreachable'],
    ['html', 200, 'forge-unreachable'],
    ['html', 404, 'forge-refused'],
    ['reset', undefined, 'forge-unreachable'],
    ['truncated', undefined, 'forge-unreachable'],
  ] as const)('%s %s', async (kind, status, code) => {
    buildkite.faults.add({ kind, times: 9, ...(status !== undefined && { status }) });
    await refusedAs(code, nothing);
    buildkite.faults.clear();
  });
});

test('the token is shown nowhere', async () => {
  const { output } = await world.checkout.cli(['plan', '--verbose'], world.variables(build, plan));
  expect(output).not.toContain(buildkite.token('read_builds'));
  const named = { BUILDKITE_JOB_ID: 'x', BUILDKITE_PIPELINE_SLUG: buildkite.token('read_builds') };
  const ran = await world.publish(steps, named);
  expect(ran.output).not.toContain(buildkite.token('read_builds'));
});
