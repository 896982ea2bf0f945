import { describe, expect, test } from 'vitest';
import { commentPayload, createActionWorld } from '../../kit/action-world.ts';
import { expectRefused } from '../expect-refused.ts';

/** A world where a plan waits. Nothing that is refused changes it, so that those tests share one. */
async function waiting(more = '') {
  const world = await createActionWorld({ more });
  const digest = await world.planned();
  const comment = (login: string, body = `/publish ${digest}`) =>
    world.fakeGitHub.comment(1, login, body);
  return { world, digest, comment };
}
const shared = await waiting();

describe('who comments', () => {
  test.each(['sten-stranger', 'rea-read', 'tria-triage', 'will-write'])(
    '%s may not approve, and costs the site no request',
    async (login) => {
      const { world, comment } = shared;
      const before = (await world.site.state()).requests;
      const refused = world.byComment(await comment(login));
      await expectRefused(world, refused, 'approver-not-allowed');
      expect((await world.site.state()).requests).toBe(before);
    },
  );

  test('an admin may, and a role that the configuration names', async () => {
    const { world, comment } = await waiting('approval: { roles: [write, admin] }');
    const maintainer = await comment('mia-maintain');
    await expectRefused(world, world.byComment(maintainer), 'approver-not-allowed');
    const writer = await comment('will-write');
    expect(await world.byComment(writer)).toMatchObject({ code: 0, outputs: { created: '1' } });
  });

  test.each([
    ['repos/*/*/collaborators/*/permission', 401, 'forge-refused'],
    ['repos/*/*/collaborators/*/permission', 403, 'forge-refused'],
    ['repos/*/*/collaborators/*/permission', 404, 'approver-not-allowed'],
    ['repos/*/*/collaborators/*/permission', 500, 'forge-unreachable'],
    ['repos/*/*/issues/comments/*', 403, 'forge-refused'],
    ['repos/*/*/issues/comments/*', 404, 'approval-missing'],
    ['repos/*/*/issues/comments/*', 500, 'forge-unreachable'],
    ['graphql', 403, 'forge-refused'],
    ['graphql', 404, 'forge-refused'],
    ['graphql', 500, 'forge-unreachable'],
  ] as const)('nobody does where %s is answered %i', async (path, status, reason) => {
    const { world, comment } = shared;
    const command = await comment('mia-maintain');
    await world.fakeGitHub.fault({ kind: 'error', status, path, times: 9 });
    await expectRefused(world, world.byComment(command), reason);
    await world.fakeGitHub.clearFaults();
  });

  test('a bot is refused whatever its role, and so is an app that acts for a maintainer', async () => {
    const { world, digest, comment } = shared;
    await world.fakeGitHub.user({ login: 'release-helper[bot]', role: 'admin' });
    const bot = await comment('release-helper[bot]');
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
    const { world, digest, comment } = shared;
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
      const acted = await world.byComment(await comment('mia-maintain', body));
      expect(acted).toEqual({
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
    const { world, comment } = shared;
    const command = await comment('mia-maintain');
    const payload = commentPayload(command);
    for (const change of [{ action: 'edited' }, { issue: { number: 1 } }]) {
      const acted = await world.byComment(command, { payload: { ...payload, ...change } });
      expect(acted).toEqual({ code: 0, log: '', outputs: {}, summary: '' });
    }
    expect(await world.titles()).toEqual([]);
  });

  test('a comment that was edited or deleted since does not count, and one left alone does', async () => {
    const { world, comment } = await waiting();
    const write = () => comment('mia-maintain');

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
    const { world, comment } = shared;
    const forged = {
      ...(await comment('sten-stranger')),
      author: { id: 1002, login: 'mia-maintain', type: 'User' as const },
    };
    await expectRefused(world, world.byComment(forged), 'approval-changed');
  });
});
