import { isObject } from '../../../model/is-object.ts';
import type { HttpAnswer } from '../../http/exchange.ts';
import { parseJson } from '../site-sentence.ts';

/** What stands around the items of each answer; absent members are null. */
export interface Wrapper {
  readonly items: readonly unknown[] | null;
  readonly hasMore: boolean | null;
  readonly total: number | null;
  /** For so many seconds the same method must not be asked. */
  readonly backoff: number | null;
  /** How many requests the day has left; it may be below 0. */
  readonly quotaRemaining: number | null;
  readonly quotaMax: number | null;
}

/** An answer may be long, and both the pacer and the reader of its items look at it. */
const read = new WeakMap<HttpAnswer, Wrapper | null>();

/** Reads an answer; null where it is not JSON of this form. An error has a wrapper as well. */
export function wrapperOf(answer: HttpAnswer): Wrapper | null {
  const known = read.get(answer);
  if (known !== undefined) return known;
  const wrapper = readWrapper(answer.body);
  read.set(answer, wrapper);
  return wrapper;
}

function readWrapper(body: Buffer): Wrapper | null {
  const value = parseJson(body);
  if (!isObject(value)) return null;
  const { items, has_more: hasMore } = value;
  const number = (name: string) =>
    Number.isSafeInteger(value[name]) ? (value[name] as number) : null;
  return {
    items: Array.isArray(items) ? items : null,
    hasMore: typeof hasMore === 'boolean' ? hasMore : null,
    total: number('total'),
    backoff: number('backoff'),
    quotaRemaining: number('quota_remaining'),
    quotaMax: number('quota_max'),
  };
}
