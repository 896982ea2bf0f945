import type { IncomingMessage, ServerResponse } from 'node:http';
import { send, textReply } from '../exchange/reply.ts';
import type { LogEntry } from '../exchange/request-log.ts';
import { effectiveRole, granted, identify, seesRepository } from './access.ts';
import type { GitRequest } from './git-server.ts';
import type { Hub } from './hub.ts';
import { HubProblem } from './problem.ts';
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
export async function serveGit(hub: Hub, exchange: Exchange): Promise<boolean> {
  const { request, response, url, entry } = exchange;
  const [, owner = '', name = '', path] = pattern.exec(url.pathname) ?? [];
  if (path === undefined) return false;
  try {
    const service = path === '/info/refs' ? url.searchParams.get('service') : path.slice(1);
    if (service !== 'git-upload-pack' && service !== 'git-receive-pack')
      throw new HubProblem(403, 'Please upgrade your git client.');
    const writes = service === 'git-receive-pack';
    const caller = admit(hub, request.headers.authorization, hub.isNamed(owner, name), writes);
    entry.token = caller.name;
    entry.wrote = path === '/git-receive-pack';
    entry.status = await hub.git.serve(
      {
        path: path as GitRequest['path'],
        query: url.search.slice(1),
        user: writes ? (caller.user?.login ?? null) : null,
      },
      request,
      response,
    );
  } catch (error) {
    if (!(error instanceof HubProblem)) throw error;
    entry.status = error.status;
    send(response, { ...textReply(error.status, `${error.message}\n`), headers: error.headers });
    request.resume();
  }
  return true;
}

/** Who may fetch or push. Throws a `HubProblem`; a 401 makes git ask for credentials. */
function admit(
  hub: Hub,
  authorization: string | undefined,
  exists: boolean,
  writes: boolean,
): Caller {
  const unauthorized = (message: string): HubProblem =>
    new HubProblem(401, message, { headers: { 'WWW-Authenticate': 'Basic realm="GitHub"' } });
  let caller: Caller = anonymous;
  try {
    caller = identify(hub, authorization);
  } catch {
    throw unauthorized('Invalid username or token.');
  }
  if (caller.user === null && (writes || hub.private || !exists))
    throw unauthorized('No anonymous access.');
  if (!exists || !seesRepository(hub, caller)) throw new HubProblem(404, 'Repository not found.');
  if (writes) {
    const may =
      granted(caller, ['contents'], 'write') &&
      (caller.installation || atLeast(effectiveRole(hub, caller), 'write'));
    if (!may)
      throw new HubProblem(
        403,
        `Permission to ${hub.fullName}.git denied to ${caller.user?.login}.`,
      );
  } else if (hub.private && !granted(caller, ['contents'], 'read')) {
    throw new HubProblem(403, 'Write access to repository not granted.');
  }
  return caller;
}
