import { Fault } from '../../model/error.ts';
import { isObject } from '../../model/is-object.ts';
import type { RequestCount } from '../../ports/site.ts';
import { answerFault, type Asked, type CiApi } from '../ci-api/api-fault.ts';
import {
  openCiApi,
  type CiAnswer,
  type CiConnection,
  type OpenCiApi,
} from '../ci-api/open-ci-api.ts';
import { partOf } from '../loose-shape.ts';
import { list, whole, type Shape } from '../shape.ts';

/** As who GitLab is asked: a job, a token of a project or a person, or nobody. */
export type GitLabToken =
  { readonly kind: 'job' | 'access'; readonly value: string } | { readonly kind: 'none' };

export interface GitLabOptions extends Omit<CiConnection, 'base'> {
  /** As CI_API_V4_URL has it. https, or http on loopback. */
  readonly apiUrl: string;
  readonly token: GitLabToken;
  /** Reads where the scopes of the first one do not reach: a token for git alone is none for the API. */
  readonly spare?: GitLabToken | undefined;
}

/** The one way to a GitLab. What it throws is a `Fault` of kind `forge`, and never holds the token. */
export interface GitLab {
  /** Asks for what has to be there. `path` begins with `/`, below the API's address. */
  get<T>(asked: Asked, path: string, shape: Shape<T>): Promise<T>;
  /** The same; null where GitLab denies it: not allowed, or not found. */
  find<T>(asked: Asked, path: string, shape: Shape<T>): Promise<T | null>;
  /** The same for what a GitLab need not serve at all, nor to every kind of token. */
  findIfServed<T>(asked: Asked, path: string, shape: Shape<T>): Promise<T | null>;
  /** A list page by page, as long as somebody takes them; it ends where GitLab says so. */
  pages<T>(
    asked: Asked,
    path: string,
    item: Shape<T>,
    most?: number,
  ): AsyncGenerator<readonly T[], void>;
  /** A whole list; null as above. */
  listIfServed<T>(asked: Asked, path: string, item: Shape<T>): Promise<readonly T[] | null>;
  /** A file of JSON; null where there is none. */
  findFile(asked: Asked, path: string): Promise<{ readonly json: unknown } | null>;
  /** Writes, and throws where GitLab did not take it. */
  write(asked: Asked, method: 'POST' | 'PUT', path: string, body: unknown): Promise<void>;
  readonly requests: RequestCount;
  /** Ends the connections. */
  close(): Promise<void>;
}

/** What GitLab is called, and what to do where it is none. */
const gitLabApi: CiApi = {
  name: 'GitLab',
  token:
    'CI_JOB_TOKEN is good while its job runs; set GITLAB_TOKEN to a project token of this GitLab that has not expired.',
  address:
    "Check CI_API_V4_URL and the remote `origin`, which has to be the project's present address, and what a proxy may answer in between.",
};

const perPage = 100;
const mostPages = 20;

/** Opens the way to a GitLab; nothing is sent before the first question. Throws `insecure-url`. */
export function openGitLab({ apiUrl, token, spare, ...connection }: GitLabOptions): GitLab {
  const openAs = (as: GitLabToken) =>
    openCiApi(gitLabApi, { ...connection, base: apiUrl }, headersOf(as));
  const api = openAs(token);
  let other: OpenCiApi | null = null;
  const ask = async (asked: Asked, path: string): Promise<CiAnswer> => {
    const request = { method: 'GET', path } as const;
    if (other) return other.ask(asked, request);
    const answer = await api.ask(asked, request);
    if (!spare || !isShortOfScope(answer)) return answer;
    other = openAs(spare);
    return other.ask(asked, request);
  };

  async function* walk<T>(
    asked: Asked,
    path: string,
    item: Shape<T>,
    {
      most = mostPages,
      ifServed = false,
    }: { readonly most?: number | undefined; readonly ifServed?: boolean },
  ): AsyncGenerator<readonly T[] | null, void> {
    const mark = path.includes('?') ? '&' : '?';
    for (let page = 1; page <= most; page += 1) {
      const answer = await ask(asked, `${path}${mark}per_page=${perPage}&page=${page}`);
      if (ifServed && isNotServed(answer)) return yield null;
      const items = api.read(asked, answer, list(item));
      yield items;
      // Of notes GitLab leaves out what the token may not see: a page need not be full.
      const next = answer.headers['x-next-page'];
      if (next === undefined ? items.length < perPage : next.trim() === '') return;
    }
    throw endless(asked, most);
  }

  return {
    get: async (asked, path, shape) => api.read(asked, await ask(asked, path), shape),
    async find(asked, path, shape) {
      const answer = await ask(asked, path);
      // What a proxy answers is no word of GitLab's.
      const isDenied = (answer.status === 403 || answer.status === 404) && isObject(answer.json);
      return isDenied ? null : api.read(asked, answer, shape);
    },
    async findIfServed(asked, path, shape) {
      const answer = await ask(asked, path);
      return isNotServed(answer) ? null : api.read(asked, answer, shape);
    },
    async *pages(asked, path, item, most) {
      for await (const items of walk(asked, path, item, { most })) yield items ?? [];
    },
    async listIfServed(asked, path, item) {
      const all = [];
      for await (const items of walk(asked, path, item, { ifServed: true })) {
        if (items === null) return null;
        all.push(...items);
      }
      return all;
    },
    async findFile(asked, path) {
      const answer = await ask(asked, path);
      return answer.status === 404 ? null : api.read(asked, answer, (json) => ({ json }));
    },
    async write(asked, method, path, body) {
      api.read(asked, await api.ask(asked, { method, path, body }), partOf({ id: whole(1) }));
    },
    get requests() {
      const { total, writes } = api.requests;
      return { total: total + (other?.requests.total ?? 0), writes };
    },
    async close() {
      await Promise.all([api.close(), other?.close()]);
    },
  };
}

function headersOf(token: GitLabToken): Readonly<Record<string, string>> {
  if (token.kind === 'none') return {};
  return { [token.kind === 'job' ? 'job-token' : 'private-token']: token.value };
}

function isShortOfScope({ status, json }: CiAnswer): boolean {
  return status === 403 && isObject(json) && json['error'] === 'insufficient_scope';
}

function isNotServed({ status }: CiAnswer): boolean {
  return [401, 403, 404, 501].includes(status);
}

/** The fault of an answer of GitLab's that is not what was asked for; `seen` says how. */
export function otherAnswer(asked: Asked, seen: string): Fault<'forge'> {
  return answerFault(seen, gitLabApi, asked);
}

function endless({ doing }: Asked, pages: number): Fault<'forge'> {
  return new Fault(
    'forge',
    'forge-endless',
    `Cannot ${doing}: GitLab's list has no end after ${pages} pages.`,
    { remedy: 'Run it again; start a new pipeline where this one is old.' },
  );
}
