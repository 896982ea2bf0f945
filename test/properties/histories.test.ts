import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runHistory } from './run-history.ts';
import { histories } from './steps.ts';

/** How many histories are tried; more where a person waits for it. */
const runs = Number(process.env['STACK_PUBLISH_RUNS'] ?? 500);

test(
  'no history breaks a promise',
  async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        expect(await runHistory(history)).toEqual([]);
      }),
      { numRuns: runs },
    );
  },
  60_000 + runs * 100,
);
