import { expect, test } from 'vitest';
import { startGitLab } from '../../../sandbox/gitlab/start-gitlab.ts';
import { atEnd } from '../../kit/at-end.ts';

async function served(visibility: 'private' | 'internal' | 'public' = 'private') {
  const running = await startGitLab({ visibility });
  atEnd(() => running.close());
  const { gitlab, url } = running;
  const job = gitlab.pipelines.run(
    gitlab.pipelines.addJob(gitlab.pipelines.start('dev'), { name: 'plan' }),
  );
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    (await fetch(`${url}/api/v4/${path}`, { headers })).status;
  return { gitlab, url, job, ask, asJob: { 'job-token': job.token } };
}

test.each([
  ['job', { job: 200, nobody: 401, dev: 404, sten: 404 }],
  ['projects/70', { job: 404, nobody: 404, dev: 200, sten: 404 }],
  ['projects/acme%2Fhandbook/merge_requests', { job: 200, nobody: 404, dev: 200, sten: 404 }],
  ['projects/70/deployments', { job: 200, nobody: 401, dev: 200, sten: 404 }],
  ['projects/71/deployments', { job: 404, nobody: 404, dev: 404, sten: 404 }],
  ['projects/70/issues', { job: 501, nobody: 501, dev: 501, sten: 501 }],
])('of a private project, %s is answered by who asks', async (path, expected) => {
  const { gitlab, ask, asJob } = await served();
  const as = (name: string) => ask(path, { 'private-token': gitlab.accessToken(name) });
  expect({
    job: await ask(path, asJob),
    nobody: await ask(path),
    dev: await as('dev'),
    sten: await as('sten'),
  }).toEqual(expected);
});

test('the token of a job is good while it runs', async () => {
  const { gitlab, job, ask, asJob } = await served();
  expect(await ask('job', asJob)).toBe(200);
  gitlab.pipelines.finish(job);
  expect(await ask('job', asJob)).toBe(401);
  expect(await ask('job', { 'job-token': 'nonsense' })).toBe(401);
});

test.each([
  ['private', 404],
  ['internal', 404],
  ['public', 200],
] as const)('a %s project is shown to nobody in particular or not', async (visibility, status) => {
  const { ask } = await served(visibility);
  expect(await ask('projects/acme%2Fhandbook')).toBe(status);
});

test('nobody approves what waits for nobody, nor without the right to deploy', async () => {
  const { gitlab, url } = await served();
  const { pipelines } = gitlab;
  pipelines.protect('prod', { rules: [{ description: 'One', required: 1, users: [] }] });
  const job = pipelines.addJob(pipelines.start('dev'), {
    name: 'deploy',
    when: 'manual',
    environment: 'prod',
  });
  const id = pipelines.deploymentOf(job)?.id ?? 0;
  const approve = async (name: string) =>
    (
      await fetch(`${url}/api/v4/projects/70/deployments/${id}/approval`, {
        method: 'POST',
        headers: { 'private-token': gitlab.accessToken(name) },
        body: JSON.stringify({ status: 'approved' }),
      })
    ).status;
  expect(await approve('rea')).toBe(403);
  expect(() => pipelines.play(job, 'mia')).toThrow('blocked');
  expect(await approve('mia')).toBe(201);
  expect(await approve('max')).toBe(400);
  expect(pipelines.play(job, 'mia').status).toBe('running');
});
