import { expect, test } from 'vitest';
import { createHttp } from '../../../../src/adapters/http/create-http.ts';
import { v3Policy } from '../../../../src/adapters/stack/throttle/v3-policy.ts';
import { createSiteV3 } from '../../../../src/adapters/stack/v3/create-site-v3.ts';
import { watchList } from '../../../../src/adapters/watch-list.ts';
import type { Site } from '../../../../src/ports/site.ts';
import { fakeClock } from '../../../kit/fake-clock.ts';
import { json, serve } from '../../../kit/serve.ts';
import { articleModel, token } from '../served-site.ts';

interface Told {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly status?: number;
  readonly body?: (page: number) => unknown;
}

/** Opens a site that says the same of itself with every answer. Nothing waits for long. */
async function open({ headers = {}, status = 200, body = () => ({ id: 12, name: 'Bot' }) }: Told) {
  const server = await serve((response, request) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const page = new URL(request.url, server.url).searchParams.get('page');
    json(response, status, body(Number(page)));
  });
  const clock = fakeClock(Date.now());
  const said: string[] = [];
  const http = createHttp({
    base: server.url,
    userAgent: 'test/1',
    clock,
    policy: v3Policy(),
    log: { info: (text) => said.push(text), debug() {} },
  });
  const site = createSiteV3({
    destination: { tier: 'business', site: server.url, team: 'acme', api: 'v3' },
    token,
    http,
    clock,
  });
  return {
    site,
    clock,
    said,
    requests: () => server.seen.length,
    async [Symbol.asyncDispose]() {
      await http.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** All that a command may ask for before it writes. */
async function askAll(site: Site): Promise<void> {
  await site.me();
  for (let page = 1, last = false; !last; page += 1)
    ({ last } = await site.list('article', 12, page));
  await site.answersOf({ kind: 'question', id: 3 }, 12);
  await site.directory?.groups();
  await site.directory?.tags(['tls', 'docs'], 5);
}

test.each<[string, Told['headers'], string]>([
  [
    'refilled in 31 years',
    { 'x-token-bucket-calls-left': '0', 'x-token-bucket-seconds-until-next-refill': '999999999' },
    'throttled',
  ],
  [
    'a burst over in 31 years',
    { 'x-burst-throttle-calls-left': '0', 'x-burst-throttle-seconds-until-full': '999999999' },
    'throttled',
  ],
  [
    'refilled in two minutes',
    { 'x-token-bucket-calls-left': '1', 'x-token-bucket-seconds-until-next-refill': '120' },
    'throttled',
  ],
  ['1960', { date: 'Thu, 01 Jan 1960 00:00:00 GMT' }, 'clock-wrong'],
  ['1970', { date: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 'clock-wrong'],
  ['9999', { date: 'Fri, 31 Dec 9999 23:59:59 GMT' }, 'clock-wrong'],
  ['2049', { date: 'Fri, 01 Jan 2049 00:00:00 GMT' }, 'clock-wrong'],
])('what an answer says of limits and of the time: %s', async (_, headers, code) => {
  await using at = await open({ headers });
  await expect(askAll(at.site)).rejects.toMatchObject({ kind: 'site', code });
  expect(at.requests()).toBeLessThan(4);
  expect(at.clock.slept).toEqual([]);
});

const item = (id: number, over: object = {}) => ({
  ...articleModel({ id, ...over }),
  name: `group ${id}`,
  owner: { id: 13 },
});
const items = (count: number, first: number) =>
  Array.from({ length: count }, (_, index) => item(first + index));

test.each<[string, (page: number) => object, string]>([
  [
    'without an end',
    (page) => ({ totalCount: 1e15, totalPages: 1e15, items: items(100, page * 100) }),
    'list-endless',
  ],
  [
    'one page again and again',
    () => ({ totalCount: 500, totalPages: 1e9, items: items(100, 1) }),
    'list-endless',
  ],
  [
    'a total that moves away',
    (page) => ({ totalCount: page * 100 + 1, totalPages: page + 1, items: items(100, page * 100) }),
    'list-endless',
  ],
  [
    'without a total',
    (page) => ({ totalPages: page + 1, items: items(100, page * 100) }),
    'list-endless',
  ],
  ['a total that is no number', () => ({ totalCount: 'many', items: items(2, 1) }), ''],
  [
    'a total that is not reached',
    () => ({ totalCount: 1e9, totalPages: 1, items: items(2, 1) }),
    '',
  ],
  [
    'posts of a year to come',
    () => ({ totalCount: 1, items: [item(1, { lastActivityDate: '9999-12-31T23:59:59Z' })] }),
    'clock-wrong',
  ],
])('what a list says of itself: %s', async (_, body, code) => {
  await using at = await open({ body: (page) => (page ? body(page) : { id: 12, name: 'Bot' }) });
  const asked = askAll(at.site);
  if (code === '') await asked;
  else await expect(asked).rejects.toMatchObject({ kind: 'site', code });
  expect(at.requests()).toBeLessThan(1100);
});

test('every list that is read to its end, not only that of the posts', async () => {
  const body = () => ({
    totalCount: 500,
    totalPages: 1e9,
    items: items(100, 1),
  });
  await using at = await open({ body });
  const ask = [
    () => at.site.answersOf({ kind: 'question', id: 3 }, 12),
    () => at.site.directory?.groups(),
  ];
  for (const each of ask) await expect(each()).rejects.toMatchObject({ code: 'list-endless' });
});

test('a list takes ten minutes at most, however many entries it has', () => {
  let now = 0;
  const watch = watchList({ now: () => now });
  const page = (first: number) => ({ items: items(100, first), total: 5000 });
  expect(watch(page(1))).toBeNull();
  now += 9 * 60_000;
  expect(watch(page(101))).toBeNull();
  now += 2 * 60_000;
  expect(watch(page(201))).toContain('10 minutes');
});

test('a list of one new entry a page ends too', () => {
  const watch = watchList({ now: () => 0 });
  const pages = Array.from({ length: 7000 }, (_, id) => watch({ items: [{ id }], total: 1 }));
  expect(pages.slice(0, -1).every((said) => said === null)).toBe(true);
  expect(pages.at(-1)).toContain('more than 100000');
});

test('a page that has moved on while others were read is no end', () => {
  const watch = watchList({ now: () => 0 });
  const page = (first: number) => ({ items: items(100, first), total: 500 });
  expect([1, 1, 1, 101, 101, 101].map((first) => watch(page(first)))).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

test('a write that was carried out stands, whatever the time of its answer', async () => {
  await using at = await open({
    status: 201,
    headers: { date: 'Thu, 01 Jan 1960 00:00:00 GMT' },
    body: () => articleModel(),
  });
  const { id } = await at.site.create(
    { kind: 'article', title: 'T', body: 'B', tags: ['x'], type: 'policy', permissions: null },
    Infinity,
  );
  expect(id).toBe(12);
  expect(Math.abs(at.site.now() - at.clock.now())).toBeLessThan(60_000);
});

test('each wait above a second is told with its length, and once', async () => {
  const used = {
    'x-token-bucket-calls-left': '1',
    'x-token-bucket-seconds-until-next-refill': '30',
  };
  await using at = await open({ headers: used, body: () => articleModel() });
  const read = (id: number) => at.site.read({ kind: 'article', id });
  await read(1);
  await Promise.all([read(2), read(3)]);
  expect(at.said).toEqual([
    'The server takes no more calls for now; waiting 31.0 s',
    'The server takes no more calls for now; waiting 31.0 s',
  ]);
});
