import {
  inFlightPacer
} from "./adapters.http.in-flight-pacer.js";
import {
  longestPauseMs,
  maxTries,
  retryAfterMs,
  retryDelayMs
} from "./adapters.http.retry-delay.js";

// src/adapters/http/forge-policy.ts
var defaultWaitMs = 6e4;
function forgePolicy(server) {
  return {
    server,
    pacer: inFlightPacer(6),
    refusedForMs: ({ status, headers }, now) => status === 429 ? retryAfterMs(headers, now) ?? defaultWaitMs : null,
    retryDelayMs(attempt) {
      const { tries, refusals, refusedForMs } = attempt;
      if (refusedForMs === null) return retryDelayMs(attempt);
      return tries + refusals < maxTries && refusedForMs <= longestPauseMs ? refusedForMs : null;
    },
    maxWaitMs: (maxTries - 1) * longestPauseMs
  };
}

export {
  forgePolicy
};
