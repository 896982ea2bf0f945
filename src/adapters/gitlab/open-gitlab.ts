import { Fault } from '../../model/error.ts';
import { isObject } from '../../model/is-object.ts';
import type { RequestCount } from '../../ports/site.ts';
import { createHttp, type HttpOptions } from '../http/create-http.ts';
import { forgePolicy } from '../http/forge-policy.ts';
import { HttpFailure } from '../http/http-failure.ts';
import { Misfit, type Shape } from '../shape.ts';
import { answerFault, failureFault, statusFault, type Asked } from './answer-fault.ts';

/** As who GitLab is asked: a job, a token of a project or a person, or nobody. */
export type GitLabToken =
  { readonly kind: 'job' | 'access'; readonly value: string } | { readonly kind: 'none' };

export interface GitLabOptions
  extends
    Required<Pick<HttpOptions, 'userAgent' | 'clock' | 'log'>>,
    Pick<HttpOptions, 'proxy' | 'timeouts' | 'retry'> {
  /** As CI_API_V4_URL has it. https, or http on loopback. */
  readonly apiUrl: string;
  readonly token: GitLabToken;
}

/** The one way to a GitLab. What it throws is a `Fault` of kind `forge`, and never holds the token. */
export interface GitLab {
  /** Asks for what has to be there. `path` begins with `/`, below the API's address. */
  get<T>(asked: Asked, path: string, shape: Shape<T>): Promise<T>;
  /** The same; null where GitLab denies it: not allowed, or not found. */
  find<T>(asked: Asked, path: string, shape: Shape<T>): Promise<T | null>;
  /** The same for what a GitLab need not serve at all, nor to every kind of token. */
  findIfServed<T>(asked: Asked, path: string, shape: Shape<T>): Promise<T | null>;
  readonly requests: RequestCount;
  /** Ends the connections. */
  close(): Promise<void>;
}

/** No answer that is used is longer; a list of 100 has about 400,000 bytes. */
const longestAnswer = 8_000_000;

/** Opens the way to a GitLab; nothing is sent before the first question. Throws `insecure-url`. */
export function openGitLab({ apiUrl, token, ...connection }: GitLabOptions): GitLab {
  const http = createHttp({
    ...connection,
    base: apiUrl,
    policy: forgePolicy('GitLab'),
    maxBytes: longestAnswer,
  });
  const host = new URL(http.base).host;
  const headers: Readonly<Record<string, string>> =
    token.kind === 'none'
      ? {}
      : { [token.kind === 'job' ? 'job-token' : 'private-token']: token.value };

  async function ask(asked: Asked, path: string) {
    try {
      const { status, body } = await http.send({ method: 'GET', path, headers });
      return { status, answer: jsonOf(body.toString('utf8')) };
    } catch (error) {
      if (error instanceof HttpFailure) throw failureFault(error, asked, host);
      throw error;
    }
  }

  function read<T>(
    asked: Asked,
    { status, answer }: Awaited<ReturnType<typeof ask>>,
    shape: Shape<T>,
  ) {
    if (status !== 200) throw statusFault(status, wordsOf(answer), asked, host);
    if (answer === undefined)
      throw answerFault(asked, `expected JSON of GitLab's API from ${host}, got something else`);
    try {
      return shape(answer);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      const place = error.place === '' ? '' : ` at ${error.place}`;
      throw answerFault(
        asked,
        `expected ${error.expected}${place} in GitLab's answer, got ${error.seen}`,
      );
    }
  }

  return {
    get: async (asked, path, shape) => read(asked, await ask(asked, path), shape),
    async find(asked, path, shape) {
      const answer = await ask(asked, path);
      // What a proxy answers is no word of GitLab's.
      const isDenied = (answer.status === 403 || answer.status === 404) && isObject(answer.answer);
      return isDenied ? null : read(asked, answer, shape);
    },
    async findIfServed(asked, path, shape) {
      const answer = await ask(asked, path);
      return [401, 403, 404, 501].includes(answer.status) ? null : read(asked, answer, shape);
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

function wordsOf(answer: unknown): string {
  const { message, error } = isObject(answer) ? answer : {};
  const words = typeof message === 'string' ? message : error;
  return typeof words === 'string' ? words.slice(0, 200) : '';
}

/** The fault of a list that has no end. */
export function endless({ doing }: Asked, pages: number): Fault<'forge'> {
  return new Fault(
    'forge',
    'forge-endless',
    `Cannot ${doing}: GitLab's list has no end after ${pages} pages.`,
    { remedy: 'Run it again; start a new pipeline where this one is old.' },
  );
}
