import { longestPauseMs, type Attempt, type HttpPolicy } from '../../http/http-policy.ts';
import { backoffMs, maxTries, retryDelayMs } from '../../http/retry-delay.ts';
import { apiErrorOf } from '../api-error.ts';
import { v2Pacer } from './v2-pacer.ts';
import { isArticleWrite, v2RefusedForMs } from './v2-refusal.ts';

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
