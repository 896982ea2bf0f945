import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runHistory } from './run-history.ts';
import { histories } from './steps.ts';

/**
 * How many histories are tried. Without the variable the same 500 each time, so that a change is held
 * against what is known to go well; with it as many new ones.
 */
const asked = process.env['STACK_PUBLISH_RUNS'];
const runs = Number(asked ?? 500);
const seed = asked === undefined ? { seed: 2026 } : {};

test(
  'no history breaks a promise',
  async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        expect(await runHistory(history)).toEqual([]);
      }),
      { numRuns: runs, ...seed },
    );
  },
  60_000 + runs * 100,
);
