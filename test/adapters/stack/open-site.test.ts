import { expect, test } from 'vitest';
import { openSite } from '../../../src/adapters/stack/open-site.ts';
import { silent } from '../../../src/ports/log.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { json, serve } from '../../kit/serve.ts';

const options = {
  destination: { tier: 'business', site: 'https://stack.example', team: 'acme', api: 'v3' },
  token: 'rl_pat_0123456789))',
  userAgent: 'test/1',
  articlesPerMinute: 1,
  proxy: {},
  clock: fakeClock(),
  log: silent,
} as const;

const mainSite = {
  tier: 'enterprise',
  site: 'https://stack.example',
  team: null,
  api: 'v2.3',
} as const;

test.each<[string, Partial<Parameters<typeof openSite>[0]>, string]>([
  ['no token', { token: undefined }, 'token-missing'],
  ['an empty token', { token: '' }, 'token-missing'],
  ['a token that is none', { token: 'two words' }, 'token-refused'],
  [
    'API v2.3 for a private team',
    { destination: { ...options.destination, tier: 'enterprise', api: 'v2.3' }, apiKey: 'key' },
    'config-invalid',
  ],
  ['API v2.3 of an Enterprise without a key', { destination: mainSite }, 'api-key-missing'],
  ['an empty key', { destination: mainSite, apiKey: '' }, 'api-key-missing'],
  ['a key that is none', { destination: mainSite, apiKey: 'two words' }, 'api-key-refused'],
  [
    'an address without encryption',
    { destination: { ...options.destination, site: 'http://stack.example' } },
    'insecure-url',
  ],
  ['a proxy that is no address', { proxy: { https: 'http://[' } }, 'usage'],
])('%s is refused before anything is sent', async (_, change, code) => {
  await expect(openSite({ ...options, ...change })).rejects.toMatchObject({ code });
});

test('tells when the first request is being written, and how many there were', async () => {
  await using server = await serve((response) => json(response, 200, { id: 7, name: 'Robot' }));
  const { site, sent, close } = await openSite({
    ...options,
    destination: { ...options.destination, site: server.url },
  });
  const me = site.me();
  await sent;
  expect(await me).toEqual({ id: 7, name: 'Robot' });
  expect(await site.me()).toBe(await me);
  expect(site.requests).toEqual({ total: 1, writes: 0 });
  await close();
});
