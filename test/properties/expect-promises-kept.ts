import * as fc from 'fast-check';
import { expect } from 'vitest';
import { runHistory } from './run-history.ts';
import { histories } from './steps.ts';

/** Runs so many histories. With a seed they are the same each time. */
export async function expectPromisesKept(numRuns: number, seed?: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      expect(await runHistory(history)).toEqual([]);
    }),
    { numRuns, ...(seed !== undefined && { seed }) },
  );
}
