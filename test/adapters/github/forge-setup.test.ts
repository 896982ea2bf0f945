import { describe, expect, onTestFinished, test } from 'vitest';
import type { GitHubTokenName } from '../../../sandbox/index.ts';
import { createForgeSetup } from '../../../src/adapters/github/forge-setup.ts';
import { silent } from '../../../src/ports/log.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { json, serve, type Answer } from '../../kit/serve.ts';
import { testSandbox } from '../../kit/test-sandbox.ts';

const secret = 'ghp_0123456789abcdefghijklmnopqrstuvwxyz';

function opened(apiUrl: string, token = secret) {
  const setup = createForgeSetup({
    apiUrl,
    graphqlUrl: `${apiUrl}/graphql`,
    repository: { owner: 'acme', name: 'handbook' },
    token,
    userAgent: 'test/1',
    clock: fakeClock(Date.now()),
    log: silent,
    retry: false,
  });
  onTestFinished(() => setup.close());
  return setup;
}

async function answering(answer: Answer) {
  const served = await serve(answer);
  onTestFinished(() => served[Symbol.asyncDispose]());
  return { served, setup: opened(served.url) };
}

async function world(token: GitHubTokenName = 'admin') {
  const sandbox = await testSandbox();
  const { url, tokens } = sandbox.github;
  return { drive: sandbox.fakeGitHub, setup: opened(url, tokens[token]) };
}

const bare = { reviewers: [], preventSelfReview: false, waitTimer: 0, branches: 'listed' } as const;

test('an environment comes back as it was sent, and a branch is added once', async () => {
  const { drive, setup } = await world();
  const reviewers = [await setup.reviewer('Mia-Maintain'), await setup.reviewer('acme/platform')];
  const settings = {
    ...bare,
    reviewers: reviewers.filter((each) => each !== null),
    preventSelfReview: true,
    waitTimer: 30,
  };
  expect(settings.reviewers).toHaveLength(2);
  await setup.putEnvironment('live', settings);
  expect(await setup.environment('LIVE')).toMatchObject(settings);
  expect(await setup.branchesOf('live')).toEqual([]);
  for (const _ of [1, 2]) await setup.addBranch('live', 'release/*x');
  expect(await setup.branchesOf('live')).toEqual([{ name: 'release/*x', type: 'branch' }]);
  await drive.environment({ name: 'live', secrets: ['ONE', 'TWO'] });
  expect(await setup.secretsOf('live')).toEqual(['ONE', 'TWO']);
  expect(await setup.environment('none')).toBeNull();
  expect(await setup.reviewer('nobody-here')).toBeNull();
});

describe('a redirect is not followed: the token stays here', () => {
  test.each<[string, (setup: ReturnType<typeof opened>) => Promise<unknown>]>([
    ['to read', (setup) => setup.repository()],
    ['to create', (setup) => setup.createLabel({ name: 'a', color: '000000', description: '' })],
    ['to put', (setup) => setup.putEnvironment('live', bare)],
  ])('%s', async (_, work) => {
    await using elsewhere = await serve((response) => json(response, 200, {}));
    const { setup } = await answering((response) => {
      response.writeHead(307, { location: elsewhere.url }).end();
    });
    await expect(work(setup)).rejects.toMatchObject({ code: 'forge-refused' });
    expect(elsewhere.seen).toEqual([]);
  });

  test('to a branch that is there, which is fine', async () => {
    await using elsewhere = await serve((response) => json(response, 200, {}));
    const { setup } = await answering((response) => {
      response.writeHead(303, { location: elsewhere.url }).end();
    });
    await setup.addBranch('live', 'main');
    expect(elsewhere.seen).toEqual([]);
  });
});

describe('an answer about something else is none', () => {
  const environment = {
    id: 7,
    name: 'other',
    protection_rules: [],
    deployment_branch_policy: null,
  };
  test.each<[string, object, (setup: ReturnType<typeof opened>) => Promise<unknown>]>([
    ['an environment', environment, (setup) => setup.environment('live')],
    ['an environment that was put', environment, (setup) => setup.putEnvironment('live', bare)],
    [
      'a repository',
      {
        full_name: 'evil/handbook',
        default_branch: 'main',
        private: false,
        owner: { login: 'evil', type: 'User' },
      },
      (setup) => setup.repository(),
    ],
    ['an id that is none', { id: '7' }, (setup) => setup.reviewer('mia')],
    [
      'odd rules',
      { ...environment, name: 'live', protection_rules: [7] },
      (setup) => setup.environment('live'),
    ],
  ])('%s', async (_, answer, work) => {
    const { setup } = await answering((response) => json(response, 200, answer));
    const fault = await work(setup).then(String, (error: unknown) => error);
    expect(fault).toMatchObject({ code: 'forge-unreachable' });
    expect(String(fault)).not.toContain(secret);
  });
});
