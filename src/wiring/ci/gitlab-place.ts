import { Fault } from '../../model/error.ts';
import type { Repository } from '../../ports/repository.ts';
import type { GitLabEnvironment } from './gitlab.ts';
import { isHostOf, plain, remotePlace } from './remote-place.ts';

/** Where a GitLab is, and the project on it. */
export interface GitLabPlace {
  /** Its pages and repositories, without a `/` at its end. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** The project's path with its groups, or its id; null where nothing names it. */
  readonly project: string | null;
}

/**
 * The GitLab that `origin` is on; null where neither a variable nor the name of its host tells that it is
 * one: tokens must go to no other forge. Throws `insecure-url` where a variable names another host:
 * whoever plays a job can set it, and the tokens and the word for who approved are that host's.
 */
export async function gitLabPlace(
  gitlab: Pick<GitLabEnvironment, 'apiUrl' | 'project'>,
  repository: Pick<Repository, 'remote'>,
): Promise<GitLabPlace | null> {
  const origin = remotePlace(await repository.remote('origin'));
  const own = origin && /gitlab/i.test(origin.host) ? `${origin.server}/api/v4` : null;
  const apiUrl = gitlab.apiUrl ?? own;
  if (apiUrl === null) return null;
  const host = URL.parse(apiUrl)?.host ?? '';
  if (!isHostOf(origin, host))
    throw new Fault(
      'usage',
      'insecure-url',
      `Cannot ask GitLab: CI_API_V4_URL is on ${host || 'no host'}, and the remote \`origin\` on ${origin?.host ?? 'no other machine'}.`,
      {
        remedy:
          'Leave CI_API_V4_URL as the runner sets it; unset it in a job that checks out a repository of another forge.',
      },
    );
  const serverUrl = apiUrl.replace(/\/api\/v4$/, '');
  const path = pathBelow(new URL(serverUrl).pathname, origin?.path ?? null);
  return { serverUrl, apiUrl, project: path ?? gitlab.project };
}

/** The project's path where GitLab itself is below a path of its host. */
function pathBelow(prefix: string, path: string | null): string | null {
  const start = plain(prefix);
  if (path === null || path === '') return null;
  if (start === '') return path;
  return path.startsWith(`${start}/`) ? path.slice(start.length + 1) : null;
}
