import { describe, expect, test } from 'vitest';
import { RequestThrottle } from '../../../../sandbox/stack/v2/request-throttle.ts';
import { defaultSwitches } from '../../../../sandbox/stack/switches.ts';
import { article, question, refusal, v2Harness, type V2Harness } from './v2-harness.ts';

const more = (seconds: number | string) =>
  expect.stringMatching(
    new RegExp(`^too many requests from this IP, more requests available in ${seconds} seconds$`),
  );

/** The ids of the errors of so many reads, null for none. */
async function errors({ get }: V2Harness, count: number, path = 'me'): Promise<unknown[]> {
  const ids = [];
  for (let n = 0; n < count; n += 1) ids.push((await get(path)).json?.error_id ?? null);
  return ids;
}

describe('more requests than allowed in a second', () => {
  test('begin a ban, which passes by the clock of the site', async () => {
    const at = await v2Harness({ switches: { requestsPerSecond: 1, banSeconds: 60 } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => at.get('me')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const banned = await at.get('articles');
    expect(refusal(banned)).toEqual([400, 502, 'throttle_violation', more('(60|59)')]);
    await at.drive.advance(30);
    expect(refusal(await at.post('articles/add', article))).toEqual([
      400,
      502,
      'throttle_violation',
      more('(30|29)'),
    ]);
    expect(await at.drive.posts()).toEqual([]);
    await at.drive.advance(31);
    expect((await at.get('me')).status).toBe(200);
  });

  test('are answered with a page by switch', async () => {
    const at = await v2Harness({ switches: { requestsPerSecond: 1, ban: 'html' } });
    await Promise.all(Array.from({ length: 5 }, () => at.get('me')));
    const banned = await at.get('me');
    expect([banned.status, banned.json]).toEqual([403, null]);
    expect(banned.headers['content-type']).toMatch(/^text\/html/);
  });

  test('are none that were a second apart', async () => {
    const at = await v2Harness({ switches: { requestsPerSecond: 1 } });
    for (let n = 0; n < 3; n += 1) {
      expect((await at.get('me')).status).toBe(200);
      await at.drive.advance(1);
    }
  });
});

describe('the quota of a day', () => {
  test('is counted for each token, and told in each answer', async () => {
    const at = await v2Harness({ switches: { quota: 2 } });
    const { now } = await at.drive.state();
    // To noon, so that no day ends meanwhile.
    await at.drive.advance((129_600_000 - (now % 86_400_000)) / 1000);
    expect((await at.get('me')).json).toMatchObject({ quota_max: 2, quota_remaining: 1 });
    expect((await at.get('me')).json).toMatchObject({ quota_max: 2, quota_remaining: 0 });
    expect(refusal(await at.get('me'))).toEqual([400, 502, 'throttle_violation', more('\\d+')]);
    expect((await at.get('me', {}, { token: 'read' })).json.quota_remaining).toBe(1);
    await at.drive.advance(86_400);
    expect((await at.get('me')).json.quota_remaining).toBe(1);
  });

  test('is told where it limits nothing, too', async () => {
    const { get } = await v2Harness();
    expect((await get('me')).json).toMatchObject({ quota_max: 10_000, quota_remaining: 9999 });
  });
});

describe('a backoff', () => {
  test('closes the method that announced it, and no other', async () => {
    const at = await v2Harness({ switches: { backoff: 10 } });
    expect((await at.get('articles')).json.backoff).toBe(10);
    expect(refusal(await at.get('articles', { page: '2' }))).toEqual([
      400,
      502,
      'throttle_violation',
      'Violation of backoff parameter',
    ]);
    expect((await at.get('articles/1')).json.backoff).toBe(10);
    expect((await at.get('articles', {}, { token: 'read' })).status).toBe(200);
    // People found the announced seconds too few.
    await at.drive.advance(10);
    expect(refusal(await at.get('articles'))[1]).toBe(502);
    await at.drive.advance(2);
    expect((await at.get('articles')).status).toBe(200);
  });

  test('makes no difference between me and a user', async () => {
    const at = await v2Harness({ switches: { backoff: 10 } });
    await at.get('me/articles');
    expect(await errors(at, 1, 'users/12/articles')).toEqual([502]);
    expect(await errors(at, 1)).toEqual([null]);
    expect(await errors(at, 1, 'users/12')).toEqual([502]);
  });

  test('is told only by a good answer, and only by a filter that has it', async () => {
    const at = await v2Harness({ switches: { backoff: 10 } });
    expect((await at.get('articles', { page: '0' })).json).not.toHaveProperty('backoff');
    expect((await at.get('articles', { filter: 'none' })).json).toEqual({});
    expect(await errors(at, 1, 'articles')).toEqual([502]);
  });
});

describe('Articles', () => {
  test('are written once a minute by an account, new or edited', async () => {
    const at = await v2Harness({ switches: { articlesPerMinute: 1 } });
    const add = (token = 'write') => at.post('articles/add', article, { token });
    expect((await add()).status).toBe(200);
    const refused = await add();
    expect(refusal(refused)).toEqual([400, 502, 'throttle_violation', expect.any(String)]);
    expect([60, 59]).toContain(refused.json.backoff);
    expect((await at.post('articles/1/edit', article)).json.error_id).toBe(502);
    expect((await at.drive.posts()).length).toBe(1);
    expect((await add('colleague')).status).toBe(200);
    expect((await at.post('questions/add', question)).status).toBe(200);
    expect((await at.get('articles/1')).status).toBe(200);
    await at.drive.advance(60);
    expect((await at.post('articles/1/edit', article)).status).toBe(200);
  });

  test('that were refused do not count', async () => {
    const at = await v2Harness({ switches: { articlesPerMinute: 1 } });
    expect((await at.post('articles/add', { ...article, tags: 'a/b' })).json.error_id).toBe(407);
    expect((await at.post('articles/9/edit', article)).json.error_id).toBe(400);
    expect((await at.post('articles/add', article)).status).toBe(200);
  });

  test('of API v3 are not limited by it', async () => {
    const at = await v2Harness({ switches: { articlesPerMinute: 1 } });
    const body = { ...article, tags: ['a'], type: 'policy' };
    for (let n = 0; n < 3; n += 1)
      expect((await at.api('POST', '/articles', { body })).status).toBe(201);
  });
});

describe('the switch for all throttles', () => {
  test('turns on what no other switch sets', async () => {
    const at = await v2Harness({ switches: { throttle: true } });
    await at.post('articles/add', article);
    expect((await at.post('articles/add', article)).json.error_id).toBe(502);
    await at.drive.switches({ articlesPerMinute: 0, requestsPerSecond: 0 });
    await at.post('articles/add', article);
    expect((await at.post('articles/add', article)).status).toBe(200);
    expect(await errors(at, 40)).toEqual(Array.from({ length: 40 }, () => null));
  });

  test('turns them off', async () => {
    const at = await v2Harness();
    await at.post('articles/add', article);
    expect((await at.post('articles/add', article)).status).toBe(200);
    expect(await errors(at, 40)).toEqual(Array.from({ length: 40 }, () => null));
  });
});

describe('as it starts, the throttle', () => {
  const noon = Date.parse('2026-03-04T12:00:00Z');

  test('bans for 30 seconds after 30 requests in a second', () => {
    const throttle = new RequestThrottle();
    const banned = (after: number) => throttle.banned(defaultSwitches, noon + after);
    for (let n = 0; n < 30; n += 1) expect(banned(n)).toBeNull();
    expect(banned(1000)).toBeNull();
    for (let n = 1; n < 30; n += 1) banned(1000 + n);
    expect(banned(1030)).toBe(30);
    expect(banned(31_029)).toBe(1);
    expect(banned(31_030)).toBeNull();
  });

  test('lets 10,000 calls a day through, until midnight UTC', () => {
    const throttle = new RequestThrottle();
    const call = (after = 0) =>
      throttle.admit({ name: 'write', method: 'me' }, defaultSwitches, noon + after);
    for (let n = 9999; n >= 0; n -= 1) expect(call()).toEqual({ max: 10_000, remaining: n });
    expect(call).toThrow('more requests available in 43200 seconds');
    expect(call(43_200_000).remaining).toBe(9999);
  });

  test('counts a quota that it does not enforce to -1, and no further', () => {
    const throttle = new RequestThrottle();
    const switches = { ...defaultSwitches, throttle: false };
    const call = () => throttle.admit({ name: 'write', method: 'me' }, switches, noon).remaining;
    for (let n = 0; n < 10_000; n += 1) call();
    expect([call(), call()]).toEqual([-1, -1]);
  });
});
