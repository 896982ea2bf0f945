import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createGitLabWorld, type GitLabWorld } from '../../kit/gitlab-world.ts';
import { expectRefused } from './expect-refused.ts';

const environment = 'stack-internal';
const one = { rules: [{ description: 'Maintainers', required: 1, users: ['mia', 'max'] }] };

/** A world whose environment wants approvals, with a job that waits for them. */
async function waiting(wants: Parameters<GitLabWorld['pipelines']['protect']>[1], starter = 'dev') {
  const world = await createGitLabWorld();
  const { pipelines } = world;
  pipelines.protect(environment, wants);
  const made = await world.pipeline(starter, environment);
  const token = { GITLAB_TOKEN: world.gitlab.accessToken('project_70_bot') };
  return {
    ...made,
    world,
    pipelines,
    /** Starts the job, whatever GitLab says of the deployment: as if its rules were others then. */
    started: (by = 'dev') =>
      pipelines.force(made.publish, {
        user: world.gitlab.user(by),
        status: 'running',
        started: world.gitlab.clock.now(),
      }),
    published: (job: typeof made.publish) => world.publish(job, token),
  };
}

/** What is asked about an approval; publishing reads the sources anew, too. */
const approvals = /\/(?:job|jobs|deployments(?:\/\d+)?)$/;

describe('who approves the deployment', () => {
  test('is the approver, and whoever starts the job then is nobody', async () => {
    const { world, pipelines, publish, plan, published } = await waiting(one);
    expect(() => pipelines.play(publish, 'dora')).toThrow('blocked');
    pipelines.decide(publish, 'mia');
    const job = pipelines.play(publish, 'dora');
    const asked = await world.asked(async () => {
      const { code, document } = await published(job);
      expect(code).toBe(0);
      expect(document.approval).toEqual({
        mechanism: 'gitlab',
        verified: true,
        by: { id: 101, login: 'mia' },
        evidence: `${world.url}/acme/handbook/-/jobs/${job.id}`,
        digest: plan.digest,
      });
    }, approvals);
    const deployment = pipelines.deploymentOf(job)?.id;
    expect(asked.map((each) => each.replace(/\?.*(?= job)/, ''))).toEqual([
      `GET /job job ${job.id}`,
      `GET /projects/70/deployments job ${job.id}`,
      `GET /projects/70/deployments/${deployment} job ${job.id}`,
      `GET /projects/70/pipelines/${job.pipeline.id}/jobs job ${job.id}`,
    ]);
    expect(await world.site.posts()).toHaveLength(1);
  });

  test('is each of them where there are several, by whatever rule', async () => {
    const rules = [
      { description: 'Docs', required: 1, users: ['mia'] },
      { description: 'Security', required: 1, users: ['max'] },
    ];
    const { pipelines, publish, published } = await waiting({ rules });
    pipelines.decide(publish, 'mia', { rule: 0 });
    pipelines.decide(publish, 'max', { rule: 1 });
    const { document } = await published(pipelines.play(publish, 'dev'));
    expect(document.approval).toMatchObject({
      by: { login: 'mia' },
      others: [{ id: 102, login: 'max' }],
    });
  });

  test('also where tests left files after it, or the same plan was made again', async () => {
    const { world, pipelines, publish, planJob, published } = await waiting(one);
    pipelines.decide(publish, 'mia');
    world.gitlab.clock.advance(60_000);
    const late = pipelines.run(pipelines.addJob(publish.pipeline, { name: 'test' }));
    pipelines.finish(late, true, { 'report.html': '<p>' });
    const again = { 'index.json': await readFile(world.index, 'utf8') };
    pipelines.finish(pipelines.retry(planJob, 'dev'), true, again);
    const job = pipelines.play(publish, 'dora');
    const asked = await world.asked(async () => {
      expect((await published(job)).code).toBe(0);
    }, /artifacts/);
    expect(asked).toEqual([
      `GET /projects/70/jobs/${planJob.id}/artifacts/index.json job ${job.id}`,
    ]);
  });

  test('also in a pipeline that another one started, where it made the plan itself', async () => {
    for (const source of ['parent_pipeline', 'pipeline']) {
      const { world, pipelines, published } = await waiting(one);
      const child = pipelines.start('dev', { source });
      const plan = pipelines.run(pipelines.addJob(child, { name: 'plan' }));
      pipelines.finish(plan, true, { 'index.json': await readFile(world.index, 'utf8') });
      const publish = pipelines.addJob(child, { name: 'publish', when: 'manual', environment });
      world.gitlab.clock.advance(60_000);
      pipelines.decide(publish, 'mia');
      expect((await published(pipelines.play(publish, 'dora'))).code).toBe(0);
    }
  });

  test('is read in the older form too, and where a job may list no jobs', async () => {
    const { world, pipelines, publish, published } = await waiting({ unified: 1 });
    world.gitlab.jobsMayListJobs = false;
    pipelines.decide(publish, 'mia');
    const { document } = await published(pipelines.play(publish, 'dora'));
    expect(document.approval).toMatchObject({ by: { login: 'mia' } });
  });

  test('may be who starts the job, where somebody else started the pipeline', async () => {
    const { pipelines, publish, published } = await waiting(one);
    pipelines.decide(publish, 'mia');
    expect((await published(pipelines.play(publish, 'mia'))).code).toBe(0);
  });
});

