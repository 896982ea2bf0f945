import { describe, expect, test } from 'vitest';
import { type ActionWorld, createActionWorld } from '../../kit/action-world.ts';
import { page } from '../../kit/page.ts';
import { changeLedger } from '../change-ledger.ts';
import { sayYes, wayNames, type WayName, type Yes } from '../many-posts.ts';

// Nobody gives another yes in these tests: a run that was approved is started again, over a ledger
// that somebody with write access changed.

const source = 'docs/a.md';
const theirs = 'Words that a person wrote on the site.\n';

/** A world whose page was published in this way. */
async function published(name: WayName) {
  const world = await createActionWorld();
  const digest = await world.planned();
  const yes = await sayYes(name, world, digest);
  expect(await world.act(yes.publish)).toMatchObject({ code: 0, outputs: { created: '1' } });
  return { world, digest, yes, post: await onlyPost(world) };
}

async function onlyPost({ site }: ActionWorld) {
  const [post, ...more] = await site.posts();
  if (!post || more.length > 0) throw new Error('expected one post');
  return post;
}

/** A later attempt that this account starts writes nothing to the site, and says why. */
async function expectNothing(world: ActionWorld, yes: Yes, by: string, reason: string) {
  const before = await world.site.posts();
  const acted = await world.act(await yes.again(by));
  expect(acted).toMatchObject({ code: 3, outputs: { decision: 'refused', reason } });
  expect(await world.site.posts()).toEqual(before);
}

/** Where a maintainer starts it again, it counts as a yes, and still not to what the ledger makes of it. */
async function expectNotDone(world: ActionWorld, yes: Yes) {
  const before = await world.site.posts();
  const { code, outputs } = await world.act(await yes.again('mia-maintain'));
  expect({ code, refused: Number(outputs['refused']) + Number(outputs['held']) }).toEqual({
    code: 3,
    refused: 1,
  });
  expect(await world.site.posts()).toEqual(before);
}

/** Why a writer's later attempt is refused. An environment's is, whoever started it. */
const reasonFor = (name: WayName) =>
  name === 'environment' ? 'attempt-not-approved' : 'approver-not-allowed';

describe('an approval that a writer uses again', () => {
  test.each(wayNames)('by %s, brings no post back that a person deleted', async (name) => {
    const { world, yes, post } = await published(name);
    await world.site.delete(post.id);
    await changeLedger(world, ({ records }) => delete records[source]);
    await expectNothing(world, yes, 'will-write', reasonFor(name));
  });

  test('overwrites no words of a person', async () => {
    const { world } = await published('comment');
    await world.checkout.write({ [source]: page('The first page', 'two\n') });
    await world.checkout.commit();
    await world.push();
    let older: Record<string, unknown> = {};
    await changeLedger(world, ({ records }) => (older = { ...records[source] }));
    const yes = await sayYes('comment', world, await world.planned());
    expect(await world.act(yes.publish)).toMatchObject({ outputs: { updated: '1' } });
    const { id } = await onlyPost(world);
    await world.site.edit(id, { body: theirs });
    const { activity } = await onlyPost(world);
    const resolution = { kind: 'source', activity };
    await changeLedger(world, ({ records }) => (records[source] = { ...older, resolution }));
    await expectNothing(world, yes, 'will-write', 'approver-not-allowed');
    await expectNotDone(world, yes);
  });

  test('makes no second post', async () => {
    const { world, yes, post } = await published('comment');
    await world.site.edit(post.id, { body: theirs });
    const { activity } = await onlyPost(world);
    const none = { post: null, base: null, text: null, step: null, plan: null, activity: null };
    const blank = { ...none, complete: false, version: 0 };
    await changeLedger(world, ({ records }) => {
      const resolution = { kind: 'source', activity };
      records[source] = { ...records[source], ...blank, resolution };
    });
    await expectNothing(world, yes, 'will-write', 'approver-not-allowed');
    await expectNotDone(world, yes);
  });

  test.each([
    ['comment', 'approver-not-allowed', 'approval-used'],
    ['environment', 'attempt-not-approved', 'attempt-not-approved'],
    ['dispatch', 'environment-unprotected', 'environment-unprotected'],
  ] as const)(
    'by %s, is none for another plan that its record is moved to',
    async (name, ...why) => {
      const { world, digest, yes } = await published(name);
      await world.checkout.write({ [source]: page('The first page', 'two\n') });
      await world.checkout.commit();
      await world.push();
      const next = await world.planned();
      await changeLedger(world, ({ approvals }) => {
        approvals[next] = { ...approvals[digest], digest: next };
        delete approvals[digest];
      });
      const again = async (by?: string) => ({ ...(await yes.again(by)), digest: next });
      for (const [index, login] of ['will-write', 'mia-maintain'].entries())
        await expectNothing(world, { ...yes, again }, login, why[index] ?? '');
    },
  );
});

describe('who starts a run again', () => {
  test.each(['comment', 'dispatch'] as const)('by %s has to be known to GitHub', async (name) => {
    const { world, yes } = await published(name);
    const attempt = 'repos/*/*/actions/runs/*/attempts/*';
    for (const [fault, code, reason] of [
      [{ kind: 'error', status: 404 }, 3, 'approver-unknown'],
      [{ kind: 'error', status: 403 }, 3, 'approver-unknown'],
      [{ kind: 'error', status: 500, times: 9 }, 1, 'forge-unreachable'],
    ] as const) {
      await world.fakeGitHub.fault({ ...fault, path: attempt });
      const acted = await world.act(await yes.again('mia-maintain'));
      await world.fakeGitHub.clearFaults();
      expect(acted).toMatchObject({ code, outputs: { reason } });
    }
    await world.fakeGitHub.user({ login: 'release-helper[bot]', role: 'admin' });
    await expectNothing(world, yes, 'release-helper[bot]', 'approver-not-a-person');
    // The opposite: what was done already is nothing to do.
    const again = await world.act(await yes.again('ada-admin'));
    expect(again).toMatchObject({ code: 0, outputs: { decision: 'approved', unchanged: '1' } });
  });

  test.each(['comment', 'dispatch'] as const)(
    'by %s does not make the evidence younger or other',
    async (name) => {
      const { world, yes, digest } = await published(name);
      await changeLedger(world, ({ approvals }) => delete approvals[digest]);
      await expectNothing(world, yes, 'mia-maintain', 'attempt-not-approved');
      await world.site.advance(8 * 24 * 3600);
      await expectNothing(world, yes, 'mia-maintain', 'approval-expired');
    },
  );

  test('by comment finds it edited since', async () => {
    const { world, yes } = await published('comment');
    const { payload } = yes.publish as { payload: { comment: { id: number; body: string } } };
    const { id, body } = payload.comment;
    await world.fakeGitHub.editComment(id, 'I take it back', 'mia-maintain');
    await world.fakeGitHub.editComment(id, body, 'mia-maintain');
    await expectNothing(world, yes, 'mia-maintain', 'approval-changed');
  });
});
