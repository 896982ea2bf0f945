import { expect, test } from 'vitest';
import { gitHubHarness } from '../harness.ts';

test('a spent hour is refused until it is over', async () => {
  const { drive, repo, graphql, api, control } = await gitHubHarness();
  const before = await repo('GET', '', 'job');
  expect(before.headers).toMatchObject({
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-resource': 'core',
  });
  await drive.rateLimit('job', 1);
  expect((await repo('GET', '', 'job')).status).toBe(200);
  const refused = await repo('GET', '', 'job');
  expect(refused.status).toBe(403);
  expect(refused.headers['x-ratelimit-remaining']).toBe('0');
  await graphql('{ viewer { login } }');
  const limited = await graphql('{ viewer { login } }');
  expect([limited.status, limited.json.errors[0].type]).toEqual([200, 'RATE_LIMITED']);
  expect((await repo('GET', '', 'write')).status).toBe(200);
  expect((await api('GET', '/rate_limit', 'job')).json.resources.core.remaining).toBe(0);
  await control.advance(3601);
  expect((await repo('GET', '', 'job')).status).toBe(200);
});

test('answers below the addresses of an Enterprise Server too', async () => {
  const { api } = await gitHubHarness();
  expect((await api('GET', '/api/v3/repos/acme/handbook', 'job')).status).toBe(200);
  const ask = { body: { query: '{ rateLimit { limit } }' } };
  expect((await api('POST', '/api/graphql', 'job', ask)).json.data.rateLimit.limit).toBe(1000);
});
