import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createActionWorld } from '../kit/action-world.ts';
import type { Acted } from '../kit/run-action.ts';
import { askedDuring } from './asked-during.ts';
import { heldWorld, signsUnder, source, theirs } from './held-world.ts';

/** Where nothing is decided, so that those tests share it. */
const idle = createActionWorld();

describe('a comment ends a hold', () => {
  test('for the site: its words stay, and nothing is left to do', async () => {
    const world = await heldWorld();
    expect(await world.counts()).toMatchObject({ held: '1' });
    const comment = await world.say(`/resolve ${source} site`);
    const acting: Acted[] = [];
    const asked = await askedDuring(world, async () => {
      acting.push(await world.decide(comment));
    });
    const [acted] = acting;
    if (!acted) throw new Error('expected a run');
    expect(acted).toMatchObject({ code: 0, outputs: { decision: 'approved', reason: '' } });
    expect(asked.toSorted()).toEqual([
      'GET collaborators/*/permission',
      'GET issues/comments/*',
      'POST issues/comments/*/reactions',
      'query CommentEdit',
      'query MergedPullRequests',
    ]);
    const result = JSON.parse(await readFile(acted.outputs['result'] ?? '', 'utf8'));
    expect(result).toMatchObject({ command: 'resolve', source, resolution: 'site' });
    expect(result).toMatchObject({ post: { id: world.post.id } });
    const { url, repository } = world.sandbox.github;
    const where = `${url}/${repository}/pull/1#issuecomment-${comment.id}`;
    expect(acted.summary).toContain(`[\` mia-maintain \`](${where})`);
    expect(acted.summary).toContain(source);
    expect(acted.log).toContain(where);
    expect(await signsUnder(world, comment.id)).toEqual(['rocket']);
    expect(await world.counts()).toMatchObject({ held: '0', digest: '', unchanged: '1' });
    expect((await world.site.posts())[0]?.body).toBe(theirs);
  });

  test('for the source: the next plan has a step that says whose words go', async () => {
    const world = await heldWorld();
    const comment = await world.say(`/resolve ${source} source`);
    expect(await world.decide(comment)).toMatchObject({ code: 0 });
    const planned = await world.act({ event: 'push', token: 'read' });
    expect(planned.outputs).toMatchObject({ held: '0', overwrite: '1' });
    const yes = await world.say(`/publish ${planned.outputs['digest']}`);
    expect(await world.byComment(yes)).toMatchObject({ code: 0, outputs: { updated: '1' } });
    expect((await world.site.posts())[0]?.body).toContain('two');
  });

  test('by a lasting no, and by the address of a post that it is linked to', async () => {
    const world = await heldWorld();
    expect(await world.decide(await world.say(`/resolve ${source} skip`))).toMatchObject({
      code: 0,
    });
    expect(await world.counts()).toMatchObject({ held: '0', digest: '' });
    expect(await world.decide(await world.say(`/resolve ${source} forget`))).toMatchObject({
      code: 2,
      outputs: { reason: 'nothing-to-resolve' },
    });
    const [other = 0] = await world.site.seed([
      { kind: 'article', title: 'Written by hand', body: 'by hand\n', tags: ['docs'] },
    ] as never);
    await world.site.advance(60);
    await world.checkout.write({
      'docs/new.md': '---\ntitle: A new page\ntags: [docs]\nstack: article\n---\nnew\n',
    });
    await world.checkout.commit();
    await world.push();
    const { pages } = world.sandbox.stack;
    const address = `${pages}/articles/${other}`;
    const comment = await world.say(`/adopt docs/new.md ${address}`);
    const acted = await world.decide(comment);
    expect(acted, acted.log).toMatchObject({ code: 0, outputs: { decision: 'approved' } });
    const result = JSON.parse(await readFile(acted.outputs['result'] ?? '', 'utf8'));
    expect(result).toMatchObject({ command: 'adopt', source: 'docs/new.md', post: { id: other } });
    expect(await signsUnder(world, comment.id)).toEqual(['rocket']);
  });

  test('of a key that a line cannot hold, as a JSON string', async () => {
    const world = await heldWorld();
    const comment = await world.say(`/resolve ${JSON.stringify(source)} site`);
    expect(await world.decide(comment)).toMatchObject({ code: 0 });
  });

  test('whatever approval.accept lists', async () => {
    const more = 'approval: { accept: [comment, asserted] }';
    const world = await heldWorld({ more });
    await world.checkout.write({
      '.github/stack-publish.yml': (
        await readFile(`${world.checkout.folder}/.github/stack-publish.yml`, 'utf8')
      ).replace('[comment, asserted]', '[environment]'),
    });
    await world.checkout.commit();
    await world.push();
    expect(await world.decide(await world.say(`/resolve ${source} site`))).toMatchObject({
      code: 0,
    });
  });

  test('and is told where it does not fit', async () => {
    const world = await heldWorld();
    for (const [body, reason] of [
      [`/resolve ${source} recreate`, 'resolution-unfit'],
      ['/resolve docs/b.md site', 'source-unknown'],
      [`/adopt ${source} ${world.sandbox.stack.pages}/articles/1`, 'adopt-refused'],
    ] as const) {
      const comment = await world.say(body);
      const acted = await world.decide(comment);
      expect(acted).toMatchObject({ code: 2, outputs: { decision: 'none', reason } });
      expect(acted.summary).toContain(reason);
      expect(await signsUnder(world, comment.id)).toEqual(['confused']);
    }
    expect(await world.counts()).toMatchObject({ held: '1' });
  });
});

