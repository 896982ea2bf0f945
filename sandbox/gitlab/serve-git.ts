import type { Exchange } from '../exchange/exchange.ts';
import { textReply } from '../exchange/reply.ts';
import type { GitRequest } from '../github/git/git-server.ts';
import { callerOfGit, has, seesProject, type Caller } from './callers.ts';
import type { FakeGitLab } from './fake-gitlab.ts';
import { GitLabProblem } from './records.ts';

const pattern = /^\/(.+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;

/** Answers a request that git makes; false: it is none of git's. */
export async function serveGit(gitlab: FakeGitLab, exchange: Exchange): Promise<boolean> {
  const { request, response, url, entry } = exchange;
  const [, project, path] = pattern.exec(decodeURIComponent(url.pathname)) ?? [];
  if (path === undefined) return false;
  const service = path === '/info/refs' ? url.searchParams.get('service') : path.slice(1);
  const writes = service === 'git-receive-pack';
  try {
    const caller = admit(gitlab, request.headers.authorization, project === gitlab.path, writes);
    entry.token = caller.name;
    entry.wrote = path === '/git-receive-pack';
    entry.status = await gitlab.git.serve(
      {
        path: path as GitRequest['path'],
        query: url.search.slice(1),
        user: writes ? (caller.user?.username ?? null) : null,
      },
      request,
      response,
    );
  } catch (error) {
    if (!(error instanceof GitLabProblem)) throw error;
    const headers = { 'WWW-Authenticate': 'Basic realm="GitLab"' };
    exchange.answer({
      ...textReply(error.status, `${error.message}\n`),
      ...(error.status === 401 && { headers }),
    });
    request.resume();
  }
  return true;
}

/** Who may fetch or push. A job's own token pushes only where the project allows it. */
function admit(
  gitlab: FakeGitLab,
  authorization: string | undefined,
  isProject: boolean,
  writes: boolean,
): Caller {
  const caller = callerOfGit(gitlab, authorization);
  if (!isProject || !seesProject(gitlab, caller) || (writes && caller.user === null))
    throw caller.user === null
      ? new GitLabProblem(401, 'HTTP Basic: Access denied.')
      : new GitLabProblem(404, 'The project you were looking for could not be found.');
  if (writes && !(has(caller.user, 'developer') && (caller.job === null || gitlab.jobsMayPush)))
    throw new GitLabProblem(403, 'You are not allowed to upload code.');
  return caller;
}
