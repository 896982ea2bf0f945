import type { Reading, Throttle } from './read-throttle.ts';

const reserve = 1;
const inFlightUnknown = 10;
const inFlightKnown = 32;
/** The burst limit counts over two seconds, as documented; a server that says more is believed. */
const documentedWindowMs = 2000;

/** The calls left after all that were answered, as the latest answers tell. */
interface Level {
  left: number;
  /** Answers to requests older than this may have been counted before others that are known. */
  order: number;
  /** When the server has more to give again, rounded up: whole seconds may have been rounded down. */
  refillAt: number;
}

/**
 * Decides when the next request may start, from what the answers say of the server's limits. Pure
 * but for its own state: the time is passed in, in milliseconds, and never goes back.
 */
export function createMeter() {
  let order = 0;
  let inFlight = 0;
  let pausedUntil = 0;
  let burst: Level | null = null;
  let bucket: Level | null = null;
  /** What `burst.left` should be by now, with what the window has given back since. */
  let expected = 0;
  let capacity = 0;
  /** Halved at each refusal, as others use the token too and know as little of us; it grows back slowly. */
  let mostInFlight = inFlightKnown;
  let growAt = 0;
  let windowMs = documentedWindowMs;
  /** When requests ended that may still count in the window, oldest first. */
  const ended: number[] = [];

  function forget(now: number): void {
    while (ended[0] !== undefined && ended[0] + windowMs <= now) {
      ended.shift();
      expected = Math.min(capacity, expected + 1);
    }
  }

  /**
   * Either the server itself said that there is room, or our own count over a sliding window allows
   * it. Such a count is safe however the server counts: in fixed windows, sliding ones, or a bucket.
   */
  function burstNext(now: number): number {
    if (burst === null) return now;
    if (burst.left - inFlight > reserve) return now;
    const used = inFlight + ended.length;
    if (used < capacity - reserve && expected - inFlight > reserve) return now;
    if (ended[0] !== undefined) return ended[0] + windowMs;
    if (inFlight > 0) return Infinity;
    // Nothing of ours is left to expire, so others use the limit too: try one request.
    return Math.max(now, burst.refillAt);
  }

  function bucketNext(now: number): number {
    if (bucket === null || bucket.left - inFlight > reserve) return now;
    return inFlight > 0 ? Infinity : Math.max(now, bucket.refillAt);
  }

  function end(started: number, now: number, throttle: Throttle | null): void {
    forget(now);
    inFlight -= 1;
    order += 1;
    if (mostInFlight < inFlightKnown && now >= growAt) {
      mostInFlight += 1;
      growAt = now + windowMs;
    }
    ended.push(now);
    const seen = throttle?.burst ?? null;
    if (seen !== null) {
      capacity = Math.max(capacity, seen.left + 1);
      if (seen.seconds * 1000 > documentedWindowMs)
        windowMs = Math.max(windowMs, (seen.seconds + 1) * 1000);
      const fresh = burst === null || started > burst.order;
      expected = fresh ? seen.left : Math.min(expected, seen.left);
    } else {
      expected -= 1;
    }
    /** The level after this answer. Answers to requests that overlapped come in any order: the lowest counts. */
    function leveled(level: Level | null, seen: Reading | null): Level | null {
      // Without a word from the server the request probably counted.
      if (seen === null) return level === null ? null : { ...level, left: level.left - 1 };
      if (level !== null && started <= level.order && seen.left >= level.left) return level;
      return { left: seen.left, order, refillAt: now + (seen.seconds + 1) * 1000 };
    }
    burst = leveled(burst, seen);
    bucket = leveled(bucket, throttle?.bucket ?? null);
  }

  return {
    /** When the next request may start: `now`, a later time to ask again at, or Infinity: at the next end. */
    next(now: number): number {
      forget(now);
      const known = burst !== null || bucket !== null;
      if (inFlight >= Math.min(mostInFlight, known ? inFlightKnown : inFlightUnknown))
        return Infinity;
      return Math.max(now, pausedUntil, burstNext(now), bucketNext(now));
    },
    /** Starts a request. What is returned ends it, with what its answer said; null where none came. */
    start(): (now: number, throttle: Throttle | null) => void {
      inFlight += 1;
      order += 1;
      const started = order;
      return (now, throttle) => end(started, now, throttle);
    },
    /** Starts nothing before a time, because the server refused a request. */
    pause(until: number, now: number): void {
      // Several refusals at a time tell no more than one.
      if (now >= pausedUntil) mostInFlight = Math.max(2, Math.floor(mostInFlight / 2));
      pausedUntil = Math.max(pausedUntil, until);
      growAt = pausedUntil + windowMs;
    },
  };
}
