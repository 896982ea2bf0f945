import type { getOctokit } from '@actions/github';
import { Fault } from '../../model/error.ts';
import { memoize } from '../../model/memoize.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { ProxySettings, Timeouts } from '../http/open-dispatcher.ts';
import { parseBase } from '../http/pinned-origin.ts';
import { createHttp } from '../http/create-http.ts';
import { toFault, statusToFault, type Asked, type Refused } from './to-fault.ts';
import { fetchOver } from './fetch-over.ts';
import type { GitHubAnswer } from './github-answer.ts';
import { githubPolicy } from './github-policy.ts';
import { loadOctokit } from './load-octokit.ts';
import { readGraphql } from './read-graphql.ts';

export interface GitHubOptions {
  /** As GITHUB_API_URL has it. https, or http on loopback. */
  readonly apiUrl: string;
  /** As GITHUB_GRAPHQL_URL has it; of the same host. */
  readonly graphqlUrl: string;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly token: string;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly proxy?: ProxySettings;
  readonly timeouts?: Partial<Timeouts>;
}

type Octokit = ReturnType<typeof getOctokit>;

interface OctokitAnswer {
  readonly status?: number;
  readonly data: unknown;
  readonly headers: object;
}

/** The one way to GitHub. What it throws is a `Fault` of kind `forge`, and never holds the token. */
export interface GitHub {
  readonly repository: GitHubOptions['repository'];
  /** Makes one REST request, or a few. */
  rest(asked: Asked, call: (octokit: Octokit) => Promise<OctokitAnswer>): Promise<GitHubAnswer>;
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
  readonly requests: RequestCount;
  /** Ends the connections. */
  close(): Promise<void>;
}

/**
 * Opens the way to GitHub; nothing is loaded or sent before the first request. Throws `insecure-url`,
 * also where the two addresses are of different hosts: the token is for one.
 */
export function openGitHub(options: GitHubOptions): GitHub {
  const api = parseBase(options.apiUrl);
  const graphqlUrl = parseBase(options.graphqlUrl);
  if (api.origin !== graphqlUrl.origin)
    throw new Fault(
      'usage',
      'insecure-url',
      `Cannot use ${graphqlUrl.host} for GraphQL: the API is at ${api.host}.`,
      { remedy: 'Set GITHUB_API_URL and GITHUB_GRAPHQL_URL to addresses of the same host.' },
    );
  const { clock, log } = options;
  const http = createHttp({
    base: api.origin,
    userAgent: options.userAgent,
    clock,
    policy: githubPolicy(`${graphqlUrl.pathname}${graphqlUrl.search}`),
    log,
    ...(options.proxy && { proxy: options.proxy }),
    ...(options.timeouts && { timeouts: options.timeouts }),
  });
  const send = fetchOver(http, graphqlUrl);
  /** Once a limit is spent, each further request would only be refused. */
  let spent: { readonly until: number; readonly fault: Fault } | null = null;

  const client = memoize(async (): Promise<Octokit> => {
    const toolkit = await loadOctokit();
    return toolkit.getOctokit(options.token, {
      baseUrl: api.href.replace(/\/+$/, ''),
      userAgent: options.userAgent,
      request: { fetch: send },
      log: {
        debug: (text: string) => log.debug(text),
        info: (text: string) => log.debug(text),
        warn: (text: string) => log.debug(text),
        error: (text: string) => log.debug(text),
      },
    });
  });

  async function ask(
    asked: Asked,
    call: (octokit: Octokit) => Promise<OctokitAnswer>,
  ): Promise<GitHubAnswer> {
    if (spent !== null && clock.now() < spent.until) throw spent.fault;
    const octokit = await client();
    try {
      const { status = 200, data, headers } = await call(octokit);
      // The library takes a redirect, which is not followed, for a success.
      if (status >= 300) throw statusToFault(status, '', asked, { host: api.host });
      return { data, headers: headers as GitHubAnswer['headers'] };
    } catch (error) {
      return refuse(toFault(error, asked, { host: api.host, now: clock.now() }));
    }
  }

  function refuse({ fault, until }: Refused): never {
    if (until !== null) spent = { until, fault };
    throw fault;
  }

  return {
    repository: options.repository,
    rest: ask,
    async graphql(asked, query, variables, mayMiss = () => false) {
      const answer = await ask(asked, (octokit) =>
        octokit.request({ method: 'POST', url: graphqlUrl.href, query, variables }),
      );
      const result = readGraphql(answer, asked, { host: api.host, now: clock.now(), mayMiss });
      return 'fault' in result ? refuse(result) : result.data;
    },
    get requests() {
      return http.requests;
    },
    close: () => http.close(),
  };
}
