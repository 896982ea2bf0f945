import type { IncomingMessage, ServerResponse } from 'node:http';
import { Exchange } from '../exchange/exchange.ts';
import type { FaultSpec } from '../exchange/fault-queue.ts';
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
import { identify } from './access.ts';
import { serveGit } from './git/serve-git.ts';
import type { FakeGitHub } from './fake-github.ts';
import { GitHubProblem, notFound } from './problem.ts';
import { rateHeaders, type Resource } from './rate-limit.ts';
import { acceptedPermissions, serveRest, type RestRequest } from './rest/serve-rest.ts';
import { anonymous, type Caller } from './tokens.ts';

/** Answers a request to the local GitHub: git, GraphQL or REST. */
export async function serveGitHub(
  github: FakeGitHub,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  closing: AbortSignal,
): Promise<void> {
  const segments = pathSegments(url.pathname);
  if (segments === null) return send(response, textReply(400, 'Bad request\n'));
  const { clock, log, faults, late } = github;
  const exchange = new Exchange({ request, response, url, clock, log, closing });
  if (await serveGit(github, exchange)) return;

  const body = await receive(request);
  if (body === null) return exchange.answer(textReply(413, 'Too long\n'));
  exchange.noteBody(body);
  const path = segments[0] === 'api' ? enterprise(segments) : segments;
  await respond(
    exchange,
    faults,
    { segments: path, token: nameOf(github, request) },
    {
      carryOut: async () => {
        const outcome = await carryOut(github, exchange, path, body);
        return () => Promise.resolve(replyOf(outcome));
      },
      refusals,
      late,
      lateClock: 'real',
    },
  );
}

const page = '<!DOCTYPE html><html><head><title>Unicorn!</title></head><body></body></html>\n';

/** What faults answer in the place of GitHub. */
const refusals: ServedRequest['refusals'] = {
  throttled: ({ status = 403, retryAfter }) =>
    refusal(status, 'You have exceeded a secondary rate limit.', retryAfter),
  unauthorized: ({ retryAfter }) => refusal(401, 'Bad credentials', retryAfter),
  error: ({ status = 500, retryAfter }) => refusal(status, 'Server Error', retryAfter),
  html: ({ status = 200 }) => ({ status, type: htmlType, body: page }),
};

function refusal(status: number, message: string, retryAfter: FaultSpec['retryAfter']): Reply {
  const { body } = new GitHubProblem(status, message);
  return { ...jsonReply(status, body), headers: withRetryAfter({}, retryAfter) };
}

/** What became of a request. */
interface Outcome {
  readonly status: number;
  readonly body: object | null;
  readonly headers: Readonly<Record<string, string>>;
}

function replyOf({ status, body, headers }: Outcome): Reply {
  const reply = body === null ? { status, type: null, body: null } : jsonReply(status, body);
  return { ...reply, headers };
}

async function carryOut(
  github: FakeGitHub,
  { request, url, method, entry }: Exchange,
  path: readonly string[],
  body: Buffer,
): Promise<Outcome> {
  const graphql = path.length === 1 && path[0] === 'graphql';
  const resource: Resource = graphql ? 'graphql' : 'core';
  let caller: Caller = anonymous;
  const headers: Record<string, string> = {};
  const now = github.clock.now();
  try {
    caller = identify(github, request.headers.authorization);
    entry.token = caller.name;
    const free = path[0] === 'rate_limit';
    const allowed = free || github.rates.take(caller, resource, now);
    Object.assign(headers, rateHeaders(github.rates.peek(caller, resource, now)));
    if (!allowed) return limited(caller, graphql, headers);
    if (graphql) {
      if (method !== 'POST') throw notFound();
      if (caller.user === null)
        throw new GitHubProblem(401, 'This endpoint requires you to be authenticated.');
      const { serveGraphql } = await import('./graphql/serve-graphql.ts');
      return { status: 200, body: await serveGraphql(github, caller, body), headers };
    }
    const version = request.headers['x-github-api-version']?.toString();
    const rest: RestRequest = { method, segments: path, query: url.searchParams, version, body };
    const accepted = caller.permissions === null ? null : acceptedPermissions(rest);
    if (accepted !== null) headers['X-Accepted-GitHub-Permissions'] = accepted;
    const { wrote, ...outcome } = serveRest(github, caller, rest);
    entry.wrote ||= wrote === true;
    return { ...outcome, headers: { ...headers, ...outcome.headers } };
  } catch (error) {
    if (!(error instanceof GitHubProblem)) throw error;
    return { status: error.status, body: error.body, headers: { ...headers, ...error.headers } };
  }
}

/** GraphQL tells of a spent limit within an answer of status 200. */
function limited(caller: Caller, graphql: boolean, headers: Outcome['headers']): Outcome {
  const message = `API rate limit exceeded for ${caller.user?.login ?? 'this address'}.`;
  if (graphql)
    return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message }] }, headers };
  return { status: 403, body: new GitHubProblem(403, message).body, headers };
}

function nameOf(github: FakeGitHub, request: IncomingMessage): string {
  try {
    return identify(github, request.headers.authorization).name;
  } catch {
    return '';
  }
}

/** An Enterprise Server has its API below `/api`. */
function enterprise(segments: readonly string[]): readonly string[] {
  if (segments[1] === 'graphql') return segments.slice(1);
  return segments[1] === 'v3' ? segments.slice(2) : segments;
}
