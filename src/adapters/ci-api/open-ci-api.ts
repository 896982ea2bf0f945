import { isObject } from '../../model/is-object.ts';
import type { RequestCount } from '../../ports/site.ts';
import { createHttp, type HttpOptions } from '../http/create-http.ts';
import { forgePolicy } from '../http/forge-policy.ts';
import { HttpFailure } from '../http/http-failure.ts';
import { Misfit, type Shape } from '../shape.ts';
import { answerFault, failureFault, statusFault, type CiApi } from './api-fault.ts';

/** How a CI's API is reached. */
export interface CiApiOptions
  extends
    Required<Pick<HttpOptions, 'base' | 'userAgent' | 'clock' | 'log'>>,
    Pick<HttpOptions, 'proxy' | 'timeouts' | 'retry'> {
  readonly token: string;
}

/** The one way to a CI's API. What it throws is a `Fault` of kind `forge`, and never holds the token. */
export interface OpenCiApi {
  /** `path` begins with `/`, below the API's address. */
  get<T>(path: string, shape: Shape<T>): Promise<T>;
  readonly requests: RequestCount;
  /** Ends the connections. */
  close(): Promise<void>;
}

/** A job takes about 3,000 bytes of an answer, and a build has some thousands at most. */
const longestAnswer = 16_000_000;

/** Opens the way to a CI's API; nothing is sent before the first question. Throws `insecure-url`. */
export function openCiApi(api: CiApi, { token, ...connection }: CiApiOptions): OpenCiApi {
  const http = createHttp({
    ...connection,
    policy: forgePolicy(api.name),
    maxBytes: longestAnswer,
  });

  async function ask(path: string) {
    try {
      const headers = { authorization: `Bearer ${token}` };
      return await http.send({ method: 'GET', path, headers });
    } catch (error) {
      if (error instanceof HttpFailure) throw failureFault(error, new URL(http.base).host);
      throw error;
    }
  }

  return {
    async get(path, shape) {
      const { status, body } = await ask(path);
      const answer = jsonOf(body.toString('utf8'));
      const words = isObject(answer) ? answer['message'] : undefined;
      if (status !== 200)
        throw statusFault(status, typeof words === 'string' ? words.slice(0, 200) : '', api);
      if (answer === undefined)
        throw answerFault(`expected JSON of ${api.name}'s API, got something else`);
      try {
        return shape(answer);
      } catch (error) {
        if (!(error instanceof Misfit)) throw error;
        const at = error.place === '' ? '' : ` at ${error.place}`;
        throw answerFault(
          `expected ${error.expected}${at} in ${api.name}'s answer, got ${error.seen}`,
        );
      }
    },
    get requests() {
      return http.requests;
    },
    close: () => http.close(),
  };
}

/** Undefined where a text is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
