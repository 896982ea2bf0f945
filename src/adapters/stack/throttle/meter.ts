import type { Reading, Throttle } from './read-throttle.ts';

const reserve = 1;
const inFlightUnknown = 10;
const inFlightKnown = 32;
/** Before others could show: three may begin at the same moment. */
const inFlightAtFirst = 8;
const firstWindows = 2;
/** One in so many of the calls that are left is in flight at most, at first and beside others: all of them see the same. */
const partAtFirst = 4;
const partBesideOthers = 8;
/** What is left to others then. */
const reserveOfOthers = 4;
/** Then what an older answer told may be gone by now. */
const staleMs = 500;
/** Others that were seen are reckoned with for so many windows. */
const othersStay = 5;
/** The burst limit counts over two seconds, as documented; a server that says more is believed. */
const documentedWindowMs = 2000;
const documentedBurst = 50;

/** The calls left after all that were answered, as the latest answers tell. */
interface Level {
  left: number;
  /** Answers to requests older than this may have been counted before others that are known. */
  order: number;
  /** When the answer came. */
  at: number;
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
  /** Grows with each answer that shows nobody else. */
  let reach = inFlightAtFirst;
  let othersUntil = 0;
  let knownSince: number | null = null;
  let begun = 0;
  let over = 0;
  /** The last reading that no other overlapped, and how many of ours the server had surely counted before. */
  let read = { left: documentedBurst, counted: 0 };
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
    const isFirst = now < (knownSince ?? now) + firstWindows * windowMs;
    if (now < othersUntil || isFirst) {
      const part = now < othersUntil ? partBesideOthers : partAtFirst;
      const known = now - burst.at > staleMs ? 0 : burst.left;
      const most = Math.max(1, Math.floor(known / part));
      if (inFlight < most && burst.left - inFlight > reserveOfOthers) return now;
      // By then the window of that answer is over, however the server counts: one request tells more.
      return inFlight > 0 ? Infinity : Math.max(now, Math.min(burst.refillAt, burst.at + windowMs));
    }
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

  /** `counted`: how many of ours were over when it started. */
  function end(started: number, counted: number, now: number, throttle: Throttle | null): void {
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
      if (seen.seconds * 1000 > documentedWindowMs)
        windowMs = Math.max(windowMs, (seen.seconds + 1) * 1000);
      const fresh = burst === null || started > burst.order;
      knownSince ??= now;
      if (fresh) {
        // The windows of servers differ, but none takes more than was asked for.
        const isOthers = seen.left < read.left - (begun - read.counted);
        if (isOthers) othersUntil = now + othersStay * windowMs;
        reach = isOthers ? inFlightAtFirst : Math.min(inFlightKnown, reach + 1);
        read = { left: seen.left, counted: counted + 1 };
      }
      expected = fresh ? seen.left : Math.min(expected, seen.left);
    } else {
      expected -= 1;
    }
    /** The level after this answer. Answers to requests that overlapped come in any order: the lowest counts. */
    function leveled(level: Level | null, seen: Reading | null): Level | null {
      // Without a word from the server the request probably counted.
      if (seen === null) return level === null ? null : { ...level, left: level.left - 1 };
      if (level !== null && started <= level.order && seen.left >= level.left) return level;
      return { left: seen.left, order, at: now, refillAt: now + (seen.seconds + 1) * 1000 };
    }
    burst = leveled(burst, seen);
    bucket = leveled(bucket, throttle?.bucket ?? null);
  }

  return {
    /** When the next request may start: `now`, a later time to ask again at, or Infinity: at the next end. */
    next(now: number): number {
      forget(now);
      const known = burst !== null || bucket !== null;
      if (inFlight >= Math.min(mostInFlight, known ? reach : inFlightUnknown)) return Infinity;
      return Math.max(now, pausedUntil, burstNext(now), bucketNext(now));
    },
    /** Starts a request. What is returned ends it, with what its answer said; null where none came. */
    start(): (now: number, throttle: Throttle | null) => void {
      inFlight += 1;
      order += 1;
      begun += 1;
      const [started, counted] = [order, over];
      return (now, throttle) => end(started, counted, now, throttle);
    },
    /** Starts nothing before a time, because the server refused a request. */
    pause(until: number, now: number): void {
      // Several refusals at a time tell no more than one.
      if (now >= pausedUntil) mostInFlight = Math.max(2, Math.floor(mostInFlight / 2));
      pausedUntil = Math.max(pausedUntil, until);
      othersUntil = pausedUntil + othersStay * windowMs;
      growAt = pausedUntil + windowMs;
    },
  };
}
