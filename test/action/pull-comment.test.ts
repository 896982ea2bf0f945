import { describe, expect, test } from 'vitest';
import { approve, createActionWorld, protectedRun, type ActionWorld } from '../kit/action-world.ts';
import { page } from '../kit/page.ts';
import { note } from '../e2e/pull-request-checkout.ts';

const bot = 'github-actions[bot]';
const digest = /sha256:[0-9a-f]{64}/;

const ownWorld = () =>
  createActionWorld({
    more: "defaults: { tags: [notes] }\nsources: { pull-requests: { since: '2026-01-01' } }",
  });

/** Opens a pull request that has a note. */
const withNote = ({ fakeGitHub }: ActionWorld) =>
  fakeGitHub.pullRequest({ title: 'Work', body: note('A.'), labels: ['stack:article'] });

/** The comments on a pull request, of the bot or of anybody. */
async function commentsOn({ fakeGitHub }: ActionWorld, pull: number) {
  const { comments } = await fakeGitHub.state();
  return comments.filter(({ thread }) => thread === pull);
}

async function onlyComment(world: ActionWorld, pull: number) {
  const comments = await commentsOn(world, pull);
  expect(comments.map(({ author }) => author?.login)).toEqual([bot]);
  const [{ id, body } = { id: 0, body: '' }] = comments;
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body).not.toMatch(digest);
  return { id, body };
}

/** The event of a pull request, as its check gets it. */
function opened(
  {
    number,
    title,
    body,
    labels = [],
  }: { number: number; title: string; body: string | null; labels?: readonly string[] },
  from = 'acme/handbook',
) {
  return {
    event: 'pull_request',
    ref: `refs/pull/${number}/merge`,
    payload: {
      pull_request: {
        number,
        title,
        body,
        labels: labels.map((name) => ({ name })),
        user: { login: 'will-write' },
        html_url: `https://github.com/acme/handbook/pull/${number}`,
        state: 'open',
        head: { repo: { full_name: from } },
      },
    },
  };
}

/** How often something was written to GitHub since. */
async function writesSince({ fakeGitHub }: ActionWorld, since: number) {
  return (await fakeGitHub.log(since)).filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/repos/'),
  );
}

describe('before the merge', () => {
  test('one comment says what the pull request will be, and follows it', async () => {
    const world = await ownWorld();
    const { fakeGitHub } = world;
    const pull = await fakeGitHub.pullRequest({
      title: 'Rotate keys daily',
      body: note('Keys are rotated *daily*, says @mia in #1.'),
      labels: ['stack:article'],
    });
    const { log } = await world.act(opened(pull));
    expect(log).not.toContain('was not commented on');
    const first = await onlyComment(world, pull.number);
    expect(first.body).toContain('> Keys are rotated *daily*, says `@mia` in `#1`.');

    const seen = (await fakeGitHub.log()).length;
    await world.act({ ...opened(pull), run: 4243 });
    expect(await writesSince(world, seen)).toEqual([]);

    await world.act(opened({ ...pull, body: 'No note any more.' }));
    const written = await writesSince(world, seen);
    expect(written.map(({ method }) => method)).toEqual(['PATCH']);
    const second = await onlyComment(world, pull.number);
    expect(second.id).toBe(first.id);
    expect(second.body).toContain('no-note');

    await world.act(opened({ ...pull, body: 'No note.', labels: [] }));
    expect((await onlyComment(world, pull.number)).body).toMatch(/Nothing of this pull request/);
  });

  test('pages that the pull request changes are named, and no others', async () => {
    const world = await ownWorld();
    const { fakeGitHub, checkout } = world;
    await checkout.git('switch', '-q', '-c', 'change');
    await checkout.write({
      'docs/new.md': page('A <new> page of @mia', 'two\n'),
      'docs/bad.md': '---\nstack: article\n---\n\nNo title.\n',
      'docs/plain.md': 'Not marked.\n',
    });
    await checkout.commit();
    const header = `http.extraheader=AUTHORIZATION: basic ${Buffer.from(`x-access-token:${world.sandbox.github.tokens.maintain}`).toString('base64')}`;
    await checkout.git('-c', header, 'push', '-q', 'origin', 'change');
    const pull = await fakeGitHub.pullRequest({ title: 'Pages', head: 'change' });
    await world.act(opened(pull));
    const { body } = await onlyComment(world, pull.number);
    expect(body).toContain('| article | A &#60;new&#62; page of ` @mia ` | ` docs/new.md ` |');
    expect(body).toContain('docs/bad.md');
    expect(body).not.toContain('docs/a.md');
  });

  test('who has nothing to publish hears nothing', async () => {
    const world = await ownWorld();
    const pull = await world.fakeGitHub.pullRequest({ title: 'Work', body: 'Some work.' });
    await world.act(opened(pull));
    expect(await commentsOn(world, pull.number)).toEqual([]);
  });

  test('a pull request of a fork, or one that is closed, is not commented on', async () => {
    const world = await ownWorld();
    const { fakeGitHub } = world;
    const pull = await withNote(world);
    const since = (await fakeGitHub.log()).length;
    const { summary, code } = await world.act(opened(pull, 'sten-stranger/handbook'));
    expect(code).toBe(0);
    expect(summary).toContain('fork');
    const closed = opened(pull);
    Object.assign(closed.payload.pull_request as { state: string }, { state: 'closed' });
    await world.act(closed);
    expect(await fakeGitHub.log(since)).toEqual([]);
  });

  test('a token that may not comment is one line in the log', async () => {
    const world = await ownWorld();
    const { fakeGitHub } = world;
    const pull = await withNote(world);
    await fakeGitHub.permissions({ contents: 'read', 'pull-requests': 'read' });
    const { log, code } = await world.act(opened(pull));
    expect(code).toBe(0);
    expect(log).toContain('pull-requests: write');
    expect(await commentsOn(world, pull.number)).toEqual([]);
  });

  test('a comment of somebody else that begins like ours is left alone', async () => {
    const world = await ownWorld();
    const { fakeGitHub } = world;
    const pull = await withNote(world);
    const forged = await fakeGitHub.comment(
      pull.number,
      'sten-stranger',
      '<!-- stack-publish -->\nmine',
    );
    for (let more = 0; more < 120; more += 1)
      await fakeGitHub.comment(pull.number, 'will-write', `Talk ${more}`);
    await world.act(opened(pull));
    await world.act(opened({ ...pull, body: note('B.') }));
    const own = (await commentsOn(world, pull.number)).filter(
      ({ author }) => author?.login === bot,
    );
    expect(own).toHaveLength(1);
    expect(own[0]?.body).toContain('> B.');
    const left = (await fakeGitHub.state()).comments.find(({ id }) => id === forged.id);
    expect(left?.body).toBe(forged.body);
  });
});

