import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMeter } from '../../../../src/adapters/stack/throttle/meter.ts';
import { simulate, type Limiter, limiters } from './simulate.ts';

const kinds = Object.keys(limiters) as (keyof typeof limiters)[];
const rounding = fc.constantFrom(Math.ceil, Math.floor, Math.round);
const size = { capacity: 50, window: 2000 };

describe('the pace, alone on a token', () => {
  test.each(kinds)('is hardly ever refused by a server with a %s', (kind) => {
    fc.assert(
      fc.property(
        fc.record({
          round: rounding,
          latency: fc.integer({ min: 1, max: 400 }),
          jitter: fc.integer({ min: 0, max: 300 }),
          callers: fc.integer({ min: 1, max: 80 }),
          seed: fc.integer(),
          phase: fc.integer({ min: 0, max: 2000 }),
        }),
        ({ phase, ...options }) => {
          const limiter: Limiter = limiters[kind]({ ...size, phase });
          const result = simulate({ ...options, limiter, duration: 12_000 });
          // Where answers overtake each other by 200 ms and more, a sliding window refused one call in
          // 2 of 3,000 runs; the other kinds refused none.
          expect(result.refused).toBeLessThanOrEqual(kind === 'sliding window' ? 1 : 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(kinds)('uses at least nine tenths of what a server with a %s allows', (kind) => {
    for (const round of [Math.ceil, Math.floor, Math.round]) {
      for (const latency of [5, 50, 100]) {
        for (const callers of [32, 60]) {
          const limiter = limiters[kind]({ ...size, phase: 700 });
          const duration = 30_000;
          const options = { round, latency, jitter: 20, callers, seed: 1, limiter, duration };
          const { accepted, refused } = simulate(options);
          expect(refused).toBe(0);
          const allowed = (size.capacity * duration) / size.window;
          expect(accepted / allowed).toBeGreaterThanOrEqual(0.9);
        }
      }
    }
  });

  test('waits for the refill of an empty bucket', () => {
    let left = 30;
    let refillAt = 60_000;
    const result = simulate({
      round: Math.ceil,
      latency: 20,
      jitter: 0,
      callers: 20,
      seed: 1,
      duration: 200_000,
      limiter: {
        take(now) {
          while (now >= refillAt) {
            left = Math.min(5000, left + 100);
            refillAt += 60_000;
          }
          if (left === 0) return false;
          left -= 1;
          return true;
        },
        left: () => left,
        untilFull: (now) => refillAt - now,
      },
      as: 'bucket',
    });
    expect(result.refused).toBe(0);
    expect(result.accepted).toBeGreaterThanOrEqual(30 + 3 * 98);
  });
});

test.each(kinds)('goes on, hardly ever refused, where others saturate the same %s', (kind) => {
  for (const programs of [2, 3]) {
    const limiter = limiters[kind]({ ...size, phase: 300 });
    const options = { round: Math.ceil, latency: 30, jitter: 10, callers: 20, seed: 2 };
    const result = simulate({ ...options, programs, limiter, duration: 30_000 });
    // Who leaves something to others gets less than all of it together.
    expect(result.accepted).toBeGreaterThan(30 * 25 * 0.75);
    expect(result.refused).toBeLessThan(result.accepted * 0.01);
  }
});

describe('the meter', () => {
  test('lets ten requests out before it knows anything, and no more than ten without headers', () => {
    const meter = createMeter();
    const ends = Array.from({ length: 10 }, () => meter.start());
    expect(meter.next(0)).toBe(Infinity);
    for (const end of ends) end(5, { burst: null, bucket: null });
    expect(meter.next(5)).toBe(5);
    for (let count = 0; count < 10; count += 1) meter.start();
    expect(meter.next(5)).toBe(Infinity);
  });

  test('starts nothing while it is paused', () => {
    const meter = createMeter();
    meter.pause(500, 0);
    expect(meter.next(0)).toBe(500);
    expect(meter.next(500)).toBe(500);
  });
});
