import { parseRepositoryName, repositoryNameOn } from '../adapters/github/repository-name.ts';
import {
  giteaPages,
  gitHubPages,
  gitLabPages,
  type ForgeAddresses,
} from '../model/forge-addresses.ts';
import { Fault } from '../model/error.ts';
import type { Repository } from '../ports/repository.ts';
import { gitLabPlace } from './ci/gitlab-place.ts';
import type { Environment } from './environment.ts';
import { remotePages } from './remote-pages.ts';

/**
 * The pages of the repository on its forge, as the runner or the remote `origin` names it: links of a
 * text lead there. Nothing is asked. Null where no forge is known.
 */
export async function pagesOf(
  {
    github: { serverUrl, repository: given, isGitea },
    gitlab,
  }: {
    readonly github: Pick<Environment['github'], 'serverUrl' | 'repository' | 'isGitea'>;
    readonly gitlab?: Environment['gitlab'];
  },
  repository: Pick<Repository, 'remote'>,
): Promise<ForgeAddresses | null> {
  const remote = await repository.remote('origin');
  const named = parseRepositoryName(given ?? repositoryNameOn(serverUrl, remote));
  if (named && /^https?:\/\/[^/\s]+$/i.test(serverUrl)) {
    const name = `${named.owner}/${named.name}`;
    return isGitea ? giteaPages(serverUrl, name) : gitHubPages(serverUrl, name);
  }
  const pages = remotePages(remote);
  if (pages || gitlab?.isRunner !== true) return pages;
  // A GitLab whose host does not say so; a variable that names another one is for others to refuse.
  const place = await gitLabPlace(gitlab, repository).catch(noPlace);
  if (!place || place.project === null) return null;
  return gitLabPages(place.serverUrl, place.project);
}

function noPlace(error: unknown): null {
  if (error instanceof Fault) return null;
  throw error;
}
