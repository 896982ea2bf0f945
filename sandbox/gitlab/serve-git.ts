import type { Exchange } from '../exchange/exchange.ts';
import { textReply } from '../exchange/reply.ts';
import { serveGitOf } from '../exchange/serve-git.ts';
import { callerOfGit, has, seesProject, type Caller } from './callers.ts';
import type { FakeGitLab } from './fake-gitlab.ts';
import { GitLabProblem } from './records.ts';

/** Answers a request that git makes; false: it is none of git's. */
export function serveGit(gitlab: FakeGitLab, exchange: Exchange): Promise<boolean> {
  return serveGitOf(
    {
      git: gitlab.git,
      admit(project, authorization, writes) {
        const { name, user } = admit(gitlab, authorization, project === gitlab.path, writes);
        return { name, pushesAs: user?.username ?? null };
      },
      refusal: (error) =>
        error instanceof GitLabProblem
          ? {
              ...textReply(error.status, `${error.message}\n`),
              ...(error.status === 401 && {
                headers: { 'WWW-Authenticate': 'Basic realm="GitLab"' },
              }),
            }
          : null,
    },
    exchange,
  );
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
