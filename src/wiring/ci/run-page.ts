import type { GitHubEnvironment } from './github.ts';

/** The pages of a repository's runs; null where the repository is not known. */
export function actionsPage({
  serverUrl,
  repository,
}: Pick<GitHubEnvironment, 'serverUrl' | 'repository'>): string | null {
  return repository === null ? null : `${serverUrl}/${repository}/actions`;
}

/** The page of a run, with its summary; null where it is not known. */
export function runPage(
  github: Pick<GitHubEnvironment, 'serverUrl' | 'repository' | 'run'>,
): string | null {
  const actions = actionsPage(github);
  return actions && github.run.id ? `${actions}/runs/${github.run.id}` : null;
}
