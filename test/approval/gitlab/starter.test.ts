import { describe, expect, test } from 'vitest';
import { createGitLabWorld } from '../../kit/gitlab-world.ts';
import { json, serve } from '../../kit/serve.ts';
import { expectRefused } from './expect-refused.ts';

/** What is asked about an approval; publishing reads the sources anew, too. */
const approvals = /\/(?:job|jobs|deployments(?:\/\d+)?)$/;

describe('who starts the job by hand', () => {
  test('is the approver, by what the API of `origin` says of the job', async () => {
    const world = await createGitLabWorld();
    const { publish, plan } = await world.pipeline('dev');
    const job = world.pipelines.play(publish, 'mia');
    const asked = await world.asked(async () => {
      const { code, document } = await world.publish(job);
      expect(code).toBe(0);
      expect(document.approval).toEqual({
        mechanism: 'gitlab',
        verified: true,
        by: { id: 101, login: 'mia' },
        evidence: `${world.url}/acme/handbook/-/jobs/${job.id}`,
        digest: plan.digest,
      });
      expect(document.counts.created).toBe(1);
    }, approvals);
    const list = '?order_by=id&sort=desc&per_page=100&page=1';
    expect(asked).toEqual([
      `GET /job job ${job.id}`,
      `GET /projects/70/deployments${list.replace('?', '?environment=stack-internal&')} job ${job.id}`,
      `GET /projects/70/deployments${list} job ${job.id}`,
    ]);
    expect(await world.site.posts()).toHaveLength(1);
  });

  test('is not the one whom variables name', async () => {
    const world = await createGitLabWorld();
    const { publish } = await world.pipeline('dev');
    const job = world.pipelines.play(publish, 'dora');
    const forged = {
      GITLAB_USER_LOGIN: 'mia',
      GITLAB_USER_ID: '101',
      CI_JOB_ID: '1',
      CI_PROJECT_ID: '1',
      CI_ENVIRONMENT_NAME: 'another',
    };
    const { document } = await world.publish(job, forged);
    expect(document.approval?.by).toEqual({ id: 104, login: 'dora' });
  });

  test('stands with the post in what status tells of approvals', async () => {
    const world = await createGitLabWorld();
    const { publish, plan } = await world.pipeline('dev');
    const job = world.pipelines.play(publish, 'mia');
    await world.publish(job);
    const { document } = await world.run<object>(['status', '--approvals'], job);
    expect(JSON.stringify(document)).toContain(`"mechanism":"gitlab"`);
    expect(JSON.stringify(document)).toContain(`/-/jobs/${job.id}`);
    expect(JSON.stringify(document)).toContain(String(plan.digest));
  });

  test('may do so again, in a job of its own that names who did', async () => {
    const world = await createGitLabWorld();
    const { publish } = await world.pipeline('dev');
    const failed = world.pipelines.finish(world.pipelines.play(publish, 'mia'), false);
    // The token of a job that ended is none.
    const token = { GITLAB_TOKEN: world.gitlab.accessToken('project_70_bot') };
    await expectRefused(world, () => world.publish(failed, token), 'forge-refused');
    const again = world.pipelines.retry(failed, 'max');
    const { document } = await world.publish(again);
    expect(document.approval).toMatchObject({ by: { login: 'max' } });
    expect(document.approval?.evidence).toMatch(new RegExp(`/-/jobs/${again.id}$`));
  });

  test('has the plan of the pipeline published, and of an older one only what still is so', async () => {
    const world = await createGitLabWorld();
    const { publish } = await world.pipeline('dev');
    await world.edit('Keys are rotated every thirty days by whoever is on call that week.');
    const { code, document } = await world.publish(world.pipelines.play(publish, 'mia'));
    expect({ code, results: document.steps.map(({ result }) => result) }).toEqual({
      code: 3,
      results: ['refused'],
    });
    expect(await world.site.posts()).toEqual([]);
  });
});

// Nothing that is refused changes the world, so that these share one.
const world = await createGitLabWorld();
const { publish, planJob, pipeline, plan } = await world.pipeline('dev');
const job = world.pipelines.play(publish, 'mia');
/** The ledger is the project token's, so that what is refused is the approval. */
const published = (
  of: typeof job,
  forged: Readonly<Record<string, string>> = {},
  args?: readonly string[],
) =>
  world.publish(of, { GITLAB_TOKEN: world.gitlab.accessToken('project_70_bot'), ...forged }, args);

