import type { IncomingMessage, ServerResponse } from 'node:http';
import { receive } from '../exchange/receive.ts';
import { send, textReply } from '../exchange/reply.ts';
import type { LogEntry } from '../exchange/request-log.ts';
import { identify } from './access.ts';
import { serveGit } from './git-access.ts';
import type { FakeGitHub } from './fake-github.ts';
import { answer, replyOf, type Outcome } from './outcome.ts';
import { FakeGitHubProblem, notFound } from './problem.ts';
import { rateHeaders, type Resource } from './rate-limit.ts';
import { acceptedPermissions, serveRest, type RestRequest } from './rest/serve-rest.ts';
import { injectFault } from './inject-fault.ts';
import { anonymous, type Caller } from './tokens.ts';

/** Answers a request to the local GitHub: git, GraphQL or REST. */
export async function serveGitHub(
  fakeGitHub: FakeGitHub,
  request: IncomingMessage,
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  const url = URL.parse(request.url ?? '/', 'http://sandbox.invalid');
  const segments = url === null ? null : segmentsOf(url.pathname);
  if (url === null || segments === null) return send(response, textReply(400, 'Bad request\n'));
  const method = request.method ?? 'GET';
  const entry = fakeGitHub.log.open({
    at: fakeGitHub.clock.now(),
    method,
    path: url.pathname,
    query: url.search,
    sent: null,
  });
  response.sendDate = false;
  response.setHeader('Date', new Date(fakeGitHub.clock.now()).toUTCString());
  if (await serveGit(fakeGitHub, { request, response, url, entry })) return;

  const body = await receive(request);
  if (body === null) return answer(response, entry, textReply(413, 'Too long\n'));
  if (method !== 'GET' && method !== 'HEAD') entry.sent = body.toString('utf8');
  const path = segments[0] === 'api' ? enterprise(segments) : segments;
  const carryOut = (): Promise<Outcome> =>
    respond(fakeGitHub, request, { method, path, url, body }, entry);
  const fault = fakeGitHub.faults.take(method, path, nameOf(fakeGitHub, request));
  entry.fault = fault?.kind ?? null;
  if (fault === null) return answer(response, entry, replyOf(await carryOut()));
  await injectFault(fault, { fakeGitHub, response, entry, closing, carryOut });
}

interface Asked {
  readonly method: string;
  readonly path: readonly string[];
  readonly url: URL;
  readonly body: Buffer;
}

async function respond(
  fakeGitHub: FakeGitHub,
  request: IncomingMessage,
  { method, path, url, body }: Asked,
  entry: LogEntry,
): Promise<Outcome> {
  const graphql = path.length === 1 && path[0] === 'graphql';
  const resource: Resource = graphql ? 'graphql' : 'core';
  let caller: Caller = anonymous;
  const headers: Record<string, string> = {};
  const now = fakeGitHub.clock.now();
  try {
    caller = identify(fakeGitHub, request.headers.authorization);
    entry.token = caller.name;
    const free = path[0] === 'rate_limit';
    const allowed = free || fakeGitHub.rates.take(caller, resource, now);
    Object.assign(headers, rateHeaders(fakeGitHub.rates.peek(caller, resource, now)));
    if (!allowed) return limited(caller, graphql, headers);
    if (graphql) {
      if (method !== 'POST') throw notFound();
      if (caller.user === null)
        throw new FakeGitHubProblem(401, 'This endpoint requires you to be authenticated.');
      const { serveGraphql } = await import('./graphql/serve-graphql.ts');
      return { status: 200, body: await serveGraphql(fakeGitHub, caller, body), headers };
    }
    const version = request.headers['x-github-api-version']?.toString();
    const rest: RestRequest = { method, segments: path, query: url.searchParams, version, body };
    const accepted = caller.permissions === null ? null : acceptedPermissions(rest);
    if (accepted !== null) headers['X-Accepted-GitHub-Permissions'] = accepted;
    const { wrote, ...outcome } = serveRest(fakeGitHub, caller, rest);
    entry.wrote ||= wrote === true;
    return { ...outcome, headers: { ...headers, ...outcome.headers } };
  } catch (error) {
    if (!(error instanceof FakeGitHubProblem)) throw error;
    return { status: error.status, body: error.body, headers: { ...headers, ...error.headers } };
  }
}

/** GraphQL tells of a spent limit within an answer of status 200. */
function limited(caller: Caller, graphql: boolean, headers: Outcome['headers']): Outcome {
  const message = `API rate limit exceeded for ${caller.user?.login ?? 'this address'}.`;
  if (graphql)
    return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message }] }, headers };
  return { status: 403, body: new FakeGitHubProblem(403, message).body, headers };
}

function nameOf(fakeGitHub: FakeGitHub, request: IncomingMessage): string {
  try {
    return identify(fakeGitHub, request.headers.authorization).name;
  } catch {
    return '';
  }
}

/** An Enterprise Server has its API below `/api`. */
function enterprise(segments: readonly string[]): readonly string[] {
  if (segments[1] === 'graphql') return segments.slice(1);
  return segments[1] === 'v3' ? segments.slice(2) : segments;
}

function segmentsOf(pathname: string): string[] | null {
  try {
    return pathname
      .split('/')
      .filter((part) => part !== '')
      .map((part) => decodeURIComponent(part));
  } catch {
    return null;
  }
}
