import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from '../stack/problem.ts';
import type { Token } from '../stack/people.ts';
import { identify } from '../stack/v3/identify.ts';
import { problemOutcome, serveV3 } from '../stack/v3/serve-v3.ts';
import { stacky } from '../stack/v3/stacky.ts';
import type { ApiOutcome, ApiRequest } from './api-request.ts';
import type { FaultSpec } from './fault-queue.ts';
import { receive } from './receive.ts';
import { htmlType, jsonType, send, textReply, textType, type Reply } from './reply.ts';
import type { LogEntry } from './request-log.ts';
import type { SandboxState } from './sandbox-state.ts';
import { wait } from './wait.ts';

const proxyPage =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n';

/** Answers one request below `/v3`. */
export async function apiExchange(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { site } = state;
  const method = request.method ?? 'GET';
  const body = await receive(request);
  const path = segmentsOf(url.pathname);
  const entry = state.log.open({
    at: site.clock.now(),
    method,
    path: url.pathname,
    query: url.search,
    sent: method === 'GET' || method === 'HEAD' ? null : (body?.toString('utf8') ?? null),
  });
  response.sendDate = false;
  response.setHeader('Date', new Date(site.clock.now()).toUTCString());
  const answer = (reply: Reply, cut = false): void => {
    if (response.destroyed) return;
    entry.status = reply.status;
    send(response, reply, cut);
  };
  if (body === null)
    return answer({ status: 413, type: null, body: null, headers: { Connection: 'close' } });
  await wait(site.switches.latency, state.closing.signal);
  if (state.closing.signal.aborted) return;
  if (path?.length === 2 && path[1]?.toLowerCase() === 'stacky' && method === 'GET')
    return answer(textReply(200, stacky));
  if (path === null || path[1]?.toLowerCase() !== 'teams' || path.length < 4)
    return answer(textReply(404, 'Not found\n'));

  let token: Token;
  try {
    token = identify(site, path[2] ?? '', request.headers.authorization ?? null);
  } catch (error) {
    if (error instanceof Problem) return answer(await replyOf(state, problemOutcome(error), {}));
    throw error;
  }
  entry.token = token.name;
  const verdict = site.throttle.take(token.name, site.switches);
  const { headers } = verdict;
  if (!verdict.allowed)
    return answer(throttled(headers, site.switches.retryAfter ? verdict.wait : null));

  const call: ApiRequest = {
    method,
    segments: path.slice(3),
    query: url.searchParams,
    contentType: request.headers['content-type'] ?? null,
    body,
  };
  const carryOut = async (at: number | null): Promise<ApiOutcome> => {
    const outcome = serveV3(site, token, call, at);
    entry.wrote ||= outcome.wrote;
    if (outcome.wrote) await state.save();
    return outcome;
  };
  const fault = state.faults.take(method, call.segments, token.name);
  entry.fault = fault?.kind ?? null;
  if (fault === null) return answer(await replyOf(state, await carryOut(null), headers));
  await strike(state, fault, { entry, response, headers, answer, carryOut });
}

interface Struck {
  readonly entry: LogEntry;
  readonly response: ServerResponse;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: (reply: Reply, cut?: boolean) => void;
  readonly carryOut: (at: number | null) => Promise<ApiOutcome>;
}

/** Lets a planned fault happen to a request. */
async function strike(state: SandboxState, fault: FaultSpec, struck: Struck): Promise<void> {
  const { response, headers, answer, carryOut } = struck;
  const leave = (): void => {
    if (fault.end !== 'silence') response.destroy();
  };
  const retryAfter = fault.retryAfter ?? null;
  switch (fault.kind) {
    case 'lost':
      await carryOut(null);
      return leave();
    case 'late':
      state.late.add(fault.seconds ?? 10, fault.clock ?? 'site', async (at) => {
        try {
          await carryOut(at);
        } catch (error) {
          struck.entry.fault = `late, failed: ${String(error)}`;
        }
      });
      return leave();
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'silence':
      return;
    case 'throttled':
      return answer(throttled(headers, retryAfter));
    case 'unauthorized':
      return answer({ ...textReply(401, 'Invalid access token'), headers });
    case 'error': {
      if (fault.when === 'after') await carryOut(null);
      const status = fault.status ?? 500;
      const body = JSON.stringify({ type: null, title: 'An error occurred.', status });
      return answer({ status, type: jsonType, body, headers: withRetry(headers, retryAfter) });
    }
    case 'html':
      if (fault.when === 'after') await carryOut(null);
      return answer({ status: fault.status ?? 200, type: htmlType, body: proxyPage, headers });
    case 'slow': {
      const pause = (): Promise<void> => wait(fault.milliseconds ?? 1000, state.closing.signal);
      if (fault.when !== 'after') await pause();
      if (state.closing.signal.aborted) return;
      const outcome = await carryOut(null);
      if (fault.when === 'after') await pause();
      return answer(await replyOf(state, outcome, headers));
    }
    case 'truncated':
      return answer(await replyOf(state, await carryOut(null), headers), true);
  }
}

async function replyOf(
  state: SandboxState,
  outcome: ApiOutcome,
  headers: Reply['headers'] & object,
): Promise<Reply> {
  const body = await outcome.render();
  const text = typeof body === 'string';
  const missing = state.site.switches.contentType === 'missing';
  return {
    status: outcome.status,
    headers,
    type: missing ? null : text ? textType : jsonType,
    body: body === null || text ? body : JSON.stringify(body),
  };
}

function throttled(headers: Readonly<Record<string, string>>, retryAfter: number | null): Reply {
  const body = JSON.stringify({
    type: '/v3/errors/too-many-requests',
    title: 'Too Many Requests',
    status: 429,
  });
  return { status: 429, type: jsonType, body, headers: withRetry(headers, retryAfter) };
}

function withRetry(
  headers: Readonly<Record<string, string>>,
  seconds: number | null,
): Readonly<Record<string, string>> {
  return seconds === null ? headers : { ...headers, 'Retry-After': String(seconds) };
}

/** The decoded segments of a path, or null where it cannot be decoded. */
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