describe('nobody is', () => {
  test('where the job started by itself, whoever started the pipeline', async () => {
    const own = world.pipelines.start('mia');
    const automatic = world.pipelines.run(world.pipelines.addJob(own, { name: 'publish' }));
    await expectRefused(world, () => published(automatic), 'job-not-manual');
  });

  test('a program', async () => {
    const bot = world.pipelines.force(job, { user: world.gitlab.user('project_70_bot') });
    await expectRefused(world, () => published(bot), 'approver-not-a-person');
    const blocked = world.gitlab.addUser({
      username: 'left',
      state: 'blocked',
      level: 'developer',
    });
    const left = world.pipelines.force(job, { user: blocked });
    await expectRefused(world, () => published(left), 'approver-not-a-person');
    world.pipelines.force(job, { user: world.gitlab.user('mia') });
  });

  test('where the pipeline is for another branch, or for a tag', async () => {
    for (const more of [{ ref: 'evil' }, { ref: 'main', tag: true }]) {
      const other = world.pipelines.force(job, { pipeline: { ...pipeline, ...more } });
      await expectRefused(world, () => published(other), 'not-default-branch');
    }
    world.pipelines.force(job, { pipeline });
  });

  test('where the digest stands on the command line, or the index is another one', async () => {
    const digest = plan.digest ?? '';
    await expectRefused(world, () => published(job, {}, ['--digest', digest]), 'approval-missing');
    await expectRefused(world, () => published(job, {}, []), 'approval-missing');
    const other = `sha256:${'0'.repeat(64)}`;
    const ran = await published(job, {}, ['--digest', other, '--index', 'index.json']);
    expect({ code: ran.code, error: ran.document.error.code }).toEqual({
      code: 3,
      error: 'unknown-digest',
    });
  });

  test('after approval.max-age', async () => {
    const old = world.pipelines.force(job, { started: world.gitlab.clock.now() - 8 * 86_400_000 });
    const ran = await published(old);
    expect(ran.document.error.code).toBe('approval-expired');
    world.pipelines.force(job, { started: world.gitlab.clock.now() });
    expect(await world.site.posts()).toEqual([]);
  });

  test('by the token of another job that ended, by none, or outside of GitLab', async () => {
    const token = { CI_JOB_TOKEN: planJob.token };
    await expectRefused(world, () => published(job, token), 'forge-refused');
    await expectRefused(world, () => published(job, { CI_JOB_TOKEN: '' }), 'token-missing');
    const ran = await published(job, { GITLAB_CI: '' });
    expect(ran.document.error.code).toMatch(/^(mechanism-not-accepted|no-approval)$/);
  });
});

describe('the API of another host', () => {
  test.each([
    'https://gitlab.attacker.example/api/v4',
    'http://gitlab.example.com/api/v4',
    'nonsense',
  ])('is not asked: %s', async (apiUrl) => {
    await expectRefused(world, () => published(job, { CI_API_V4_URL: apiUrl }), 'insecure-url');
  });

  test('is not asked where `origin` is elsewhere, also by the address of this machine', async () => {
    const other = await createGitLabWorld('', 'ledger: { file: .git/ledger.json }');
    const waiting = await other.pipeline('dev');
    const played = other.pipelines.play(waiting.publish, 'mia');
    await using attacker = await serve((response) => json(response, 200, {}));
    await other.checkout.git('remote', 'set-url', 'origin', 'https://gitlab.example.com/a/b.git');
    await expectRefused(
      other,
      () => other.publish(played, { CI_API_V4_URL: `${attacker.url}/api/v4` }),
      'insecure-url',
    );
    expect(attacker.seen).toEqual([]);
  });
});

describe('an answer that is none', () => {
  test.each([
    ['job', 'error', 401, 'forge-refused'],
    ['job', 'error', 403, 'approver-unknown'],
    ['job', 'error', 404, 'approver-unknown'],
    ['job', 'error', 500, 'forge-unreachable'],
    ['job', 'error', 302, 'forge-refused'],
    ['job', 'html', 200, 'forge-unreachable'],
    ['job', 'html', 404, 'forge-refused'],
    ['job', 'reset', undefined, 'forge-unreachable'],
    ['projects/*/deployments', 'error', 401, 'forge-refused'],
    ['projects/*/deployments', 'error', 403, 'forge-refused'],
    ['projects/*/deployments', 'error', 404, 'forge-refused'],
    ['projects/*/deployments', 'error', 500, 'forge-unreachable'],
    ['projects/*/deployments', 'html', 200, 'forge-unreachable'],
  ] as const)('of %s: %s %s', async (path, kind, status, code) => {
    world.gitlab.faults.add({ kind, path, times: 9, ...(status !== undefined && { status }) });
    await expectRefused(world, () => published(job), code);
    world.gitlab.faults.clear();
  });
});
