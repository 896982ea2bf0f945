import { endUnknownMs, type Pacer } from '../../http/http-policy.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { wrapperOf, type Wrapper } from '../v2/wrapper.ts';
import { backoffMarginMs, isArticleWrite, v2RefusedForMs } from './v2-refusal.ts';

/** More than 30 a second from one address lead to a ban, and others may share the address. */
const mostInSecond = 20;
const mostInFlight = 10;
const secondMs = 1000;
/** An account may write one Article a minute, unless an administrator changed that. */
export const usualArticleIntervalMs = 60_000;

/** A method of the API, whatever the ids in its path and its parameters are: what a backoff is for. */
function methodOf({ method, path }: HttpRequest): string {
  return `${method} ${path.replace(/\?.*$/s, '').replace(/\/[\d;]+(?=\/|$)/g, '/{ids}')}`;
}

/**
 * Keeps the limits of API v2.3: a number of requests a second, backoffs by method, the quota, and so many
 * milliseconds between Articles.
 */
export function v2Pacer(articleIntervalMs = usualArticleIntervalMs): Pacer {
  /** When the requests of the last second were started, oldest first. */
  const starts: number[] = [];
  const backoffs = new Map<string, number>();
  let inFlight = 0;
  let pausedUntil = 0;
  let articleInFlight = false;
  let nextArticle = 0;

  function forget(now: number): void {
    while (starts[0] !== undefined && starts[0] + secondMs <= now) starts.shift();
  }

  return {
    next(now, request) {
      forget(now);
      const isArticle = isArticleWrite(request);
      if (inFlight >= mostInFlight || (isArticle && articleInFlight)) return Infinity;
      const full = starts.length >= mostInSecond ? (starts[0] ?? now) + secondMs : now;
      return Math.max(
        full,
        pausedUntil,
        backoffs.get(methodOf(request)) ?? now,
        isArticle ? nextArticle : now,
      );
    },
    start(started, request) {
      const isArticle = isArticleWrite(request);
      inFlight += 1;
      starts.push(started);
      if (isArticle) articleInFlight = true;
      return (now, answer) => {
        inFlight -= 1;
        if (isArticle) {
          articleInFlight = false;
          const isRefused = answer !== null && v2RefusedForMs(answer, now, request) !== null;
          // Another run wrote one, or the site takes fewer than was configured.
          nextArticle = now + Math.max(articleIntervalMs, isRefused ? usualArticleIntervalMs : 0);
        }
        const wrapper = answer && wrapperOf(answer);
        if (!wrapper) return;
        const { backoff } = wrapper;
        if (backoff !== null && backoff > 0)
          backoffs.set(methodOf(request), now + backoff * 1000 + backoffMarginMs);
        if (isQuotaSpent(wrapper)) pausedUntil = Math.max(pausedUntil, now + endUnknownMs);
      };
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    },
  };
}

/** A site without quotas may tell a greatest one of 0. */
function isQuotaSpent({ quotaRemaining, quotaMax }: Wrapper): boolean {
  return quotaRemaining !== null && quotaRemaining <= 0 && quotaMax !== 0;
}
