import { createGitHubForge, type GitHubForge } from '../../../src/adapters/github/forge.ts';
import type { GitHubOptions } from '../../../src/adapters/github/open-github.ts';
import { silent } from '../../../src/ports/log.ts';
import type {
  FakeGitHubClient,
  GitHubTokenName,
  PullInput,
  Sandbox,
} from '../../../sandbox/index.ts';
import { atEnd } from '../../kit/at-end.ts';
import { fakeClock, type FakeClock } from '../../kit/fake-clock.ts';
import { testSandbox } from '../../kit/test-sandbox.ts';

export interface SandboxForge {
  readonly sandbox: Sandbox;
  readonly drive: FakeGitHubClient;
  readonly clock: FakeClock;
  readonly forge: (token?: GitHubTokenName, more?: Partial<GitHubOptions>) => GitHubForge;
  /** The GraphQL requests so far. */
  readonly queries: () => Promise<number>;
}

/** A private repository with pull requests, and forges that look at it. */
export async function sandboxForge(pulls: readonly PullInput[] = []): Promise<SandboxForge> {
  const sandbox = await testSandbox({ github: { private: true } });
  const { url, repository, tokens } = sandbox.github;
  const [owner = '', name = ''] = repository.split('/');
  const drive = sandbox.fakeGitHub;
  await drive.pullRequests(pulls);
  const clock = fakeClock(Date.now());
  return {
    sandbox,
    drive,
    clock,
    forge(token = 'job', more = {}) {
      const forge = createGitHubForge({
        apiUrl: url,
        graphqlUrl: `${url}/graphql`,
        repository: { owner, name },
        token: tokens[token],
        userAgent: 'test/1',
        clock,
        log: silent,
        ...more,
      });
      atEnd(() => forge.close());
      return forge;
    },
    queries: async () => (await drive.log()).filter(({ path }) => path === '/graphql').length,
  };
}

/** The first run: by label. */
export const everything = {
  since: 0,
  updatedSince: null,
  labels: ['stack:article', 'stack:faq'],
  numbers: [],
};

export const hours = (count: number): string =>
  new Date(Date.UTC(2026, 10, 1) + count * 3_600_000).toISOString();
