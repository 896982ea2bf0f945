import { createGitLabForge, type GitLabForge } from '../../adapters/gitlab/forge.ts';
import { listRemote } from '../../adapters/git/remote.ts';
import type { GitLabOptions } from '../../adapters/gitlab/open-gitlab.ts';
import { isInConfig } from '../../config/config-places.ts';
import type { Config } from '../../config/schema.ts';
import { Fault } from '../../model/error.ts';
import { version } from '../../model/version.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Environment } from '../environment.ts';
import { originOf } from '../origin.ts';
import { gitLabPlace } from './gitlab-place.ts';
import { readingTokens } from './gitlab-token.ts';

/** How a GitLab is reached, with a token that may be another one. */
export function gitLabOptions(
  { clock, log, proxy }: Pick<Environment, 'clock' | 'log' | 'proxy'>,
  where: Pick<GitLabOptions, 'apiUrl' | 'token' | 'spare'>,
): GitLabOptions {
  return { ...where, userAgent: `stack-publish/${version}`, clock, log, proxy };
}

/**
 * Opens the GitLab that the project lives on, for its merge requests and for whether everyone may read
 * it. Merge requests that nobody asked for in so many words may be such that the token does not see:
 * that is told, and their posts stay as they are. Null where it is on no GitLab.
 */
export async function openGitLabForge(
  environment: Environment,
  repository: Repository,
  config: Config,
  how: Pick<GitLabOptions, 'retry'>,
): Promise<GitLabForge | null> {
  const { gitlab, log } = environment;
  const place = await gitLabPlace(gitlab, repository);
  if (!place) return null;
  const { apiUrl, serverUrl, project } = place;
  if (project === null)
    throw new Fault(
      'usage',
      'usage',
      'Cannot read merge requests: neither `origin` nor CI_PROJECT_PATH names a project.',
      { remedy: 'Add the remote `origin`, or set sources.pull-requests to false.' },
    );
  const forge = createGitLabForge({
    ...gitLabOptions(environment, { apiUrl, ...readingTokens(gitlab) }),
    ...how,
    project,
    pages: `${serverUrl}/${project}`,
    defaultBranch: () => defaultBranchOf(environment, repository),
  });
  // Without them releases would look as if nothing was in them.
  const isAskedFor =
    isInConfig(config, ['sources', 'pull-requests']) ||
    (config.sources.releases !== false && config.sources.releases.from === 'pull-requests');
  return {
    ...forge,
    get requests() {
      return forge.requests;
    },
    async mergedPullRequests(query) {
      try {
        return await forge.mergedPullRequests(query);
      } catch (error) {
        if (isAskedFor || !(error instanceof Fault) || error.code !== 'forge-refused') throw error;
        log.warn(`Merge requests are not read. ${error.message}`);
        return null;
      }
    },
  };
}

/** As the remote tells it, else as the runner does. Throws `not-default-branch` where neither does. */
async function defaultBranchOf(environment: Environment, repository: Repository): Promise<string> {
  const addresses = await repository.routes('origin');
  if (addresses.length > 0) {
    const answer = await listRemote(await originOf(environment, repository, addresses), 'HEAD');
    const branch = 'code' in answer ? null : answer.head?.branch;
    if (branch) return branch;
  }
  if (environment.gitlab.defaultBranch !== null) return environment.gitlab.defaultBranch;
  throw new Fault(
    'usage',
    'not-default-branch',
    'Cannot read merge requests: neither `origin` nor CI_DEFAULT_BRANCH tells the default branch.',
    { remedy: 'Set the default branch in the settings of the project.' },
  );
}
