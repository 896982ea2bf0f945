import type { Clock } from '../../ports/clock.ts';
import { createMeter } from './meter.ts';
import type { Throttle } from './throttle.ts';

/** Lets requests start one after the other, in the order in which they came, as fast as the server takes them. */
export interface Pace {
  /** Waits for its turn. The request's end must be told with the function that is returned. */
  enter(): Promise<(throttle: Throttle | null) => void>;
  /** Starts nothing for some milliseconds, because the server refused a request. */
  pause(milliseconds: number): void;
}

export function createPace(clock: Clock): Pace {
  const meter = createMeter();
  const waiting: (() => void)[] = [];
  let latest = 0;
  let wakeAt = Infinity;

  // A clock that is set back must not stop the meter.
  function now(): number {
    latest = Math.max(latest, clock.now());
    return latest;
  }

  function admit(): void {
    while (waiting.length > 0) {
      const at = meter.next(now());
      if (at > now()) {
        wake(at);
        return;
      }
      waiting.shift()?.();
    }
  }

  function wake(at: number): void {
    if (at >= wakeAt) return;
    wakeAt = at;
    void clock.sleep(Math.min(at - now(), 2 ** 31 - 1)).then(() => {
      // An earlier time to wake was set meanwhile, and took over.
      if (wakeAt !== at) return;
      wakeAt = Infinity;
      latest = Math.max(latest, at);
      admit();
    });
  }

  return {
    enter() {
      return new Promise((resolve) => {
        waiting.push(() => {
          const ticket = meter.start(now());
          resolve((throttle) => {
            meter.end(ticket, now(), throttle);
            admit();
          });
        });
        admit();
      });
    },
    pause(milliseconds) {
      meter.pause(now() + milliseconds, now());
    },
  };
}
