import { afterEach } from 'vitest';
import { createGitHubForge, type GitHubForge } from '../../../src/adapters/github/forge.ts';
import type { GitHubOptions } from '../../../src/adapters/github/open-github.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { silent } from '../../../src/ports/log.ts';
import {
  fakeGitHubClient,
  type FakeGitHubClient,
  type GitHubTokenName,
  type PullInput,
  type Sandbox,
  startSandbox,
} from '../../../sandbox/index.ts';

/** A clock that does not wait, and notes what it was asked to. */
export interface QuickClock extends Clock {
  readonly slept: number[];
}

export function quickClock(): QuickClock {
  const slept: number[] = [];
  let ahead = 0;
  return {
    slept,
    now: () => Date.now() + ahead,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      ahead += milliseconds;
    },
  };
}

export interface FakeGitHubWorld {
  readonly sandbox: Sandbox;
  readonly drive: FakeGitHubClient;
  readonly clock: QuickClock;
  readonly forge: (token?: GitHubTokenName, more?: Partial<GitHubOptions>) => GitHubForge;
  /** The GraphQL requests so far. */
  readonly queries: () => Promise<number>;
}

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** A private repository with pull requests, and forges that look at it. */
export async function fakeGitHubWorld(pulls: readonly PullInput[] = []): Promise<FakeGitHubWorld> {
  const sandbox = await startSandbox({ github: { private: true } });
  toClose.push(() => sandbox.close());
  const { url, repository, tokens } = sandbox.github;
  const [owner = '', name = ''] = repository.split('/');
  const drive = fakeGitHubClient(sandbox.control);
  await drive.pullRequests(pulls);
  const clock = quickClock();
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
      toClose.push(() => forge.close());
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
