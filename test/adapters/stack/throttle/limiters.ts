/** How a server may count the calls of a token. Times are in milliseconds. */
export interface Limiter {
  /** Takes one call, or refuses it. */
  take(now: number): boolean;
  left(now: number): number;
  untilFull(now: number): number;
}

interface Size {
  readonly capacity: number;
  readonly window: number;
  /** Where a window begins that follows the server's clock, by ours. */
  readonly phase: number;
}

/** The vendor tells how many calls and in how many seconds, and not how these are counted. */
export const limiters = {
  'fixed window by the wall clock': ({ capacity, window, phase }: Size): Limiter => {
    let current = -1;
    let used = 0;
    const index = (now: number) => Math.floor((now + phase) / window);
    function turn(now: number): void {
      if (index(now) !== current) used = 0;
      current = index(now);
    }
    return {
      take(now) {
        turn(now);
        if (used >= capacity) return false;
        used += 1;
        return true;
      },
      left(now) {
        turn(now);
        return capacity - used;
      },
      untilFull: (now) => (index(now) + 1) * window - phase - now,
    };
  },
  'fixed window from its first call': ({ capacity, window }: Size): Limiter => {
    let start = -Infinity;
    let used = 0;
    function turn(now: number): void {
      if (now < start + window) return;
      start = now;
      used = 0;
    }
    return {
      take(now) {
        turn(now);
        if (used >= capacity) return false;
        used += 1;
        return true;
      },
      left: () => capacity - used,
      untilFull: (now) => Math.max(0, start + window - now),
    };
  },
  'sliding window': ({ capacity, window }: Size): Limiter => {
    let calls: number[] = [];
    function turn(now: number): void {
      calls = calls.filter((at) => at > now - window);
    }
    return {
      take(now) {
        turn(now);
        if (calls.length >= capacity) return false;
        calls.push(now);
        return true;
      },
      left(now) {
        turn(now);
        return capacity - calls.length;
      },
      untilFull: (now) => Math.max(0, (calls.at(-1) ?? -Infinity) + window - now),
    };
  },
  'leaking bucket': ({ capacity, window }: Size): Limiter => {
    let level = capacity;
    let last = 0;
    function turn(now: number): void {
      level = Math.min(capacity, level + ((now - last) * capacity) / window);
      last = now;
    }
    return {
      take(now) {
        turn(now);
        if (level < 1) return false;
        level -= 1;
        return true;
      },
      left(now) {
        turn(now);
        return Math.floor(level);
      },
      untilFull: () => ((capacity - level) * window) / capacity,
    };
  },
} as const;

export type LimiterKind = keyof typeof limiters;
export const limiterKinds = Object.keys(limiters) as LimiterKind[];
