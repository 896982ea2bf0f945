import type { IncomingMessage, ServerResponse } from 'node:http';
import { Exchange } from '../exchange/exchange.ts';
import type { ServedRequest } from '../exchange/inject-fault.ts';
import { pathSegments } from '../exchange/path-segments.ts';
import { receive } from '../exchange/receive.ts';
import {
  htmlType,
  jsonReply,
  send,
  textReply,
  withRetryAfter,
  type Reply,
} from '../exchange/reply.ts';
import { respond } from '../exchange/respond.ts';
import { callerOf } from './callers.ts';
import type { FakeGitLab } from './fake-gitlab.ts';
import { jobModel } from './models.ts';
import { GitLabProblem, notFound } from './records.ts';
import { admit, routes } from './routes.ts';
import { serveGit } from './serve-git.ts';

/** Answers a request to the local GitLab: git, or its REST interface below `/api/v4`. */
export async function serveGitLab(
  gitlab: FakeGitLab,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  closing: AbortSignal,
): Promise<void> {
  const { clock, log, faults, late } = gitlab;
  const exchange = new Exchange({ request, response, url, clock, log, closing });
  if (await serveGit(gitlab, exchange)) return;
  const segments = pathSegments(url.pathname);
  const body = await receive(request);
  if (segments === null || body === null) return send(response, textReply(400, 'Bad request\n'));
  exchange.noteBody(body);
  const isApi = segments[0] === 'api' && segments[1] === 'v4';
  const path = isApi ? segments.slice(2) : segments;
  await respond(
    exchange,
    faults,
    { segments: path, token: '' },
    {
      carryOut: async () => {
        const reply = isApi ? answer(gitlab, exchange, path, body) : notServed();
        return () => Promise.resolve(reply);
      },
      refusals,
      late,
      lateClock: 'real',
    },
  );
}

function answer(
  gitlab: FakeGitLab,
  { request, method, url, entry }: Exchange,
  path: readonly string[],
  body: Buffer,
): Reply {
  try {
    const caller = callerOf(gitlab, request.headers);
    entry.token = caller.name;
    if (path.length === 1 && path[0] === 'job' && method === 'GET') {
      if (!caller.job)
        throw caller.user ? notFound('Job') : new GitLabProblem(401, '401 Unauthorized');
      return jsonReply(200, jobModel(gitlab, caller.job));
    }
    const [place, id = '', ...rest] = path;
    if (place !== 'projects') return notServed();
    const found = routes.find((route) => route.method === method && fits(route.path, rest));
    if (!found) return notServed();
    if (id !== String(gitlab.id) && id !== gitlab.path) throw notFound('Project');
    admit(found, gitlab, caller);
    const parts = rest.filter((_, index) => found.path.split('/')[index] === '*');
    const result = found.run({ gitlab, caller, parts, query: url.searchParams, body });
    entry.wrote ||= method !== 'GET';
    const reply = jsonReply(method === 'GET' ? 200 : 201, result.body);
    return 'headers' in result ? { ...reply, headers: result.headers } : reply;
  } catch (error) {
    if (!(error instanceof GitLabProblem)) throw error;
    return jsonReply(error.status, { message: error.message });
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
  return jsonReply(501, { message: '501 The sandbox does not serve this part of GitLab.' });
}

const page = '<!DOCTYPE html><html><head><title>GitLab</title></head><body></body></html>\n';

/** What faults answer in the place of GitLab. */
const refusals: ServedRequest['refusals'] = {
  throttled: ({ status = 429, retryAfter }) => ({
    ...jsonReply(status, { message: '429 Too Many Requests' }),
    headers: withRetryAfter({}, retryAfter),
  }),
  unauthorized: () => jsonReply(401, { message: '401 Unauthorized' }),
  error: ({ status = 500 }) => jsonReply(status, { message: `${status} Error` }),
  html: ({ status = 200 }) => ({ status, type: htmlType, body: page }),
};
