import { expect, test } from 'vitest';
import { createBuildForge } from '../../../src/adapters/buildkite/build-forge.ts';
import { systemClock } from '../../../src/adapters/system-clock.ts';
import { buildkiteReader } from '../../../src/approval/buildkite.ts';
import { digestOf } from '../../../src/model/digest.ts';
import { silent } from '../../../src/ports/log.ts';
import { json, serve } from '../../kit/serve.ts';

const ids = [1, 2, 3].map((each) => `b63254c0-3271-4a98-8270-7cfbd6c2f1${each}e`);
const [planId = '', blockId = '', ownId = ''] = ids;
const mia = {
  id: 'cfbb422f-2e4a-41b5-86f0-59e813b3d6e2',
  name: 'Liam Neeson',
  email: 'liam@example.com',
  avatar_url: 'https://www.gravatar.com/avatar/e14f',
};
const early = '2026-11-20T10:00:00.000Z';
const at = '2026-11-20T10:05:00.000Z';
const plan = {
  id: planId,
  type: 'script',
  state: 'passed',
  started_at: early,
  finished_at: early,
  retried: false,
};
const block = {
  id: blockId,
  type: 'manual',
  label: 'Publish?',
  state: 'unblocked',
  web_url: null,
  unblocked_by: mia,
  unblocked_at: at,
};
const own = {
  id: ownId,
  type: 'script',
  state: 'running',
  runnable_at: at,
  started_at: at,
  finished_at: null,
  retries_count: null,
};
const path = '/v2/organizations/my-great-org/pipelines/my-pipeline/builds/2';
const whole = {
  url: `https://api.buildkite.com${path}`,
  number: 2,
  commit: 'abcd0b72a1e580e90712cdd9eb26d3fb41cd09c8',
  branch: 'main',
  jobs: [plan, { id: planId, type: 'waiter' }, block, own],
  pull_request: {},
  pipeline: { slug: 'my-pipeline', repository: 'git@github.com:my-great-org/my-pipeline' },
};

/** Asks a server that answers so. */
async function approvalOf(answer: unknown) {
  await using server = await serve((response) => json(response, 200, answer));
  const forge = createBuildForge({
    base: server.url,
    token: 'x'.repeat(20),
    place: { organization: 'my-great-org', pipeline: 'my-pipeline', number: '2' },
    userAgent: 'test',
    clock: systemClock,
    log: silent,
  });
  try {
    const { evidence, people, attempt } = await buildkiteReader({
      build: await forge.build(),
      job: ownId,
    })(digestOf({}));
    return { by: evidence.by?.login, evidence: evidence.evidence, people: people.length, attempt };
  } catch (error) {
    return (error as { readonly code: string }).code;
  } finally {
    await forge.close();
  }
}

const jobs = (...changed: readonly object[]) => ({ ...whole, jobs: changed });

test('what the documentation shows is read', async () => {
  expect(await approvalOf(whole)).toEqual({
    by: `Liam Neeson (${mia.id})`,
    evidence: `https://buildkite.com/my-great-org/my-pipeline/builds/2#${blockId}`,
    people: 1,
    attempt: 1,
  });
});

test('a job in the place of another is a later attempt', async () => {
  const source = { job_id: planId, retry_type: 'automatic' };
  for (const retry of [{ retries_count: 1 }, { retry_source: source }])
    expect(await approvalOf(jobs(plan, block, { ...own, ...retry }))).toMatchObject({ attempt: 2 });
});

test("what is not told may be null, too, and an address for mail is nobody's duty", async () => {
  const told = { by: `Liam Neeson (${mia.id})`, attempt: 1 };
  const blank = { retried: null, retries_count: null, retry_source: null };
  expect(await approvalOf(jobs(plan, { ...block, ...blank }, { ...own, ...blank }))).toMatchObject(
    told,
  );
  const { email: _, ...nameless } = mia;
  for (const by of [nameless, { ...mia, email: null }])
    expect(await approvalOf(jobs(plan, { ...block, unblocked_by: by }, own))).toMatchObject(told);
});

test.each<[string, unknown, string]>([
  ['null', null, 'forge-unreachable'],
  ['a list', [whole], 'forge-unreachable'],
  ['another number', { ...whole, number: 3 }, 'forge-unreachable'],
  ['a number that is a text', { ...whole, number: '2' }, 'forge-unreachable'],
  ['another address', { ...whole, url: `${whole.url}0` }, 'forge-unreachable'],
  [
    "another pipeline's address",
    { ...whole, url: whole.url.replace('my-pipeline', 'other') },
    'forge-unreachable',
  ],
  ['no address', { ...whole, url: undefined }, 'forge-unreachable'],
  ['no commit', { ...whole, commit: null }, 'forge-unreachable'],
  ['no repository', { ...whole, pipeline: {} }, 'forge-unreachable'],
  ['no jobs', { ...whole, jobs: undefined }, 'forge-unreachable'],
  ['jobs that are a map', { ...whole, jobs: { own } }, 'forge-unreachable'],
  ['a list without the job', jobs(plan, block), 'approver-unknown'],
  ['a job without an id', jobs(plan, block, { ...own, id: undefined }), 'forge-unreachable'],
  ['an id that is none', jobs(plan, { ...block, id: '1' }, own), 'forge-unreachable'],
  ['a job without a type', jobs(plan, { ...block, type: null }, own), 'forge-unreachable'],
  ['a state that is a number', jobs(plan, { ...block, state: 1 }, own), 'forge-unreachable'],
  [
    'a person without an id',
    jobs({ ...block, unblocked_by: { name: 'x' } }, own),
    'forge-unreachable',
  ],
  ['a person who is a text', jobs({ ...block, unblocked_by: 'mia' }, own), 'forge-unreachable'],
  [
    'a blank person',
    jobs({ ...block, unblocked_by: { ...mia, name: ' ' } }, own),
    'approver-unknown',
  ],
  ['a time that is none', jobs({ ...block, unblocked_at: 'soon' }, own), 'forge-unreachable'],
  ['a count below nothing', jobs(block, { ...own, retries_count: -1 }), 'forge-unreachable'],
  ['a retry that is no flag', jobs(block, { ...own, retried: 'no' }), 'forge-unreachable'],
  ['a job that waits', jobs(block, { ...own, state: 'assigned' }), 'approval-missing'],
  ['a trigger', jobs(block, { ...own, type: 'trigger' }), 'approval-missing'],
])('%s', async (_, answer, code) => {
  expect(await approvalOf(answer)).toBe(code);
});
