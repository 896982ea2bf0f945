import { expect, test } from 'vitest';
import { createQueue } from '../../../../src/adapters/ledger/branch/create-queue.ts';

test('one after the other, in the order in which they came, also after one that fails', async () => {
  const queue = createQueue();
  const seen: string[] = [];
  const work = (name: string, fails = false) =>
    queue(async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const all = await Promise.allSettled([work('a'), work('b', true), work('c')]);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(seen).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
