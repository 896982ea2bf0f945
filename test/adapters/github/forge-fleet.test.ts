import { expect, onTestFinished, test } from 'vitest';
import { createForgeFleet } from '../../../src/adapters/github/forge-fleet.ts';
import { writePacer } from '../../../src/adapters/github/write-pacer.ts';
import { inFlightPacer } from '../../../src/adapters/http/in-flight-pacer.ts';
import { silent } from '../../../src/ports/log.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { json, serve } from '../../kit/serve.ts';
import { testSandbox } from '../../kit/test-sandbox.ts';

const repository = {
  full_name: 'evil/handbook',
  default_branch: 'main',
  private: false,
  archived: false,
  fork: false,
};

function opened(apiUrl: string, token: string, clock: ReturnType<typeof fakeClock>) {
  const told: string[] = [];
  const fleet = createForgeFleet(
    {
      apiUrl,
      graphqlUrl: `${apiUrl}/graphql`,
      token,
      userAgent: 'test/1',
      clock,
      log: { ...silent, info: (text) => void told.push(text) },
      patienceMs: 65 * 60_000,
    },
    'acme',
  );
  onTestFinished(() => fleet.close());
  return { fleet, told };
}

test('the end of an hour is waited for and told, and the call is made again', async () => {
  const { fakeGitHub, github } = await testSandbox();
  await fakeGitHub.rateLimit('admin', 0);
  const passing = fakeClock(Date.now());
  const clock = {
    ...passing,
    async sleep(ms: number) {
      await fakeGitHub.rateLimit('admin', 100);
      await passing.sleep(ms);
    },
  };
  const { fleet, told } = opened(github.url, github.tokens.admin, clock);
  const found = await fleet.repositories();
  expect(found.map(({ name }) => name)).toEqual(['acme/handbook']);
  expect(told.filter((text) => text.includes('waiting about'))).toHaveLength(1);
  expect(Math.max(...clock.slept)).toBeGreaterThan(50 * 60_000);
});

test('all pages are read, and a list of somebody else is no answer', async () => {
  const { fakeGitHub, github } = await testSandbox();
  for (let at = 0; at < 105; at += 1)
    await fakeGitHub.newRepository({ name: `r-${at}`, files: {} });
  const { fleet } = opened(github.url, github.tokens.admin, fakeClock(Date.now()));
  expect(await fleet.repositories()).toHaveLength(106);

  await using odd = await serve((response, { url }) => {
    json(response, 200, url.includes('/repos') ? [repository] : {});
  });
  const other = opened(odd.url, github.tokens.admin, fakeClock(Date.now()));
  await expect(other.fleet.repositories()).rejects.toMatchObject({ code: 'forge-unreachable' });
});

test('writes go out a second apart, reads go on, and of pull requests 450 an hour', () => {
  const pacer = writePacer(inFlightPacer(10));
  const write = { method: 'POST', path: '/repos/a/b/labels', effect: 'write' } as const;
  const pull = { method: 'POST', path: '/repos/a/b/pulls', effect: 'write' } as const;
  const read = { method: 'GET', path: '/repos/a/b', effect: 'read' } as const;
  let now = 10_000_000;
  const run = (request: typeof write | typeof pull) => pacer.start(now, request)(now, null);
  run(write);
  expect(pacer.next(now, write)).toBe(now + 1000);
  expect(pacer.next(now, read)).toBe(now);
  const first = now;
  for (let at = 0; at < 450; at += 1, now += 1000) run(pull);
  expect(pacer.next(now, write)).toBe(now);
  expect(pacer.next(now, pull)).toBe(first + 3_600_000);
});