describe('after the merge', () => {
  test('the pull requests of a page and of a note hear what waits, once, and then of their posts', async () => {
    const world = await ownWorld();
    const { fakeGitHub, checkout, sandbox } = world;
    const { stdout: head } = await checkout.git('rev-parse', 'HEAD');
    const ofPage = await fakeGitHub.pullRequest({
      title: 'The page',
      state: 'merged',
      mergeCommit: head.trim(),
    });
    const ofNote = await fakeGitHub.pullRequest({
      title: 'The note',
      body: note('Keys are rotated.'),
      labels: ['stack:article'],
      state: 'merged',
    });
    const run = await protectedRun(world);
    const planned = await world.act({ event: 'push', token: 'read', run: run.id });
    expect(planned.log).not.toContain('was not commented on');
    const waits = await onlyComment(world, ofPage.number);
    expect(waits.body).toContain('docs/a.md');
    expect(waits.body).toContain(`/actions/runs/${run.id}`);
    expect(waits.body).not.toContain(`pull/${ofNote.number}`);
    expect((await onlyComment(world, ofNote.number)).body).toContain(`pull/${ofNote.number}`);

    // Another page joins the plan: who heard hears nothing again.
    await checkout.write({ 'docs/b.md': page('Another page', 'two\n') });
    await checkout.commit();
    await world.push();
    const since = (await fakeGitHub.log()).length;
    const { outputs } = await world.act({ event: 'push', token: 'read', run: run.id });
    expect(await writesSince(world, since)).toEqual([]);

    await approve(world, run);
    const published = await world.byEnvironment(run, outputs['digest'] ?? '');
    expect(published.code).toBe(0);
    const done = await onlyComment(world, ofPage.number);
    expect(done.id).toBe(waits.id);
    expect(done.body).toContain('create');
    const { posts } = await sandbox.site.state();
    const post = posts.find(({ title }) => title === 'The first page');
    expect(done.body).toContain(`/articles/${post?.id}`);
    expect(done.body).toContain('` mia-maintain `');
    expect((await onlyComment(world, ofNote.number)).body).toContain('/articles/');
  });

  test('what GitHub refuses fails no run', async () => {
    const world = await ownWorld();
    const { fakeGitHub } = world;
    await fakeGitHub.pullRequest({
      title: 'The note',
      body: note('Keys are rotated.'),
      labels: ['stack:article'],
      state: 'merged',
    });
    await fakeGitHub.permissions({ contents: 'write', 'pull-requests': 'read' });
    const { code, log, outputs } = await world.act({ event: 'push', token: 'read' });
    expect(code).toBe(0);
    expect(outputs['digest']).toMatch(digest);
    expect(log).toContain('was not commented on');
  });
});

describe('where GitHub does not answer', () => {
  test('a note is told of all the same, and nothing is taken back', async () => {
    const world = await ownWorld();
    const { fakeGitHub } = world;
    const pull = await withNote(world);
    const fault = { kind: 'error', path: 'repos/*/*/pulls/*/files' } as const;
    await fakeGitHub.fault(fault);
    await world.act(opened(pull));
    const { body } = await onlyComment(world, pull.number);
    expect(body).toContain('> A.');
    await fakeGitHub.fault(fault);
    await world.act(opened({ ...pull, body: null, labels: [] }));
    expect((await onlyComment(world, pull.number)).body).toBe(body);
  });
});
