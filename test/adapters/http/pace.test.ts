import { expect, test } from 'vitest';
import { createPace } from '../../../src/adapters/http/pace.ts';
import { fakeClock } from './fake-clock.ts';

const silentServer = { burst: null, bucket: null };

test('requests start in the order in which they came, ten at a time', async () => {
  const pace = createPace(fakeClock());
  const started: number[] = [];
  const leave: (() => void)[] = [];
  const all = Array.from({ length: 25 }, async (_, index) => {
    const end = await pace.enter();
    started.push(index);
    leave.push(() => end(silentServer));
  });
  await Promise.all(all.slice(0, 10));
  expect(started).toHaveLength(10);
  leave.shift()?.();
  await all[10];
  expect(started).toHaveLength(11);
  for (let index = 11; index < 25; index += 1) {
    leave.shift()?.();
    await all[index];
  }
  expect(started).toEqual(Array.from({ length: 25 }, (_, index) => index));
});

test('a pause holds all back, and ends by itself', async () => {
  const clock = fakeClock(0);
  const pace = createPace(clock);
  pace.pause(3000);
  await Promise.all([pace.enter(), pace.enter()]);
  expect(clock.now()).toBeGreaterThanOrEqual(3000);
  expect(clock.slept).toHaveLength(1);
});

test('a clock that is set back, or whose sleep ends early, stops nothing', async () => {
  let now = 10_000;
  const clock = {
    now: () => now,
    async sleep() {
      now -= 5000;
      await Promise.resolve();
    },
  };
  const pace = createPace(clock);
  pace.pause(3000);
  const end = await pace.enter();
  end(silentServer);
  await pace.enter();
});
