import type { Sandbox } from '../../sandbox/index.ts';

/** What a runner tells of the repository on the sandbox's GitHub. */
export function gitHubEnvironment({ github: { url, repository } }: Pick<Sandbox, 'github'>) {
  return {
    GITHUB_REPOSITORY: repository,
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_SERVER_URL: url,
  };
}
