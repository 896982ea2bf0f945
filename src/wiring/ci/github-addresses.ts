import type { Variables } from '../variables.ts';

/** Where a GitHub is: its pages and repositories, its API, and its API's GraphQL. */
export interface GitHubAddresses {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** Whether a variable names it; else it is GitHub's own. */
  readonly isNamed: boolean;
}

/**
 * The addresses that were given, without a `/` at their end. The others are told from these, and never
 * of another GitHub: the token is of one.
 */
export function gitHubAddresses(variables: Variables): GitHubAddresses {
  const given = (name: string) => variables[name]?.trim().replace(/\/+$/, '') || null;
  const api = given('GITHUB_API_URL');
  const server =
    given('GITHUB_SERVER_URL') ?? (api === null ? 'https://github.com' : serverOf(api));
  const apiUrl = api ?? apiOf(server);
  const graphqlUrl = given('GITHUB_GRAPHQL_URL') ?? `${apiUrl.replace(/\/v3$/, '')}/graphql`;
  const isNamed = api !== null || given('GITHUB_SERVER_URL') !== null;
  return { serverUrl: server, apiUrl, graphqlUrl, isNamed };
}

/** Whether an API is that of a server, or on this machine. */
export function isApiOf(
  { serverUrl, apiUrl }: GitHubAddresses,
  isLocal: (host: string) => boolean,
) {
  const host = URL.parse(apiUrl)?.hostname ?? '';
  const server = URL.parse(serverUrl)?.hostname ?? '';
  return host === server || host === `api.${server}` || isLocal(host);
}

/** Gitea and Forgejo have their API there; no GitHub has. */
export function isGiteaApi(apiUrl: string): boolean {
  return apiUrl.endsWith('/api/v1');
}

/** GitHub's own servers have the API on a host beside them, a company's own have it below them. */
function apiOf(server: string): string {
  const { protocol, host = '' } = URL.parse(server) ?? {};
  const hosted = host === 'github.com' || host.endsWith('.ghe.com');
  return hosted ? `${protocol}//api.${host}` : `${server}/api/v3`;
}

function serverOf(api: string): string {
  return api
    .replace(/\/api\/v[13]$/, '')
    .replace(/^(https:\/\/)api\.(github\.com|[\w-]+\.ghe\.com)$/i, '$1$2');
}
