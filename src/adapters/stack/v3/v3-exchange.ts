import type { Destination } from '../../../model/destination.ts';
import { Fault } from '../../../model/error.ts';
import type { Instant } from '../../../model/post.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { HttpAnswer } from '../../http/exchange.ts';
import { HttpFailure } from '../../http/http-failure.ts';
import type { Http } from '../../http/create-http.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { checkedToken } from '../../checked-token.ts';
import { isObject } from '../../../model/is-object.ts';
import { maskSecrets } from '../../log/mask-secrets.ts';
import { watchList } from '../../watch-list.ts';
import { parseJson } from '../site-sentence.ts';
import {
  answerToFault,
  endlessList,
  tokenElsewhere,
  failureToFault,
  unexpectedAnswer,
  wrongClock,
  type Asked,
} from '../to-fault.ts';
import { isId, type Model } from './v3-models.ts';

export interface V3ExchangeOptions {
  readonly destination: Destination;
  /** The access token. It is sent to the destination's own origin and nowhere else. */
  readonly token: string;
  /** The way to `destination.site`. */
  readonly http: Pick<Http, 'base' | 'send' | 'requests'>;
  readonly clock: Clock;
}

/** What a request is for, in the words of an error. */
type Purpose = Pick<Asked, 'doing' | 'forbidden'>;

/** An object of the site's, and the fault to throw where it is not what was asked for. */
interface Found {
  readonly model: Model;
  readonly unexpected: (expected: string) => Fault<'site'>;
}

interface Write extends Pick<HttpRequest, 'method' | 'path' | 'notAfter'> {
  /** An object is sent as JSON. */
  readonly body: Model | Required<HttpRequest>['body'];
}

const pageSize = 100;
/** How far the site's clock may be from ours, in milliseconds: cursors are kept by it. */
const mostAhead = 31 * 24 * 3_600_000;

/**
 * Asks API v3 of a site and reads what it answers as JSON of its own. Paths begin behind the team.
 * Throws `token-refused` for a token that cannot be one; every method throws a `Fault` of kind `site`
 * where no such answer came.
 */
