import type { Exchange } from '../exchange/exchange.ts';
import { textReply } from '../exchange/reply.ts';
import type { GitRequest } from '../github/git/git-server.ts';
import type { FakeGitea } from './fake-gitea.ts';
import { actionsUser, ghost, GiteaProblem, type GiteaUser } from './records.ts';
import { sees } from './routes.ts';

const pattern = /^\/(.+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;

/** Answers a request that git makes; false: it is none of git's. */
export async function serveGit(gitea: FakeGitea, exchange: Exchange): Promise<boolean> {
  const { request, response, url, entry } = exchange;
  const [, repository, path] = pattern.exec(decodeURIComponent(url.pathname)) ?? [];
  if (path === undefined) return false;
  const service = path === '/info/refs' ? url.searchParams.get('service') : path.slice(1);
  const writes = service === 'git-receive-pack';
  try {
    if (repository !== gitea.repository) throw new GiteaProblem(404, 'Not Found');
    const user = admit(gitea, request.headers.authorization, writes);
    entry.token = user.login;
    entry.wrote = path === '/git-receive-pack';
    entry.status = await gitea.git.serve(
      {
        path: path as GitRequest['path'],
        query: url.search.slice(1),
        user: writes ? user.login : null,
      },
      request,
      response,
    );
  } catch (error) {
    if (!(error instanceof GiteaProblem)) throw error;
    const headers = { 'WWW-Authenticate': 'Basic realm="Gitea"' };
    exchange.answer({
      ...textReply(error.status, `${error.message}\n`),
      ...(error.status === 401 && { headers }),
    });
    request.resume();
  }
  return true;
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
