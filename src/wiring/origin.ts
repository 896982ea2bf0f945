import type { Remote } from '../adapters/git/remote.ts';
import { remoteAccess } from '../adapters/git/remote-access.ts';
import type { Repository } from '../ports/repository.ts';
import { gitLabPlace } from './ci/gitlab-place.ts';
import { gitLabToken } from './ci/gitlab-token.ts';
import type { Environment } from './environment.ts';
import { gitHubToken } from './forge.ts';

/** The remote `origin`, and how git talks to it. */
export async function originOf(
  environment: Environment,
  repository: Repository,
  addresses: readonly string[],
): Promise<Remote> {
  const access = await accessOf(environment, repository, addresses);
  const sshCommand = await repository.sshCommand();
  return { root: repository.root, name: 'origin', ...access, sshCommand };
}

/** By the token of the forge that `origin` is on, if there is one. */
async function accessOf(
  environment: Environment,
  repository: Pick<Repository, 'remote'>,
  addresses: readonly string[],
) {
  const token = gitHubToken(environment) ?? undefined;
  const server = environment.github.serverUrl;
  const gitHub = remoteAccess({ addresses, server, token });
  const given = gitLabToken(environment.gitlab);
  const isWeb = addresses.some((address) => /^https?:/i.test(address));
  if (Object.keys(gitHub.env).length > 0 || given.kind === 'none' || !isWeb) return gitHub;
  const place = await gitLabPlace(environment.gitlab, repository);
  if (!place) return gitHub;
  return remoteAccess({
    addresses,
    server: place.serverUrl,
    token: given.value,
    user: given.kind === 'job' ? 'gitlab-ci-token' : 'oauth2',
  });
}
