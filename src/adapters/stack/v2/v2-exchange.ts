import type { Fault } from '../../../model/error.ts';
import { isObject } from '../../../model/is-object.ts';
import { checkedToken } from '../../checked-token.ts';
import type { HttpAnswer } from '../../http/exchange.ts';
import { endUnknownMs } from '../../http/http-policy.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { apiErrorOf } from '../api-error.ts';
import { openChannel, type ChannelOptions, type Purpose } from '../open-channel.ts';
import type { Asked } from '../asked.ts';
import { v2RefusedForMs } from '../throttle/v2-refusal.ts';
import { usualArticleIntervalMs } from '../throttle/v2-pacer.ts';
import { answerToFault, throttled, unexpectedAnswer } from '../to-fault.ts';
import type { Model } from './v2-models.ts';
import { wrapperOf, type Wrapper } from './wrapper.ts';

export interface V2ExchangeOptions extends ChannelOptions {
  /** The access token. It is sent to the destination's own origin and nowhere else, as is the key. */
  readonly token: string;
  /** The key of an application on an Enterprise; null where the site needs none. */
  readonly apiKey: string | null;
}

type Parameters = Readonly<Record<string, string>>;

/** A call of the API, below its version. */
interface Call extends Pick<HttpRequest, 'method' | 'notAfter' | 'freshUntil'> {
  readonly path: string;
  /** For a read in the query, for a write in the form. */
  readonly parameters: Parameters;
}

/** What came back, of whatever kind. */
export interface Answered {
  readonly answer: HttpAnswer;
  readonly asked: Asked;
}

/**
 * Asks API v2.3 of a site. Throws `token-refused` and `api-key-refused` for what cannot be a token or
 * a key; every method throws a `Fault` of kind `site` where no answer came.
 */
export function openV2Exchange(options: V2ExchangeOptions) {
  const { destination, clock } = options;
  const { tier, team } = destination;
  const token = checkedToken('STACK_ACCESS_TOKEN', options.token);
  const key = options.apiKey === null ? null : checkedToken('STACK_API_KEY', options.apiKey);
  const prefix = tier === 'business' ? '/2.3' : '/api/2.3';
  const channel = openChannel(options, key === null ? [token] : [token, key], {
    'x-api-access-token': token,
    ...(key !== null && { 'x-api-key': key }),
  });

  /** Sends a call; refused are only those for which there were too many. */
  async function send(call: Call, purpose: Purpose): Promise<Answered> {
    const { method, path, parameters, notAfter, freshUntil } = call;
    const asked = channel.asked(purpose, method === 'GET' ? 'read' : 'write');
    // Every call names the team in its address, also one with a form.
    const inAddress = { ...(team !== null && { team }), ...(method === 'GET' && parameters) };
    const request: HttpRequest = {
      method,
      path: `${prefix}${path}${queryOf(inAddress)}`,
      ...(notAfter !== undefined && { notAfter }),
      ...(freshUntil !== undefined && { freshUntil }),
      ...(method !== 'GET' && {
        body: {
          type: 'application/x-www-form-urlencoded',
          content: new URLSearchParams(parameters).toString(),
        },
      }),
    };
    const answer = await channel.send(asked, request);
    const refusedMs = v2RefusedForMs(answer, clock.now(), request);
    if (refusedMs === null) return { answer, asked };
    throw throttled(
      asked,
      refusedMs < endUnknownMs ? clock.now() + (refusedMs || usualArticleIntervalMs) : null,
    );
  }

  return { ...channel, send };
}

function queryOf(parameters: Parameters): string {
  const query = new URLSearchParams(parameters).toString();
  return query === '' ? '' : `?${query}`;
}

/** Whether the site says that it has no such method; a page that is not its own counts as well. */
export function isNoMethod({ answer }: Answered): boolean {
  const error = apiErrorOf(answer.body);
  return error ? error.id === 404 : answer.status === 404;
}

/** The wrapper of a success. Throws the fault of anything else. */
export function successOf({ answer, asked }: Answered): Wrapper & {
  readonly items: readonly unknown[];
} {
  const isGood = answer.status >= 200 && answer.status < 300 && apiErrorOf(answer.body) === null;
  const wrapper = isGood ? wrapperOf(answer) : null;
  if (!wrapper?.items) throw answerToFault(answer, asked);
  return { ...wrapper, items: wrapper.items };
}

/** The fault of a success that is not what was asked for. */
export function unexpected({ answer, asked }: Answered, expected: string): Fault<'site'> {
  return unexpectedAnswer(answer, asked, expected);
}

/** The only item of a success. */
export function onlyItem(answered: Answered, expected: string): Model {
  const [item, ...others] = successOf(answered).items;
  if (!isObject(item) || others.length > 0) throw unexpected(answered, expected);
  return item;
}
