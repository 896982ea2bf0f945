import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMeter } from '../../../../src/adapters/stack/throttle/meter.ts';
import { limiterKinds, limiters, type Limiter } from './limiters.ts';
import { documented, firstPublish, play, shareOfAllowed, threePublishes } from './scenarios.ts';
import { randomOf, simulate } from './simulate.ts';

const roundings = [Math.ceil, Math.floor, Math.round];
const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
const allowedIn30s = 15 * documented.capacity;
/** A program that sends all it can. */
const greedy = (workers: number) => ({ begins: 0, parts: [{ calls: Infinity, workers }] });

describe('the pace, alone on a token', () => {
  test.each(limiterKinds)('is hardly ever refused by a server with a %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          round: fc.constantFrom(...roundings),
          latency: fc.integer({ min: 1, max: 400 }),
          jitter: fc.integer({ min: 0, max: 300 }),
          workers: fc.integer({ min: 1, max: 80 }),
          seed: fc.integer(),
          phase: fc.integer({ min: 0, max: 2000 }),
        }),
        async ({ phase, workers, seed, ...options }) => {
          const { refused } = await simulate({
            ...options,
            random: randomOf(seed),
            limiter: limiters[kind]({ ...documented, phase }),
            programs: [greedy(workers)],
            until: 12_000,
          });
          // Where answers overtake each other by 200 ms and more, a sliding window refused one call in
          // 2 of 3,000 runs; the other kinds refused none.
          expect(refused).toBeLessThanOrEqual(kind === 'sliding window' ? 1 : 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(limiterKinds)('uses most of what a server with a %s allows', async (kind) => {
    for (const round of roundings) {
      for (const latency of [5, 50, 100]) {
        for (const workers of [10, 32, 60]) {
          const { accepted, refused } = await simulate({
            round,
            latency,
            jitter: 20,
            random: randomOf(1),
            limiter: limiters[kind]({ ...documented, phase: 700 }),
            programs: [greedy(workers)],
            until: 30_000,
          });
          expect(refused).toBe(0);
          // Our count over a sliding window takes from answer to answer, and so a little longer.
          const least = kind === 'sliding window' && latency === 100 ? 0.87 : 0.91;
          expect(accepted / allowedIn30s).toBeGreaterThanOrEqual(least);
        }
      }
    }
  });

  test('waits for the refill of an empty bucket', async () => {
    let left = 30;
    let refillAt = 60_000;
    const limiter: Limiter = {
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
    };
    const { accepted, refused } = await simulate({
      round: Math.ceil,
      latency: 20,
      jitter: 0,
      random: randomOf(1),
      limiter,
      programs: [greedy(20)],
      until: 200_000,
      as: 'bucket',
    });
    expect(refused).toBe(0);
    expect(accepted).toBeGreaterThanOrEqual(30 + 3 * 98);
  });
});

describe.each(limiterKinds)('beside others, a server with a %s', (kind) => {
  // Who leaves something to others gets less than all of it together, and less where answers are slow.
  test.each([
    { programs: 2, latency: 30, least: 0.75 },
    { programs: 3, latency: 30, least: 0.85 },
    { programs: 2, latency: 100, least: 0.6 },
    { programs: 3, latency: 100, least: 0.7 },
  ])('hardly ever refuses $programs that send all they can, $latency ms', async (each) => {
    const { accepted, refused } = await simulate({
      round: Math.ceil,
      latency: each.latency,
      jitter: 10,
      random: randomOf(2),
      limiter: limiters[kind]({ ...documented, phase: 300 }),
      programs: Array.from({ length: each.programs }, () => greedy(20)),
      until: 30_000,
    });
    expect(accepted / allowedIn30s).toBeGreaterThanOrEqual(each.least);
    expect(refused).toBeLessThan(accepted * 0.01);
  });

  test.each([20, 100, 400])(
    'hardly ever refuses three publishes at once, %i ms',
    async (latency) => {
      let refused = 0;
      let accepted = 0;
      for (const seed of seeds) {
        const outcome = await play(threePublishes, { kind, latency, seed });
        for (const { failed, waited } of outcome.programs) {
          expect(failed).toBe(0);
          expect(waited).toBeLessThanOrEqual(60_000);
        }
        refused += outcome.refused;
        accepted += outcome.accepted;
      }
      expect(refused).toBeLessThan(accepted * 0.002);
    },
  );
});

test.each([20, 100])(
  'a first publish gets nine tenths of what is allowed, %i ms',
  async (latency) => {
    for (const seed of seeds) {
      const kind = 'fixed window from its first call';
      const outcome = await play(firstPublish, { kind, latency, seed });
      expect(outcome.refused).toBe(0);
      expect(shareOfAllowed(outcome)).toBeGreaterThanOrEqual(0.9);
    }
  },
);

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
    meter.pause(500);
    expect(meter.next(0)).toBe(500);
    expect(meter.next(500)).toBe(500);
  });
});
