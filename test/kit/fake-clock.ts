import type { Clock } from '../../src/ports/clock.ts';

export interface FakeClock extends Clock {
  /** All that was slept, in milliseconds. */
  readonly slept: number[];
}

/** A clock whose sleeps end at once and move it on. */
export function fakeClock(start = Date.parse('2026-11-21T12:00:00Z')): FakeClock {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
      await Promise.resolve();
    },
  };
}
