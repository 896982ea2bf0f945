import type { Exchange } from '../exchange/exchange.ts';
import { textReply } from '../exchange/reply.ts';
import { serveGitOf } from '../exchange/serve-git.ts';
import type { FakeGitea } from './fake-gitea.ts';
import { actionsUser, ghost, GiteaProblem, type GiteaUser } from './records.ts';
import { sees } from './routes.ts';

/** Answers a request that git makes; false: it is none of git's. */
export function serveGit(gitea: FakeGitea, exchange: Exchange): Promise<boolean> {
  return serveGitOf(
    {
      git: gitea.git,
      admit(repository, authorization, writes) {
        if (repository !== gitea.repository) throw new GiteaProblem(404, 'Not Found');
        const { login } = admit(gitea, authorization, writes);
        return { name: login, pushesAs: login };
      },
      refusal: (error) =>
        error instanceof GiteaProblem
          ? {
              ...textReply(error.status, `${error.message}\n`),
              ...(error.status === 401 && {
                headers: { 'WWW-Authenticate': 'Basic realm="Gitea"' },
              }),
            }
          : null,
    },
    exchange,
  );
}

/** Who may fetch or push: the password is a token, whatever the name. */
function admit(gitea: FakeGitea, authorization: string | undefined, writes: boolean): GiteaUser {
  const [, value] = /^Basic +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (value === undefined && !writes && !gitea.isPrivate) return ghost;
  if (value === undefined) throw new GiteaProblem(401, 'Unauthorized');
  const user = gitea.userOfToken(
    Buffer.from(value, 'base64')
      .toString('utf8')
      .replace(/^[^:]*:/, ''),
  );
  const mayWrite = user === actionsUser || ['write', 'admin', 'owner'].includes(user.permission);
  if (!sees(gitea, user) || (writes && !mayWrite)) throw new GiteaProblem(403, 'Forbidden');
  return user;
}
