import type { Exchange } from '../../exchange/exchange.ts';
import { textReply } from '../../exchange/reply.ts';
import { effectiveRole, granted, identify, seesRepository } from '../access.ts';
import type { FakeGitHub } from '../fake-github.ts';
import { GitHubProblem } from '../problem.ts';
import { anonymous, type Caller } from '../tokens.ts';
import { atLeast } from '../users.ts';
import type { GitRequest } from './git-server.ts';

const pattern =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;

/** Answers a request that git makes; false: it is none of git's. */
export async function serveGit(github: FakeGitHub, exchange: Exchange): Promise<boolean> {
  const { request, response, url, entry } = exchange;
  const [, owner = '', name = '', path] = pattern.exec(url.pathname) ?? [];
  if (path === undefined) return false;
  try {
    const service = path === '/info/refs' ? url.searchParams.get('service') : path.slice(1);
    if (service !== 'git-upload-pack' && service !== 'git-receive-pack')
      throw new GitHubProblem(403, 'Please upgrade your git client.');
    const writes = service === 'git-receive-pack';
    const caller = admit(
      github,
      request.headers.authorization,
      github.isNamed(owner, name),
      writes,
    );
    entry.token = caller.name;
    entry.wrote = path === '/git-receive-pack';
    entry.status = await github.git.serve(
      {
        path: path as GitRequest['path'],
        query: url.search.slice(1),
        user: writes ? (caller.user?.login ?? null) : null,
      },
      request,
      response,
    );
  } catch (error) {
    if (!(error instanceof GitHubProblem)) throw error;
    exchange.answer({ ...textReply(error.status, `${error.message}\n`), headers: error.headers });
    request.resume();
  }
  return true;
}

/** Who may fetch or push. Throws a `GitHubProblem`; a 401 makes git ask for credentials. */
function admit(
  github: FakeGitHub,
  authorization: string | undefined,
  exists: boolean,
  writes: boolean,
): Caller {
  const unauthorized = (message: string): GitHubProblem =>
    new GitHubProblem(401, message, {
      headers: { 'WWW-Authenticate': 'Basic realm="GitHub"' },
    });
  let caller: Caller = anonymous;
  try {
    caller = identify(github, authorization);
  } catch {
    throw unauthorized('Invalid username or token.');
  }
  if (caller.user === null && (writes || github.private || !exists))
    throw unauthorized('No anonymous access.');
  if (!exists || !seesRepository(github, caller))
    throw new GitHubProblem(404, 'Repository not found.');
  if (writes) {
    const may =
      granted(caller, ['contents'], 'write') &&
      (caller.installation || atLeast(effectiveRole(github, caller), 'write'));
    if (!may)
      throw new GitHubProblem(
        403,
        `Permission to ${github.fullName}.git denied to ${caller.user?.login}.`,
      );
  } else if (github.private && !granted(caller, ['contents'], 'read')) {
    throw new GitHubProblem(403, 'Write access to repository not granted.');
  }
  return caller;
}
