import { describe, expect, test } from 'vitest';
import { commentPayload, createGiteaWorld } from '../../kit/gitea-world.ts';
import { page } from '../../kit/page.ts';
import { note } from '../../e2e/pull-request-checkout.ts';

const theirs = 'Words that a person wrote on the site.\n';

/** A published page, or note, whose post a person edited, and which changed as well: it is held. */
async function held(isNote = false) {
  const world = await createGiteaWorld(
    isNote
      ? "defaults: { tags: [notes] }\nsources: { docs: false, pull-requests: { since: '2026-01-01' } }"
      : 'sources: { pull-requests: false }',
  );
  const { gitea, site, checkout } = world;
  const write = async (text: string) => {
    if (isNote) {
      const labels = ['stack:article'];
      gitea.putPull({ number: 7, title: 'Faster keys than before', labels, body: note(text) });
      return;
    }
    await checkout.write({ 'docs/a.md': page('The first page', text) });
    await checkout.commit();
    await world.push();
  };
  await write('one\n');
  const digest = await world.planned();
  const acted = await world.byDispatch(gitea.start('workflow_dispatch', 'mia'), digest);
  if (acted.code !== 0) throw new Error(acted.log);
  const post = (await site.posts()).find(({ kind }) => kind === 'article');
  if (!post) throw new Error('expected a post');
  await site.edit(post.id, { body: theirs });
  await write('two\n');
  await site.advance(60);
  const GITHUB_SHA = (await checkout.git('rev-parse', 'HEAD')).stdout.trim();
  const source = isNote ? 'pull/7' : 'docs/a.md';
  return {
    ...world,
    source,
    decide: (by: string) => {
      const comment = gitea.comment(1, by, `/resolve ${source} site`);
      const event = 'issue_comment';
      const payload = commentPayload(comment);
      return world.act({ event, command: 'resolve', token: 'read', payload, env: { GITHUB_SHA } });
    },
    byHand: (by: string) =>
      world.act({
        event: 'workflow_dispatch',
        command: 'resolve',
        token: 'read',
        run: gitea.start('workflow_dispatch', by).id,
        payload: { inputs: { source, resolution: 'site' } },
        env: { INPUT_SOURCE: source, INPUT_RESOLUTION: 'site', GITHUB_SHA },
      }),
  };
}

describe('about a page', () => {
  test('an administrator decides by a comment, and a writer does not', async () => {
    const world = await held();
    const refused = await world.decide('wren');
    expect(refused).toMatchObject({ code: 3, outputs: { reason: 'approver-not-allowed' } });
    expect(await world.decide('mia')).toMatchObject({ code: 0 });
    const { outputs } = await world.act({ event: 'push', token: 'read' });
    expect(outputs).toMatchObject({ held: '0', unchanged: '1' });
  });

  test('or by starting the workflow', async () => {
    const world = await held();
    const refused = await world.byHand('wren');
    expect(refused).toMatchObject({ code: 3, outputs: { reason: 'approver-not-allowed' } });
    expect(await world.byHand('mia')).toMatchObject({ code: 0 });
  });
});

test('about a note a comment on the same pull request cannot be told to be later: by hand it is', async () => {
  const world = await held(true);
  world.gitea.putPull({ number: 7, updated: Date.now() + 60_000 });
  const moved = await world.decide('mia');
  expect(moved).toMatchObject({ code: 3, outputs: { reason: 'source-moved' } });
  expect(await world.byHand('mia')).toMatchObject({ code: 0 });
});
