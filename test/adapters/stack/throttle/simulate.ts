import { createMeter } from '../../../../src/adapters/stack/throttle/meter.ts';
import type { Throttle } from '../../../../src/adapters/stack/throttle/read-throttle.ts';

/** How a server counts. Times are in milliseconds. */
export interface Limiter {
  /** Takes one call, or refuses it. */
  take(now: number): boolean;
  left(now: number): number;
  untilFull(now: number): number;
}

interface Size {
  readonly capacity: number;
  readonly window: number;
  readonly phase: number;
}

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

interface Simulation {
  readonly limiter: Limiter;
  readonly round: (value: number) => number;
  readonly latency: number;
  readonly jitter: number;
  readonly callers: number;
  readonly seed: number;
  readonly duration: number;
  readonly as?: 'burst' | 'bucket';
  /** How many programs use the limit, each with its own callers and meter. */
  readonly programs?: number;
}

/** Lets many callers send all they can for a while through a meter to a server with a limiter. */
export function simulate(options: Simulation): { accepted: number; refused: number } {
  const events: { at: number; order: number; run: () => void }[] = [];
  let order = 0;
  let accepted = 0;
  let refused = 0;
  let random = options.seed | 1;

  function jitter(): number {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    return ((random >>> 0) / 2 ** 32) * options.jitter;
  }

  function schedule(at: number, run: () => void): void {
    order += 1;
    events.push({ at, order, run });
  }

  function startProgram(): void {
    const meter = createMeter();
    let idle = options.callers;
    let wakeAt = Infinity;

    function pump(now: number): void {
      while (idle > 0) {
        const next = meter.next(now);
        if (next > now) {
          if (next < wakeAt) {
            wakeAt = next;
            schedule(next, () => {
              if (wakeAt !== next) return;
              wakeAt = Infinity;
              pump(next);
            });
          }
          return;
        }
        idle -= 1;
        send(meter.start(), now);
      }
    }

    function send(end: ReturnType<typeof meter.start>, now: number): void {
      const arrival = now + options.latency / 2 + jitter() / 2;
      schedule(arrival, () => {
        const taken = options.limiter.take(arrival);
        if (taken) accepted += 1;
        else refused += 1;
        const reading = {
          left: options.limiter.left(arrival),
          seconds: options.round(options.limiter.untilFull(arrival) / 1000),
        };
        const throttle: Throttle =
          options.as === 'bucket'
            ? { burst: null, bucket: reading }
            : { burst: reading, bucket: null };
        const back = arrival + options.latency / 2 + jitter() / 2;
        schedule(back, () => {
          if (!taken) meter.pause(back + Math.max(1, reading.seconds) * 1000, back);
          end(back, throttle);
          idle += 1;
          pump(back);
        });
      });
    }

    pump(0);
  }

  for (let count = 0; count < (options.programs ?? 1); count += 1) startProgram();
  for (;;) {
    let first = 0;
    for (let index = 1; index < events.length; index += 1) {
      const [one, other] = [events[index], events[first]];
      if (one === undefined || other === undefined) continue;
      if (one.at < other.at || (one.at === other.at && one.order < other.order)) first = index;
    }
    const [event] = events.splice(first, 1);
    if (event === undefined || event.at > options.duration) return { accepted, refused };
    event.run();
  }
}
