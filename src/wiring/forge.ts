import { checkedToken } from '../adapters/checked-token.ts';
import type { GitHubOptions } from '../adapters/github/open-github.ts';
import { parseRepositoryName, repositoryNameOn } from '../adapters/github/repository-name.ts';
import { isLoopback } from '../adapters/http/pinned-origin.ts';
import { isElsewhere } from '../commands/audience-of.ts';
import type { Config } from '../config/schema.ts';
import { Fault } from '../model/error.ts';
import { version } from '../model/version.ts';
import type { Forge } from '../ports/forge.ts';
import type { Repository } from '../ports/repository.ts';
import { isApiOf } from './ci/github-addresses.ts';
import type { Environment } from './environment.ts';

/**
 * Opens the forge that the repository lives on, for its pull requests and for whether everyone may
 * read it. Null where there is none to ask; without a token it is an error, as a source that nobody
 * asked for would look as if it were gone.
 */
export async function openForge(
  environment: Environment,
  repository: Repository,
  config: Config,
  how: Pick<GitHubOptions, 'retry'> = {},
): Promise<(Forge & { close(): Promise<void> }) | null> {
  const { sources, visibility } = config;
  const wanted = sources['pull-requests'] !== false || sources.releases !== false;
  if (!wanted && visibility !== 'auto') return null;
  const name = await gitHubName(environment, repository);
  const named = parseRepositoryName(name);
  if (name && !named)
    throw new Fault(
      'usage',
      'usage',
      `Cannot read pull requests: GITHUB_REPOSITORY is ${JSON.stringify(name)}, expected OWNER/NAME.`,
      { remedy: 'Set GITHUB_REPOSITORY to the repository on GitHub, or unset it.' },
    );
  if (!named) {
    if (!isGitLab(environment)) return null;
    const { openGitLabForge } = await import('./ci/gitlab-forge.ts');
    return openGitLabForge(environment, repository, config, how);
  }
  const token = gitHubToken(environment);
  if (token === null) {
    if (!wanted) return null;
    throw new Fault(
      'usage',
      'token-missing',
      `Cannot read the pull requests of ${name}: GITHUB_TOKEN is not set.`,
      { remedy: 'Set GITHUB_TOKEN, or set sources.pull-requests (and sources.releases) to false.' },
    );
  }
  if (environment.github.isGitea) {
    const { createGiteaForge } = await import('../adapters/gitea/forge.ts');
    const { giteaOptions } = await import('./ci/gitea-place.ts');
    return createGiteaForge({
      ...(await giteaOptions(environment, repository, named, token)),
      ...how,
    });
  }
  const { createGitHubForge } = await import('../adapters/github/forge.ts');
  return createGitHubForge({ ...gitHubOptions(environment, named, token), ...how });
}

/** Throws `insecure-url` where the server's address is none. */
export function requireServer({ github: { serverUrl } }: Pick<Environment, 'github'>): void {
  if (/^https?:\/\/[^/]/i.test(serverUrl)) return;
  throw new Fault(
    'usage',
    'insecure-url',
    `Cannot use GITHUB_SERVER_URL: it is ${JSON.stringify(serverUrl)}, expected an address with https://.`,
    { remedy: 'Set GITHUB_SERVER_URL to the whole address of the GitHub, or unset it.' },
  );
}

/** Whether a job of GitLab or a token for it is at hand. */
function isGitLab({ gitlab }: Environment): boolean {
  return gitlab.isRunner || gitlab.givenToken !== null;
}

/**
 * What the runner or the remote `origin` calls the repository on GitHub; null where neither does.
 * Throws `insecure-url` where the server's address is none, or where a token came with a name and `origin` is on a server that no variable
 * names: the token may be of that one.
 */
export async function gitHubName(
  { github }: Environment,
  repository: Pick<Repository, 'remote'>,
): Promise<string | null> {
  requireServer({ github });
  const remote = await repository.remote('origin');
  const name = github.repository ?? repositoryNameOn(github.serverUrl, remote);
  const isUnknown =
    !github.isNamed &&
    remote !== null &&
    isElsewhere(remote) &&
    repositoryNameOn(github.serverUrl, remote) === null;
  if (name === null || github.givenToken === null || !isUnknown) return name;
  throw new Fault(
    'usage',
    'insecure-url',
    'Cannot use GITHUB_TOKEN: `origin` is on another server than github.com, and nothing tells of which the token is.',
    { remedy: 'Set GITHUB_SERVER_URL to the GitHub that the token is of.' },
  );
}

/**
 * The token for GitHub; null where none was given. Throws `forge-refused` where it is no token, and
 * `insecure-url` where two servers are named: it is of one, which nothing tells.
 */
export function gitHubToken({ github }: Pick<Environment, 'github'>): string | null {
  if (github.givenToken === null) return null;
  if (!isApiOf(github, isLoopback))
    throw new Fault(
      'usage',
      'insecure-url',
      'Cannot use GITHUB_TOKEN: GITHUB_API_URL and GITHUB_SERVER_URL name different servers.',
      { remedy: 'Set both to the GitHub that the token is of; the API follows from the server.' },
    );
  return checkedToken('GITHUB_TOKEN', github.givenToken);
}

/** How a repository on GitHub is reached. */
export function gitHubOptions(
  { github, log, clock, proxy }: Environment,
  repository: GitHubOptions['repository'],
  token: string,
): GitHubOptions {
  const { apiUrl, graphqlUrl, serverUrl } = github;
  const userAgent = `stack-publish/${version}`;
  return { apiUrl, graphqlUrl, serverUrl, repository, token, userAgent, clock, log, proxy };
}
