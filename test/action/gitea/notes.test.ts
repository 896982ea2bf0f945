import { describe, expect, test } from 'vitest';
import type { GiteaPull } from '../../../sandbox/gitea/records.ts';
import { createGiteaWorld, type GiteaWorld } from '../../kit/gitea-world.ts';
import { page } from '../../kit/page.ts';
import { note } from '../../e2e/pull-request-checkout.ts';

const notesAlone = "sources: { docs: false, pull-requests: { since: '2026-01-01' } }";
const at = (time: string) => Date.parse(`2026-11-01T${time}:00Z`);
const merged = (number: number, title: string, body: string, more: Partial<GiteaPull> = {}) => ({
  number,
  title,
  body,
  labels: ['stack:article'],
  merged: at('10:00'),
  updated: at('10:00') + number * 1000,
  ...more,
});

/** Plans and publishes. */
async function publish(world: GiteaWorld) {
  const digest = await world.planned();
  const run = world.gitea.start('workflow_dispatch', 'mia');
  expect(await world.byDispatch(run, digest)).toMatchObject({ code: 0 });
}

test('a labelled merged pull request becomes an Article; the rest of it never leaves Gitea', async () => {
  const world = await createGiteaWorld(`defaults: { tags: [notes] }\n${notesAlone}`);
  const { gitea } = world;
  gitea.putPull(merged(7, 'feat(tls): rotate keys on their own', note('Keys rotate alone now.')));
  gitea.putPull(merged(8, 'fix: not for readers', note('Nobody.'), { labels: [] }));
  gitea.putPull(merged(9, 'On a branch', note('Not on main.'), { base: 'release-1' }));
  gitea.putPull(merged(10, 'Open', note('Not yet.'), { state: 'open', merged: null }));
  gitea.putPull(merged(11, 'Closed', note('Never.'), { merged: null }));
  await publish(world);
  const posts = await world.site.posts();
  expect(posts).toMatchObject([
    { title: 'rotate keys on their own', body: 'Keys rotate alone now.' },
  ]);
  expect(JSON.stringify(posts)).not.toContain('Some description');

  // At rest: what the repository is, and what was updated since.
  const asked = await world.asked(() => world.act({ event: 'push', token: 'read' }));
  const here = 'GET /repos/acme/handbook';
  expect(asked).toEqual([`${here} gitea-actions`, `${here}/pulls gitea-actions`]);
});

test('a note edited after the merge is a new revision', async () => {
  const world = await createGiteaWorld(`defaults: { tags: [notes] }\n${notesAlone}`);
  world.gitea.putPull(merged(7, 'Rotate keys on their own', note('Keys are rotated.')));
  await publish(world);
  const edited = { body: note('Keys are rotated daily.'), updated: at('11:00') };
  world.gitea.putPull(merged(7, 'Rotate keys on their own', '', edited));
  await publish(world);
  expect(await world.site.posts()).toMatchObject([{ body: 'Keys are rotated daily.' }]);
});

test('more than stand on one page are all read, each once', async () => {
  const world = await createGiteaWorld(
    `defaults: { tags: [notes] }\nlimits: { create: 200 }\n${notesAlone}`,
  );
  const numbers = Array.from({ length: 120 }, (_, index) => index + 2);
  for (const number of numbers)
    world.gitea.putPull(merged(number, `Change number ${number}`, note(`It is ${number}.`)));
  const { outputs } = await world.act({ event: 'push', token: 'read' });
  expect(outputs).toMatchObject({ create: '120' });
});

describe('who may read what is shown', () => {
  const planned = async (world: GiteaWorld) =>
    (await world.act({ event: 'push', token: 'read' })).summary;

  test('a private repository is the team’s, and a public one everyone’s', async () => {
    const world = await createGiteaWorld();
    expect(await planned(world)).toContain('Publishing Bot');
    world.gitea.isPrivate = false;
    expect(await planned(world)).not.toContain('Publishing Bot');
  });

  test('no answer counts as public, and odd ones are none', async () => {
    const world = await createGiteaWorld('sources: { pull-requests: false }');
    for (const status of [403, 404, 500]) {
      world.gitea.faults.add({ kind: 'error', status, path: 'repos/*/*', times: 9 });
      const { code, summary } = await world.act({ event: 'push', token: 'read' });
      expect(summary).not.toContain('Publishing Bot');
      expect(code).toBe(0);
      world.gitea.faults.clear();
    }
  });
});

describe('the comment on a pull request', () => {
  const ours = ({ gitea }: GiteaWorld, thread: number) =>
    [...gitea.comments.values()].filter((comment) => comment.thread === thread);

  test('says what waits and then what became of it, once, and without a digest', async () => {
    const world = await createGiteaWorld(`defaults: { tags: [notes] }\n${notesAlone}`);
    world.gitea.putPull(merged(7, 'Rotate keys on their own', note('Keys are rotated.')));
    const { outputs } = await world.act({ event: 'push', token: 'read' });
    const [told] = ours(world, 7);
    expect(told).toMatchObject({ author: { login: 'gitea-actions' } });
    expect(told?.body).not.toMatch(/sha256:[0-9a-f]{64}/);
    // Somebody else's that begins like ours is left alone.
    const forged = world.gitea.comment(7, 'wren', told?.body ?? '');
    const run = world.gitea.start('workflow_dispatch', 'mia');
    await world.byDispatch(run, outputs['digest'] ?? '');
    const [after, other, ...more] = ours(world, 7);
    expect(after?.body).not.toBe(told?.body);
    expect(other).toEqual(forged);
    expect(more).toEqual([]);
  });

  test('tells of pages where a squash brought them, and of what an open one will bring', async () => {
    const world = await createGiteaWorld();
    const commit = (await world.checkout.git('rev-parse', 'HEAD')).stdout.trim();
    world.gitea.putPull({ number: 7, mergeCommit: commit });
    await world.planned();
    expect(ours(world, 7)).toHaveLength(1);

    await world.checkout.write({ 'docs/b.md': page('The second page', 'two\n') });
    await world.checkout.commit();
    world.gitea.putPull({
      number: 8,
      state: 'open',
      merged: null,
      files: [['docs/b.md', 'added']],
    });
    const checked = await world.act({
      event: 'pull_request',
      payload: {
        pull_request: {
          number: 8,
          title: 'docs: b',
          body: '',
          labels: [],
          user: { login: 'wren' },
          html_url: `${world.url}/acme/handbook/pulls/8`,
          state: 'open',
          head: { repo: { full_name: 'acme/handbook' } },
        },
      },
    });
    expect(checked.code).toBe(0);
    expect(
      ours(world, 8)
        .map(({ body }) => body)
        .join(''),
    ).toContain('docs/b.md');
  });
});
