import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapConcurrent } from '../../src/model/map-concurrent.ts';

test('the results stand in the order of the items, with so many calls at once and no more', async () => {
  let running = 0;
  let most = 0;
  const results = await mapConcurrent([5, 4, 3, 2, 1], 2, async (turns) => {
    most = Math.max(most, (running += 1));
    for (let left = turns; left > 0; left -= 1) await turn();
    running -= 1;
    return turns * 10;
  });
  expect(results).toEqual([50, 40, 30, 20, 10]);
  expect(most).toBe(2);
});

test('nothing is called for nothing', async () => {
  expect(await mapConcurrent([], 10, () => Promise.reject(new Error('called')))).toEqual([]);
});

test('what one call throws is thrown', async () => {
  const failing = mapConcurrent([1, 2], 1, async (item) => {
    if (item === 2) throw new Error('two');
  });
  await expect(failing).rejects.toThrow('two');
});
