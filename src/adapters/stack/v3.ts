import type { Account, Destination } from '../../model/destination.ts';
import { Fault } from '../../model/error.ts';
import type { Instant, PostRef } from '../../model/post.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Site, SiteAnswer } from '../../ports/site.ts';
import type { HttpAnswer } from '../http/exchange.ts';
import { HttpFailure } from '../http/http-failure.ts';
import type { Http, HttpRequest } from '../http.ts';
import { maskSecrets } from '../log/mask-secrets.ts';
import { faultOfAnswer, faultOfOddity, type Asked } from './fault-of-answer.ts';
import { faultOfFailure } from './fault-of-failure.ts';
import { parseJson } from './parse-json.ts';
import { refOf, urlOf } from './post-address.ts';
import {
  fromContent,
  isId,
  isModel,
  nameOf,
  toAnswer,
  toPost,
  toSummary,
  type Model,
} from './v3-models.ts';

export interface SiteV3Options {
  readonly destination: Destination;
  /** The access token. It is sent to the destination's own origin and nowhere else. */
  readonly token: string;
  /** The way to `destination.site`. */
  readonly http: Pick<Http, 'base' | 'send' | 'requests'>;
  readonly clock: Clock;
}

const pageSize = 100;
/** No site has as many user groups; a server that never ends its list must not keep us. */
const mostPages = 1000;
const collections = { article: 'articles', question: 'questions' } as const;

