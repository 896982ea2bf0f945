import { expect, test } from 'vitest';
import { createGiteaWorld } from '../../kit/gitea-world.ts';
import { note } from '../../e2e/pull-request-checkout.ts';

const at = (minute: number) => Date.UTC(2026, 9, 1, 0, minute);

/** A repository with releases whose pull requests were merged by real commits. */
async function releaseWorld(more = '') {
  const world = await createGiteaWorld(
    `defaults: { tags: [notes] }\nsources: { docs: false, pull-requests: { since: '2026-01-01' }, releases: { tags: ['v*'], since: '2026-01-01'${more} } }`,
  );
  const { gitea, checkout } = world;
  let minute = 0;
  const head = async () => (await checkout.git('rev-parse', 'HEAD')).stdout.trim();
  return {
    ...world,
    async merge(number: number, body: string) {
      await checkout.write({ [`changes/${number}.txt`]: 'x\n' });
      await checkout.commit();
      await world.push();
      const merged = at(minute++);
      const labels = ['stack:article'];
      const mergeCommit = await head();
      gitea.putPull({ number, body, labels, merged, updated: merged, mergeCommit });
    },
    async release(tag: string, changes = {}) {
      await gitea.git.tag(tag, await head());
      gitea.putRelease({ tag, created: at(minute++), ...changes });
    },
    async publishAll() {
      for (let round = 0; round < 5; round++) {
        const { outputs } = await world.act({ event: 'push', token: 'read' });
        const digest = outputs['digest'] ?? '';
        if (digest === '') return;
        const run = gitea.start('workflow_dispatch', 'mia');
        expect(await world.byDispatch(run, digest)).toMatchObject({ code: 0 });
      }
    },
    async articles() {
      const posts = await world.site.posts();
      return Object.fromEntries(
        posts.map((post) => ('title' in post ? [post.title, post.body] : ['', ''])),
      );
    },
  };
}

test('a release becomes one Article of the notes in it', async () => {
  const world = await releaseWorld();
  await world.merge(3, note('Old.'));
  await world.release('v1.0.0');
  await world.merge(7, note('Keys are rotated daily.'));
  await world.release('v1.1.0-rc1', { prerelease: true, draft: true });
  await world.merge(8, note('Tokens expire.'));
  await world.release('v1.1.0', { name: 'Release 1.1' });
  await world.merge(9, note('Of no release.'));
  await world.publishAll();
  const link = (number: number) => `([#${number}](${world.url}/acme/handbook/pulls/${number}))`;
  expect(await world.articles()).toEqual({
    'v1.0.0': `- Old. ${link(3)}`,
    'Release 1.1': `- Keys are rotated daily. ${link(7)}\n- Tokens expire. ${link(8)}`,
  });

  world.gitea.putPull({ number: 7, body: note('Keys are rotated hourly.') });
  await world.publishAll();
  expect((await world.articles())['Release 1.1']).toContain('hourly');
});

test('or of its own text, whose edit is an update', async () => {
  const world = await releaseWorld(', from: body');
  await world.release('v1.0.0', { name: 'Release 1.0', body: 'What is new in it.\n' });
  await world.publishAll();
  expect(await world.articles()).toMatchObject({ 'Release 1.0': expect.stringContaining('new') });
  world.gitea.putRelease({ tag: 'v1.0.0', body: 'What is still newer in it.\n' });
  await world.publishAll();
  expect(await world.articles()).toMatchObject({ 'Release 1.0': expect.stringContaining('newer') });
});
