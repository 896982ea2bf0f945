import type { Exchange } from '../../exchange/exchange.ts';
import type { Rendering, ServedRequest } from '../../exchange/inject-fault.ts';
import { pathSegments } from '../../exchange/path-segments.ts';
import {
  htmlType,
  jsonReply,
  jsonType,
  textReply,
  textType,
  withRetryAfter,
  type Reply,
} from '../../exchange/reply.ts';
import { respond } from '../../exchange/respond.ts';
import type { FakeStack } from '../fake-stack.ts';
import { keepChanges } from '../keep-changes.ts';
import { StackProblem } from '../problem.ts';
import { signInPage } from '../sign-in-page.ts';
import type { Token } from '../tokens.ts';
import { readFile } from './read-file.ts';
import { identify, refused } from './identify.ts';
import { runOperation } from './run-operation.ts';
import { stacky } from './stacky.ts';

type Headers = Readonly<Record<string, string>>;

/** Answers one request below `/v3` of Business, or `/api/v3` of an Enterprise site. */
export async function serveV3(site: FakeStack, exchange: Exchange, body: Buffer): Promise<void> {
  const { request, url, method, entry } = exchange;
  const path = pathSegments(url.pathname)?.slice(site.tier === 'business' ? 1 : 2) ?? [];
  if (path.length === 1 && path[0]?.toLowerCase() === 'stacky' && method === 'GET')
    return exchange.answer(textReply(200, stacky));
  const inTeam = path[0]?.toLowerCase() === 'teams';
  const segments = inTeam ? path.slice(2) : path;
  if (segments.length === 0 || (!inTeam && site.tier === 'business'))
    return exchange.answer(textReply(404, 'Not found\n'));

  const stack = site.placeOf(inTeam ? (path[1] ?? '') : null);
  let token: Token;
  try {
    if (stack === null) throw wrongTeam(site);
    token = identify(stack, request.headers.authorization ?? null);
  } catch (error) {
    if (error instanceof StackProblem) return exchange.answer(replyOf(site, error, {}));
    throw error;
  }
  entry.token = token.name;
  const { allowed, headers, wait } = stack.throttle.take(token.name, stack.switches);
  if (!allowed)
    return exchange.answer(
      tooMany(withRetryAfter(headers, stack.switches.retryAfter ? wait : null)),
    );

  const call = {
    stack,
    token,
    method,
    segments,
    query: url.searchParams,
    contentType: request.headers['content-type'] ?? null,
    body,
    file: await readFile(request.headers['content-type'] ?? null, new Uint8Array(body)),
  };
  const carryOut = async (at: number | null): Promise<Rendering> => {
    const { status, json, bytes } = await keepChanges(stack, entry, () =>
      runOperation({ ...call, at }),
    );
    if (bytes) return async () => ({ status, headers, type: bytes.type, body: bytes.content });
    return async () => replyOf(stack, { status, body: (await json?.()) ?? null }, headers);
  };
  const asked = { segments, token: token.name };
  const { faults, late } = stack;
  await respond(exchange, faults, asked, {
    carryOut,
    refusals: refusals(headers),
    late,
    lateClock: 'site',
  });
}

/** A Business site may stumble over a team that it does not have. */
function wrongTeam({ tier, switches }: FakeStack): StackProblem {
  if (tier === 'enterprise' || switches.wrongTeam === 'unauthorized') return refused();
  return new StackProblem(500, { type: null, title: 'An error occurred.', status: 500 });
}

/** What faults answer in the place of the site, or of what stands before it. */
function refusals(headers: Headers): ServedRequest['refusals'] {
  return {
    throttled: ({ retryAfter }) => tooMany(withRetryAfter(headers, retryAfter)),
    unauthorized: () => ({ ...textReply(401, 'Invalid access token'), headers }),
    error: ({ status = 500, retryAfter }) => ({
      ...jsonReply(status, { type: null, title: 'An error occurred.', status }),
      headers: withRetryAfter(headers, retryAfter),
    }),
    html: ({ status = 200 }) => ({ status, type: htmlType, body: signInPage, headers }),
  };
}

function tooMany(headers: Headers): Reply {
  const problem = {
    type: '/v3/errors/too-many-requests',
    title: 'Too Many Requests',
    status: 429,
  };
  return { ...jsonReply(429, problem), headers };
}

function replyOf(
  stack: FakeStack,
  { status, body }: Pick<StackProblem, 'status' | 'body'>,
  headers: Headers,
): Reply {
  const text = typeof body === 'string';
  const missing = stack.switches.contentType === 'missing';
  return {
    status,
    headers,
    type: missing ? null : text ? textType : jsonType,
    body: body === null || text ? body : JSON.stringify(body),
  };
}
