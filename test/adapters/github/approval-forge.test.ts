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

const reviewers = [{ type: 'User', reviewer: {} }];
const policy = { protected_branches: true, custom_branch_policies: false };

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
  const flaw = environmentFlaw(await forge.environment('stack-internal'));
  expect(flaw === null).toBe(guarded);
});

test('an account that GitHub does not know has no role', async () => {
  const forge = await answering(404, { message: 'dependabot[bot] is not a user' });
  expect(await forge.roleOf('dependabot[bot]')).toBeNull();
});
