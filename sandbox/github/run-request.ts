import type { Exchange } from '../exchange/exchange.ts';
import { jsonReply, type Reply } from '../exchange/reply.ts';
import { identify } from './access.ts';
import type { FakeGitHub } from './fake-github.ts';
import { GitHubProblem, notFound } from './problem.ts';
import { rateHeaders, type Resource } from './rate-limit.ts';
import type { RestAnswer } from './rest/rest-call.ts';
import { acceptedPermissions, serveRest, type RestRequest } from './rest/serve-rest.ts';
import { anonymous, type Caller } from './tokens.ts';

/** Carries out a request to the API, by REST or GraphQL. A refusal is an answer too. */
export async function runRequest(
  github: FakeGitHub,
  { request, url, method, entry }: Exchange,
  path: readonly string[],
  body: Buffer,
): Promise<Reply> {
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
      return { ...jsonReply(200, await serveGraphql(github, caller, body)), headers };
    }
    const version = request.headers['x-github-api-version']?.toString();
    const rest: RestRequest = { method, segments: path, query: url.searchParams, version, body };
    const accepted = caller.permissions === null ? null : acceptedPermissions(rest);
    if (accepted !== null) headers['X-Accepted-GitHub-Permissions'] = accepted;
    const answer = await serveRest(github, caller, rest);
    entry.wrote ||= answer.wrote === true;
    return replyOf(answer, headers);
  } catch (error) {
    if (!(error instanceof GitHubProblem)) throw error;
    return replyOf(error, headers);
  }
}

type Headers = Readonly<Record<string, string>>;

function replyOf({ status, body, headers }: Omit<RestAnswer, 'wrote'>, common: Headers): Reply {
  const reply = body === null ? { status, type: null, body } : jsonReply(status, body);
  return { ...reply, headers: { ...common, ...headers } };
}

/** GraphQL tells of a spent limit within an answer of status 200. */
function limited(caller: Caller, graphql: boolean, headers: Headers): Reply {
  const message = `API rate limit exceeded for ${caller.user?.login ?? 'this address'}.`;
  if (!graphql) return replyOf(new GitHubProblem(403, message), headers);
  return { ...jsonReply(200, { errors: [{ type: 'RATE_LIMITED', message }] }), headers };
}
