import type { Remote } from '../adapters/git/remote.ts';
import { remoteAccess } from '../adapters/git/remote-access.ts';
import type { Repository } from '../ports/repository.ts';
import type { Environment } from './environment.ts';
import { gitHubToken } from './forge.ts';

/** The remote `origin`, and how git talks to it. */
export async function originOf(
  environment: Environment,
  repository: Repository,
  addresses: readonly string[],
): Promise<Remote> {
  const token = gitHubToken(environment) ?? undefined;
  const access = remoteAccess({ addresses, server: environment.github.serverUrl, token });
  const sshCommand = await repository.sshCommand();
  return { root: repository.root, name: 'origin', ...access, sshCommand };
}
