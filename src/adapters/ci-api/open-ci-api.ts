import { isObject } from '../../model/is-object.ts';
import type { RequestCount } from '../../ports/site.ts';
import { createHttp, type HttpOptions } from '../http/create-http.ts';
import { forgePolicy } from '../http/forge-policy.ts';
import { HttpFailure } from '../http/http-failure.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { maskSecrets } from '../log/mask-secrets.ts';
import { Misfit, type Shape } from '../shape.ts';
import { answerFault, failureFault, statusFault, type Asked, type CiApi } from './api-fault.ts';

/** How a CI's API is reached. */
export interface CiConnection
  extends
    Required<Pick<HttpOptions, 'base' | 'userAgent' | 'clock' | 'log'>>,
    Pick<HttpOptions, 'proxy' | 'timeouts' | 'retry'> {}

/** The same with a token that goes as `Bearer`. */
export interface CiApiOptions extends CiConnection {
  readonly token: string;
}

/** An answer of whatever status. */
export interface CiAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: it was no JSON. */
  readonly json: unknown;
}

/** The one way to a CI's API. What it throws is a `Fault` of kind `forge`, and never holds the token. */
export interface OpenCiApi {
  /** Asks for what has to be there. `path` begins with `/`, below the API's address. */
  get<T>(asked: Asked, path: string, shape: Shape<T>): Promise<T>;
  /** Gives the answer, whatever its status. `body` goes as JSON, or as the form that it is. */
  ask(
    asked: Asked,
    request: Pick<HttpRequest, 'method' | 'path' | 'effect'> & { readonly body?: unknown },
  ): Promise<CiAnswer>;
  /** What an answer tells. Throws where it is none of success, or has another shape. */
  read<T>(asked: Asked, answer: CiAnswer, shape: Shape<T>): T;
  readonly requests: RequestCount;
  /** Ends the connections. */
  close(): Promise<void>;
}

/** A job takes about 3,000 bytes of an answer, and a build has some thousands at most. */
const longestAnswer = 16_000_000;

/** How a token goes to most. */
export function bearer(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}

/**
 * Opens the way to a CI's API; nothing is sent before the first question. `headers` go with each request.
 * Throws `insecure-url`.
 */
export function openCiApi(
  api: CiApi,
  connection: CiConnection,
  headers: Readonly<Record<string, string>>,
): OpenCiApi {
  const policy = forgePolicy(api.name);
  const http = createHttp({ ...connection, policy, maxBytes: longestAnswer });
  const { host } = new URL(http.base);
  // A CI that says the token back would have it shown: nothing else knows one that was just exchanged.
  const mask = maskSecrets(Object.values(headers).map((value) => value.replace(/^[a-z]+ /i, '')));

  const opened: OpenCiApi = {
    get: async (asked, path, shape) =>
      opened.read(asked, await opened.ask(asked, { method: 'GET', path }), shape),
    async ask(asked, { body, ...request }) {
      const form = body instanceof URLSearchParams;
      const content = form ? body.toString() : body === undefined ? null : JSON.stringify(body);
      const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
      try {
        const answer = await http.send({
          ...request,
          headers,
          ...(content !== null && { body: { type, content } }),
        });
        const { status, headers: told } = answer;
        return { status, headers: told, json: jsonOf(answer.body.toString('utf8')) };
      } catch (error) {
        if (error instanceof HttpFailure) throw failureFault(error, host, asked);
        throw error;
      }
    },
    read(asked, { status, json }, shape) {
      if (status !== 200 && status !== 201)
        throw statusFault({ status, words: mask(wordsOf(json)), host }, api, asked);
      if (json === undefined)
        throw answerFault(
          `expected JSON of ${api.name}'s API from ${host}, got something else`,
          api,
          asked,
        );
      try {
        return shape(json);
      } catch (error) {
        if (!(error instanceof Misfit)) throw error;
        const at = error.place === '' ? '' : ` at ${error.place}`;
        const seen = `expected ${error.expected}${at} in ${api.name}'s answer, got ${error.seen}`;
        throw answerFault(seen, api, asked);
      }
    },
    get requests() {
      return http.requests;
    },
    close: () => http.close(),
  };
  return opened;
}

/** Undefined where a text is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What an answer says of itself, as an API or as OAuth does; empty where it says nothing. */
export function wordsOf(json: unknown): string {
  const { message, error, error_description: more } = isObject(json) ? json : {};
  const words = typeof message === 'string' ? [message] : [error, more];
  return words
    .filter((each) => typeof each === 'string')
    .join(': ')
    .slice(0, 200);
}
