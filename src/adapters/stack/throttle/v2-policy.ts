import { isObject } from '../../../model/is-object.ts';
import type { HttpAnswer } from '../../http/exchange.ts';
import {
  endUnknownMs,
  longestPauseMs,
  type Attempt,
  type HttpPolicy,
} from '../../http/http-policy.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { backoffMs, maxTries, retryAfterMs, retryDelayMs } from '../../http/retry-delay.ts';
import { apiErrorOf } from '../api-error.ts';
import { parseJson } from '../site-sentence.ts';
import { throttleDelayMs } from './read-throttle.ts';
import { backoffMarginMs, isArticleWrite, v2Pacer } from './v2-pacer.ts';

/** How API v2.3 wants to be asked; so many milliseconds are between Articles. */
export function v2Policy(articleIntervalMs?: number): HttpPolicy {
  return {
    server: 'The server',
    pacer: v2Pacer(articleIntervalMs),
    refusedForMs: v2RefusedForMs,
    retryDelayMs: (attempt) =>
      attempt.refusedForMs === null ? failureDelayMs(attempt) : refusalDelayMs(attempt),
    maxWaitMs: (maxTries - 1) * longestPauseMs,
    waitReason: (request) =>
      isArticleWrite(request)
        ? 'Articles are written one by one, as the server takes few a minute'
        : null,
  };
}

/**
 * How long the site wants to be left alone, in milliseconds; `endUnknownMs` where it does not tell, and
 * null where an answer refuses nothing so. A throttle comes as an error with status 400, and a ban as
 * that or as a page.
 */
export function v2RefusedForMs(
  answer: HttpAnswer,
  now: number,
  request: Pick<HttpRequest, 'method' | 'path'>,
): number | null {
  const { status, headers, body } = answer;
  const error = apiErrorOf(body);
  const told = retryAfterMs(headers, now);
  if (error?.id === 502) {
    const [, seconds] = /(\d{1,9}) seconds?\b/i.exec(error.message) ?? [];
    if (seconds !== undefined) return Number(seconds) * 1000 + backoffMarginMs;
    // The pacer waits a minute before the next one anyway.
    return told ?? (isArticleWrite(request) ? 0 : endUnknownMs);
  }
  if (error) return isArticleWrite(request) && isTooSoon(error.message) ? 0 : null;
  if (status === 429) return throttleDelayMs(headers, now);
  // The API refuses with JSON of its own: a page comes from what guards the site.
  if (status === 403 && !isObject(parseJson(body))) return told ?? endUnknownMs;
  return null;
}

/** Whether a refusal's sentence is about how soon a write came after another one. */
function isTooSoon(sentence: string): boolean {
  return /\btoo (?:many|often|soon|quickly|fast)\b|\bonly (?:\w+ )*(?:once|one) \b.*\b(?:minute|seconds)\b|\bevery \d+ (?:seconds|minutes?)\b/i.test(
    sentence,
  );
}

/** What was refused did nothing, so a write is sent again too; never where that may make a ban longer. */
function refusalDelayMs({ refusedForMs, refusals, random }: Attempt): number | null {
  const wait = refusedForMs ?? 0;
  if (refusals >= maxTries || wait > longestPauseMs) return null;
  return Math.max(wait, refusals < 2 ? 0 : backoffMs(refusals - 1, random));
}

/** Errors of the server itself come with status 400, too. */
function failureDelayMs(attempt: Attempt): number | null {
  const { effect, tries, result, random } = attempt;
  const error = 'status' in result ? apiErrorOf(result.body) : null;
  if (!error) return retryDelayMs(attempt);
  const passes = error.id === 500 || error.id === 503;
  return passes && effect === 'read' && tries < maxTries ? backoffMs(tries, random) : null;
}
