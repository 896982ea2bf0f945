import { describe, expect, test } from 'vitest';
import { ghost } from '../../../sandbox/gitea/records.ts';
import { commentPayload, createGiteaWorld } from '../../kit/gitea-world.ts';
import { expectRefused } from '../expect-refused.ts';

/** A world where a plan waits. Nothing that is refused changes it, so that those tests share one. */
async function waiting(more = '') {
  const world = await createGiteaWorld(more);
  const digest = await world.planned();
  const comment = (login: string, body = `/publish ${digest}`) =>
    world.gitea.comment(1, login, body);
  return { world, digest, comment };
}
const shared = await waiting();

test.each(['mia', 'olga'])(
  'a comment of an administrator approves, and gets a sign: %s',
  async (login) => {
    const { world, comment } = await waiting();
    const command = comment(login);
    expect(await world.byComment(command)).toMatchObject({ code: 0, outputs: { created: '1' } });
    expect(world.gitea.comments.get(command.id)?.reactions).toEqual(['rocket']);
    const ledger = await world.checkout.git('ls-remote', 'origin');
    expect(ledger.code).not.toBe(0);
    const result = await world.act({ event: 'push', token: 'read' });
    expect(result).toMatchObject({ code: 0, outputs: { unchanged: '1', digest: '' } });
  },
);

describe('who comments', () => {
  test.each([
    ['sten', 'approver-not-allowed'],
    ['rita', 'approver-not-allowed'],
    ['wren', 'approver-not-allowed'],
    ['ship-bot', 'approver-not-a-person'],
  ])('%s may not approve, gets no sign, and costs the site no request', async (login, reason) => {
    const { world, comment } = shared;
    const before = (await world.site.state()).requests;
    const command = comment(login);
    await expectRefused(world, world.byComment(command), reason);
    expect((await world.site.state()).requests).toEqual(before);
    expect(world.gitea.comments.get(command.id)?.reactions).toEqual([]);
  });

  test('a job, whose own token wrote it, is nobody', async () => {
    const { world, digest } = shared;
    const actions = { id: -2, login: 'gitea-actions', permission: 'none' } as const;
    const command = world.gitea.comment(1, actions, `/publish ${digest}`);
    // No event tells an id below 1.
    const { code, outputs } = await world.act({
      event: 'issue_comment',
      command: 'publish',
      payload: commentPayload(command),
    });
    expect({ code, outputs }).toEqual({ code: 0, outputs: {} });
    const forged = commentPayload({ ...command, author: world.gitea.user('mia') });
    const acted = world.act({ event: 'issue_comment', command: 'publish', payload: forged });
    await expectRefused(world, acted, 'approval-changed');
  });

  test('an account that is gone, and one that was brought over from elsewhere, are nobody', async () => {
    const { world, digest } = shared;
    const { gitea } = world;
    const author = gitea.user('mia');
    for (const command of [
      gitea.comment(1, ghost, `/publish ${digest}`),
      gitea.comment(1, author, `/publish ${digest}`, 'mia'),
    ]) {
      const payload = commentPayload({ ...command, author });
      const acted = world.act({ event: 'issue_comment', command: 'publish', payload });
      await expectRefused(world, acted, 'approval-changed');
    }
  });

  test("an event that names another person's comment does not make it theirs", async () => {
    const { world, comment } = shared;
    const author = world.gitea.user('mia');
    const payload = commentPayload({ ...comment('wren'), author });
    const acted = world.act({ event: 'issue_comment', command: 'publish', payload });
    await expectRefused(world, acted, 'approval-changed');
  });
});

describe('what is commented', () => {
  test('a writer who edits an administrator’s comment approves nothing, nor who puts it back', async () => {
    const { world, comment } = shared;
    const { gitea } = world;
    const edited = comment('mia');
    gitea.editComment(edited.id, 'I take it back');
    await expectRefused(world, world.byComment(edited), 'approval-changed');
    const back = comment('mia');
    gitea.editComment(back.id, 'something else');
    await new Promise((resolve) => setTimeout(resolve, 1001));
    gitea.editComment(back.id, back.body);
    await expectRefused(world, world.byComment(back), 'approval-changed');
  });

  test('an edit within the second of the comment shows by its words alone', async () => {
    const { world, comment } = shared;
    const { gitea } = world;
    const harmless = comment('mia', 'Nice work');
    const command = `/publish ${shared.digest}`;
    gitea.comments.set(harmless.id, { ...harmless, body: command });
    // Its event has the words that it was written with, which are no command.
    expect(await world.byComment(harmless)).toMatchObject({ code: 0, outputs: {} });
    const other = comment('mia');
    gitea.comments.set(other.id, { ...other, body: 'Nice work' });
    await expectRefused(world, world.byComment(other), 'approval-changed');
  });

  test('a comment that is gone, and one of another thread, count for nothing', async () => {
    const { world, comment } = shared;
    const { gitea } = world;
    const gone = comment('mia');
    gitea.comments.delete(gone.id);
    await expectRefused(world, world.byComment(gone), 'approval-missing');
    const moved = comment('mia');
    gitea.comments.set(moved.id, { ...moved, thread: 2 });
    await expectRefused(world, world.byComment(moved), 'approval-changed');
  });

  test('an issue, and a comment that was edited into a command, start nothing', async () => {
    const { world, comment } = shared;
    const command = comment('mia');
    const payload = commentPayload(command);
    const before = world.gitea.log.count;
    for (const change of [{ action: 'edited' }, { issue: { number: 1 } }]) {
      const acted = await world.byComment(command, { payload: { ...payload, ...change } });
      expect(acted).toEqual({ code: 0, log: '', outputs: {}, summary: '' });
    }
    expect(world.gitea.log.count).toBe(before);
  });

  test('another digest than the plan’s is unknown', async () => {
    const { world, comment } = shared;
    const command = comment('mia', `/publish sha256:${'0'.repeat(64)}`);
    await expectRefused(world, world.byComment(command), 'unknown-digest');
  });
});

test('who starts the run of a comment again needs a role', async () => {
  const { world, comment } = shared;
  const { gitea } = world;
  const command = comment('mia');
  const { id } = gitea.start('issue_comment', 'mia');
  gitea.rerun(id, 'wren');
  const again = world.byComment(command, { run: id, attempt: 2 });
  await expectRefused(world, again, 'approver-not-allowed');
  gitea.rerun(id, 'max');
  const later = world.byComment(command, { run: id, attempt: 3 });
  await expectRefused(world, later, 'attempt-not-approved');
});

test('an approval is used once', async () => {
  const { world, comment } = await waiting();
  const command = comment('mia');
  expect(await world.byComment(command)).toMatchObject({ outputs: { created: '1' } });
  expect(await world.byComment(command)).toMatchObject({ code: 0, outputs: { created: '0' } });
  expect((await world.titles()).length).toBe(1);
});
