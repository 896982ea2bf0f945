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
import type { FakeGitHub } from './fake-github.ts';
import { serveGit } from './git/serve-git.ts';
import { GitHubProblem } from './problem.ts';
import { runRequest } from './run-request.ts';

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
        const reply = await runRequest(github, exchange, path, body);
        return () => Promise.resolve(reply);
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

/** The token's name, for faults that are meant for one. */
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
