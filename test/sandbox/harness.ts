import {
  fakeGitHubClient,
  fakeStackClient,
  startSandbox,
  type FakeGitHubClient,
  type FakeStackClient,
  type GitHubOptions,
  type GitHubTokenName,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/index.ts';
import { atEnd } from '../kit/at-end.ts';
import { call, type Answer, type Ask } from './call.ts';

/** Starts a sandbox that ends with the test. */
async function start(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  atEnd(() => sandbox.close());
  return sandbox;
}

/** A request with a token by its name, one of its own, or none. */
function callAs(
  tokens: Readonly<Record<string, string>>,
  token: string | null,
  method: string,
  url: string,
  ask: Ask,
): Promise<Answer> {
  const authorization: Record<string, string> =
    token === null ? {} : { Authorization: `Bearer ${tokens[token] ?? token}` };
  return call(method, url, { ...ask, headers: { ...authorization, ...ask.headers } });
}

export interface StackHarness {
  readonly sandbox: Sandbox;
  readonly drive: FakeStackClient;
  readonly base: string;
  /** A call below the team or the main site; `token` is a name, a string of its own, or null for none (write). */
  readonly api: (
    method: string,
    path: string,
    ask?: Ask & { readonly token?: string | null },
  ) => Promise<Answer>;
  /** A call to any path, without a token. */
  readonly plain: (method: string, path: string, ask?: Ask) => Promise<Answer>;
}

/** A sandbox, seen from its Stack Internal. */
export async function stackHarness(options: SandboxOptions = {}): Promise<StackHarness> {
  const sandbox = await start(options);
  const { url, tier, team, tokens } = sandbox.stack;
  const version = tier === 'business' ? '/v3' : '/api/v3';
  const base = `${url}${version}${team === null ? '' : `/teams/${team}`}`;
  return {
    sandbox,
    drive: fakeStackClient(sandbox.control),
    base,
    api: (method, path, { token = 'write', ...ask } = {}) =>
      callAs(tokens, token, method, `${base}${path}`, ask),
    plain: (method, path, ask = {}) => call(method, `${url}${path}`, ask),
  };
}

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

/** A sandbox, seen from its GitHub. */
export async function gitHubHarness(options: GitHubOptions = {}): Promise<GitHubHarness> {
  const sandbox = await start({ github: options });
  const { url, repository, tokens } = sandbox.github;
  const api: GitHubHarness['api'] = (method, path, token, ask = {}) =>
    callAs(tokens, token, method, `${url}${path}`, ask);
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
