import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { RequestCount } from '../../ports/site.ts';
import { exchange, type HttpAnswer } from './exchange.ts';
import { failureOf, HttpFailure } from './http-failure.ts';
import { openDispatcher, type ProxySettings, type Timeouts } from './open-dispatcher.ts';
import { createPace } from './pace.ts';
import { joinPath, parseBase } from './pinned-origin.ts';
import { retryDelay } from './retry-delay.ts';
import { readThrottle, throttleDelay } from './throttle.ts';

export interface HttpOptions {
  /** The server's address. Nothing is ever sent to another origin. https, or http on loopback. */
  readonly base: string;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly log?: Pick<Log, 'debug' | 'info'>;
  readonly proxy?: ProxySettings;
  readonly timeouts?: Partial<Timeouts>;
  /** Called each time a request is about to be written. */
  readonly onRequest?: () => void;
  /** The longest answer to accept, in bytes. */
  readonly maxBytes?: number;
  /** How long one request may wait because the server asked for it, in milliseconds. */
  readonly maxWait?: number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the base on, beginning with `/`, with the query; all values in it percent-encoded. */
  readonly path: string;
  /** Whether it may change something; decides what is tried again. GET is a read, all else a write. */
  readonly effect?: 'read' | 'write';
  /** By the clock: nothing is sent later; then it fails with the code `ETOOLATE`. */
  readonly notAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly content: string | Uint8Array };
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

const defaultTimeouts: Timeouts = { connect: 10_000, headers: 30_000, body: 30_000 };

/** Opens the way to a server. Throws `insecure-url`, and `usage` for a proxy that is no address. */
export function createHttp(options: HttpOptions): Http {
  const base = parseBase(options.base);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const dispatcher = openDispatcher(base, options.proxy ?? {}, timeouts);
  const pace = createPace(options.clock);
  const maxWait = options.maxWait ?? 300_000;
  let total = 0;
  let writes = 0;

  async function attempt(
    url: URL,
    request: HttpRequest,
    effect: 'read' | 'write',
  ): Promise<HttpAnswer | HttpFailure> {
    const leave = await pace.enter();
    let result: HttpAnswer | null = null;
    try {
      refuseLate(request, options.clock.now());
      result = await exchange(dispatcher, {
        url,
        method: request.method,
        headers: {
          accept: 'application/json',
          'user-agent': options.userAgent,
          ...(request.body === undefined ? {} : { 'content-type': request.body.type }),
          ...request.headers,
        },
        body: request.body?.content ?? null,
        deadline: timeouts.connect + timeouts.headers + timeouts.body,
        maxBytes: options.maxBytes ?? 20_000_000,
        onSending() {
          refuseLate(request, options.clock.now());
          total += 1;
          if (effect === 'write') writes += 1;
          options.onRequest?.();
        },
      });
      return result;
    } catch (error) {
      return failureOf(error, true);
    } finally {
      // What was refused to one would be refused to all.
      if (result?.status === 429) pace.pause(throttleDelay(result.headers, options.clock.now()));
      leave(result === null ? null : readThrottle(result.headers));
    }
  }

  return {
    base: base.href.replace(/\/+$/, ''),
    async send(request) {
      const url = joinPath(base, request.path);
      const effect = request.effect ?? (request.method === 'GET' ? 'read' : 'write');
      let tries = 0;
      let refusals = 0;
      let waited = 0;
      for (;;) {
        const result = await attempt(url, request, effect);
        const refused = 'status' in result && result.status === 429;
        if (refused) refusals += 1;
        else tries += 1;
        const now = options.clock.now();
        const delay = retryDelay({ effect, tries, refusals, result, now, random: Math.random() });
        if (
          delay === null ||
          waited + delay > maxWait ||
          now + delay > (request.notAfter ?? Infinity)
        ) {
          if ('status' in result) return result;
          throw result;
        }
        waited += delay;
        tell(options.log, refused, delay, result);
        await options.clock.sleep(delay);
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
  if (now <= (request.notAfter ?? Infinity)) return;
  throw new HttpFailure('the time to send it was over', { code: 'ETOOLATE', sent: false });
}

function tell(
  log: HttpOptions['log'],
  refused: boolean,
  delay: number,
  result: HttpAnswer | HttpFailure,
): void {
  const seconds = `${(delay / 1000).toFixed(1)} s`;
  const seen = 'status' in result ? `status ${String(result.status)}` : result.code;
  const text = refused
    ? `The server takes no more calls for now; waiting ${seconds}`
    : `The server did not answer well (${seen}); trying again in ${seconds}`;
  if (delay < 5000) log?.debug(text);
  else log?.info(text);
}
