import { longestPauseMs, type Attempt, type HttpPolicy } from '../http/http-policy.ts';
import { inFlightPacer } from '../http/in-flight-pacer.ts';
import { backoffMs, maxTries, retryDelayMs } from '../http/retry-delay.ts';
import { limitOf } from './limit-of.ts';
import { writePacer } from './write-pacer.ts';

/** How GitHub wants to be asked. `graphqlPath` is where queries go; `paced`: for hundreds of writes. */
export function githubPolicy(
  graphqlPath: string,
  { paced = false }: { readonly paced?: boolean } = {},
): HttpPolicy {
  return {
    server: 'GitHub',
    pacer: paced ? writePacer(inFlightPacer(10)) : inFlightPacer(10),
    refusedForMs({ status, headers, body }, now) {
      const until = limitOf(status, headers, body.toString('utf8'), now);
      return until === null ? null : until - now;
    },
    retryDelayMs(attempt) {
      const { tries, refusals, refusedForMs, random } = attempt;
      if (tries + refusals >= mostTries(attempt, graphqlPath)) return null;
      if (refusedForMs === null) return retryDelayMs(attempt);
      // A refused call did nothing, so a write may be repeated too.
      const delay = Math.max(refusedForMs, backoffMs(tries + refusals, random));
      return refusedForMs <= longestPauseMs ? delay : null;
    },
    maxWaitMs: (maxTries - 1) * longestPauseMs,
  };
}

/** Asking again for as much helps rarely where a query takes GitHub too long. */
function mostTries({ request, result }: Attempt, graphqlPath: string): number {
  const tookTooLong = 'status' in result && (result.status === 502 || result.status === 504);
  return tookTooLong && request.path === graphqlPath ? 2 : maxTries;
}