describe('an environment that wants no approvals', () => {
  test('leaves it to who starts the job by hand', async () => {
    const { pipelines, publish, published } = await waiting({});
    const { document } = await published(pipelines.play(publish, 'max'));
    expect(document.approval).toMatchObject({ by: { login: 'max' } });
  });

  test('and to nobody where the job starts by itself', async () => {
    const { world, pipelines, pipeline, published } = await waiting({}, 'mia');
    const job = pipelines.addJob(pipeline, { name: 'publish', environment });
    await expectRefused(world, () => published(pipelines.run(job)), 'job-not-manual');
  });
});

describe('is no approval', () => {
  test('none at all, whoever started the job: a missing one is never made up for', async () => {
    const { world, started, published } = await waiting(one);
    await expectRefused(world, () => published(started('mia')), 'approval-missing');
  });

  test('one that is rejected, also beside one that is not', async () => {
    for (const wants of [one, { unified: 1 }]) {
      const { world, pipelines, publish, started, published } = await waiting(wants);
      pipelines.decide(publish, 'mia');
      pipelines.decide(publish, 'max', { status: 'rejected' });
      await expectRefused(world, () => published(started()), 'approval-missing');
    }
  });

  test("the pipeline starter's own, also by the token of a job of the pipeline", async () => {
    const { world, pipelines, publish, pipeline, published } = await waiting(one, 'mia');
    const script = pipelines.run(pipelines.addJob(pipeline, { name: 'evil' }));
    const deployment = pipelines.deploymentOf(publish)?.id ?? 0;
    const answer = await fetch(
      `${world.url}/api/v4/projects/70/deployments/${deployment}/approval`,
      {
        method: 'POST',
        headers: { 'job-token': script.token, 'content-type': 'application/json' },
        body: JSON.stringify({ status: 'approved' }),
      },
    );
    expect(answer.status).toBe(201);
    const job = pipelines.play(publish, 'dora');
    await expectRefused(world, () => published(job), 'approval-missing');
  });

  test("the pipeline starter's own in the older form, and of a job that was started again", async () => {
    const older = await waiting({ unified: 1 }, 'mia');
    older.pipelines.decide(older.publish, 'mia');
    const job = older.pipelines.play(older.publish, 'dora');
    await expectRefused(older.world, () => older.published(job), 'approval-missing');

    const again = await waiting(one, 'mia');
    const retried = again.pipelines.retry(again.publish, 'dora');
    again.pipelines.decide(retried, 'mia');
    const played = again.pipelines.play(retried, 'dora');
    await expectRefused(again.world, () => again.published(played), 'approval-missing');
  });

  test('that of a job which was started again for the one that took its place', async () => {
    const { world, pipelines, publish, published } = await waiting(one);
    pipelines.decide(publish, 'mia');
    const again = pipelines.retry(publish, 'dora');
    const forced = pipelines.force(again, { status: 'running', started: again.created });
    await expectRefused(world, () => published(forced), 'approval-missing');
  });

  test("a program's", async () => {
    const { world, pipelines, publish, published } = await waiting(one);
    pipelines.decide(publish, 'project_70_bot');
    const job = pipelines.play(publish, 'dora');
    await expectRefused(world, () => published(job), 'approval-missing');
  });

  test('fewer than a rule wants, of those that count', async () => {
    const rules = [{ description: 'Two', required: 2, users: [] }];
    const { world, pipelines, publish, published } = await waiting({ rules });
    pipelines.decide(publish, 'mia');
    pipelines.decide(publish, 'dev');
    const job = pipelines.play(publish, 'dora');
    await expectRefused(world, () => published(job), 'approval-missing');
  });

  test("one for another job: of an older pipeline, or of another environment's", async () => {
    const { world, pipelines, publish, started, published } = await waiting(one);
    const old = pipelines.addJob(pipelines.start('dev'), { name: 'publish', environment });
    pipelines.decide(old, 'mia');
    await expectRefused(world, () => published(started()), 'approval-missing');
    pipelines.protect('production', one);
    const { pipeline } = publish;
    const elsewhere = pipelines.addJob(pipeline, {
      name: 'publish',
      when: 'manual',
      environment: 'production',
    });
    pipelines.decide(elsewhere, 'mia');
    const job = pipelines.play(elsewhere, 'mia');
    await expectRefused(world, () => published(job), 'environment-differs');
  });

  test('one that was given before the plan was made again, and is another', async () => {
    const { world, pipelines, publish, planJob, published } = await waiting(one);
    pipelines.decide(publish, 'mia');
    world.gitlab.clock.advance(60_000);
    await world.edit('Keys are rotated by whoever came later, and nobody announces it before.');
    const again = pipelines.retry(planJob, 'dev');
    expect((await world.run(['plan', '--index', 'index.json'], again)).code).toBe(0);
    pipelines.finish(again, true, { 'index.json': await readFile(world.index, 'utf8') });
    const job = pipelines.play(publish, 'dora');
    await expectRefused(world, () => published(job), 'approval-changed');
  });

  test('one for a plan of the pipeline that started this one, whose jobs a job does not see', async () => {
    const { world, pipelines, published } = await waiting(one);
    for (const source of ['parent_pipeline', 'pipeline']) {
      const child = pipelines.start('dev', { source });
      const publish = pipelines.addJob(child, { name: 'publish', when: 'manual', environment });
      pipelines.decide(publish, 'mia');
      const job = pipelines.play(publish, 'dora');
      await expectRefused(world, () => published(job), 'approval-changed');
    }
  });

  test('one for a plan of which an older job of the pipeline left the index as well', async () => {
    const { world, pipelines, publish, planJob, published } = await waiting(one);
    const old = await readFile(world.index, 'utf8');
    world.gitlab.clock.advance(60_000);
    // What the approver sees is the newer one.
    pipelines.finish(pipelines.retry(planJob, 'dev'), true, { 'index.json': '{ "schema": 1 }' });
    pipelines.decide(publish, 'mia');
    world.gitlab.clock.advance(60_000);
    const other = pipelines.run(pipelines.addJob(publish.pipeline, { name: 'other' }));
    pipelines.finish(other, true, { 'index.json': old });
    const job = pipelines.play(publish, 'dora');
    await expectRefused(world, () => published(job), 'approval-changed');
  });

  test.each([
    ['denied', { kind: 'error', status: 403 }],
    ['not found', { kind: 'error', status: 404 }],
    ['no JSON', { kind: 'html' }],
    ['cut off', { kind: 'truncated' }],
    ['missing', { kind: 'reset' }],
  ] as const)('where files came after it, and the index that was there is %s', async (_, fault) => {
    const { world, pipelines, publish, published } = await waiting(one);
    pipelines.decide(publish, 'mia');
    world.gitlab.clock.advance(60_000);
    pipelines.finish(pipelines.run(pipelines.addJob(publish.pipeline, { name: 'test' })));
    world.gitlab.faults.add({ ...fault, path: 'projects/*/jobs/*/artifacts/*', times: 9 });
    const job = pipelines.play(publish, 'dora');
    await expectRefused(world, () => published(job), 'approval-changed');
    world.gitlab.faults.clear();
    expect((await published(job)).code).toBe(0);
  });

  test('one that is older than approval.max-age', async () => {
    const { world, pipelines, publish, published } = await waiting(one);
    pipelines.decide(publish, 'mia');
    const { id, ...rest } = pipelines.deploymentOf(publish) ?? { id: 0 };
    const deployment = pipelines.deployments.get(id);
    if (!deployment) throw new Error(JSON.stringify(rest));
    const decisions = deployment.decisions.map((each) => ({
      ...each,
      created: each.created - 8 * 86_400_000,
    }));
    pipelines.deployments.set(id, { ...deployment, decisions });
    // The plan is older still.
    for (const job of pipelines.jobs.values())
      if (job.finished !== null) pipelines.force(job, { finished: job.finished - 9 * 86_400_000 });
    const ran = await published(pipelines.play(publish, 'dora'));
    expect(ran.document.error.code).toBe('approval-expired');
    expect(await world.site.posts()).toEqual([]);
  });

  test('where the API does not answer for the deployment', async () => {
    const { world, pipelines, publish, published } = await waiting(one);
    pipelines.decide(publish, 'mia');
    const job = pipelines.play(publish, 'dora');
    for (const [status, code] of [
      [403, 'forge-refused'],
      [404, 'forge-refused'],
      [500, 'forge-unreachable'],
    ] as const) {
      world.gitlab.faults.add({
        kind: 'error',
        status,
        path: 'projects/*/deployments/*',
        times: 9,
      });
      await expectRefused(world, () => published(job), code);
      world.gitlab.faults.clear();
    }
    expect((await published(job)).code).toBe(0);
  });
});
