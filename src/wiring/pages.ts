import { parseRepositoryName, repositoryNameOn } from '../adapters/github/repository-name.ts';
import { gitHubPages, gitLabPages, type ForgeAddresses } from '../model/forge-addresses.ts';
import type { Repository } from '../ports/repository.ts';
import type { Environment } from './environment.ts';

/**
 * The pages of the repository on its forge, as the runner or the remote `origin` names it: links of a
 * text lead there. Nothing is asked. Null where no forge is known.
 */
export async function pagesOf(
  { github: { serverUrl, repository: given } }: Pick<Environment, 'github'>,
  repository: Pick<Repository, 'remote'>,
): Promise<ForgeAddresses | null> {
  const remote = await repository.remote('origin');
  const name = given ?? repositoryNameOn(serverUrl, remote);
  const named = parseRepositoryName(name);
  if (named && /^https?:\/\/[^/\s]+$/i.test(serverUrl))
    return gitHubPages(serverUrl, `${named.owner}/${named.name}`);
  const [, host, path] =
    /^(?:https:\/\/(?:[^/@]*@)?|ssh:\/\/git@|git@)([\w.-]*gitlab[\w.-]*)[/:]([\w./-]+?)(?:\.git)?\/?$/.exec(
      remote ?? '',
    ) ?? [];
  return host && path ? gitLabPages(`https://${host}`, path) : null;
}
