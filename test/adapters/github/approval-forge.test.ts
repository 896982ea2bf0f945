import { expect, onTestFinished, test } from 'vitest';
import { createApprovalForge } from '../../../src/adapters/github/approval-forge.ts';
import { environmentFlaw } from '../../../src/approval/environment-flaw.ts';
import { silent } from '../../../src/ports/log.ts';
import { serve } from '../../kit/serve.ts';
import { fakeClock } from '../../kit/fake-clock.ts';

/** A GitHub that answers each path with this status and JSON. */
async function answering(status: number, body: unknown) {
  const served = await serve((response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
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
