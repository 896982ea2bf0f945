import { longestPauseMs, type HttpPolicy } from './http-policy.ts';
import { inFlightPacer } from './in-flight-pacer.ts';
import { maxTries, retryAfterMs, retryDelayMs } from './retry-delay.ts';

/** How long is waited where a forge does not say. */
const defaultWaitMs = 60_000;

/** How a forge wants to be asked that refuses by the status 429. */
export function forgePolicy(server: string): HttpPolicy {
  return {
    server,
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
