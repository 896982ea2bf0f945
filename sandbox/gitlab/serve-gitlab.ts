import type { Exchange } from '../exchange/exchange.ts';
import { jsonReply, type Reply } from '../exchange/reply.ts';
import { refusalsOf, serveRest } from '../exchange/serve-rest.ts';
import { callerOf, requireScope, shortOfScope } from './callers.ts';
import type { FakeGitLab } from './fake-gitlab.ts';
import { jobModel, userModel } from './models.ts';
import { GitLabProblem, notFound } from './records.ts';
import { admit, routes } from './routes.ts';
import { serveGit } from './serve-git.ts';

/** Answers a request to the local GitLab: git, or its REST interface below `/api/v4`. */
export async function serveGitLab(gitlab: FakeGitLab, exchange: Exchange): Promise<void> {
  if (await serveGit(gitlab, exchange)) return;
  await serveRest(gitlab, exchange, {
    below: (segments) => (isApi(segments) ? segments.slice(2) : segments),
    answer: (asked, segments, body) =>
      isApi(segments) ? answer(gitlab, asked, segments.slice(2), body) : notServed(),
    refusals,
  });
}

function isApi([first, second]: readonly string[]): boolean {
  return first === 'api' && second === 'v4';
}

async function answer(
  gitlab: FakeGitLab,
  { request, method, url, entry }: Exchange,
  path: readonly string[],
  body: Buffer,
): Promise<Reply> {
  try {
    const caller = callerOf(gitlab, request.headers);
    entry.token = caller.name;
    if (path.length === 1 && path[0] === 'job' && method === 'GET') {
      if (!caller.job)
        throw caller.user ? notFound('Job') : new GitLabProblem(401, '401 Unauthorized');
      return jsonReply(200, jobModel(gitlab, caller.job));
    }
    requireScope(caller, method);
    if (path.length === 1 && path[0] === 'user' && method === 'GET') {
      if (!caller.user || caller.job) throw new GitLabProblem(401, '401 Unauthorized');
      return jsonReply(200, userModel(gitlab, caller.user));
    }
    const [place, id = '', ...rest] = path;
    if (place !== 'projects') return notServed();
    const found = routes.find((route) => route.method === method && fits(route.path, rest));
    if (!found) return notServed();
    if (id !== String(gitlab.id) && id !== gitlab.path) throw notFound('Project');
    admit(found, gitlab, caller);
    const wanted = found.path.split('/');
    const parts = rest.filter((_, index) =>
      /^\*+$/.test(wanted[Math.min(index, wanted.length - 1)] ?? ''),
    );
    const result = await found.run({ gitlab, caller, parts, query: url.searchParams, body });
    entry.wrote ||= method !== 'GET';
    if ('file' in result)
      return { status: 200, type: 'application/octet-stream', body: result.file };
    const reply = jsonReply(method === 'POST' ? 201 : 200, result.body);
    return 'headers' in result ? { ...reply, headers: result.headers } : reply;
  } catch (error) {
    if (!(error instanceof GitLabProblem)) throw error;
    return error.message === shortOfScope
      ? jsonReply(403, { error: shortOfScope, error_description: 'The request requires more.' })
      : problem(error.status, error.message);
  }
}

function fits(path: string, segments: readonly string[]): boolean {
  const wanted = path === '' ? [] : path.split('/');
  const isOpen = wanted.at(-1) === '**';
  return (
    (isOpen ? wanted.length <= segments.length : wanted.length === segments.length) &&
    wanted.every((part, index) => /^\*+$/.test(part) || part === segments[index])
  );
}

function notServed(): Reply {
  return problem(501, '501 The sandbox does not serve this part of GitLab.');
}

function problem(status: number, message: string): Reply {
  return jsonReply(status, { message });
}

const refusals = refusalsOf('GitLab', problem, {
  throttled: '429 Too Many Requests',
  unauthorized: '401 Unauthorized',
});
