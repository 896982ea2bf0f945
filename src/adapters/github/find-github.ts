import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Repository } from '../../ports/repository.ts';
import { version } from '../../model/version.ts';
import { proxyOf } from '../http/proxy-of.ts';
import type { GitHubOptions } from './open-github.ts';

/** What an edge knows of where it runs, as far as it tells of GitHub. */
export interface GitHubSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly clock: Clock;
}

/** What a runner or the remote `origin` calls the repository on GitHub; null where neither does. */
export async function gitHubName(
  env: GitHubSurroundings['env'],
  repository: Pick<Repository, 'remote'>,
): Promise<string | null> {
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return env['GITHUB_REPOSITORY'] ?? nameOn(server, await repository.remote('origin'));
}

/** Reads OWNER/NAME; null where a text is something else. */
export function repositoryNamed(
  text: string | null | undefined,
): GitHubOptions['repository'] | null {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? '') ?? [];
  return owner && name ? { owner, name } : null;
}

/** How a repository on GitHub is reached: where the runner says, else on github.com. */
export function gitHubOptions(
  { env, log, clock }: GitHubSurroundings,
  repository: GitHubOptions['repository'],
  token: string,
): GitHubOptions {
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const graphqlUrl = env['GITHUB_GRAPHQL_URL'] ?? `${apiUrl}/graphql`;
  const userAgent = `stack-publish/${version}`;
  return { apiUrl, graphqlUrl, repository, token, userAgent, clock, log, proxy: proxyOf(env) };
}

/** OWNER/NAME where a remote's address is one of this forge; null else. */
function nameOn(server: string, address: string | null): string | null {
  const host = URL.parse(server)?.hostname;
  const remote =
    /^(?:https:\/\/(?:[^/@]*@)?|ssh:\/\/git@|git@)([^/:]+)[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(
      address ?? '',
    );
  return remote && remote[1] === host ? (remote[2] ?? null) : null;
}
