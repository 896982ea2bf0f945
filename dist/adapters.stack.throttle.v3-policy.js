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
var reserve = 1;
var inFlightUnknown = 10;
var inFlightKnown = 32;
var inFlightAtFirst = 8;
var firstWindows = 2;
var partAtFirst = 4;
var partBesideOthers = 8;
var reserveOfOthers = 4;
var staleMs = 500;
var othersStay = 5;
var documentedWindowMs = 2e3;
var documentedBurst = 50;
function createMeter() {
  let order = 0;
  let inFlight = 0;
  let pausedUntil = 0;
  let burst = null;
  let bucket = null;
  let expected = 0;
  let capacity = 0;
  let mostInFlight = inFlightKnown;
  let growAt = 0;
  let reach = inFlightAtFirst;
  let othersUntil = 0;
  let knownSince = null;
  let begun = 0;
  let over = 0;
  let read = { left: documentedBurst, counted: 0 };
  let windowMs = documentedWindowMs;
  const ended = [];
  function forget(now) {
    while (ended[0] !== void 0 && ended[0] + windowMs <= now) {
      ended.shift();
      expected = Math.min(capacity, expected + 1);
    }
  }
  function burstNext(now) {
    if (burst === null) return now;
    const isFirst = now < (knownSince ?? now) + firstWindows * windowMs;
    if (now < othersUntil || isFirst) {
      const part = now < othersUntil ? partBesideOthers : partAtFirst;
      const known = now - burst.at > staleMs ? 0 : burst.left;
      const most = Math.max(1, Math.floor(known / part));
      if (inFlight < most && burst.left - inFlight > reserveOfOthers) return now;
      return inFlight > 0 ? Infinity : Math.max(now, Math.min(burst.refillAt, burst.at + windowMs));
    }
    if (burst.left - inFlight > reserve) return now;
    const used = inFlight + ended.length;
    if (used < capacity - reserve && expected - inFlight > reserve) return now;
    if (ended[0] !== void 0) return ended[0] + windowMs;
    if (inFlight > 0) return Infinity;
    return Math.max(now, burst.refillAt);
  }
  function bucketNext(now) {
    if (bucket === null || bucket.left - inFlight > reserve) return now;
    return inFlight > 0 ? Infinity : Math.max(now, bucket.refillAt);
  }
  function end(started, counted, now, throttle) {
    forget(now);
    inFlight -= 1;
    over += 1;
    order += 1;
    if (mostInFlight < inFlightKnown && now >= growAt) {
      mostInFlight += 1;
      growAt = now + windowMs;
    }
    ended.push(now);
    const seen = throttle?.burst ?? null;
    if (seen !== null) {
      capacity = Math.max(capacity, seen.left + 1);
      if (seen.seconds * 1e3 > documentedWindowMs)
        windowMs = Math.max(windowMs, (seen.seconds + 1) * 1e3);
      const fresh = burst === null || started > burst.order;
      knownSince ??= now;
      if (fresh) {
        const isOthers = seen.left < read.left - (begun - read.counted);
        if (isOthers) othersUntil = now + othersStay * windowMs;
        reach = isOthers ? inFlightAtFirst : Math.min(inFlightKnown, reach + 1);
        read = { left: seen.left, counted: counted + 1 };
      }
      expected = fresh ? seen.left : Math.min(expected, seen.left);
    } else {
      expected -= 1;
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
      const known = burst !== null || bucket !== null;
      if (inFlight >= Math.min(mostInFlight, known ? reach : inFlightUnknown)) return Infinity;
      return Math.max(now, pausedUntil, burstNext(now), bucketNext(now));
    },
    /** Starts a request. What is returned ends it, with what its answer said; null where none came. */
    start() {
      inFlight += 1;
      order += 1;
      begun += 1;
      const [started, counted] = [order, over];
      return (now, throttle) => end(started, counted, now, throttle);
    },
    /** Starts nothing before a time, because the server refused a request. */
    pause(until, now) {
      if (now >= pausedUntil) mostInFlight = Math.max(2, Math.floor(mostInFlight / 2));
      pausedUntil = Math.max(pausedUntil, until);
      othersUntil = pausedUntil + othersStay * windowMs;
      growAt = pausedUntil + windowMs;
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
