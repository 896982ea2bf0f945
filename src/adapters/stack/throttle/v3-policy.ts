import type { Attempt, HttpPolicy, Pacer } from '../../http/http-policy.ts';
import { longestPauseMs } from '../../http/http-policy.ts';
import { backoffMs, maxTries, retryDelayMs } from '../../http/retry-delay.ts';
import { createMeter } from './meter.ts';
import { readThrottle, throttleDelayMs } from './read-throttle.ts';

/** How API v3 wants to be asked: as fast as its throttle's headers allow. */
export function v3Policy(): HttpPolicy {
  return {
    server: 'The server',
    pacer: throttlePacer(),
    refusedForMs: ({ status, headers }, now) =>
      status === 429 ? throttleDelayMs(headers, now) : null,
    retryDelayMs: (attempt) =>
      attempt.refusedForMs === null ? retryDelayMs(attempt) : refusalDelayMs(attempt),
    maxWaitMs: (maxTries - 1) * longestPauseMs,
  };
}

/** A refused request did nothing, so a write is sent again too. */
function refusalDelayMs({ refusedForMs, refusals, random }: Attempt): number | null {
  if (refusals >= maxTries || (refusedForMs ?? 0) > longestPauseMs) return null;
  // Told too short a time again and again, waits longer each time.
  const least = refusals < 2 ? 0 : backoffMs(refusals - 1, random);
  return Math.max(refusedForMs ?? 0, least);
}

function throttlePacer(): Pacer {
  const meter = createMeter();
  return {
    ...meter,
    start() {
      const end = meter.start();
      return (now, answer) => end(now, answer && readThrottle(answer.headers));
    },
  };
}
