import { describe, expect, test } from 'vitest';
import { page } from '../kit/page.ts';
import { type ActionWorld, createActionWorld } from '../kit/action-world.ts';

const command = (world: ActionWorld, digest: string, by = 'mia-maintain') =>
  world.fakeGitHub.comment(1, by, `/publish ${digest}`);

/** The signs under a comment. */
async function signsUnder({ fakeGitHub }: ActionWorld, id: number): Promise<string[]> {
  const { comments } = await fakeGitHub.state();
  return comments.find((each) => each.id === id)?.reactions.map(({ content }) => content) ?? [];
}

describe('the comment of somebody who may approve gets a sign', () => {
  test('where all was done, also where it was done before', async () => {
    const world = await createActionWorld();
    const comment = await command(world, await world.planned());
    expect(await world.byComment(comment)).toMatchObject({ code: 0 });
    expect(await signsUnder(world, comment.id)).toEqual(['rocket']);
    expect(await world.byComment(comment)).toMatchObject({ code: 0 });
    expect(await signsUnder(world, comment.id)).toEqual(['rocket']);
  });

  test('where a step was refused, and where everything was', async () => {
    const world = await createActionWorld({
      files: { 'docs/b.md': page('The second page', 'two\n') },
    });
    const comment = await command(world, await world.planned());
    await world.checkout.write({ 'docs/b.md': page('The second page', 'something else\n') });
    await world.checkout.commit();
    await world.push();
    expect(await world.byComment(comment)).toMatchObject({ code: 5 });
    expect(await signsUnder(world, comment.id)).toEqual(['confused']);
    const unknown = await command(world, `sha256:${'0'.repeat(64)}`);
    expect(await world.byComment(unknown)).toMatchObject({ code: 3 });
    expect(await signsUnder(world, unknown.id)).toEqual(['confused']);
  });

  test('where a step failed, and where the site does not answer', async () => {
    const world = await createActionWorld();
    const comment = await command(world, await world.planned());
    await world.site.fault({ kind: 'error', status: 503, method: 'POST', times: 9 });
    expect(await world.byComment(comment)).toMatchObject({ code: 4 });
    expect(await signsUnder(world, comment.id)).toEqual(['-1']);
    await world.site.clearFaults();
    await world.site.fault({ kind: 'unauthorized', times: 9 });
    const other = await command(world, comment.body.slice('/publish '.length));
    expect(await world.byComment(other)).toMatchObject({ code: 1 });
    expect(await signsUnder(world, other.id)).toEqual(['-1']);
  });
});

test("a stranger's comment gets none, and no request is made for one", async () => {
  const world = await createActionWorld();
  const digest = await world.planned();
  for (const login of ['sten-stranger', 'will-write', 'release-helper[bot]']) {
    const comment = await command(world, digest, login);
    expect(await world.byComment(comment)).toMatchObject({ code: 3 });
    expect(await signsUnder(world, comment.id)).toEqual([]);
  }
  const posted = (await world.fakeGitHub.log()).filter(({ path }) => path.endsWith('/reactions'));
  expect(posted).toEqual([]);
});

test.each([
  ['the job lacks `issues: write`', null],
  ['GitHub fails', { kind: 'error', status: 500 }],
  ['GitHub does not answer', { kind: 'reset' }],
] as const)('where %s, one line says so and nothing else changes', async (_, fault) => {
  const world = await createActionWorld();
  const comment = await command(world, await world.planned());
  if (fault)
    await world.fakeGitHub.fault({ ...fault, path: 'repos/*/*/issues/comments/*/reactions' });
  else await world.fakeGitHub.permissions({ contents: 'write', 'pull-requests': 'write' });
  const acted = await world.byComment(comment);
  expect(acted).toMatchObject({ code: 0, outputs: { created: '1', reason: '' } });
  expect(await signsUnder(world, comment.id)).toEqual([]);
  expect(acted.log.match(/^The comment was not answered\..*$/gm)).toHaveLength(1);
  expect(acted.log).not.toMatch(/^::(?:error|warning)/m);
});