/** Speaks API v3 with Stack Internal, Business or Enterprise. Throws `token-refused` for a token that cannot be one. */
export function createSiteV3({ destination, token: given, http, clock }: SiteV3Options): Site {
  const token = checkedToken(given);
  const prefix = apiPath(destination);
  const host = new URL(destination.site).host;
  if (new URL(http.base).origin !== new URL(destination.site).origin)
    throw new TypeError('the token may go to its destination only');
  const mask = maskSecrets([token]);
  const common = { host, mask, team: destination.team };
  const addressOf = (ref: PostRef) => urlOf(destination, ref);
  /** How far the site's clock is from ours. */
  let ahead = 0;

  async function send(
    asked: Asked,
    request: Pick<HttpRequest, 'method' | 'path' | 'notAfter'> & { readonly json?: Model },
  ): Promise<HttpAnswer> {
    const { method, path, notAfter, json } = request;
    try {
      const answer = await http.send({
        method,
        path: prefix + path,
        effect: asked.effect,
        ...(notAfter === undefined ? {} : { notAfter }),
        headers: { authorization: `Bearer ${token}` },
        ...(json && { body: { type: 'application/json', content: JSON.stringify(json) } }),
      });
      const date = Date.parse(answer.headers['date'] ?? '');
      if (!Number.isNaN(date)) ahead = date - clock.now();
      return answer;
    } catch (error) {
      if (error instanceof HttpFailure) throw faultOfFailure(error, asked);
      throw error;
    }
  }

  /** Reads an object; null where the site says, in its own words, that there is none. */
  async function get(path: string, asked: Asked): Promise<Model | null> {
    const answer = await send(asked, { method: 'GET', path });
    if (answer.status === 404 && isOwnWords(answer)) return null;
    return modelOf(answer, asked);
  }

  type Write = Required<Pick<HttpRequest, 'method' | 'path' | 'notAfter'>> & {
    readonly json: Model;
  };

  /** Writes, and reads what the site made of it. */
  async function write<Made>(
    request: Write,
    asked: Asked,
    read: (model: Model) => Made | null,
    expected: string,
  ): Promise<Made> {
    const answer = await send(asked, request);
    const made = read(modelOf(answer, asked));
    if (made === null) throw faultOfOddity(answer, asked, expected);
    return made;
  }

  async function readAnswer(question: number, id: number): Promise<SiteAnswer | null> {
    const path = `/questions/${idText(question)}/answers/${idText(id)}`;
    const asked: Asked = { ...common, effect: 'read', doing: `read answer ${String(id)}` };
    const answer = await get(path, asked);
    if (answer === null || answer['isDeleted'] === true) return null;
    return toAnswer(answer);
  }

  function answerPath({ id, answer }: PostRef): string {
    if (answer === undefined) throw new TypeError(`question ${String(id)} has no answer yet`);
    return `/questions/${idText(id)}/answers/${idText(answer)}`;
  }

  const lookUpAccount = async (): Promise<Account> => {
    const asked: Asked = { ...common, effect: 'read', doing: 'look up the account' };
    const answer = await send(asked, { method: 'GET', path: '/users/me' });
    const { id, name } = modelOf(answer, asked);
    if (!isId(id)) throw faultOfOddity(answer, asked, 'an account');
    return { id, name: typeof name === 'string' ? name : '' };
  };
  let account: Promise<Account> | undefined;

  return {
    destination,

    me: () => (account ??= lookUpAccount()),

    async list(kind, author, page) {
      const asked: Asked = { ...common, effect: 'read', doing: `list the account's ${kind}s` };
      const query = `authorId=${idText(author)}&sort=activity&order=desc&page=${idText(page)}`;
      const path = `/${collections[kind]}?${query}&pageSize=${String(pageSize)}`;
      const answer = await send(asked, { method: 'GET', path });
      const found = pageOf(modelOf(answer, asked), page);
      if (found === null) throw faultOfOddity(answer, asked, `a list of ${kind}s`);
      const items = found.items
        .filter((item) => !isModel(item) || item['isDeleted'] !== true)
        .map((item) => {
          const summary = toSummary(kind, item, addressOf);
          if (summary === null) throw faultOfOddity(answer, asked, `a list of ${kind}s`);
          return summary;
        });
      return { total: found.total, items, last: found.last };
    },

    async read(ref) {
      const asked: Asked = {
        ...common,
        effect: 'read',
        doing: `read ${ref.kind} ${String(ref.id)}`,
      };
      const path = `/${collections[ref.kind]}/${idText(ref.id)}`;
      const answer = await send(asked, { method: 'GET', path });
      if (answer.status === 404 && isOwnWords(answer)) return null;
      const model = modelOf(answer, asked);
      if (model['isDeleted'] === true) return null;
      const post = toPost(ref, model, addressOf);
      if (post === null) throw faultOfOddity(answer, asked, `the ${ref.kind}`);
      const { id, answer: named } = ref;
      return { ...post, answer: named === undefined ? null : await readAnswer(id, named) };
    },

    async create(content, notAfter) {
      const { kind } = content;
      const asked: Asked = { ...common, effect: 'write', doing: `create ${nameOf(content)}` };
      const request: Write = {
        method: 'POST',
        path: `/${collections[kind]}`,
        json: fromContent(content, null),
        notAfter,
      };
      return write(request, asked, (model) => toPost({ kind }, model, addressOf), `the ${kind}`);
    },

    async update(current, content, notAfter) {
      const { kind } = content;
      const asked: Asked = {
        ...common,
        effect: 'write',
        doing: `update ${kind} ${String(current.id)}`,
        // Where the site says that we may not edit this post, the token may still be good for others.
        ...(!current.editable && {
          forbidden: {
            code: 'site-forbidden',
            remedy: 'Let the account edit the post on the site, or unlock it there.',
          },
        }),
      };
      const request: Write = {
        method: 'PUT',
        path: `/${collections[kind]}/${idText(current.id)}`,
        json: fromContent(content, current),
        notAfter,
      };
      const { ref } = current;
      const post = await write(
        request,
        asked,
        (model) => toPost(ref, model, addressOf),
        `the ${kind}`,
      );
      return { ...post, answer: current.answer };
    },

    async answersOf(question, author) {
      const asked: Asked = {
        ...common,
        effect: 'read',
        doing: `list the answers of question ${String(question.id)}`,
      };
      const own: number[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const path = `/questions/${idText(question.id)}/answers?page=${String(page)}&pageSize=${String(pageSize)}`;
        const answer = await send(asked, { method: 'GET', path });
        const found = pageOf(modelOf(answer, asked), page);
        if (found === null) throw faultOfOddity(answer, asked, 'a list of answers');
        for (const item of found.items) {
          if (!isModel(item) || item['isDeleted'] === true || !isId(item['id'])) continue;
          const { owner } = item;
          if (isModel(owner) && owner['id'] === author) own.push(item['id']);
        }
        if (found.last) break;
      }
      // Lists carry no Markdown.
      const answers = await Promise.all(own.map((id) => readAnswer(question.id, id)));
      return answers.filter((answer) => answer !== null);
    },

    async createAnswer(question, body, notAfter) {
      const asked: Asked = {
        ...common,
        effect: 'write',
        doing: `answer question ${String(question.id)}`,
      };
      const path = `/questions/${idText(question.id)}/answers`;
      const request: Write = { method: 'POST', path, json: { body }, notAfter };
      return write(request, asked, toAnswer, 'the answer');
    },

    async updateAnswer(ref, body, notAfter) {
      const asked: Asked = {
        ...common,
        effect: 'write',
        doing: `update the answer of question ${String(ref.id)}`,
      };
      const request: Write = { method: 'PUT', path: answerPath(ref), json: { body }, notAfter };
      return write(request, asked, toAnswer, 'the answer');
    },

    async acceptAnswer(ref, notAfter) {
      const asked: Asked = {
        ...common,
        effect: 'write',
        doing: `accept the answer of question ${String(ref.id)}`,
        forbidden: {
          code: 'site-forbidden',
          remedy:
            'Publish again later: some sites let nobody accept an answer of their own at once.',
        },
      };
      const path = `${answerPath(ref)}/accept`;
      // What it answers is a summary; that it is JSON of the site's is all that is needed.
      await write({ method: 'POST', path, json: {}, notAfter }, asked, (model) => model, 'JSON');
    },

    async userByEmail(email) {
      const asked: Asked = {
        ...common,
        effect: 'read',
        doing: 'look up a user by e-mail address',
        forbidden: {
          code: 'site-forbidden',
          remedy: "Name users by their ids: looking up an address takes an administrator's token.",
        },
      };
      const user = await get(`/users/by-email/${encodeURIComponent(email.toWellFormed())}`, asked);
      return user !== null && isId(user['id']) ? user['id'] : null;
    },

    async groupByName(name) {
      const asked: Asked = { ...common, effect: 'read', doing: 'list the user groups' };
      const wanted = name.trim().toLowerCase();
      for (let page = 1; page <= mostPages; page += 1) {
        const path = `/user-groups?page=${String(page)}&pageSize=${String(pageSize)}`;
        const answer = await send(asked, { method: 'GET', path });
        const found = pageOf(modelOf(answer, asked), page);
        if (found === null) throw faultOfOddity(answer, asked, 'a list of user groups');
        for (const group of found.items) {
          if (!isModel(group) || !isId(group['id']) || typeof group['name'] !== 'string') continue;
          if (group['name'].trim().toLowerCase() === wanted) return group['id'];
        }
        if (found.last) break;
      }
      return null;
    },

    urlOf: addressOf,
    refOf: (url) => refOf(destination, url),
    now: (): Instant => clock.now() + ahead,
    get requests() {
      return http.requests;
    },
  };
}

