import type { Exchange } from '../exchange/exchange.ts';
import { jsonReply, textReply, type Reply } from '../exchange/reply.ts';
import { refusalsOf, serveRest } from '../exchange/serve-rest.ts';
import type { FakeGitea } from './fake-gitea.ts';
import { userModel } from './models.ts';
import { GiteaProblem } from './records.ts';
import { Page, routes, sees } from './routes.ts';
import { serveGit } from './serve-git.ts';

/** Answers a request to the local Gitea: git, or its REST interface below `/api/v1`. */
export async function serveGitea(gitea: FakeGitea, exchange: Exchange): Promise<void> {
  if (await serveGit(gitea, exchange)) return;
  await serveRest(gitea, exchange, {
    below: (segments) => (isApi(segments) ? segments.slice(2) : segments),
    answer: (asked, segments, body) =>
      isApi(segments) ? answer(gitea, asked, segments.slice(2), body) : notServed(),
    refusals,
  });
}

function isApi([first, second]: readonly string[]): boolean {
  return first === 'api' && second === 'v1';
}

async function answer(
  gitea: FakeGitea,
  { request, method, url, entry }: Exchange,
  path: readonly string[],
  body: Buffer,
): Promise<Reply> {
  try {
    const [, token = ''] = /^token +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const caller = gitea.userOfToken(token);
    entry.token = caller.login;
    const [place, owner, name, ...rest] = path;
    if (path.join('/') === 'user') return jsonReply(200, userModel(gitea, caller));
    if (path.join('/') === 'orgs/acme/labels')
      return jsonReply(
        200,
        [...gitea.ownerLabels].map((label) => ({ name: label })),
      );
    if (place !== 'repos') return notServed();
    const found = routes.find((route) => route.method === method && fits(route.path, rest));
    if (!found) return notServed();
    if (`${owner}/${name}` !== gitea.repository || !sees(gitea, caller))
      throw new GiteaProblem(404, 'not found');
    const parts = rest.filter((_, index) => found.path.split('/')[index] === '*');
    const sent = body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as object);
    const result = await found.run({
      gitea,
      caller,
      parts,
      query: url.searchParams,
      body: { ...sent },
    });
    if (result === null) return textReply(404, '404 page not found\n');
    entry.wrote ||= method !== 'GET';
    if (result instanceof Page)
      return {
        ...jsonReply(200, result.body),
        headers: { 'X-Total-Count': String(result.total) },
      };
    return jsonReply(method === 'POST' ? 201 : 200, result);
  } catch (error) {
    if (!(error instanceof GiteaProblem)) throw error;
    return problem(error.status, error.message);
  }
}

function fits(path: string, segments: readonly string[]): boolean {
  const wanted = path === '' ? [] : path.split('/');
  return (
    wanted.length === segments.length &&
    wanted.every((part, index) => part === '*' || part === segments[index])
  );
}

function notServed(): Reply {
  return problem(501, 'The sandbox does not serve this part of Gitea.');
}

function problem(status: number, message: string): Reply {
  return jsonReply(status, { message, url: 'http://localhost/api/swagger' });
}

const refusals = refusalsOf('Gitea', problem, {
  throttled: 'Too many requests',
  unauthorized: 'invalid username, password or token',
});
