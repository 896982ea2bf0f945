import { expect, test } from 'vitest';
import { createJobForge } from '../../../src/adapters/gitlab/job-forge.ts';
import { systemClock } from '../../../src/adapters/system-clock.ts';
import { gitLabReader } from '../../../src/approval/gitlab.ts';
import { digestOf } from '../../../src/model/digest.ts';
import { silent } from '../../../src/ports/log.ts';
import { json, serve } from '../../kit/serve.ts';

const user = { id: 1, username: 'dev', state: 'active' };
const mia = { id: 2, username: 'mia', state: 'active' };
const at = '2026-11-20T10:00:00.000Z';
const job = {
  id: 8,
  ref: 'main',
  tag: false,
  user,
  started_at: at,
  web_url: 'https://gitlab.example.com/foo/bar/-/jobs/8',
  pipeline: { id: 6, project_id: 1 },
};
const environment = { id: 9, name: 'stack-internal' };
const item = { id: 42, environment, user, created_at: at, deployable: { id: 8 } };
const yes = { user: mia, status: 'approved', created_at: at, comment: null };
const whole = { ...item, approvals: [yes], pending_approval_count: 0 };

/** Asks a server that answers so: `job`, `list` and `deployment` by their places in the API. */
async function approvalOf(answers: {
  readonly job?: unknown;
  readonly list?: (page: number) => unknown;
  readonly deployment?: unknown;
}) {
  await using server = await serve((response, { url }) => {
    const { pathname, searchParams } = new URL(url, 'http://x');
    const page = Number(searchParams.get('page'));
    if (pathname.endsWith('/job')) json(response, 200, 'job' in answers ? answers.job : job);
    else if (pathname.endsWith('/deployments'))
      json(response, 200, (answers.list ?? (() => [item]))(page));
    else if (pathname.endsWith('/deployments/42')) json(response, 200, answers.deployment ?? whole);
    else json(response, 404, { message: '404 Not Found' });
  });
  const forge = createJobForge({
    apiUrl: `${server.url}/api/v4`,
    token: { kind: 'job', value: 'x'.repeat(20) },
    userAgent: 'test',
    clock: systemClock,
    log: silent,
  });
  try {
    const own = await forge.ownJob();
    if (!own) throw new Error('no job');
    const read = gitLabReader({
      forge,
      job: own,
      environment: 'stack-internal',
      isManual: true,
      indexPath: null,
    });
    const { evidence } = await read(digestOf({}));
    return { by: evidence.by?.login, evidence: evidence.evidence, asked: server.seen.length };
  } catch (error) {
    return (error as { readonly code: string }).code;
  } finally {
    await forge.close();
  }
}

test('what the documentation shows is read', async () => {
  expect(await approvalOf({})).toMatchObject({
    by: 'mia',
    evidence: 'https://gitlab.example.com/foo/bar/-/jobs/8',
  });
  const { user: _, ...nobody } = item;
  expect(await approvalOf({ list: () => [{ ...nobody, deployable: null }, item] })).toMatchObject({
    by: 'mia',
  });
});

test('a long list is read no further than the job is old', async () => {
  const old = { ...item, id: 1, created_at: '2026-11-01T10:00:00.000Z', deployable: { id: 7 } };
  const pages: number[] = [];
  const list = (page: number) => {
    pages.push(page);
    return Array.from({ length: 100 }, () => old);
  };
  const created = { ...job, created_at: at };
  expect(await approvalOf({ job: created, list })).toMatchObject({ by: 'dev' });
  expect(pages).toEqual([1, 1]);
});

test.each<[string, Parameters<typeof approvalOf>[0], string]>([
  ['a job without an id', { job: { ...job, id: undefined } }, 'forge-unreachable'],
  ['a job whose id is a text', { job: { ...job, id: '8' } }, 'forge-unreachable'],
  ['a list for a job', { job: [job] }, 'forge-unreachable'],
  ['null for a job', { job: null }, 'forge-unreachable'],
  ['a user without a name', { job: { ...job, user: { id: 1 } } }, 'forge-unreachable'],
  [
    'a user whose bot is no flag',
    { job: { ...job, user: { ...user, bot: 'no' } } },
    'forge-unreachable',
  ],
  ['a time that is none', { job: { ...job, started_at: 'soon' } }, 'forge-unreachable'],
  ['no time', { job: { ...job, started_at: null } }, 'forge-unreachable'],
  ['an address that is none', { job: { ...job, web_url: 'javascript:1' } }, 'forge-unreachable'],
  ['nobody', { job: { ...job, user: null }, list: () => [] }, 'approver-unknown'],
  [
    'a job that GitLab says is not manual',
    { job: { ...job, when: 'on_success' }, list: () => [] },
    'job-not-manual',
  ],
  ['an object for a list', { list: () => ({ items: [item] }) }, 'forge-unreachable'],
  [
    'a list without an end',
    {
      list: (page) =>
        Array.from({ length: 100 }, (_, index) => ({
          ...item,
          id: page * 1000 + index,
          deployable: { id: 900_000 },
        })),
    },
    'forge-endless',
  ],
  ['a list of texts', { list: () => ['a'] }, 'forge-unreachable'],
  ['another deployment', { deployment: { ...whole, id: 43 } }, 'forge-unreachable'],
  [
    'the deployment of another job',
    { deployment: { ...whole, deployable: { id: 9 } } },
    'forge-unreachable',
  ],
  ['the deployment of no job', { deployment: { ...whole, deployable: null } }, 'forge-unreachable'],
  [
    'another environment',
    { deployment: { ...whole, environment: { name: 'x' } } },
    'forge-unreachable',
  ],
  ['approvals that are null', { deployment: { ...whole, approvals: null } }, 'forge-unreachable'],
  [
    'a summary that is null',
    { deployment: { ...whole, approval_summary: null } },
    'forge-unreachable',
  ],
  [
    'a summary without rules',
    { deployment: { ...whole, approval_summary: {} } },
    'forge-unreachable',
  ],
  [
    'a count that is a text',
    { deployment: { ...whole, pending_approval_count: '0' } },
    'forge-unreachable',
  ],
  [
    'a count below nothing',
    { deployment: { ...whole, pending_approval_count: -1 } },
    'forge-unreachable',
  ],
  [
    'approvals that are pending',
    { deployment: { ...whole, pending_approval_count: 1 } },
    'approval-missing',
  ],
  [
    'an unknown status',
    { deployment: { ...whole, approvals: [{ ...yes, status: 'skipped' }] } },
    'approval-missing',
  ],
  [
    'an approval without a status',
    { deployment: { ...whole, approvals: [{ user: mia, created_at: at }] } },
    'forge-unreachable',
  ],
  [
    "an account's that is gone",
    { deployment: { ...whole, approvals: [{ ...yes, user: null }] } },
    'approval-missing',
  ],
  [
    "a blocked account's",
    { deployment: { ...whole, approvals: [{ ...yes, user: { ...mia, state: 'blocked' } }] } },
    'approval-missing',
  ],
  ['no starter of the pipeline', { deployment: { ...whole, user: null } }, 'approver-unknown'],
])('%s', async (_, answers, code) => {
  expect(await approvalOf(answers)).toBe(code);
});
