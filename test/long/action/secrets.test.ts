import { describe, expect, test } from 'vitest';
import { watchedWorld } from '../../action/watched-world.ts';

describe('no token', () => {
  test('is shown where the site quotes it in its errors', async () => {
    const { site, act, publish, expectNoLeak } = await watchedWorld();
    const step = await publish();
    for (const status of [400, 403, 422, 500]) {
      site.failWith(status, (method) => method === 'POST');
      expect((await act(step)).code).not.toBe(0);
    }
    for (const status of [400, 401, 404]) {
      site.failWith(status, () => true);
      expect((await act({ event: 'push', token: 'read' })).code).not.toBe(0);
    }
    await expectNoLeak();
  });

  test('is shown where GitHub quotes it in its errors', async () => {
    const { fakeGitHub, act, publish, expectNoLeak } = await watchedWorld();
    const step = await publish();
    const isGit = (path: string) => path.includes('.git/');
    // 200: GraphQL tells of errors in an answer of success.
    for (const status of [200, 401, 403, 404, 422]) {
      fakeGitHub.failWith(status, (_, path) => path === '/graphql');
      expect((await act({ event: 'push', token: 'read' })).code).not.toBe(0);
      fakeGitHub.failWith(status, (_, path) => path !== '/graphql' && !isGit(path));
      expect((await act(step)).code).not.toBe(0);
    }
    await expectNoLeak();
  });

  test('is shown where git meets a server that quotes it', async () => {
    const { fakeGitHub, act, publish, expectNoLeak } = await watchedWorld();
    const step = await publish();
    for (const status of [401, 403, 500]) {
      fakeGitHub.failWith(status, (_, path) => path.includes('service=git-receive-pack'));
      expect(await act(step)).toMatchObject({ outputs: { reason: 'ledger-not-writable' } });
      fakeGitHub.failWith(status, (_, path) => path.includes('.git/'));
      expect((await act({ event: 'push', token: 'read' })).code).not.toBe(0);
    }
    await expectNoLeak();
  });
});
