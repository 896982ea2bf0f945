import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireQuietPost, requireQuietSource } from '../../src/approval/decision.ts';

const minute = 60_000;
const written = Date.UTC(2026, 10, 26, 12);

/** Whether a decision still holds. */
function holds(check: () => void, code: string): boolean {
  try {
    check();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ kind: 'policy', code });
    return false;
  }
}

describe('a decision about a post', () => {
  const isQuiet = (touched: number, ahead = 0) =>
    holds(() => requireQuietPost(touched, written, ahead), 'post-moved');

  test('holds for what was there before, and not for what came in its second or later', () => {
    expect(isQuiet(written - 1)).toBe(true);
    for (const later of [0, 1, 999, minute]) expect(isQuiet(written + later)).toBe(false);
    expect(isQuiet(Number.NaN)).toBe(false);
  });

  test('is of its moment, whichever clock is ahead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60 * minute, max: 60 * minute }),
        fc.integer({ min: -60 * minute, max: 60 * minute }),
        (ahead, after) => {
          // What is less than two seconds of rounding is no other clock.
          fc.pre(Math.abs(after) > 2_000);
          // The site dates by its own clock, which is behind by so much.
          expect(isQuiet(written - ahead + after, ahead)).toBe(after < 0);
        },
      ),
    );
  });
});

test('a decision about a source holds while its texts stay', () => {
  const isQuiet = (edits: readonly number[], now: string | null = 'a') =>
    holds(() => requireQuietSource({ edits, blobs: [{ was: 'a', now }] }, written), 'source-moved');
  expect(isQuiet([])).toBe(true);
  expect(isQuiet([written - 1000])).toBe(true);
  for (const edits of [[written], [written - 1000, written + 1]])
    expect(isQuiet(edits)).toBe(false);
  for (const now of ['b', null]) expect(isQuiet([], now)).toBe(false);
});
