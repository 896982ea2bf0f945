import { expect, test } from 'vitest';
import { createRequestQueue } from '../../../../src/adapters/http/request-queue.ts';
import { v2Pacer } from '../../../../src/adapters/stack/throttle/v2-pacer.ts';

const get = (path: string) => ({ method: 'GET', path }) as const;
const post = (path: string) => ({ method: 'POST', path }) as const;
const answer = (value: object) => ({
  status: 200,
  headers: {},
  body: Buffer.from(JSON.stringify(value)),
});

test('at most twenty requests start in any second, however fast they are answered', () => {
  const pacer = v2Pacer();
  const starts: number[] = [];
  for (let now = 0; starts.length < 100; now = Math.max(now, pacer.next(now, get('/2.3/me')))) {
    if (pacer.next(now, get('/2.3/me')) > now) continue;
    starts.push(now);
    pacer.start(now, get('/2.3/me'))(now, answer({ items: [] }));
  }
  for (const [place, at] of starts.entries())
    expect((starts[place + 20] ?? Infinity) - at).toBeGreaterThanOrEqual(1000);
});

test('at most ten at a time', () => {
  const pacer = v2Pacer();
  const ends = Array.from({ length: 10 }, () => pacer.start(0, get('/2.3/me')));
  expect(pacer.next(0, get('/2.3/me'))).toBe(Infinity);
  ends[0]?.(5, null);
  expect(pacer.next(5, get('/2.3/me'))).toBe(5);
});

test('a backoff is for a method, whatever ids it is asked with', () => {
  const pacer = v2Pacer();
  pacer.start(0, get('/2.3/articles/1;2?team=acme'))(1, answer({ items: [], backoff: 7 }));
  expect(pacer.next(1, get('/2.3/articles/3?team=acme'))).toBe(9001);
  for (const other of [get('/2.3/questions/1'), get('/2.3/articles'), post('/2.3/articles/1/edit')])
    expect(pacer.next(1, other)).toBe(1);
});

test('an Article waits until a minute after the last one, and holds nothing else back', async () => {
  const wakes: { readonly at: number; readonly wake: () => void }[] = [];
  let now = 0;
  const clock = {
    now: () => now,
    sleep: (milliseconds: number) =>
      new Promise<void>((wake) => wakes.push({ at: now + milliseconds, wake })),
  };
  const queue = createRequestQueue(clock, v2Pacer());
  const add = post('/api/2.3/articles/add');
  const end = await queue.enter(add);
  const second = queue.enter(add);
  const question = await queue.enter(post('/api/2.3/questions/add'));
  now = 500;
  end(answer({ items: [] }));
  question(null);
  expect(wakes.map(({ at }) => at)).toEqual([60_500]);
  const read = await queue.enter(get('/api/2.3/articles/1'));
  read(null);
  now = 60_500;
  wakes[0]?.wake();
  await second;
});
