import type { IncomingMessage, ServerResponse } from 'node:http';
import { send, textReply } from '../exchange/reply.ts';
import type { LogEntry } from '../exchange/request-log.ts';
import { effectiveRole, granted, identify, seesRepository } from './access.ts';
import type { GitRequest } from './git-server.ts';
import type { FakeGitHub } from './fake-github.ts';
import { FakeGitHubProblem } from './problem.ts';
import { anonymous, type Caller } from './tokens.ts';
import { atLeast } from './users.ts';

const pattern =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly entry: LogEntry;
}

/** Answers a request of git's; false: it is none. */
export async function serveGit(fakeGitHub: FakeGitHub, exchange: Exchange): Promise<boolean> {
  const { request, response, url, entry } = exchange;
  const [, owner = '', name = '', path] = pattern.exec(url.pathname) ?? [];
  if (path === undefined) return false;
  try {
    const service = path === '/info/refs' ? url.searchParams.get('service') : path.slice(1);
    if (service !== 'git-upload-pack' && service !== 'git-receive-pack')
      throw new FakeGitHubProblem(403, 'Please upgrade your git client.');
    const writes = service === 'git-receive-pack';
    const caller = admit(
      fakeGitHub,
      request.headers.authorization,
      fakeGitHub.isNamed(owner, name),
      writes,
    );
    entry.token = caller.name;
    entry.wrote = path === '/git-receive-pack';
    entry.status = await fakeGitHub.git.serve(
      {
        path: path as GitRequest['path'],
        query: url.search.slice(1),
        user: writes ? (caller.user?.login ?? null) : null,
      },
      request,
      response,
    );
  } catch (error) {
    if (!(error instanceof FakeGitHubProblem)) throw error;
    entry.status = error.status;
    send(response, { ...textReply(error.status, `${error.message}\n`), headers: error.headers });
    request.resume();
  }
  return true;
}

/** Who may fetch or push. Throws a `FakeGitHubProblem`; a 401 makes git ask for credentials. */
function admit(
  fakeGitHub: FakeGitHub,
  authorization: string | undefined,
  exists: boolean,
  writes: boolean,
): Caller {
  const unauthorized = (message: string): FakeGitHubProblem =>
    new FakeGitHubProblem(401, message, {
      headers: { 'WWW-Authenticate': 'Basic realm="GitHub"' },
    });
  let caller: Caller = anonymous;
  try {
    caller = identify(fakeGitHub, authorization);
  } catch {
    throw unauthorized('Invalid username or token.');
  }
  if (caller.user === null && (writes || fakeGitHub.private || !exists))
    throw unauthorized('No anonymous access.');
  if (!exists || !seesRepository(fakeGitHub, caller))
    throw new FakeGitHubProblem(404, 'Repository not found.');
  if (writes) {
    const may =
      granted(caller, ['contents'], 'write') &&
      (caller.installation || atLeast(effectiveRole(fakeGitHub, caller), 'write'));
    if (!may)
      throw new FakeGitHubProblem(
        403,
        `Permission to ${fakeGitHub.fullName}.git denied to ${caller.user?.login}.`,
      );
  } else if (fakeGitHub.private && !granted(caller, ['contents'], 'read')) {
    throw new FakeGitHubProblem(403, 'Write access to repository not granted.');
  }
  return caller;
}
