import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commentPayload } from '../../kit/action-world.ts';
import { runAction, type Acted } from '../../kit/run-action.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';
import { heldWorld, signsUnder, source, theirs, type HeldWorld } from '../held-world.ts';
import { withClockAhead } from '../other-clock.ts';

const command = `/resolve ${source} site`;
const nothing: Acted = { code: 0, log: '', outputs: {}, summary: '' };

/** A world with a hold. Nothing that is refused changes it, so that those tests share one. */
const shared = await heldWorld();

/** Nothing was decided, for this reason; the site was not even asked, unless `asked`. */
async function expectUndecided(
  world: HeldWorld,
  act: () => Promise<Acted>,
  reason: string,
  { asked = false } = {},
): Promise<void> {
  const ledger = await world.ledger();
  const before = await world.site.state();
  const { code, outputs } = await act();
  const exit = reason.startsWith('forge-') ? 1 : reason === 'not-default-branch' ? 2 : 3;
  expect({ code, reason: outputs['reason'] }).toEqual({ code: exit, reason });
  expect(outputs['decision']).toBe(exit === 3 ? 'refused' : 'none');
  expect(await world.ledger()).toBe(ledger);
  if (!asked) expect((await world.site.state()).requests).toEqual(before.requests);
}

describe('who decides by a comment', () => {
  test.each(['sten-stranger', 'rea-read', 'tria-triage', 'will-write'])(
    '%s may not: no sign, and no request to the site',
    async (login) => {
      const comment = await shared.say(command, login);
      await expectUndecided(shared, () => shared.decide(comment), 'approver-not-allowed');
      expect(await signsUnder(shared, comment.id)).toEqual([]);
    },
  );

  test('a maintainer may, and a role that the configuration names', async () => {
    const world = await heldWorld({ more: 'approval: { roles: [write, maintain] }' });
    const admin = await world.say(command, 'ada-admin');
    await expectUndecided(world, () => world.decide(admin), 'approver-not-allowed');
    expect(await world.decide(await world.say(command, 'will-write'))).toMatchObject({ code: 0 });
  });

  test('no bot does, whatever its role, and no app for a maintainer', async () => {
    await shared.fakeGitHub.user({ login: 'release-helper[bot]', role: 'admin' });
    const bot = await shared.say(command, 'release-helper[bot]');
    const app = await shared.fakeGitHub.comment(1, 'mia-maintain', command, 'release-helper');
    for (const comment of [bot, app]) {
      await expectUndecided(shared, () => shared.decide(comment), 'approver-not-a-person');
      expect(await signsUnder(shared, comment.id)).toEqual([]);
    }
  });

  test.each([
    ['repos/*/*/collaborators/*/permission', 404, 'approver-not-allowed'],
    ['repos/*/*/collaborators/*/permission', 500, 'forge-unreachable'],
    ['repos/*/*/issues/comments/*', 404, 'approval-missing'],
    ['graphql', 403, 'forge-refused'],
  ] as const)('nobody does where %s is answered %i', async (path, status, reason) => {
    const comment = await shared.say(command);
    await shared.fakeGitHub.fault({ kind: 'error', status, path, times: 9 });
    await expectUndecided(shared, () => shared.decide(comment), reason);
    await shared.fakeGitHub.clearFaults();
  });
});