describe('a run by hand', () => {
  test('ends a hold with what it was given', async () => {
    const world = await heldWorld();
    const acted = await world.byHand('mia-maintain', { source, resolution: 'site', url: '' });
    expect(acted, acted.log).toMatchObject({ code: 0, outputs: { decision: 'approved' } });
    expect(acted.summary).toMatch(/\[` mia-maintain `\]\(\S+\/actions\/runs\/\d+\)/);
    expect(await world.counts()).toMatchObject({ held: '0' });
  });

  test('links a post, as `resolve` with an address and as `adopt`', async () => {
    const world = await createActionWorld();
    const [id = 0, other = 0] = await world.site.seed([
      { kind: 'article', title: 'One by hand', body: 'by hand\n', tags: ['docs'] },
      { kind: 'article', title: 'Another by hand', body: 'by hand too\n', tags: ['docs'] },
    ] as never);
    const url = (post: number) => `${world.sandbox.stack.pages}/articles/${post}`;
    const run = await world.fakeGitHub.run({ actor: 'mia-maintain', event: 'workflow_dispatch' });
    const given = (command: string, post: number) => ({
      event: 'workflow_dispatch',
      command,
      run: run.id,
      token: 'read' as const,
      env: { INPUT_SOURCE: source, INPUT_URL: url(post) },
    });
    for (const [command, post] of [
      ['resolve', id],
      ['adopt', other],
    ] as const) {
      const acted = await world.act(given(command, post));
      if (command === 'resolve') {
        expect(acted, acted.log).toMatchObject({ code: 0, outputs: { decision: 'approved' } });
        const result = JSON.parse(await readFile(acted.outputs['result'] ?? '', 'utf8'));
        expect(result).toMatchObject({ command: 'adopt', source, post: { id: post } });
      } else expect(acted).toMatchObject({ code: 2, outputs: { reason: 'adopt-refused' } });
    }
  });

  test.each([
    ['resolve', { source: '', resolution: 'site' }, 'the input `source` is empty'],
    ['resolve', { source: '"', resolution: 'site' }, 'the input `source` is "\\""'],
    ['resolve', { source }, 'the input `resolution` is empty'],
    ['resolve', { source, resolution: 'sites' }, 'is "sites", expected one of source, site'],
    ['resolve', { source, resolution: 'site', url: 'https://a.example' }, 'both `resolution`'],
    ['adopt', { source }, 'the input `url` is empty'],
    ['adopt', { source, url: 'x', resolution: 'site' }, 'both `resolution`'],
  ] as const)(
    'of %s with %j is refused, and nothing is asked for',
    async (command, given, seen) => {
      const world = await createActionWorld();
      const before = (await world.fakeGitHub.log()).length;
      const env = Object.entries(given).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value,
      ]);
      const acted = await world.act({
        event: 'workflow_dispatch',
        command,
        env: Object.fromEntries(env),
      });
      expect(acted).toMatchObject({ code: 2, outputs: { reason: 'usage', decision: 'none' } });
      expect(acted.log).toContain(seen);
      expect((await world.fakeGitHub.log()).length).toBe(before);
    },
  );
});

test.each(['push', 'schedule', 'repository_dispatch'])(
  'nothing is decided on %s',
  async (event) => {
    const world = await idle;
    const before = (await world.fakeGitHub.log()).length;
    for (const command of ['resolve', 'adopt']) {
      const env = { INPUT_SOURCE: source, INPUT_RESOLUTION: 'site' };
      const acted = await world.act({ event, command, env });
      expect(acted).toMatchObject({ code: 2, outputs: { reason: 'usage' } });
      expect(acted.log).toContain(`the run was started by "${event}"`);
    }
    expect((await world.fakeGitHub.log()).length).toBe(before);
  },
);
