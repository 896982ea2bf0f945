import { describe, expect, test } from 'vitest';
import { createHttp } from '../../../../src/adapters/http/create-http.ts';
import { v2Policy } from '../../../../src/adapters/stack/throttle/v2-policy.ts';
import { fakeClock } from '../../../kit/fake-clock.ts';
import { json, serve, type Answer, type Seen } from '../../../kit/serve.ts';

const get = (path = '/2.3/articles/1;2') => ({ method: 'GET', path }) as const;
const form = { type: 'application/x-www-form-urlencoded', content: 'a=b' };
const post = (path: string) => ({ method: 'POST', path, body: form }) as const;
const add = post('/2.3/articles/add?team=acme');
const ask = post('/2.3/questions/add?team=acme');

/** A server with times of arrival by the clock of the one who asks, which sleeps no real time. */
async function open(answer: Answer) {
  const clock = fakeClock(0);
  const arrived: { readonly at: number; readonly what: string }[] = [];
  const server = await serve((response, request: Seen, count) => {
    arrived.push({ at: clock.now(), what: `${request.method} ${request.url.replace(/\?.*/, '')}` });
    return answer(response, request, count);
  });
  const told: string[] = [];
  const log = { debug: () => {}, info: (text: string) => void told.push(text) };
  const http = createHttp({
    base: server.url,
    userAgent: 'test/1',
    clock,
    log,
    policy: v2Policy(),
  });
  return {
    http,
    arrived,
    told,
    clock,
    async [Symbol.asyncDispose]() {
      await http.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

const fine: Answer = (response) => json(response, 200, { items: [], quota_remaining: 10 });
const violation = (message: string): object => ({
  error_id: 502,
  error_name: 'throttle_violation',
  error_message: message,
});
const banned = (seconds: number) =>
  violation(`too many requests from this IP, more requests available in ${seconds} seconds`);

describe('backoff', () => {
  test('two seconds more than told, for the same method alone', async () => {
    await using opened = await open((response, { url }) =>
      json(response, 200, { items: [], ...(url.includes('articles') && { backoff: 7 }) }),
    );
    await opened.http.send(get());
    await opened.http.send(get('/2.3/questions/1'));
    await opened.http.send(get('/2.3/articles/3'));
    expect(opened.arrived.map(({ at }) => at)).toEqual([0, 0, 9000]);
  });

  test('for longer than a minute is for a later run', async () => {
    await using opened = await open((response) => json(response, 200, { items: [], backoff: 300 }));
    await opened.http.send(get());
    await expect(opened.http.send(get())).rejects.toMatchObject({
      code: 'EQUOTA',
      until: 302_000,
    });
    expect(opened.arrived).toHaveLength(1);
  });
});

describe('the quota of the day', () => {
  test.each([0, -1])('%i left: the answer counts, and nothing more is sent', async (left) => {
    await using opened = await open((response) =>
      json(response, 200, { items: [], quota_remaining: left, quota_max: 10_000 }),
    );
    expect((await opened.http.send(get())).status).toBe(200);
    await expect(opened.http.send(get())).rejects.toMatchObject({ code: 'EQUOTA', until: null });
    expect(opened.arrived).toHaveLength(1);
  });

  test('a site without one', async () => {
    await using opened = await open((response) =>
      json(response, 200, { items: [], quota_remaining: 0, quota_max: 0 }),
    );
    await opened.http.send(get());
    await opened.http.send(get());
    expect(opened.arrived).toHaveLength(2);
  });
});

describe('a ban', () => {
  test.each([400, 502])('short, with status %i: waited for, a write too', async (status) => {
    for (const request of [get(), ask]) {
      await using opened = await open((response, _, count) =>
        count === 1 ? json(response, status, banned(20)) : json(response, 200, { items: [] }),
      );
      expect((await opened.http.send(request)).status).toBe(200);
      expect(opened.arrived.map(({ at }) => at)).toEqual([0, 22_000]);
      expect(opened.told[0]).toContain('22.0 s');
    }
  });

  test('one that says how long in its backoff alone: waited for, and two seconds more', async () => {
    for (const request of [get(), ask]) {
      await using opened = await open((response, _, count) =>
        count === 1
          ? json(response, 400, { ...violation('too many requests'), backoff: 3 })
          : json(response, 200, { items: [] }),
      );
      expect((await opened.http.send(request)).status).toBe(200);
      expect(opened.arrived.map(({ at }) => at)).toEqual([0, 5000]);
    }
  });

  test('again and again: tried again three times', async () => {
    await using opened = await open((response) => json(response, 400, banned(1)));
    expect((await opened.http.send(get())).status).toBe(400);
    expect(opened.arrived).toHaveLength(4);
  });

  test.each<[string, Answer, number | null]>([
    ['of hours', (response) => json(response, 400, banned(46_472)), 46_474_000],
    ['of unknown length', (response) => json(response, 400, violation('too many')), null],
    [
      'as a page',
      (response) => void response.writeHead(403, { 'content-type': 'text/html' }).end('<html>No'),
      null,
    ],
  ])('%s: nothing more is sent', async (_, answer, until) => {
    await using opened = await open(answer);
    await opened.http.send(get());
    await expect(opened.http.send(get())).rejects.toMatchObject({ code: 'EQUOTA', until });
    await expect(opened.http.send(ask)).rejects.toMatchObject({ code: 'EQUOTA', until });
    expect(opened.arrived).toHaveLength(1);
    expect(opened.clock.slept).toEqual([]);
  });

  test('a page with status 502 is tried again as every outage', async () => {
    await using opened = await open((response, _, count) =>
      count < 3 ? void response.writeHead(502).end('<html>') : json(response, 200, { items: [] }),
    );
    expect((await opened.http.send(get())).status).toBe(200);
  });
});

describe('Articles', () => {
  test('are written one a minute, the first at once, and it is told', async () => {
    await using opened = await open(fine);
    await Promise.all([
      ...Array.from({ length: 3 }, () => opened.http.send(add)),
      opened.http.send(post('/2.3/articles/12/edit')),
    ]);
    expect(opened.arrived.map(({ at }) => at)).toEqual([0, 60_000, 120_000, 180_000]);
    expect(opened.told).toHaveLength(3);
    expect(opened.told[0]).toContain('Article');
  });

  test.each([
    violation('too many articles'),
    { error_id: 407, error_message: 'You can only post once every minute.' },
    { error_id: 407, error_message: 'You are posting too quickly.' },
  ])('refused as too soon (%j), as another run wrote one: a minute later', async (refusal) => {
    await using opened = await open((response, _, count) =>
      count === 1 ? json(response, 400, refusal) : json(response, 200, { items: [] }),
    );
    expect((await opened.http.send(add)).status).toBe(200);
    expect(opened.arrived.map(({ at }) => at)).toEqual([0, 60_000]);
  });

  test('what is not sent before its time is over is not sent', async () => {
    await using opened = await open(fine);
    const send = () => opened.http.send({ ...add, notAfter: 90_000 });
    const results = await Promise.allSettled([send(), send(), send()]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(opened.arrived).toHaveLength(2);
  });
});

describe('a question refused as too soon after another', () => {
  const refused = (message: string): object => ({ error_id: 407, error_message: message });

  test.each([
    ['You can only post once every 20 seconds.', 22_000],
    ['You can only post once a minute.', 60_000],
  ])('%s: waited for', async (message, at) => {
    await using opened = await open((response, _, count) =>
      count === 1 ? json(response, 400, refused(message)) : json(response, 200, { items: [] }),
    );
    expect((await opened.http.send(ask)).status).toBe(200);
    expect(opened.arrived.map((each) => each.at)).toEqual([0, at]);
  });

  test('for longer than a minute: nothing more is sent', async () => {
    await using opened = await open((response) =>
      json(response, 400, refused('You can only post once every 40 minutes.')),
    );
    expect((await opened.http.send(ask)).status).toBe(400);
    await expect(opened.http.send(ask)).rejects.toMatchObject({ code: 'EQUOTA', until: 2_402_000 });
    expect(opened.arrived).toHaveLength(1);
  });

  test.each([
    ['a question', ask, 'Write 20 seconds of text.'],
    ['a question', ask, 'A post may not have too many tags.'],
    ['an Article', add, 'A post may not have too many tags.'],
  ])('%s refused for what it says is not tried again', async (_, request, message) => {
    await using opened = await open((response) => json(response, 400, refused(message)));
    expect((await opened.http.send(request)).status).toBe(400);
    expect(opened.arrived).toHaveLength(1);
    expect(opened.clock.slept).toEqual([]);
  });
});

test('an error of the server that passes: a read is tried again, a write is not', async () => {
  const down: Answer = (response, _, count) =>
    count === 1
      ? json(response, 400, { error_id: 503, error_name: 'temporarily_unavailable' })
      : json(response, 200, { items: [] });
  await using read = await open(down);
  expect((await read.http.send(get())).status).toBe(200);
  expect(read.arrived).toHaveLength(2);
  await using write = await open(down);
  expect((await write.http.send(ask)).status).toBe(400);
  expect(write.arrived).toHaveLength(1);
});
