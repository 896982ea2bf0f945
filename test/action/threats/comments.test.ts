import { describe, expect, test } from 'vitest';
import { commentPayload, createWorld, type World } from '../harness.ts';

/** Publishing was refused for this reason, and nothing stands on the site. */
async function expectRefused(
  world: World,
  acted: ReturnType<World['act']>,
  reason: string,
): Promise<void> {
  expect((await acted).outputs).toMatchObject({ reason });
  expect((await acted).code).not.toBe(0);
  expect(await world.titles()).toEqual([]);
}

describe('who comments', () => {
  test.each(['sten-stranger', 'rea-read', 'tria-triage', 'will-write'])(
    '%s may not approve, and costs the site no request',
    async (login) => {
      const world = await createWorld();
      const digest = await world.planned();
      const before = (await world.site.state()).requests;
      const comment = await world.fakeGitHub.comment(1, login, `/publish ${digest}`);
      await expectRefused(world, world.byComment(comment), 'approver-not-allowed');
      expect((await world.site.state()).requests).toBe(before);
    },
  );

  test('an admin may, and a role that the configuration names', async () => {
    const world = await createWorld({ more: 'approval: { roles: [write, admin] }' });
    const digest = await world.planned();
    const maintainer = await world.fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
    await expectRefused(world, world.byComment(maintainer), 'approver-not-allowed');
    const writer = await world.fakeGitHub.comment(1, 'will-write', `/publish ${digest}`);
    expect(await world.byComment(writer)).toMatchObject({ code: 0, outputs: { created: '1' } });
  });

  test('whoever GitHub does not answer for is refused', async () => {
    const world = await createWorld();
    const digest = await world.planned();
    const comment = await world.fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
    const path = 'repos/*/*/collaborators/*/permission';
    await world.fakeGitHub.fault({ kind: 'unauthorized', path });
    await expectRefused(world, world.byComment(comment), 'forge-refused');
  });

  test('a bot is refused whatever its role, and so is an app that acts for a maintainer', async () => {
    const world = await createWorld();
    const digest = await world.planned();
    await world.fakeGitHub.user({ login: 'release-helper[bot]', role: 'admin' });
    const bot = await world.fakeGitHub.comment(1, 'release-helper[bot]', `/publish ${digest}`);
    await expectRefused(world, world.byComment(bot), 'approver-not-a-person');
    const app = await world.fakeGitHub.comment(
      1,
      'mia-maintain',
      `/publish ${digest}`,
      'release-helper',
    );
    await expectRefused(world, world.byComment(app), 'approver-not-a-person');
  });
});

describe('what is commented', () => {
  test('text around the command makes it none: no request, nothing said', async () => {
    const world = await createWorld();
    const digest = await world.planned();
    const before = {
      fakeGitHub: (await world.fakeGitHub.log()).length,
      site: (await world.site.state()).requests,
    };
    for (const body of [
      `> /publish ${digest}`,
      `/publish ${digest} please`,
      `Do not /publish ${digest}`,
      `/publish ${digest.slice(0, 40)}`,
      `/publish ${digest.toUpperCase()}`,
      `/publish ${digest}\n/publish ${digest}`,
    ]) {
      const comment = await world.fakeGitHub.comment(1, 'mia-maintain', body);
      expect(await world.byComment(comment)).toEqual({
        code: 0,
        log: '',
        outputs: {},
        summary: '',
      });
    }
    expect((await world.fakeGitHub.log()).length).toBe(before.fakeGitHub);
    expect((await world.site.state()).requests).toBe(before.site);
  });

  test('an issue, and a comment that was edited into a command, start nothing', async () => {
    const world = await createWorld();
    const digest = await world.planned();
    const comment = await world.fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
    const payload = commentPayload(comment);
    for (const change of [{ action: 'edited' }, { issue: { number: 1 } }]) {
      const acted = await world.byComment(comment, { payload: { ...payload, ...change } });
      expect(acted).toEqual({ code: 0, log: '', outputs: {}, summary: '' });
    }
    expect(await world.titles()).toEqual([]);
  });

  test('a comment that was edited or deleted since does not count, and one left alone does', async () => {
    const world = await createWorld();
    const digest = await world.planned();
    const write = () => world.fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);

    const edited = await write();
    await world.fakeGitHub.editComment(edited.id, 'I take it back', 'mia-maintain');
    await expectRefused(world, world.byComment(edited), 'approval-changed');

    const back = await write();
    await world.fakeGitHub.editComment(back.id, 'x', 'will-write');
    await world.fakeGitHub.editComment(back.id, back.body, 'will-write');
    await expectRefused(world, world.byComment(back), 'approval-changed');

    const deleted = await write();
    await world.fakeGitHub.deleteComment(deleted.id);
    await expectRefused(world, world.byComment(deleted), 'approval-missing');

    expect(await world.byComment(await write())).toMatchObject({ outputs: { created: '1' } });
  });

  test("an event that names another person's comment does not make it theirs", async () => {
    const world = await createWorld();
    const digest = await world.planned();
    const comment = await world.fakeGitHub.comment(1, 'sten-stranger', `/publish ${digest}`);
    const forged = {
      ...comment,
      author: { id: 1002, login: 'mia-maintain', type: 'User' as const },
    };
    await expectRefused(world, world.byComment(forged), 'approval-changed');
  });
});
