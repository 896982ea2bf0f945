import type * as toolkit from '@actions/github';
import { Fault } from '../../model/error.ts';
import { memoize } from '../../model/memoize.ts';
import type { RequestCount } from '../../ports/site.ts';
import { parseBase } from '../http/pinned-origin.ts';
import { createHttp, type HttpOptions } from '../http/create-http.ts';
import { timeText } from '../http/retry-delay.ts';
import { fetchOver } from './fetch-over.ts';
import { githubPolicy } from './github-policy.ts';
import { readGraphql } from './read-graphql.ts';
import { LimitSpent, statusToFault, toFault, type Asked } from './to-fault.ts';

type ConnectionOptions = Required<Pick<HttpOptions, 'userAgent' | 'clock' | 'log'>> &
  Pick<HttpOptions, 'proxy' | 'timeouts' | 'retry'>;

export interface GitHubOptions extends ConnectionOptions {
  /** As GITHUB_API_URL has it. https, or http on loopback. */
  readonly apiUrl: string;
  /** As GITHUB_GRAPHQL_URL has it; of the same host. */
  readonly graphqlUrl: string;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly token: string;
  /** As GITHUB_SERVER_URL has it: where people look at the repository. */
  readonly serverUrl?: string;
  /**
   * For work of hours: writes go out one a second, and where a limit is spent, its end is waited for
   * and the call is made again, if that is at most so many milliseconds away.
   */
  readonly patienceMs?: number;
}

type Octokit = ReturnType<typeof toolkit.getOctokit>;

type Call = (octokit: Octokit) => Promise<{
  readonly status?: number;
  readonly data: unknown;
  readonly headers: object;
}>;

/** The one way to GitHub. What it throws is a `Fault` of kind `forge`, and never holds the token. */
export interface GitHub {
  readonly repository: GitHubOptions['repository'];
  /** Makes one REST request, and gives the answer's `data`. Its shape is for the caller to check. */
  rest(asked: Asked, call: Call): Promise<unknown>;
  /**
   * Sends a GraphQL query, and gives its `data`. It must not be a mutation. What GitHub does not
   * find is null where `mayMiss` says so of its path, else a fault.
   */
  graphql(
    asked: Asked,
    query: string,
    variables: Readonly<Record<string, unknown>>,
    mayMiss?: (path: readonly unknown[]) => boolean,
  ): Promise<unknown>;
  /** The same way, for another repository. */
  at(repository: GitHubOptions['repository']): GitHub;
  readonly requests: RequestCount;
  /** GitHub's clock in milliseconds, as its answers told it: never behind; our own before the first. */
  now(): number;
  /** Ends the connections. */
  close(): Promise<void>;
}

/**
 * Opens the way to GitHub; nothing is loaded or sent before the first request. Throws `insecure-url`,
 * also where the two addresses are of different hosts: the token is for one.
 */
export function openGitHub(options: GitHubOptions): GitHub {
  const { apiUrl, repository, token, patienceMs = 0, ...connection } = options;
  const { clock, log, userAgent } = connection;
  const api = parseBase(apiUrl);
  const graphqlUrl = parseBase(options.graphqlUrl);
  if (api.origin !== graphqlUrl.origin)
    throw new Fault(
      'usage',
      'insecure-url',
      `Cannot use ${graphqlUrl.host} for GraphQL: the API is at ${api.host}.`,
      { remedy: 'Set GITHUB_API_URL and GITHUB_GRAPHQL_URL to addresses of the same host.' },
    );
  const policy = githubPolicy(`${graphqlUrl.pathname}${graphqlUrl.search}`, {
    paced: patienceMs > 0,
  });
  const http = createHttp({ ...connection, base: api.origin, policy });
  const send = fetchOver(http, graphqlUrl);
  /** Once a limit is spent, each further request would only be refused. */
  let spent: LimitSpent | null = null;
  /** The end of the last wait that was told of. */
  let told = 0;
  /** By how much its clock is ahead of ours, at most. */
  let ahead = Infinity;

  const client = memoize(async (): Promise<Octokit> => {
    const toolkit = await loadOctokit();
    const note = (text: string) => log.debug(text);
    return toolkit.getOctokit(token, {
      baseUrl: api.href.replace(/\/+$/, ''),
      userAgent,
      request: { fetch: send },
      log: { debug: note, info: note, warn: note, error: note },
    });
  });

  /** Asks, and again where a limit was spent and its end is near enough: what was refused did nothing. */
  async function ask<T>(
    asked: Asked,
    call: Call,
    read: (data: unknown, headers: object) => T,
  ): Promise<T> {
    for (let waits = 0; ; waits += 1) {
      try {
        return await askOnce(asked, call, read);
      } catch (error) {
        if (!(error instanceof LimitSpent) || waits === mostWaits) throw error;
        const ms = error.until - clock.now();
        if (ms > patienceMs) throw error;
        if (error.until > told) log.info(waitText(error.until, ms));
        told = Math.max(told, error.until);
        await clock.sleep(Math.max(0, ms));
      }
    }
  }

  async function askOnce<T>(
    asked: Asked,
    call: Call,
    read: (data: unknown, headers: object) => T,
  ): Promise<T> {
    if (spent !== null && clock.now() < spent.until) throw spent;
    const octokit = await client();
    const begun = clock.now();
    try {
      const { status = 200, data, headers } = await call(octokit);
      const served = Date.parse({ date: '', ...headers }.date);
      if (!Number.isNaN(served)) ahead = Math.min(ahead, served - begun);
      // The library takes a redirect, which is not followed, for a success.
      if (status >= 300) throw statusToFault(status, '', asked, api);
      return read(data, headers);
    } catch (error) {
      const fault = toFault(error, asked, { host: api.host, now: clock.now() });
      if (fault instanceof LimitSpent) spent = fault;
      throw fault;
    }
  }

  const over = (place: GitHubOptions['repository']): GitHub => ({
    repository: place,
    at: over,
    rest: (asked, call) => ask(asked, call, (data) => data),
    graphql(asked, query, variables, mayMiss = () => false) {
      return ask(
        asked,
        (octokit) => octokit.request({ method: 'POST', url: graphqlUrl.href, query, variables }),
        (data, headers) =>
          readGraphql(data, { ...headers }, asked, { host: api.host, now: clock.now(), mayMiss }),
      );
    },
    get requests() {
      return http.requests;
    },
    now: () => clock.now() + (Number.isFinite(ahead) ? ahead : 0),
    close: () => http.close(),
  });
  return over(repository);
}

/** How often one call waits for the end of a limit. */
const mostWaits = 4;

function waitText(until: number, ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return `GitHub takes no more calls of this token until ${timeText(until)}; waiting about ${minutes} min.`;
}

/**
 * Loads the client library, once. On loading it reads the event's file: one that is missing would
 * get a line on stdout, where a JSON document may stand, and a broken one would stop the run.
 */
const loadOctokit: () => Promise<Pick<typeof toolkit, 'getOctokit'>> = memoize(async () => {
  const name = 'GITHUB_EVENT_PATH';
  const file = process.env[name];
  delete process.env[name];
  try {
    return await import('@actions/github');
  } catch (cause) {
    throw new Fault('forge', 'forge-unreachable', "Cannot load GitHub's client library.", {
      remedy: 'Check that GITHUB_API_URL, HTTPS_PROXY and NO_PROXY hold addresses.',
      cause,
    });
  } finally {
    if (file !== undefined) process.env[name] = file;
  }
});
