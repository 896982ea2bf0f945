import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { RequestCount } from '../../ports/site.ts';
import { exchange, type HttpAnswer } from './exchange.ts';
import { failureOf, HttpFailure } from './http-failure.ts';
import type { Attempt, HttpPolicy } from './http-policy.ts';
import type { HttpRequest } from './http-request.ts';
import { openDispatcher, type ProxySettings, type Timeouts } from './open-dispatcher.ts';
import { joinPath, parseBase } from './pinned-origin.ts';
import { createRequestQueue } from './request-queue.ts';

export interface HttpOptions {
  /** The server's address. Nothing is ever sent to another origin. https, or http on loopback. */
  readonly base: string;
  readonly userAgent: string;
  readonly clock: Clock;
  /** How the server wants to be asked. Not to be shared, as it keeps the server's limits. */
  readonly policy: HttpPolicy;
  readonly log?: Pick<Log, 'debug' | 'info'>;
  readonly proxy?: ProxySettings;
  readonly timeouts?: Partial<Timeouts>;
  /** Called each time a request is about to be written. */
  readonly onRequest?: () => void;
  /** False: each request is sent once, and its result stands. */
  readonly retry?: boolean;
  /** The longest answer to accept, in bytes. */
  readonly maxBytes?: number;
}

/** The one way to a server: pinned to it, paced, tried again where that is safe, and counted. */
export interface Http {
  /** The server's base address, without a trailing slash. */
  readonly base: string;
  /**
   * Sends a request and gives the answer, whatever its status. Throws `HttpFailure` where no whole
   * answer came.
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Every request that was sent, each try counted. */
  readonly requests: RequestCount;
  /** Ends the connections. */
  close(): Promise<void>;
}

type Call = Pick<Attempt, 'request' | 'effect'> & { readonly url: URL };

const defaultTimeouts: Timeouts = { connectMs: 10_000, headersMs: 30_000, bodyMs: 30_000 };

/** Opens the way to a server. Throws `insecure-url`, and `usage` for a proxy that is no address. */
export function createHttp(options: HttpOptions): Http {
  const base = parseBase(options.base);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const dispatcher = openDispatcher(base, options.proxy ?? {}, timeouts);
  const { clock, policy } = options;
  const tell = createTeller(options);
  const queue = createRequestQueue(clock, policy.pacer, (delayMs, request) =>
    tell(delayMs, null, request),
  );
  let total = 0;
  let writes = 0;

  async function attempt(call: Call): Promise<Pick<Attempt, 'result' | 'refusedForMs'>> {
    const leave = await queue
      .enter(call.request)
      .catch((error: unknown) => failureOf(error, false));
    if (leave instanceof HttpFailure) return { result: leave, refusedForMs: null };
    const result = await sendOnce(call).catch((error: unknown) => failureOf(error, true));
    const answer = 'status' in result ? result : null;
    const refusedForMs = answer && policy.refusedForMs(answer, clock.now(), call.request);
    // What was refused to one would be refused to all.
    if (refusedForMs !== null) queue.pause(refusedForMs);
    leave(answer);
    return { result, refusedForMs };
  }

  async function sendOnce({ url, request, effect }: Call): Promise<HttpAnswer> {
    refuseLate(request, clock.now());
    return exchange(dispatcher, {
      url,
      method: request.method,
      headers: {
        accept: 'application/json',
        'user-agent': options.userAgent,
        ...(request.body === undefined ? {} : { 'content-type': request.body.type }),
        ...request.headers,
      },
      body: request.body?.content ?? null,
      timeoutMs: timeouts.connectMs + timeouts.headersMs + timeouts.bodyMs,
      maxBytes: options.maxBytes ?? 20_000_000,
      onSending() {
        refuseLate(request, clock.now());
        total += 1;
        if (effect === 'write') writes += 1;
        options.onRequest?.();
      },
    });
  }

  return {
    base: base.href.replace(/\/+$/, ''),
    async send(request) {
      const url = joinPath(base, request.path);
      const effect = request.effect ?? (request.method === 'GET' ? 'read' : 'write');
      let tries = 0;
      let refusals = 0;
      let waitedMs = 0;
      for (;;) {
        const { result, refusedForMs } = await attempt({ url, request, effect });
        const now = clock.now();
        if (refusedForMs === null) tries += 1;
        else refusals += 1;
        const delayMs = policy.retryDelayMs({
          request,
          effect,
          tries,
          refusals,
          result,
          refusedForMs,
          now,
          random: Math.random(),
        });
        const isLast =
          options.retry === false ||
          delayMs === null ||
          now + delayMs > (request.notAfter ?? Infinity);
        if (!isLast && now + delayMs > (request.freshUntil ?? Infinity)) throw stale();
        if (isLast || waitedMs + delayMs > policy.maxWaitMs) {
          if ('status' in result) return result;
          throw result;
        }
        waitedMs += delayMs;
        tell(delayMs, refusedForMs === null ? result : null, request);
        await clock.sleep(delayMs);
      }
    },
    get requests() {
      return { total, writes };
    },
    async close() {
      await dispatcher.close();
    },
  };
}

function refuseLate(request: HttpRequest, now: number): void {
  if (now > (request.notAfter ?? Infinity))
    throw new HttpFailure('the time to send it was over', { code: 'ETOOLATE', sent: false });
  if (now > (request.freshUntil ?? Infinity)) throw stale();
}

function stale(): HttpFailure {
  return new HttpFailure('what it rests on became old', { code: 'ESTALE', sent: false });
}

/**
 * Makes a function that tells of each wait above a second, and of what it is for: a failure, or null
 * where the server takes no more calls. That one concerns all requests, and is told once.
 */
function createTeller({ log, clock, policy }: HttpOptions) {
  const { server } = policy;
  let toldUntil = 0;
  return (delayMs: number, failed: HttpAnswer | HttpFailure | null, request: HttpRequest): void => {
    const until = clock.now() + delayMs;
    if (failed === null && until <= toldUntil + 1000) return;
    if (failed === null) toldUntil = until;
    const seconds = `${(delayMs / 1000).toFixed(1)} s`;
    const text =
      failed === null
        ? `${policy.waitReason?.(request) ?? `${server} takes no more calls for now`}; waiting ${seconds}`
        : `${server} did not answer well (${'status' in failed ? `status ${String(failed.status)}` : failed.code}); trying again in ${seconds}`;
    if (delayMs <= 1000) log?.debug(text);
    else log?.info(text);
  };
}