describe('what is commented', () => {
  test('is nothing where text stands around it, where it is edited, or on an issue', async () => {
    const asked = (await shared.fakeGitHub.log()).length;
    for (const body of [
      `> ${command}`,
      `${command} please`,
      `Do not ${command}`,
      `/resolve ${source}`,
      `/resolve ${source} later`,
      `/adopt ${source} here`,
      `${command}\n${command}`,
    ])
      expect(await shared.decide(await shared.say(body))).toEqual(nothing);
    const comment = await shared.say(command);
    for (const change of [{ action: 'edited' }, { action: 'deleted' }, { issue: { number: 1 } }]) {
      const payload = { ...commentPayload(comment), ...change };
      expect(await shared.decide(comment, { payload })).toEqual(nothing);
    }
    expect((await shared.fakeGitHub.log()).length).toBe(asked);
  });

  test('is nothing to the job that it is not for', async () => {
    const asked = (await shared.fakeGitHub.log()).length;
    const decision = await shared.say(command);
    const adoption = await shared.say(`/adopt ${source} https://acme.example/articles/1`);
    const approval = await shared.say(`/publish sha256:${'0'.repeat(64)}`);
    for (const [comment, job] of [
      [decision, 'publish'],
      [decision, 'adopt'],
      [decision, 'plan'],
      [decision, 'auto'],
      [adoption, 'publish'],
      [approval, 'resolve'],
      [approval, 'adopt'],
    ] as const)
      expect(await shared.decide(comment, { command: job })).toEqual(nothing);
    expect((await shared.fakeGitHub.log()).length).toBe(asked);
  });

  test('does not count once it was edited or deleted, and does while it was left alone', async () => {
    const world = await heldWorld();
    const { fakeGitHub } = world;
    const edited = await world.say(command);
    await fakeGitHub.editComment(edited.id, `/resolve ${source} source`, 'mia-maintain');
    const back = await world.say(command);
    await fakeGitHub.editComment(back.id, 'x', 'will-write');
    await fakeGitHub.editComment(back.id, command, 'will-write');
    const deleted = await world.say(command);
    await fakeGitHub.deleteComment(deleted.id);
    const other = await world.say(command, 'sten-stranger');
    const mia = { id: 1002, login: 'mia-maintain', type: 'User' as const };
    for (const [comment, reason] of [
      [edited, 'approval-changed'],
      [back, 'approval-changed'],
      [deleted, 'approval-missing'],
      [{ ...other, author: mia }, 'approval-changed'],
    ] as const)
      await expectUndecided(world, () => world.decide(comment), reason);
    // The ordinary words of somebody, which a writer made a command of.
    const words = await world.say('I would keep what is on the site.');
    const made = await fakeGitHub.editComment(words.id, command, 'will-write');
    await expectUndecided(world, () => world.decide(made), 'approval-changed');
    expect(await world.decide(await world.say(command))).toMatchObject({ code: 0 });
  });
});

