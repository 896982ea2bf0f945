import type { HttpPolicy } from '../../../src/adapters/http/http-policy.ts';
import { inFlightPacer } from '../../../src/adapters/http/in-flight-pacer.ts';
import { retryAfterMs, retryDelayMs } from '../../../src/adapters/http/retry-delay.ts';

/** For a server that is like no other: status 429 is a refusal, and is waited for as it asks. */
export function plainPolicy(change: Partial<HttpPolicy> = {}): HttpPolicy {
  return {
    server: 'The test',
    pacer: inFlightPacer(10),
    refusedForMs: ({ status, headers }, now) =>
      status === 429 ? (retryAfterMs(headers, now) ?? 2000) : null,
    retryDelayMs: (attempt) => attempt.refusedForMs ?? retryDelayMs(attempt),
    maxWaitMs: 300_000,
    ...change,
  };
}
