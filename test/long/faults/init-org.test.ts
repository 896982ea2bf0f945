import { expect, test } from 'vitest';
import { orgWorld, statesIn } from '../../kit/org-world.ts';

/** The writes that a repository needs which lacks all. */
const writes = 11;

test.each(Array.from({ length: writes }, (_, at) => [at + 1] as const))(
  'killed when its write %i was made, or with its answer lost, the next run goes on',
  async (nth) => {
    const { sandbox, fakeGitHub, init, start, at, mergeShared, destination } = await orgWorld([
      'first',
    ]);
    await init();
    await mergeShared();
    const topics = ['publishes'];
    await fakeGitHub.newRepository({ name: 'killed', topics });
    await fakeGitHub.newRepository({ name: 'lost', topics });
    const args = ['--match', 'killed', '--reviewers', 'mia-maintain'];

    const { requests } = await fakeGitHub.state();
    const running = start(['--json', '--yes', ...args, ...destination]);
    const writesThere = async () =>
      (await fakeGitHub.log(requests)).filter(
        ({ wrote, path }) => wrote && path.includes('/killed/'),
      ).length;
    while ((await writesThere()) < nth) await new Promise((resolve) => setTimeout(resolve, 20));
    running.kill('SIGKILL');
    await running.ended;
    expect(sandbox.github.repository).toBe('acme/handbook');

    for (const method of ['PUT', 'POST']) {
      const before = method === 'PUT' ? 0 : 3;
      if (nth - before > 0 && (method === 'POST' || nth <= 3))
        await fakeGitHub.fault({
          kind: 'lost',
          method,
          path: '/repos/acme/lost/**',
          nth: nth - before,
        });
    }
    await init(['--match', 'lost', '--reviewers', 'mia-maintain']);
    await fakeGitHub.clearFaults();

    for (const name of ['killed', 'lost']) {
      const { code, document } = await init(['--match', name, '--reviewers', 'mia-maintain']);
      expect(code, JSON.stringify(document)).toBe(0);
      const { threads, environments, labels } = await at(name).state();
      expect(threads).toMatchObject([{ state: 'open', head: 'stack-publish/set-up' }]);
      expect(labels).toEqual(['stack:article', 'stack:faq']);
      expect(environments).toMatchObject([
        { name: 'stack-internal-read', branches: ['main'], reviewers: [] },
        { name: 'stack-internal', branches: ['main'], reviewers: [{ login: 'mia-maintain' }] },
      ]);
      const again = await init(['--match', name]);
      expect(again.document.requests.forge.writes).toBe(0);
      expect(statesIn(again.document)).toEqual({ [name]: 'waits' });
    }
  },
);
