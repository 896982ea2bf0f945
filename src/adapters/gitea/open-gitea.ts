import { Fault } from '../../model/error.ts';
import { isObject } from '../../model/is-object.ts';
import type { RequestCount } from '../../ports/site.ts';
import { answerFault, type Asked, type CiApi } from '../ci-api/api-fault.ts';
import { openCiApi, type CiConnection } from '../ci-api/open-ci-api.ts';
import { list, type Shape } from '../shape.ts';

/** How a repository on a Gitea or Forgejo is reached. */
export interface GiteaOptions extends Omit<CiConnection, 'base'> {
  /** As GITHUB_API_URL has it. https, or http on loopback. */
  readonly apiUrl: string;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly token: string;
}

/** The one way to a Gitea. What it throws is a `Fault` of kind `forge`, and never holds the token. */
export interface Gitea {
  /** Asks for what has to be there. `path` begins with `/`, below the API's address. */
  get<T>(asked: Asked, path: string, shape: Shape<T>): Promise<T>;
  /** The same; null where Gitea denies it: not allowed, or not found, unless told otherwise. */
  find<T>(
    asked: Asked,
    path: string,
    shape: Shape<T>,
    denials?: readonly (403 | 404)[],
  ): Promise<T | null>;
  /**
   * A list page by page, as long as somebody takes them. How many stand on one is up to the server: it
   * ends where Gitea says how many there are, else with an empty page.
   */
  pages<T>(asked: Asked, path: string, item: Shape<T>): AsyncGenerator<readonly T[], void>;
  /** Writes, and throws where Gitea did not take it. */
  write(asked: Asked, method: 'POST' | 'PATCH', path: string, body: unknown): Promise<void>;
  readonly requests: RequestCount;
  /** Gitea's clock in milliseconds, as its answers told it: never behind; our own before the first. */
  now(): number;
  /** Ends the connections. */
  close(): Promise<void>;
}

const api: CiApi = {
  name: 'Gitea',
  token:
    "A job's own token is good while its job runs; elsewhere set GITHUB_TOKEN to a token of this server that has not expired.",
  address:
    "Check GITHUB_API_URL and the remote `origin`, which has to be the repository's present address, and what a proxy may answer in between.",
};

const mostPages = 2000;

/** Opens the way to a Gitea; nothing is sent before the first question. Throws `insecure-url`. */
export function openGitea({ apiUrl, token, ...options }: GiteaOptions): Gitea {
  const { repository: _, ...connection } = options;
  const { clock } = connection;
  const headers = { authorization: `token ${token}` };
  const opened = openCiApi(api, { ...connection, base: apiUrl }, headers);
  /** By how much its clock is ahead of ours, at most. */
  let ahead = Infinity;

  async function ask(asked: Asked, path: string) {
    const begun = clock.now();
    const answer = await opened.ask(asked, { method: 'GET', path });
    const served = Date.parse(answer.headers['date'] ?? '');
    if (!Number.isNaN(served)) ahead = Math.min(ahead, served - begun);
    return answer;
  }

  return {
    get: async (asked, path, shape) => opened.read(asked, await ask(asked, path), shape),
    async find(asked, path, shape, denials = [403, 404]) {
      const answer = await ask(asked, path);
      // What a proxy answers is no word of Gitea's.
      const isDenied = denials.some((each) => each === answer.status) && isObject(answer.json);
      return isDenied ? null : opened.read(asked, answer, shape);
    },
    async *pages(asked, path, item) {
      const mark = path.includes('?') ? '&' : '?';
      let seen = 0;
      for (let page = 1; page <= mostPages; page += 1) {
        const answer = await ask(asked, `${path}${mark}limit=50&page=${page}`);
        const items = opened.read(asked, answer, list(item));
        if (items.length === 0) return;
        yield items;
        seen += items.length;
        const total = answer.headers['x-total-count'] ?? '';
        if (/^\d+$/.test(total) && seen >= Number(total)) return;
      }
      throw endless(asked, `it has more than ${mostPages} pages`);
    },
    async write(asked, method, path, body) {
      opened.read(asked, await opened.ask(asked, { method, path, body }), (answer) => answer);
    },
    get requests() {
      return opened.requests;
    },
    now: () => clock.now() + (Number.isFinite(ahead) ? ahead : 0),
    close: () => opened.close(),
  };
}

/** The path of a repository, below the API's address. */
export function pathOf({ owner, name }: GiteaOptions['repository']): string {
  return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
}

/** Throws where an answer is not about what was asked; in names, capitals make no difference. */
export function requireSame(asked: Asked, seen: string | number, wanted: string | number): void {
  if (String(seen).toLowerCase() === String(wanted).toLowerCase()) return;
  throw otherAnswer(asked, JSON.stringify(seen).slice(0, 100));
}

/** The fault of an answer about something else. */
export function otherAnswer(asked: Asked, seen: string): Fault<'forge'> {
  return answerFault(`Gitea answers for ${seen}`, api, asked);
}

/** The fault of a list that does not end. */
export function endless({ doing }: Asked, seen: string): Fault<'forge'> {
  return new Fault('forge', 'forge-endless', `Cannot ${doing}: the list does not end (${seen}).`, {
    remedy: 'Check GITHUB_API_URL, and run it again.',
  });
}
