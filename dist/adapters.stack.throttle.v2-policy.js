import {
  isArticleWrite,
  v2Pacer,
  v2RefusedForMs
} from "./adapters.stack.throttle.v2-pacer.js";
import {
  apiErrorOf
} from "./adapters.stack.api-error.js";
import {
  backoffMs,
  longestPauseMs,
  maxTries,
  retryDelayMs
} from "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./esbuild-helpers.js";

// src/adapters/stack/throttle/v2-policy.ts
function v2Policy(articleIntervalMs) {
  return {
    server: "The server",
    pacer: v2Pacer(articleIntervalMs),
    refusedForMs: v2RefusedForMs,
    retryDelayMs: (attempt) => attempt.refusedForMs === null ? failureDelayMs(attempt) : refusalDelayMs(attempt),
    maxWaitMs: (maxTries - 1) * longestPauseMs,
    waitReason: (request) => isArticleWrite(request) ? "Articles are written one by one, as the server takes few a minute" : null
  };
}
function refusalDelayMs({ refusedForMs, refusals, random }) {
  const wait = refusedForMs ?? 0;
  if (refusals >= maxTries || wait > longestPauseMs) return null;
  return Math.max(wait, refusals < 2 ? 0 : backoffMs(refusals - 1, random));
}
function failureDelayMs(attempt) {
  const { effect, tries, result, random } = attempt;
  const error = "status" in result ? apiErrorOf(result.body) : null;
  if (!error) return retryDelayMs(attempt);
  const passes = error.id === 500 || error.id === 503;
  return passes && effect === "read" && tries < maxTries ? backoffMs(tries, random) : null;
}
export {
  v2Policy
};
