import {
  readThrottle,
  throttleDelayMs
} from "./adapters.stack.api-error.js";
import {
  backoffMs,
  longestPauseMs,
  maxTries,
  retryDelayMs
} from "./adapters.http.retry-delay.js";

// src/adapters/stack/throttle/meter.ts
var documentedBurst = 50;
var documentedWindowMs = 2e3;
var inFlightUnknown = 10;
var alone = { reserve: 3, part: 2 };
var besideOthers = { reserve: 6, part: 8 };
var othersStay = 3;
var staleMs = 300;
function createMeter() {
  let order = 0;
  let inFlight = 0;
  let pausedUntil = 0;
  let burst = null;
  let bucket = null;
  let expected = 0;
  let capacity = documentedBurst;
  let windowMs = documentedWindowMs;
  let othersUntil = Infinity;
  const ended = [];
  let begun = 0;
  let expired = 0;
  function forget(now) {
    while (ended[0] !== void 0 && ended[0] + windowMs <= now) {
      ended.shift();
      expired += 1;
      expected = Math.min(capacity, expected + 1);
    }
  }
  const manners = (now) => now < othersUntil ? besideOthers : alone;
  function hasRoom({ left, at }, now) {
    const { reserve, part } = manners(now);
    const most = now - at > staleMs ? 1 : Math.max(1, Math.floor(left / part));
    return inFlight < most && left - inFlight > reserve;
  }
  function burstNext(now) {
    if (burst === null) return inFlight < inFlightUnknown ? now : Infinity;
    if (hasRoom(burst, now)) return now;
    if (inFlight > 0) return Infinity;
    const refillAt = Math.max(now, Math.min(burst.refillAt, burst.at + windowMs));
    if (now < othersUntil) return Math.min(refillAt, othersUntil);
    if (ended.length < capacity - alone.reserve && expected > alone.reserve) return now;
    return ended[0] === void 0 ? refillAt : ended[0] + windowMs;
  }
  function bucketNext(now) {
    if (bucket === null || hasRoom(bucket, now)) return now;
    return inFlight > 0 ? Infinity : Math.max(now, bucket.refillAt);
  }
  function end({ started, expiredBefore }, now, throttle) {
    forget(now);
    inFlight -= 1;
    order += 1;
    ended.push(now);
    const seen = throttle?.burst ?? null;
    if (seen === null) {
      expected -= 1;
    } else {
      capacity = Math.max(capacity, seen.left + 1);
      if (seen.seconds * 1e3 > documentedWindowMs)
        windowMs = Math.max(windowMs, (seen.seconds + 1) * 1e3);
      if (othersUntil === Infinity) othersUntil = now + windowMs;
      const isOthers = capacity - seen.left > begun - expiredBefore;
      if (isOthers) othersUntil = now + othersStay * windowMs;
      const isFresh = burst === null || started > burst.order;
      expected = isFresh ? seen.left : Math.min(expected, seen.left);
    }
    function leveled(level, seen2) {
      if (seen2 === null) return level === null ? null : { ...level, left: level.left - 1 };
      if (level !== null && started <= level.order && seen2.left >= level.left) return level;
      return { left: seen2.left, order, at: now, refillAt: now + (seen2.seconds + 1) * 1e3 };
    }
    burst = leveled(burst, seen);
    bucket = leveled(bucket, throttle?.bucket ?? null);
  }
  return {
    /** When the next request may start: `now`, a later time to ask again at, or Infinity: at the next end. */
    next(now) {
      forget(now);
      return Math.max(now, pausedUntil, burstNext(now), bucketNext(now));
    },
    /** Starts a request. What is returned ends it, with what its answer said; null where none came. */
    start() {
      inFlight += 1;
      order += 1;
      begun += 1;
      const mark = { started: order, expiredBefore: expired };
      return (now, throttle) => end(mark, now, throttle);
    },
    /** Starts nothing before a time, because the server refused a request: others use the token. */
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
      othersUntil = Math.max(othersUntil, pausedUntil + othersStay * windowMs);
    }
  };
}

// src/adapters/stack/throttle/v3-policy.ts
function v3Policy() {
  return {
    server: "The server",
    pacer: throttlePacer(),
    refusedForMs: ({ status, headers }, now) => status === 429 ? throttleDelayMs(headers, now) : null,
    retryDelayMs: (attempt) => attempt.refusedForMs === null ? retryDelayMs(attempt) : refusalDelayMs(attempt),
    maxWaitMs: (maxTries - 1) * longestPauseMs
  };
}
function refusalDelayMs({ refusedForMs, refusals, random }) {
  if (refusals >= maxTries || (refusedForMs ?? 0) > longestPauseMs) return null;
  const least = refusals < 2 ? 0 : backoffMs(refusals - 1, random);
  return Math.max(refusedForMs ?? 0, least);
}
function throttlePacer() {
  const meter = createMeter();
  return {
    ...meter,
    start() {
      const end = meter.start();
      return (now, answer) => end(now, answer && readThrottle(answer.headers));
    }
  };
}

export {
  v3Policy
};
