import type { GitHubPullComments } from '../adapters/github/pull-comments.ts';
import { parseRepositoryName } from '../adapters/github/repository-name.ts';
import { gitHubOptions, gitHubToken } from './forge.ts';
import type { Environment } from './environment.ts';

/** Opens the comments on the pull requests of a run's repository; null: there is no token for them. */
export async function openPullComments(
  environment: Environment,
): Promise<GitHubPullComments | null> {
  const repository = parseRepositoryName(environment.github.repository);
  const token = repository && gitHubToken(environment);
  if (!repository || !token) return null;
  const github = await import('../adapters/github/pull-comments.ts');
  // It is a courtesy, at the end of a run: nobody waits long for it.
  const how = { retry: false, timeouts: { connectMs: 5000, headersMs: 10_000, bodyMs: 10_000 } };
  return github.openPullComments({ ...gitHubOptions(environment, repository, token), ...how });
}