function checkedToken(given: string): string {
  const token = given.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new Fault(
    'site',
    'token-refused',
    'Cannot use the access token: it holds characters that no token has.',
    {
      remedy:
        'Store the token itself in STACK_ACCESS_TOKEN, without quotes, blanks and line breaks.',
    },
  );
}

function apiPath({ tier, team }: Destination): string {
  if (team !== null && !/^[\w-][\w.-]*$/.test(team)) {
    throw new Fault('usage', 'config-invalid', 'Cannot use destination.team: it is no slug.', {
      remedy:
        'Give the last part of the address of the team, as in https://stackoverflowteams.com/c/SLUG.',
    });
  }
  return (tier === 'business' ? '/v3' : '/api/v3') + (team === null ? '' : `/teams/${team}`);
}

/** A page that is not the site's own comes from a wrong address, and says nothing of what was asked for. */
function isOwnWords({ body }: HttpAnswer): boolean {
  return body.length === 0 || isModel(parseJson(body));
}

function modelOf(answer: HttpAnswer, asked: Asked): Model {
  const value = answer.status >= 200 && answer.status < 300 ? parseJson(answer.body) : undefined;
  if (!isModel(value)) throw faultOfAnswer(answer, asked);
  return value;
}

/** Reads the envelope of a list. Whether it is the last page is told by the count of pages, else of items. */
function pageOf(
  model: Model,
  page: number,
): { items: readonly unknown[]; total: number; last: boolean } | null {
  const { items, totalCount, totalPages, pageSize: size } = model;
  if (!Array.isArray(items)) return null;
  const short = items.length < (isId(size) ? size : pageSize);
  const last = items.length === 0 || (isId(totalPages) ? page >= totalPages : short);
  const seen = (page - 1) * pageSize + items.length;
  const total = typeof totalCount === 'number' && totalCount >= 0 ? totalCount : seen;
  return { items, total, last };
}

/** An id comes from the ledger, which anyone with write access to the repository can edit. */
function idText(id: number): string {
  if (isId(id)) return String(id);
  throw new Fault('internal', 'internal', 'Cannot make a request: an id is not a whole number.', {
    remedy: 'Report this, with the command that was run.',
  });
}
