import type { GiteaOptions } from '../../adapters/gitea/open-gitea.ts';
import { checkedToken } from '../../adapters/checked-token.ts';
import { Fault } from '../../model/error.ts';
import { version } from '../../model/version.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Environment } from '../environment.ts';
import { isHostOf, remotePlace } from './remote-place.ts';

/**
 * How a repository on a Gitea is reached. Throws `insecure-url` where its API is on another host than
 * `origin`: a step's `env` can set the variable, and the token and the word for who approved are that host's.
 */
export async function giteaOptions(
  { github, log, clock, proxy }: Environment,
  repository: Pick<Repository, 'remote'>,
  named: GiteaOptions['repository'],
  token: string,
): Promise<GiteaOptions> {
  const { apiUrl } = github;
  const host = URL.parse(apiUrl)?.host ?? '';
  const origin = remotePlace(await repository.remote('origin'));
  if (!isHostOf(origin, host))
    throw new Fault(
      'usage',
      'insecure-url',
      `Cannot ask Gitea: GITHUB_API_URL is on ${host || 'no host'}, and the remote \`origin\` on ${origin?.host ?? 'no other machine'}.`,
      { remedy: 'Leave GITHUB_API_URL as the runner sets it, and `origin` as it was cloned.' },
    );
  const userAgent = `stack-publish/${version}`;
  return { apiUrl, repository: named, token, userAgent, log, clock, proxy };
}

/** The token that may read roles, where one was given. Throws `forge-refused` where it is none. */
export function rolesToken({ github }: Pick<Environment, 'github'>): string | null {
  const given = github.givenRolesToken;
  return given === null ? null : checkedToken('GITEA_ROLES_TOKEN', given);
}
