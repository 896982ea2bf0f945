import { expect, test } from 'vitest';
import { inFlightPacer } from '../../../src/adapters/http/in-flight-pacer.ts';
import { createRequestQueue } from '../../../src/adapters/http/request-queue.ts';
import { fakeClock } from '../../kit/fake-clock.ts';

const get = { method: 'GET', path: '/' } as const;

test('requests start in the order in which they came, ten at a time', async () => {
  const queue = createRequestQueue(fakeClock(), inFlightPacer(10));
  const started: number[] = [];
  const leave: (() => void)[] = [];
  const all = Array.from({ length: 25 }, async (_, index) => {
    const end = await queue.enter(get);
    started.push(index);
    leave.push(() => end(null));
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
  const queue = createRequestQueue(clock, inFlightPacer(10));
  queue.pause(3000);
  await Promise.all([queue.enter(get), queue.enter(get)]);
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
  const queue = createRequestQueue(clock, inFlightPacer(10));
  queue.pause(3000);
  const end = await queue.enter(get);
  end(null);
  await queue.enter(get);
});

test('a pacer that holds some requests back is asked with the request at hand', async () => {
  const clock = fakeClock(0);
  let articleAt = 0;
  const queue = createRequestQueue(clock, {
    next: (now, { path }) => (path === '/articles' ? Math.max(now, articleAt) : now),
    start(now, { path }) {
      if (path === '/articles') articleAt = now + 60_000;
      return () => undefined;
    },
    pause: () => undefined,
  });
  const started: number[] = [];
  for (const path of ['/questions', '/articles', '/questions', '/articles', '/articles']) {
    (await queue.enter({ method: 'GET', path }))(null);
    started.push(clock.now());
  }
  expect(started).toEqual([0, 0, 0, 60_000, 120_000]);
});
