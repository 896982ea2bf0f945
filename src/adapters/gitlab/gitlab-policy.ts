import { longestPauseMs, type HttpPolicy } from '../http/http-policy.ts';
import { inFlightPacer } from '../http/in-flight-pacer.ts';
import { maxTries, retryAfterMs, retryDelayMs } from '../http/retry-delay.ts';

/** What GitLab asks for where it does not say. */
const defaultWaitMs = 60_000;

/** How GitLab wants to be asked. */
export function gitlabPolicy(): HttpPolicy {
  return {
    server: 'GitLab',
    pacer: inFlightPacer(6),
    refusedForMs: ({ status, headers }, now) =>
      status === 429 ? (retryAfterMs(headers, now) ?? defaultWaitMs) : null,
    retryDelayMs(attempt) {
      const { tries, refusals, refusedForMs } = attempt;
      if (refusedForMs === null) return retryDelayMs(attempt);
      return tries + refusals < maxTries && refusedForMs <= longestPauseMs ? refusedForMs : null;
    },
    maxWaitMs: (maxTries - 1) * longestPauseMs,
  };
}