export function openV3Exchange(options: V3ExchangeOptions) {
  const { destination, http, clock } = options;
  const token = checkedToken('STACK_ACCESS_TOKEN', options.token);
  const mainPath = destination.tier === 'business' ? '/v3' : '/api/v3';
  const prefix = mainPath + teamPath(destination.team);
  const { origin, host } = new URL(destination.site);
  if (new URL(http.base).origin !== origin)
    throw new TypeError('the token may go to its destination only');
  const common = {
    host,
    now: () => clock.now(),
    mask: maskSecrets([token]),
    team: destination.team,
  };
  /** How far the site's clock is from ours. */
  let ahead = 0;
  const watches = new Map<string, ReturnType<typeof watchList>>();

  async function send(asked: Asked, request: HttpRequest, below = prefix): Promise<HttpAnswer> {
    try {
      const answer = await http.send({
        ...request,
        path: below + request.path,
        effect: asked.effect,
        headers: { authorization: `Bearer ${token}` },
      });
      noteDate(answer, asked);
      return answer;
    } catch (error) {
      if (error instanceof HttpFailure) throw failureToFault(error, asked);
      throw error;
    }
  }

  function noteDate({ status, headers }: HttpAnswer, asked: Asked): void {
    const date = Date.parse(headers['date'] ?? '');
    if (Number.isNaN(date)) return;
    const far = Math.abs(date - clock.now()) > mostAhead;
    if (!far) ahead = date - clock.now();
    // A write was carried out all the same, and a refusal has its own reason.
    else if (asked.effect === 'read' && status < 300) throw wrongClock(asked, date);
  }

  async function ask(path: string, purpose: Purpose) {
    const asked: Asked = { ...common, ...purpose, effect: 'read' };
    return { asked, answer: await send(asked, { method: 'GET', path }) };
  }

  async function get(path: string, purpose: Purpose): Promise<Found> {
    const { asked, answer } = await ask(path, purpose);
    return foundIn(answer, asked);
  }

  /**
   * Who the token stands for. A token of an Enterprise opens one place alone, so one that a private
   * team refuses, in whichever way, is tried on the main site.
   */
  async function me(purpose: Purpose): Promise<Found> {
    const path = '/users/me';
    const { asked, answer } = await ask(path, purpose);
    const refused = [401, 403, 404].includes(answer.status);
    if (refused && prefix !== mainPath && destination.tier === 'enterprise') {
      const main = await send(asked, { method: 'GET', path }, mainPath).catch(() => null);
      if (main?.status === 200 && isObject(parseJson(main.body))) throw tokenElsewhere(asked);
    }
    return foundIn(answer, asked);
  }

  /** Null where the site says, in its own words, that there is none. */
  async function find(path: string, purpose: Purpose): Promise<Found | null> {
    const { asked, answer } = await ask(path, purpose);
    return answer.status === 404 && isOwnWords(answer) ? null : foundIn(answer, asked);
  }

  /** One page of a list, counted from 1. */
  async function page(path: string, number: number, purpose: Purpose, expected: string) {
    const mark = path.includes('?') ? '&' : '?';
    const query = `page=${idText(number)}&pageSize=${String(pageSize)}`;
    const { model, unexpected } = await get(`${path}${mark}${query}`, purpose);
    const found = pageOf(model, number);
    if (found === null) throw unexpected(expected);
    const watch = (number > 1 && watches.get(path)) || watchList(clock);
    watches.set(path, watch);
    const endless = watch(found);
    // The first page may be all that is wanted.
    if (endless !== null && !found.last && number > 1)
      throw endlessList({ ...common, ...purpose, effect: 'read' }, endless);
    return { ...found, unexpected };
  }

  /** The objects of a whole list, page by page. */
  async function* items(path: string, purpose: Purpose, expected: string): AsyncIterable<Model> {
    for (let number = 1; ; number += 1) {
      const { items, last } = await page(path, number, purpose, expected);
      yield* items.filter(isObject);
      if (last) return;
    }
  }

  /** Writes, and reads what the site made of it. */
  async function write<Made>(
    { body: content, ...request }: Write,
    purpose: Purpose,
    read: (model: Model) => Made | null,
    expected: string,
  ): Promise<Made> {
    const asked: Asked = { ...common, ...purpose, effect: 'write' };
    const body = isBody(content)
      ? content
      : { type: 'application/json', content: JSON.stringify(content) };
    const { model, unexpected } = foundIn(await send(asked, { ...request, body }), asked);
    const made = read(model);
    if (made === null) throw unexpected(expected);
    return made;
  }

  /** The site's clock, as far as its answers told it. */
  const now = (): Instant => clock.now() + ahead;

  /** Throws where something read was active in the future: what happens until then would be missed. */
  function inTime<Dated extends { readonly activity: Instant }>(
    read: Dated,
    purpose: Purpose,
  ): Dated {
    if (read.activity - now() <= mostAhead) return read;
    throw wrongClock({ ...common, ...purpose, effect: 'read' }, read.activity);
  }

  return { me, find, page, items, write, now, inTime };
}

/** An id as a part of a path. It comes from the ledger, which anyone with write access can edit. */
export function idText(id: number): string {
  if (isId(id)) return String(id);
  throw new Fault('internal', 'internal', 'Cannot make a request: an id is not a whole number.', {
    remedy: 'Report this, with the command that was run.',
  });
}

/** Whether it is sent as it is. */
function isBody(body: Write['body']): body is Required<HttpRequest>['body'] {
  return body['content'] instanceof Uint8Array;
}

function foundIn(answer: HttpAnswer, asked: Asked): Found {
  const model = answer.status >= 200 && answer.status < 300 ? parseJson(answer.body) : undefined;
  if (!isObject(model)) throw answerToFault(answer, asked);
  return { model, unexpected: (expected) => unexpectedAnswer(answer, asked, expected) };
}

function teamPath(team: string | null): string {
  if (team !== null && !/^[\w-][\w.-]*$/.test(team)) {
    throw new Fault('usage', 'config-invalid', 'Cannot use destination.team: it is no slug.', {
      remedy:
        'Give the last part of the address of the team, as in https://stackoverflowteams.com/c/SLUG or https://stack.acme.example/c/SLUG.',
    });
  }
  return team === null ? '' : `/teams/${team}`;
}

/** A page that is not the site's own comes from a wrong address, and says nothing of what was asked for. */
function isOwnWords({ body }: HttpAnswer): boolean {
  return body.length === 0 || isObject(parseJson(body));
}

/** Reads the envelope of a list. Whether it is the last page is told by the count of pages, else of items. */
function pageOf(model: Model, page: number) {
  const { items, totalCount, totalPages, pageSize: size } = model;
  if (!Array.isArray(items)) return null;
  const short = items.length < (isId(size) ? size : pageSize);
  const last = items.length === 0 || (isId(totalPages) ? page >= totalPages : short);
  const seen = (page - 1) * pageSize + items.length;
  const total = Number.isSafeInteger(totalCount) ? Math.max(0, totalCount as number) : seen;
  return { items: items as readonly unknown[], total, last };
}
