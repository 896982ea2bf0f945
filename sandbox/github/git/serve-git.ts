import type { Exchange } from '../../exchange/exchange.ts';
import { textReply } from '../../exchange/reply.ts';
import { serveGitOf } from '../../exchange/serve-git.ts';
import { effectiveRole, granted, identify, seesRepository } from '../access.ts';
import type { FakeGitHub } from '../fake-github.ts';
import { GitHubProblem } from '../problem.ts';
import { anonymous, type Caller } from '../tokens.ts';
import { atLeast } from '../users.ts';

/** Answers a request that git makes; false: it is none of git's. */
export function serveGit(github: FakeGitHub, exchange: Exchange): Promise<boolean> {
  return serveGitOf(
    {
      git: github.git,
      admit(repository, authorization, writes) {
        const [owner = '', name = '', ...more] = repository.split('/');
        const exists = more.length === 0 && github.isNamed(owner, name);
        const caller = admit(github, authorization, exists, writes);
        return { name: caller.name, pushesAs: caller.user?.login ?? null };
      },
      refusal: (error) =>
        error instanceof GitHubProblem
          ? { ...textReply(error.status, `${error.message}\n`), headers: error.headers }
          : null,
    },
    exchange,
  );
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
