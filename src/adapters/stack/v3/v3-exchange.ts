import { Fault } from '../../../model/error.ts';
import { isObject } from '../../../model/is-object.ts';
import { checkedToken } from '../../checked-token.ts';
import type { HttpAnswer } from '../../http/exchange.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { idText, isId } from '../ids.ts';
import { openChannel, type ChannelOptions, type Purpose } from '../open-channel.ts';
import { parseJson } from '../site-sentence.ts';
import type { Asked } from '../asked.ts';
import { requireRefusedText } from '../refused-text.ts';
import { answerToFault, tokenElsewhere, unexpectedAnswer } from '../to-fault.ts';
import type { Model } from './v3-models.ts';

export interface V3ExchangeOptions extends ChannelOptions {
  /** The access token. It is sent to the destination's own origin and nowhere else. */
  readonly token: string;
}

/** An object of the site's, and the fault to throw where it is not what was asked for. */
interface Found {
  readonly model: Model;
  readonly unexpected: (expected: string) => Fault<'site'>;
}

interface Write extends Pick<HttpRequest, 'method' | 'path' | 'notAfter' | 'freshUntil'> {
  /** An object is sent as JSON. */
  readonly body: Model | Required<HttpRequest>['body'];
}

const pageSize = 100;

/**
 * Asks API v3 of a site and reads what it answers as JSON of its own. Paths begin behind the team.
 * Throws `token-refused` for a token that cannot be one; every method throws a `Fault` of kind `site`
 * where no such answer came.
 */
export function openV3Exchange(options: V3ExchangeOptions) {
  const { destination } = options;
  const token = checkedToken('STACK_ACCESS_TOKEN', options.token);
  const mainPath = destination.tier === 'business' ? '/v3' : '/api/v3';
  const prefix = mainPath + teamPath(destination.team);
  const channel = openChannel(options, [token], { authorization: `Bearer ${token}` });

  const send = (asked: Asked, request: HttpRequest, below = prefix): Promise<HttpAnswer> =>
    channel.send(asked, { ...request, path: below + request.path });

  async function ask(path: string, purpose: Purpose) {
    const asked = channel.asked(purpose, 'read');
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
    channel.watchPage(path, number, found, purpose);
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
    const asked = channel.asked(purpose, 'write');
    const body = isBody(content)
      ? content
      : { type: 'application/json', content: JSON.stringify(content) };
    const { model, unexpected } = foundIn(await send(asked, { ...request, body }), asked);
    const made = read(model);
    if (made === null) throw unexpected(expected);
    return made;
  }

  /** Sends a write that the site has to refuse. Throws the fault of every answer but that refusal. */
  async function tryWrite(path: string, json: Model, purpose: Purpose): Promise<void> {
    const asked = channel.asked(purpose, 'write');
    const body = { type: 'application/json', content: JSON.stringify(json) };
    const answer = await send(asked, { method: 'POST', path, body });
    requireRefusedText(answer, asked, parseJson(answer.body));
  }

  return { ...channel, me, find, page, items, write, tryWrite };
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