describe('an old comment', () => {
  test('is not run again, whoever does it, and nobody is asked for that', async () => {
    const comment = await shared.say(command);
    const asked = (await shared.fakeGitHub.log()).length;
    for (const actor of ['mia-maintain', 'will-write']) {
      const again = { attempt: 2, triggeringActor: actor };
      const acted = await shared.decide(comment, again);
      expect(acted).toMatchObject({ code: 3, outputs: { reason: 'attempt-not-approved' } });
    }
    const asking = (await shared.fakeGitHub.log()).slice(asked).map(({ path }) => path);
    expect(asking.filter((path) => !path.includes('.git/'))).toEqual([]);
    expect(await signsUnder(shared, comment.id)).toEqual([]);
  });

  test.each(['site', 'skip'])(
    'does not decide by %s about words that came after it',
    async (way) => {
      const world = await heldWorld();
      const comment = await world.say(`/resolve ${source} ${way}`);
      await world.site.edit(world.post.id, { body: `${theirs}And more since.\n` });
      await expectUndecided(world, () => world.decide(comment), 'post-moved', { asked: true });
      expect(await signsUnder(world, comment.id)).toEqual(['confused']);
      await world.site.advance(60);
      const anew = await world.say(`/resolve ${source} ${way}`);
      expect(await world.decide(anew)).toMatchObject({ code: 0 });
    },
  );

  test('does not decide about a page that was changed after it', async () => {
    const world = await heldWorld();
    const [comment, commit] = [await world.say(command), await world.commit()];
    const then = { env: { GITHUB_SHA: commit } };
    await world.change('three\n');
    await expectUndecided(world, () => world.decide(comment, then), 'source-moved', {
      asked: true,
    });
    await world.change('two\n');
    // What else changed is nothing to it.
    await world.checkout.write({ 'docs/other.md': 'other\n' });
    await world.checkout.commit();
    await world.push();
    expect(await world.decide(comment, then)).toMatchObject({ code: 0 });
  });

  test('is compared by the clock of each server, also where GitHub has another hour', async () => {
    const world = await heldWorld();
    const url = await withClockAhead(world.sandbox.github.url, 3_600_000);
    const env = { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` };
    const comment = await world.say(command);
    await world.site.advance(60);
    await world.site.edit(world.post.id, { body: `${theirs}And more since.\n` });
    const act = () => world.decide(comment, { env });
    await expectUndecided(world, act, 'post-moved', { asked: true });
    await world.site.advance(60);
    expect(await world.decide(await world.say(command), { env })).toMatchObject({ code: 0 });
  });

  test('fetches the commit that it was written at where the checkout lacks it', async () => {
    const world = await heldWorld();
    const [comment, commit] = [await world.say(command), await world.commit()];
    const then = { env: { GITHUB_SHA: commit } };
    const cloned = async () => {
      const folder = join(temporaryFolder(), 'clone');
      const { url, repository } = world.sandbox.github;
      const args = ['clone', '-q', '--depth', '1', `${url}/${repository}.git`, folder];
      const ran = await world.checkout.git(...args);
      expect(ran).toMatchObject({ code: 0 });
      const has = await world.checkout.git('-C', folder, 'cat-file', '-e', commit);
      expect(has.code).not.toBe(0);
      return folder;
    };
    const payload = commentPayload(comment);
    const step = { event: 'issue_comment', command: 'resolve', payload, ...then };
    await world.change('three\n');
    const workspace = await cloned();
    const act = () => runAction(world.sandbox, workspace, step);
    await expectUndecided(world, act, 'source-moved', { asked: true });
    await world.change('two\n');
    await world.checkout.git('commit', '-q', '--allow-empty', '-m', 'empty');
    await world.push();
    expect(await runAction(world.sandbox, await cloned(), step)).toMatchObject({ code: 0 });
  });

  test('does not decide where the commit that it was written at cannot be had', async () => {
    const comment = await shared.say(command);
    for (const commit of ['0'.repeat(40), 'HEAD', '--upload-pack=x']) {
      const then = { env: { GITHUB_SHA: commit } };
      const act = () => shared.decide(comment, then);
      await expectUndecided(shared, act, 'source-moved', { asked: true });
    }
  });

  test('does not decide about a note that was edited after it', async () => {
    const more =
      'sources: { docs: false, pull-requests: { since: 2020-01-01 } }\ndefaults: { tags: [x] }';
    const world = await heldWorld({ more, note: true });
    const comment = await world.say('/resolve pull/7 site');
    await world.note('Visit evil.example.');
    await expectUndecided(world, () => world.decide(comment), 'source-moved', { asked: true });
    await world.site.advance(60);
    const anew = await world.say('/resolve pull/7 site');
    expect(await world.decide(anew)).toMatchObject({ code: 0 });
  });

  test('links no post that was touched after it', async () => {
    const world = await heldWorld();
    await world.checkout.write({
      'docs/new.md': '---\ntitle: A new page\ntags: [docs]\nstack: article\n---\nnew\n',
    });
    await world.checkout.commit();
    await world.push();
    const [id = 0] = await world.site.seed([{ kind: 'article', title: 'By hand' }] as never);
    await world.site.advance(60);
    const body = `/adopt docs/new.md ${world.sandbox.stack.pages}/articles/${id}`;
    const comment = await world.say(body);
    await world.site.edit(id, { body: 'Something else.\n' });
    await expectUndecided(world, () => world.decide(comment), 'post-moved', { asked: true });
    await world.site.advance(60);
    expect(await world.decide(await world.say(body))).toMatchObject({ code: 0 });
  });
});

describe('who decides by hand', () => {
  const inputs = { source, resolution: 'site' };

  test('nobody below the role does, no bot, and nobody whom GitHub does not show', async () => {
    const by =
      (login: string, step = {}) =>
      () =>
        shared.byHand(login, inputs, step);
    await shared.fakeGitHub.user({ login: 'release-helper[bot]', role: 'admin' });
    await expectUndecided(shared, by('will-write'), 'approver-not-allowed');
    await expectUndecided(shared, by('release-helper[bot]'), 'approver-not-a-person');
    await expectUndecided(shared, by('mia-maintain', { run: 99 }), 'approver-unknown');
    // Another run, which no person started by hand.
    const push = await shared.fakeGitHub.run({ actor: 'mia-maintain', event: 'push' });
    await expectUndecided(shared, by('mia-maintain', { run: push.id }), 'approval-missing');
    const elsewhere = { ref: 'refs/heads/evil' };
    await expectUndecided(shared, by('mia-maintain', elsewhere), 'not-default-branch');
  });

  test('nobody does by running it again, not even as its first attempt', async () => {
    const { id } = await shared.fakeGitHub.run({
      actor: 'mia-maintain',
      event: 'workflow_dispatch',
    });
    await shared.fakeGitHub.rerun(id, 'mia-maintain');
    for (const attempt of [1, 2]) {
      const act = () => shared.byHand('mia-maintain', inputs, { run: id, attempt });
      await expectUndecided(shared, act, 'attempt-not-approved');
    }
  });

  test('a maintainer does', async () => {
    const world = await heldWorld();
    expect(await world.byHand('mia-maintain', inputs)).toMatchObject({ code: 0 });
    expect(await world.counts()).toMatchObject({ held: '0' });
  });
});

test('on another branch nothing is decided', async () => {
  const comment = await shared.say(command);
  const step = { ref: 'refs/heads/evil' };
  await expectUndecided(shared, () => shared.decide(comment, step), 'not-default-branch');
});

test('the site is only read, and no other name than its key gets into a public summary', async () => {
  const world = await heldWorld();
  const writes = async () => (await world.site.log()).filter(({ wrote }) => wrote).length;
  const before = await writes();
  const { summary, log } = await world.decide(await world.say(command));
  expect(await writes()).toBe(before);
  for (const told of [summary, log]) expect(told).not.toContain('a person wrote');
});
