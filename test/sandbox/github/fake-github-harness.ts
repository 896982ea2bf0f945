import { afterEach } from 'vitest';
import {
  fakeGitHubClient,
  fakeStackClient,
  startSandbox,
  type FakeGitHubClient,
  type FakeStackClient,
  type GitHubOptions,
  type GitHubTokenName,
  type Sandbox,
} from '../../../sandbox/index.ts';
import { call, type Answer, type Ask } from '../harness.ts';

export interface GitHubHarness {
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly drive: FakeGitHubClient;
  readonly control: FakeStackClient;
  /** A request with a token by name, one of its own, or none. */
  readonly api: (
    method: string,
    path: string,
    token: GitHubTokenName | (string & {}) | null,
    ask?: Ask,
  ) => Promise<Answer>;
  /** The same below the repository. */
  readonly repo: GitHubHarness['api'];
  readonly graphql: (
    query: string,
    token?: GitHubTokenName | null,
    variables?: object,
  ) => Promise<Answer>;
}

const started: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((sandbox) => sandbox.close()));
});

/** Starts a sandbox that ends with the test. */
export async function gitHubHarness(github: GitHubOptions = {}): Promise<GitHubHarness> {
  const sandbox = await startSandbox({ github });
  started.push(sandbox);
  const { url, repository } = sandbox.github;
  const tokens: Readonly<Record<string, string>> = sandbox.github.tokens;
  const api: GitHubHarness['api'] = (method, path, token, ask = {}) => {
    const authorization: Record<string, string> =
      token === null ? {} : { Authorization: `Bearer ${tokens[token] ?? token}` };
    return call(method, `${url}${path}`, { ...ask, headers: { ...authorization, ...ask.headers } });
  };
  return {
    sandbox,
    url,
    drive: fakeGitHubClient(sandbox.control),
    control: fakeStackClient(sandbox.control),
    api,
    repo: (method, path, ...rest) => api(method, `/repos/${repository}${path}`, ...rest),
    graphql: (query, token = 'job', variables = {}) =>
      api('POST', '/graphql', token, { body: { query, variables } }),
  };
}
