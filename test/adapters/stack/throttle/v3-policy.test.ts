import { describe, expect, test } from 'vitest';
import { createHttp, type Http } from '../../../../src/adapters/http/create-http.ts';
import type { HttpPolicy } from '../../../../src/adapters/http/http-policy.ts';
import { v3Policy } from '../../../../src/adapters/stack/throttle/v3-policy.ts';
import { fakeClock } from '../../../kit/fake-clock.ts';
import { json, serve } from '../../../kit/serve.ts';

const get = { method: 'GET', path: '/x' } as const;
const post = { ...get, method: 'POST', body: { type: 'application/json', content: '{}' } } as const;

function open(base: string, policy: HttpPolicy = v3Policy()): Http & { slept: number[] } {
  const clock = fakeClock();
  const http = createHttp({ base, userAgent: 'test/1', clock, policy });
  return Object.assign(Object.create(http) as Http, { slept: clock.slept });
}

describe('too many calls', () => {
  test.each([
    [{ 'retry-after': '7' }, 7000],
    [
      { 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' },
      9000,
    ],
    [
      {
        'x-burst-throttle-seconds-until-full': '3',
        'x-token-bucket-seconds-until-next-refill': '41',
      },
      41_000,
    ],
    [{ 'x-burst-throttle-calls-left': '0', 'x-burst-throttle-seconds-until-full': '2' }, 2000],
    // The bucket is not what refused: its refill, a minute off, does not matter.
    [
      {
        'x-burst-throttle-calls-left': '0',
        'x-burst-throttle-seconds-until-full': '3',
        'x-token-bucket-calls-left': '4900',
        'x-token-bucket-seconds-until-next-refill': '59',
      },
      3000,
    ],
    [{}, 2000],
    [{ 'retry-after': 'soon' }, 2000],
  ])('%j: a read and a write wait %i ms', async (headers, expected) => {
    for (const request of [get, post]) {
      await using server = await serve((response, _, count) => {
        if (count === 1) response.writeHead(429, headers).end();
        else json(response, 200, {});
      });
      const http = open(server.url);
      expect((await http.send(request)).status).toBe(200);
      expect(server.seen).toHaveLength(2);
      expect(http.slept[0]).toBe(expected);
      await http.close();
    }
  });

  test.each(['1', '0', '-5', '60'])('without end (%s): tried again three times', async (told) => {
    await using server = await serve((response) => {
      response.writeHead(429, { 'retry-after': told }).end();
    });
    const http = open(server.url);
    expect((await http.send(post)).status).toBe(429);
    expect(server.seen).toHaveLength(4);
    await http.close();
  });

  test.each([
    { 'retry-after': '61' },
    { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' },
    { 'x-token-bucket-seconds-until-next-refill': '999999999' },
  ])('a wait that is longer than a minute is not begun: %j', async (headers) => {
    await using server = await serve((response) => {
      response.writeHead(429, headers as Record<string, string>).end();
    });
    const http = open(server.url);
    expect((await http.send(get)).status).toBe(429);
    expect(http.slept).toEqual([]);
    await http.close();
  });
});

test('many callers at once are paced by what the server says, without a refusal', async () => {
  const size = 50;
  let used = 0;
  await using server = await serve((response) => {
    used += 1;
    response.setHeader('x-burst-throttle-calls-left', String(Math.max(0, size - used)));
    response.setHeader('x-burst-throttle-seconds-until-full', '2');
    json(response, used > size ? 429 : 200, {});
  });
  const clock = fakeClock();
  const http = createHttp({
    base: server.url,
    userAgent: 'test/1',
    policy: v3Policy(),
    clock: {
      now: () => clock.now(),
      async sleep(milliseconds) {
        await clock.sleep(milliseconds);
        used = 0;
      },
    },
  });
  const statuses = await Promise.all(
    Array.from({ length: 120 }, async () => (await http.send(get)).status),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(http.requests.total).toBe(120);
  expect(clock.slept.length).toBeGreaterThan(0);
  await http.close();
});
