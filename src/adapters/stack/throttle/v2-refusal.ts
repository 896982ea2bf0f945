import { isObject } from '../../../model/is-object.ts';
import type { HttpAnswer } from '../../http/exchange.ts';
import { endUnknownMs, longestPauseMs } from '../../http/http-policy.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { retryAfterMs } from '../../http/retry-delay.ts';
import { apiErrorOf } from '../api-error.ts';
import { parseJson } from '../site-sentence.ts';
import { wrapperOf } from '../v2/wrapper.ts';
import { throttleDelayMs } from './read-throttle.ts';

/** Waiting just as long as the site asks is too short at times, as users report; in milliseconds. */
export const backoffMarginMs = 2000;

/** Whether a request writes an Article, of which the site takes fewer than of all else. */
export function isArticleWrite({ method, path }: Pick<HttpRequest, 'method' | 'path'>): boolean {
  return method === 'POST' && /\/articles\/(?:add|\d+\/edit)(?:$|\?)/.test(path);
}

/**
 * How long the site wants to be left alone, in milliseconds; `endUnknownMs` where it does not tell, 0
 * where that is for Articles alone, which the pacer holds back, and null where an answer refuses nothing
 * so. A throttle comes as an error with status 400, and a ban as that or as a page.
 */
export function v2RefusedForMs(
  answer: HttpAnswer,
  now: number,
  request: Pick<HttpRequest, 'method' | 'path'>,
): number | null {
  const { status, headers, body } = answer;
  const error = apiErrorOf(body);
  const told = retryAfterMs(headers, now);
  const isArticle = isArticleWrite(request);
  if (error?.id === 502) {
    const wait = saidMs(error.message) ?? backoffOf(answer) ?? told;
    // One that counts the requests of an address says so.
    const isOfAddress = /\bIP\b/.test(error.message);
    if (isArticle && !isOfAddress && (wait ?? 0) <= longestPauseMs + backoffMarginMs) return 0;
    return wait ?? endUnknownMs;
  }
  if (error) {
    if (request.method !== 'POST' || !isTooSoon(error.message)) return null;
    const wait = saidMs(error.message) ?? backoffOf(answer) ?? longestPauseMs;
    return isArticle && wait <= longestPauseMs + backoffMarginMs ? 0 : wait;
  }
  if (status === 429) return throttleDelayMs(headers, now);
  // The API refuses with JSON of its own: a page comes from what guards the site.
  if (status === 403 && !isObject(parseJson(body))) return told ?? endUnknownMs;
  return null;
}

/** The time that a refusal's sentence names, in milliseconds, with the margin; null where it names none. */
function saidMs(sentence: string): number | null {
  const [, count, unit] = /(\d{1,9}) (second|minute)s?\b/i.exec(sentence) ?? [];
  if (count === undefined) return null;
  return Number(count) * (unit?.toLowerCase() === 'minute' ? 60_000 : 1000) + backoffMarginMs;
}

/** The backoff that an answer asks for, in milliseconds, with the margin; null where it asks for none. */
function backoffOf(answer: HttpAnswer): number | null {
  const { backoff } = wrapperOf(answer) ?? { backoff: null };
  return backoff === null || backoff <= 0 ? null : backoff * 1000 + backoffMarginMs;
}

/** Whether a refusal's sentence is about how soon a write came after another one. */
function isTooSoon(sentence: string): boolean {
  return /\btoo (?:often|soon|quickly|fast)\b|\btoo many (?:\w+ )?(?:requests|calls|writes|edits|posts|articles|questions|answers)\b|\bonly (?:\w+ )*(?:once|one) \b.*\b(?:minutes?|seconds)\b|\bevery \d+ (?:seconds|minutes?)\b/i.test(
    sentence,
  );
}
