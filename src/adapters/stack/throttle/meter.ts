import type { Reading, Throttle } from './read-throttle.ts';

/** As documented. A server that allows more calls, or counts them for longer, is believed. */
const documentedBurst = 50;
const documentedWindowMs = 2000;
/** How many requests are in flight at most while nothing is known. */
const inFlightUnknown = 10;
/**
 * How much is left to others: so many calls stay unused, as a run that begins sends two or three before
 * it knows of anybody; and one in so many of the calls that are left is in flight at most, as all see
 * the same.
 */
const alone = { reserve: 3, part: 2 };
const besideOthers = { reserve: 6, part: 8 };
/** Others that were seen are reckoned with for so many windows. */
const othersStay = 3;
/** What an older answer told may be gone by now: one request asks again. */
const staleMs = 300;

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
 * Decides when the next request may start, from what the answers say of the server's limits. Others
 * may use the token, too: until a window passed without a sign of them, and after each sign, it leaves
 * most of what is left to them. Pure but for its own state: the time is passed in, in milliseconds, and
 * never goes back.
 */
export function createMeter() {
  let order = 0;
  let inFlight = 0;
  let pausedUntil = 0;
  let burst: Level | null = null;
  let bucket: Level | null = null;
  /** What `burst.left` should be by now, with what the window has given back since. */
  let expected = 0;
  let capacity = documentedBurst;
  let windowMs = documentedWindowMs;
  let othersUntil = Infinity;
  /** When requests ended that may still count in the window, oldest first. */
  const ended: number[] = [];
  let begun = 0;
  /** How many of those that begun count no longer, however the server counts. */
  let expired = 0;

  function forget(now: number): void {
    while (ended[0] !== undefined && ended[0] + windowMs <= now) {
      ended.shift();
      expired += 1;
      expected = Math.min(capacity, expected + 1);
    }
  }

  const manners = (now: number) => (now < othersUntil ? besideOthers : alone);

  /** Whether a limit has room for one more, by what its latest answer told. */
  function hasRoom({ left, at }: Level, now: number): boolean {
    const { reserve, part } = manners(now);
    const most = now - at > staleMs ? 1 : Math.max(1, Math.floor(left / part));
    return inFlight < most && left - inFlight > reserve;
  }

  function burstNext(now: number): number {
    if (burst === null) return inFlight < inFlightUnknown ? now : Infinity;
    if (hasRoom(burst, now)) return now;
    // One request, when all else is answered, tells more.
    if (inFlight > 0) return Infinity;
    const refillAt = Math.max(now, Math.min(burst.refillAt, burst.at + windowMs));
    if (now < othersUntil) return Math.min(refillAt, othersUntil);
    // Alone, our own count over a sliding window is safe however the server counts: in fixed windows,
    // sliding ones, or a bucket.
    if (ended.length < capacity - alone.reserve && expected > alone.reserve) return now;
    return ended[0] === undefined ? refillAt : ended[0] + windowMs;
  }

  function bucketNext(now: number): number {
    if (bucket === null || hasRoom(bucket, now)) return now;
    return inFlight > 0 ? Infinity : Math.max(now, bucket.refillAt);
  }

  /** `started`: its place in the order; `expiredBefore`: how many of ours had expired when it started. */
  function end(
    { started, expiredBefore }: { readonly started: number; readonly expiredBefore: number },
    now: number,
    throttle: Throttle | null,
  ): void {
    forget(now);
    inFlight -= 1;
    order += 1;
    ended.push(now);
    const seen = throttle?.burst ?? null;
    if (seen === null) {
      expected -= 1;
    } else {
      capacity = Math.max(capacity, seen.left + 1);
      if (seen.seconds * 1000 > documentedWindowMs)
        windowMs = Math.max(windowMs, (seen.seconds + 1) * 1000);
      // Whoever begins in the same second shows within the first window.
      if (othersUntil === Infinity) othersUntil = now + windowMs;
      const isOthers = capacity - seen.left > begun - expiredBefore;
      if (isOthers) othersUntil = now + othersStay * windowMs;
      const isFresh = burst === null || started > burst.order;
      expected = isFresh ? seen.left : Math.min(expected, seen.left);
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
      return Math.max(now, pausedUntil, burstNext(now), bucketNext(now));
    },
    /** Starts a request. What is returned ends it, with what its answer said; null where none came. */
    start(): (now: number, throttle: Throttle | null) => void {
      inFlight += 1;
      order += 1;
      begun += 1;
      const mark = { started: order, expiredBefore: expired };
      return (now, throttle) => end(mark, now, throttle);
    },
    /** Starts nothing before a time, because the server refused a request: others use the token. */
    pause(until: number): void {
      pausedUntil = Math.max(pausedUntil, until);
      othersUntil = Math.max(othersUntil, pausedUntil + othersStay * windowMs);
    },
  };
}
