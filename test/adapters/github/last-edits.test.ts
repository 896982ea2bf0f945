import { expect, onTestFinished, test } from 'vitest';
import { createApprovalForge } from '../../../src/adapters/github/approval-forge.ts';
import { systemClock } from '../../../src/adapters/system-clock.ts';
import { silent } from '../../../src/ports/log.ts';
import { testSandbox } from '../../kit/test-sandbox.ts';

async function open() {
  const { github, fakeGitHub, site } = await testSandbox();
  const [owner = '', name = ''] = github.repository.split('/');
  const forge = createApprovalForge({
    apiUrl: github.url,
    graphqlUrl: `${github.url}/graphql`,
    repository: { owner, name },
    token: github.tokens.job,
    userAgent: 'test',
    clock: systemClock,
    log: silent,
    proxy: {},
  });
  onTestFinished(() => forge.close());
  return { forge, fakeGitHub, site };
}

test('of descriptions and of a release are told, and of others nothing', async () => {
  const { forge, fakeGitHub } = await open();
  const pull = { title: 'Work', author: 'will-write' };
  for (const number of [7, 8]) await fakeGitHub.pullRequest({ ...pull, number, body: 'one' });
  expect(await forge.lastEdits({ pulls: [7, 8], release: null })).toEqual([]);
  await fakeGitHub.pullRequest({ ...pull, number: 8, body: 'two' });
  await fakeGitHub.release({ tag: 'v1.0.0', name: 'v1.0.0' });
  const [edited = 0, released = 0, ...more] = await forge.lastEdits({
    pulls: [7, 8],
    release: 'v1.0.0',
  });
  expect(more).toEqual([]);
  for (const at of [edited, released]) expect(Math.abs(at - forge.now())).toBeLessThan(60_000);
  expect(await forge.lastEdits({ pulls: [], release: 'v9.9.9' })).toEqual([]);
});

test('of nothing ask nothing, of many each once, and of one that is not there fail', async () => {
  const { forge, fakeGitHub } = await open();
  expect(await forge.lastEdits({ pulls: [], release: null })).toEqual([]);
  expect(forge.requests.total).toBe(0);
  const numbers = Array.from({ length: 201 }, (_, index) => index + 10);
  const pulls = numbers.map((number) => ({ number, title: 'Work', author: 'will-write' }));
  await fakeGitHub.pullRequests(pulls);
  expect(await forge.lastEdits({ pulls: numbers, release: null })).toEqual([]);
  expect(forge.requests.total).toBe(3);
  await expect(forge.lastEdits({ pulls: [10, 9999], release: null })).rejects.toMatchObject({
    kind: 'forge',
  });
});

test("the forge's clock is that of its answers", async () => {
  const { forge, site } = await open();
  expect(Math.abs(forge.now() - Date.now())).toBeLessThan(60_000);
  await site.advance(3600);
  await forge.defaultBranch();
  expect(Math.abs(forge.now() - Date.now() - 3_600_000)).toBeLessThan(60_000);
});
