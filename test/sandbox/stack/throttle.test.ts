import { describe, expect, test } from 'vitest';
import { defaultSwitches } from '../../../sandbox/stack/switches.ts';
import { Throttle } from '../../../sandbox/stack/throttle.ts';
import { stackHarness } from '../harness.ts';

describe('the throttle', () => {
  test('lets 50 calls through in 2 s, then refuses until the window ends', () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    const take = () => throttle.take('write', defaultSwitches);
    for (let n = 49; n >= 0; n -= 1)
      expect(take()).toMatchObject({
        allowed: true,
        headers: { 'x-burst-throttle-calls-left': String(n) },
      });
    now = 1500;
    expect(take()).toMatchObject({ allowed: false, wait: 1 });
    expect(throttle.take('read', defaultSwitches).allowed).toBe(true);
    now = 2000;
    expect(take().allowed).toBe(true);
  });

  test('never says that a window is longer than it is', () => {
    for (let now = 0.1; now < 1e6; now += 2000 + Math.PI) {
      const { headers } = new Throttle(() => now).take('write', defaultSwitches);
      expect(headers['x-burst-throttle-seconds-until-full']).toBe('2');
    }
  });

  test('refills the bucket by 100 each minute', () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    const switches = { ...defaultSwitches, burst: 10_000 };
    const take = () => throttle.take('write', switches);
    for (let n = 0; n < 5000; n += 1) expect(take().allowed).toBe(true);
    now = 30_000;
    expect(take()).toEqual({
      allowed: false,
      wait: 30,
      headers: {
        'x-burst-throttle-calls-left': '10000',
        'x-burst-throttle-seconds-until-full': '2',
        'x-token-bucket-calls-left': '0',
        'x-token-bucket-seconds-until-full': String(30 + 49 * 60),
        'x-token-bucket-seconds-until-next-refill': '30',
      },
    });
    now = 60_000;
    for (let n = 0; n < 100; n += 1) expect(take().allowed).toBe(true);
    expect(take().allowed).toBe(false);
  });

  test('answers 429 with its headers, and says when to return only by switch', async () => {
    const { api, drive } = await stackHarness({ switches: { burst: 2, burstSeconds: 60 } });
    const allowed = await api('GET', '/users/me');
    for (const name of [
      'x-burst-throttle-calls-left',
      'x-burst-throttle-seconds-until-full',
      'x-token-bucket-calls-left',
      'x-token-bucket-seconds-until-full',
      'x-token-bucket-seconds-until-next-refill',
    ])
      expect(allowed.headers[name]).toMatch(/^\d+$/);
    expect((await api('GET', '/nothing')).status).toBe(404);
    const refused = await api('GET', '/users/me');
    expect([refused.status, refused.json.status]).toEqual([429, 429]);
    expect(refused.headers['x-burst-throttle-calls-left']).toBe('0');
    expect(refused.headers).not.toHaveProperty('retry-after');
    await drive.switches({ retryAfter: true, burst: 1 });
    expect((await api('GET', '/users/me')).status).toBe(200);
    expect((await api('GET', '/users/me')).headers['retry-after']).toMatch(/^\d+$/);
    await drive.switches({ throttle: false });
    const free = await api('GET', '/users/me');
    expect([free.status, free.headers['x-burst-throttle-calls-left']]).toEqual([200, undefined]);
  });

  test('does not follow the clock of the site', async () => {
    const { api, drive } = await stackHarness({ switches: { burst: 1, burstSeconds: 60 } });
    await api('GET', '/users/me');
    await drive.advance(3600);
    expect((await api('GET', '/users/me')).status).toBe(429);
  });
});
