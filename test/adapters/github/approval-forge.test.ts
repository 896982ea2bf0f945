import { expect, onTestFinished, test } from 'vitest';
import { createApprovalForge } from '../../../src/adapters/github/approval-forge.ts';
import { environmentFlaw } from '../../../src/approval/environment-flaw.ts';
import { silent } from '../../../src/ports/log.ts';
import { serve } from '../../kit/serve.ts';
import { fakeClock } from '../../kit/fake-clock.ts';

/** A GitHub that answers each path with this status and JSON. */
async function answering(status: number, body: unknown, headers = {}) {
  const served = await serve((response) => {
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify(body));
  });
  const forge = createApprovalForge({
    apiUrl: served.url,
    graphqlUrl: `${served.url}/graphql`,
    repository: { owner: 'acme', name: 'platform' },
    token: 'a token that is long enough',
    userAgent: 'test',
    clock: fakeClock(Date.now()),
    log: silent,
    proxy: {},
  });
  onTestFinished(async () => {
    await forge.close();
    await served[Symbol.asyncDispose]();
  });
  return forge;
}

const reviewers = [{ type: 'User', reviewer: { id: 7 } }];
const policy = { protected_branches: false, custom_branch_policies: true };

test.each<[string, object, boolean]>([
  ['nothing', {}, false],
  ['no rules', { deployment_branch_policy: policy }, false],
  [
    'a rule without reviewers',
    { protection_rules: [{ type: 'required_reviewers' }], deployment_branch_policy: policy },
    false,
  ],
  ['no policy', { protection_rules: [{ type: 'required_reviewers', reviewers }] }, false],
  [
    'all of it',
    {
      protection_rules: [{ type: 'required_reviewers', reviewers }],
      deployment_branch_policy: policy,
    },
    true,
  ],
])('an environment that has %s', async (_, environment, guarded) => {
  const forge = await answering(200, { id: 1, name: 'stack-internal', ...environment });
  const main = { name: 'main', type: 'branch' };
  const flaw = environmentFlaw(await forge.environment('stack-internal'), [main], 'main');
  expect(flaw === null).toBe(guarded);
});

test('an account that GitHub does not know has no role', async () => {
  const forge = await answering(404, { message: 'dependabot[bot] is not a user' });
  expect(await forge.roleOf('dependabot[bot]')).toBeNull();
});

test.each([
  ['more than it counts', { total_count: 0, branch_policies: [{ name: 'main', type: 'branch' }] }],
  ['nothing', { total_count: 1, branch_policies: [] }],
])('a list of branches that has %s was not read whole', async (_, body) => {
  const forge = await answering(200, body);
  expect(await forge.branchesOf('stack-internal')).toBeNull();
});

test.each([{}, { total_count: 1, branch_policies: [{ name: 'main' }] }, []])(
  'a list of branches such as %j is none',
  async (body) => {
    const forge = await answering(200, body);
    await expect(forge.branchesOf('stack-internal')).rejects.toMatchObject({ kind: 'forge' });
  },
);

const next = { Link: '<https://api.github.com/repositories/1/x?page=2>; rel="next"' };

test('a list of which there is more elsewhere was not read whole', async () => {
  const review = { environments: [{ name: 'stack-internal' }], state: 'approved', user: null };
  const reviews = await answering(200, [review], next);
  await expect(reviews.reviewsOf(7)).rejects.toMatchObject({ code: 'forge-unreachable' });
  const body = { total_count: 1, branch_policies: [{ name: 'main', type: 'branch' }] };
  const branches = await answering(200, body, next);
  expect(await branches.branchesOf('stack-internal')).toBeNull();
});

const user = { id: 2, login: 'mia-maintain', type: 'User' };
const run = {
  id: 7,
  event: 'push',
  run_attempt: 2,
  actor: user,
  triggering_actor: user,
  created_at: '2026-05-01T12:00:00Z',
};
const about = { full_name: 'Acme/Platform', default_branch: 'main' };
type Forge = Awaited<ReturnType<typeof answering>>;

test.each<[string, object, (forge: Forge) => Promise<unknown>, (forge: Forge) => Promise<unknown>]>(
  [
    ['run', run, (forge) => forge.workflowRun(7), (forge) => forge.workflowRun(8)],
    ['attempt', run, (forge) => forge.workflowRun(7, 2), (forge) => forge.workflowRun(7, 3)],
    [
      'environment',
      { name: 'Stack-Internal' },
      (forge) => forge.environment('stack-internal'),
      (forge) => forge.environment('staging'),
    ],
    [
      'pull request',
      { number: 7, user },
      (forge) => forge.authorOf(7),
      (forge) => forge.authorOf(8),
    ],
    [
      'account',
      { role_name: 'admin', user },
      (forge) => forge.roleOf('Mia-Maintain'),
      (forge) => forge.roleOf('mia'),
    ],
    ['repository', about, (forge) => forge.defaultBranch(), (forge) => forge.defaultBranch()],
  ],
)('an answer for another %s than was asked for is none', async (name, body, same, other) => {
  expect(await same(await answering(200, body))).not.toBeNull();
  const elsewhere = name === 'repository' ? { ...body, full_name: 'acme/other' } : body;
  const asked = other(await answering(200, elsewhere));
  await expect(asked).rejects.toMatchObject({ code: 'forge-unreachable' });
});

const questions: readonly [string, (forge: Forge) => Promise<unknown>][] = [
  ['run', (forge) => forge.workflowRun(7)],
  ['review', (forge) => forge.reviewsOf(7)],
  ['environment', (forge) => forge.environment('stack-internal')],
  ['list of branches', (forge) => forge.branchesOf('stack-internal')],
  ['role', (forge) => forge.roleOf('mia-maintain')],
  ['comment', (forge) => forge.comment(7)],
  ['author', (forge) => forge.authorOf(7)],
  ['default branch', (forge) => forge.defaultBranch()],
];
const oddAnswers = [{}, null, '', 'Yes.', 7, true, [{}], { message: 'Not Found' }];

test.each(questions.flatMap(([name, ask]) => oddAnswers.map((body) => [name, body, ask] as const)))(
  'no %s is told by %j',
  async (_, body, ask) => {
    await expect(ask(await answering(200, body))).rejects.toMatchObject({ kind: 'forge' });
  },
);
