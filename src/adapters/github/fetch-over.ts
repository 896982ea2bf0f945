import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { HttpAnswer } from '../http/exchange.ts';
import { HttpFailure } from '../http/http-failure.ts';
import type { Http, HttpRequest } from '../http/create-http.ts';
import { limitOf } from './limit-of.ts';

export interface FetchOverOptions {
  readonly http: Pick<Http, 'send'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'debug' | 'info'>;
  /** Queries are sent with POST, and yet only read. */
  readonly graphqlUrl: URL;
}

/** What the client library passes. */
interface Init {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** As much of a response as the client library looks at. */
interface FetchAnswer {
  readonly status: number;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: () => Promise<string>;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

const maxTries = 4;
const maxWait = 60_000;
const passing = new Set([408, 500, 502, 503, 504]);

/**
 * The client library's `fetch`, over the project's own way to a server: pinned to it, through the
 * proxy, no redirect followed, counted. Reads are tried again; what GitHub wants waited for is
 * waited for where it is not long.
 */
export function fetchOver(options: FetchOverOptions) {
  const { http, clock, log, graphqlUrl } = options;
  return async (address: string, init: Init): Promise<FetchAnswer> => {
    const url = new URL(address);
    const effect = init.method === 'GET' || url.href === graphqlUrl.href ? 'read' : 'write';
    const type = init.headers['content-type'] ?? 'application/json; charset=utf-8';
    const request: HttpRequest = {
      method: init.method as HttpRequest['method'],
      path: `${url.pathname}${url.search}`,
      effect,
      headers: init.headers,
      ...(init.body !== undefined && { body: { type, content: init.body } }),
    };
    for (let tries = 1; ; tries += 1) {
      const result = await http.send(request).catch((error: unknown) => error);
      const delay = delayAfter(result, effect, tries, clock.now());
      const most = url.href === graphqlUrl.href && tooMuch(result) ? 2 : maxTries;
      if (delay === null || tries >= most) {
        if (isAnswer(result)) return fetchAnswer(address, result);
        throw result;
      }
      const seen = isAnswer(result) ? `status ${String(result.status)}` : 'no answer';
      const text = `GitHub did not answer well (${seen}); trying again in ${(delay / 1000).toFixed(1)} s`;
      if (delay < 5000) log.debug(text);
      else log.info(text);
      await clock.sleep(delay);
    }
  };
}

/** How long to wait before another try, in milliseconds; null: the result stands. */
function delayAfter(
  result: unknown,
  effect: 'read' | 'write',
  tries: number,
  now: number,
): number | null {
  const backoff = 250 * 2 ** (tries - 1) * (0.5 + Math.random());
  if (!isAnswer(result)) {
    const again =
      result instanceof HttpFailure && !result.lasting && (effect === 'read' || !result.sent);
    return again ? backoff : null;
  }
  // A refusal for too many calls did nothing, so a write may be repeated too.
  const limit = limitOf(result.status, result.headers, result.body.toString('utf8'), now);
  if (limit !== null) {
    const wait = limit.until - now;
    return wait <= maxWait ? Math.max(wait, backoff) : null;
  }
  return effect === 'read' && passing.has(result.status) ? backoff : null;
}

/** How GitHub ends a query that takes it too long: asking again for as much helps rarely. */
function tooMuch(result: unknown): boolean {
  return isAnswer(result) && (result.status === 502 || result.status === 504);
}

function isAnswer(result: unknown): result is HttpAnswer {
  return typeof result === 'object' && result !== null && 'status' in result;
}

function fetchAnswer(url: string, { status, headers, body }: HttpAnswer): FetchAnswer {
  return {
    status,
    url,
    headers: new Map(Object.entries(headers)),
    text: () => Promise.resolve(body.toString('utf8')),
    arrayBuffer: () => Promise.resolve(new Uint8Array(body).buffer),
  };
}
