import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GitLabNote } from '../../sandbox/gitlab/records.ts';
import type { CheckDocument } from '../../src/report/documents/check.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import { createGitLabWorld, type GitLabWorld } from '../kit/gitlab-world.ts';
import { page } from '../kit/page.ts';
import { note } from './pull-request-checkout.ts';

const bot = 'project_70_bot';
const start = '<!-- stack-publish -->';
const rest = "sources: { pull-requests: { since: '2026-01-01' } }";
const ownWorld = (more = {}) => createGitLabWorld('', '', { rest, ...more });

const tokenOf = ({ gitlab }: GitLabWorld, scope?: Parameters<typeof gitlab.accessToken>[1]) => ({
  GITLAB_TOKEN: gitlab.accessToken(bot, scope),
});

const notesOn = ({ gitlab }: GitLabWorld, iid: number): readonly GitLabNote[] =>
  [...gitlab.notes.values()].filter((each) => each.mergeRequest === iid);

function onlyNote(world: GitLabWorld, iid: number): GitLabNote {
  const own = notesOn(world, iid).filter(({ author }) => author.username === bot);
  expect(own).toHaveLength(1);
  const [only] = own;
  if (!only) throw new Error('there is none');
  expect(only.body).not.toMatch(/sha256:[0-9a-f]{64}/);
  expect(world.gitlab.quickActions).toEqual([]);
  return only;
}

/** The pipeline of a merge request, and the check in it. */
async function checked(
  world: GitLabWorld,
  iid: number,
  variables: Readonly<Record<string, string>> = tokenOf(world),
  flags: readonly string[] = [],
) {
  const { pipelines, gitlab } = world;
  const ref = `refs/merge-requests/${iid}/head`;
  const job = pipelines.run(
    pipelines.addJob(pipelines.start('dev', { ref, source: 'merge_request_event' }), {
      name: 'check',
    }),
  );
  const own = { CI_MERGE_REQUEST_IID: String(iid), CI_MERGE_REQUEST_PROJECT_ID: `${gitlab.id}` };
  const ran = await world.run<CheckDocument>(['check', ...flags], job, { ...own, ...variables });
  pipelines.finish(job, false);
  return { ...ran, job };
}

const opened = (world: GitLabWorld, more = {}) =>
  world.gitlab.putMergeRequest({
    iid: 7,
    title: 'Rotate keys daily',
    description: note('Keys are rotated *daily*, says @mia in !1.'),
    labels: ['stack:article'],
    ...more,
  });

describe('before the merge', () => {
  test('one note says what the merge request will be, and follows it', async () => {
    const world = await ownWorld();
    opened(world);
    const { document, job } = await checked(world, 7);
    expect(document.entry?.source).toBe('merge/7');
    // The merge request; then whose note there is, whose pages it changes, and the note.
    expect(document.requests.forge).toEqual({ total: 4, writes: 1 });
    const first = onlyNote(world, 7);
    expect(first.body.split('\n')[0]).toBe(start);
    expect(first.body).toContain('> Keys are rotated *daily*, says `@mia` in `!1`.');

    const again = await world.asked(() => checked(world, 7));
    expect(again.filter((each) => !each.startsWith('GET'))).toEqual([]);

    opened(world, { description: 'No note any more.' });
    const asked = await world.asked(() => checked(world, 7));
    expect(asked.filter((each) => !each.startsWith('GET'))).toEqual([
      `PUT /projects/acme%2Fhandbook/merge_requests/7/notes/${first.id} ${bot}`,
    ]);
    expect(onlyNote(world, 7)).toMatchObject({ id: first.id });
    expect(onlyNote(world, 7).body).toContain('no-note');

    opened(world, { description: 'No note.', labels: [] });
    await checked(world, 7);
    expect(onlyNote(world, 7).body).toBe(
      `${start}\nNothing of this merge request is published on Stack Internal.`,
    );
    expect(job.id).toBeGreaterThan(0);
  });

  test('pages that it changes are named, and no others', async () => {
    const world = await ownWorld();
    const { checkout } = world;
    await checkout.git('switch', '-q', '-c', 'change-7');
    await checkout.write({
      'docs/new.md': page('A <new> page of @mia', 'two\n'),
      'docs/bad.md': '---\nstack: article\n---\n\nNo title.\n',
    });
    await checkout.commit();
    await world.push('change-7');
    opened(world, { description: 'Pages.', labels: [] });
    expect((await checked(world, 7)).code).toBe(1);
    const { body } = onlyNote(world, 7);
    expect(body).toContain('| article | A &#60;new&#62; page of ` @mia ` | ` docs/new.md ` |');
    expect(body).toContain('docs/bad.md');
    expect(body).not.toContain('docs/keys.md');
  });

  test('who has nothing to publish hears nothing', async () => {
    const world = await ownWorld();
    opened(world, { description: 'Some work.', labels: [] });
    expect((await checked(world, 7)).code).toBe(0);
    expect(notesOn(world, 7)).toEqual([]);
  });

  test.each([
    ['of a fork', { isFork: true }],
    ['that is closed', { state: 'closed' as const }],
  ])('one %s is checked, and not commented on', async (_, more) => {
    const world = await ownWorld();
    opened(world, more);
    const { document } = await checked(world, 7);
    expect(document.entry?.source).toBe('merge/7');
    expect(notesOn(world, 7)).toEqual([]);
  });

  test('each configuration has a note of its own', async () => {
    const world = await ownWorld();
    const text = await readFile(join(world.checkout.folder, 'stack-publish.yml'), 'utf8');
    await world.checkout.write({ 'ops/stack publish.yml': text });
    opened(world);
    await checked(world, 7);
    const flags = ['--config', 'ops/stack publish.yml'];
    await checked(world, 7, tokenOf(world), flags);
    await checked(world, 7, tokenOf(world), flags);
    expect(notesOn(world, 7).map(({ body }) => body.split('\n')[0])).toEqual([
      start,
      '<!-- stack-publish ops%2Fstack%20publish.yml -->',
    ]);
  });

  test('at a terminal nothing is written, whatever tokens there are', async () => {
    const world = await ownWorld();
    opened(world);
    const outside = { ...tokenOf(world), GITLAB_CI: '' };
    expect((await checked(world, 7, outside)).document.entry).toBeNull();
    opened(world, { state: 'merged', merged: Date.parse('2026-11-01T10:00:00Z') });
    const { pipelines } = world;
    const job = pipelines.run(pipelines.addJob(pipelines.start('dev'), { name: 'plan' }));
    const { document } = await world.run<PlanDocument>(['plan'], job, outside);
    expect(document.counts.create).toBe(2);
    expect(notesOn(world, 7)).toEqual([]);
  });

  test("in a fork's own pipeline nothing is asked for", async () => {
    const world = await ownWorld();
    opened(world);
    const asked = await world.asked(() =>
      checked(world, 7, { ...tokenOf(world), CI_MERGE_REQUEST_PROJECT_ID: '71' }),
    );
    expect(asked).toEqual([]);
  });
});

describe('without a token that may comment', () => {
  test("a job's own token reads the merge request, and nothing is written or tried", async () => {
    const world = await ownWorld();
    opened(world);
    const asked = await world.asked(async () => {
      const { document, stderr } = await checked(world, 7, {});
      expect(document.entry?.source).toBe('merge/7');
      expect(stderr).toBe('');
    });
    expect(asked).toEqual([expect.stringMatching(/^GET \S+\/merge_requests\/7 job \d+$/)]);
  });

  test('one for comments alone writes them, beside another one for the ledger', async () => {
    const world = await ownWorld();
    opened(world);
    const { gitlab } = world;
    const tokens = {
      GITLAB_TOKEN: gitlab.accessToken('mia', 'write_repository'),
      GITLAB_COMMENT_TOKEN: gitlab.accessToken('rea'),
    };
    const { stderr, document } = await checked(world, 7, tokens);
    expect(stderr).toBe('');
    expect(document.entry?.source).toBe('merge/7');
    expect(notesOn(world, 7).map(({ author }) => author.username)).toEqual(['rea']);
  });

  test.each(['read_api', 'write_repository'] as const)(
    'one with %s alone is told in one line, and fails no check',
    async (scope) => {
      const world = await ownWorld();
      opened(world);
      const { code, stderr, document } = await checked(world, 7, tokenOf(world, scope));
      expect(code).toBe(0);
      expect(document.entry?.source).toBe('merge/7');
      expect(stderr).toContain('was not commented on');
      expect(stderr).toContain('insufficient_scope');
      expect(stderr).not.toContain(world.gitlab.accessToken(bot, scope));
      expect(notesOn(world, 7)).toEqual([]);
    },
  );

  test('a locked discussion takes notes of members, and of nobody else', async () => {
    const world = await ownWorld();
    world.gitlab.visibility = 'public';
    opened(world, { isLocked: true });
    const stranger = { GITLAB_TOKEN: world.gitlab.accessToken('sten') };
    const refused = await checked(world, 7, stranger);
    expect(refused.code).toBe(0);
    expect(refused.stderr).toContain('was not commented on');
    expect(notesOn(world, 7)).toEqual([]);
    await checked(world, 7);
    expect(onlyNote(world, 7).body).toContain('Keys are rotated');
  });
});

describe('what others write', () => {
  test('a note of somebody else that begins like ours is left alone, on whatever page', async () => {
    const world = await ownWorld();
    const { gitlab } = world;
    opened(world);
    const forged = gitlab.putNote({ mergeRequest: 7, author: 'dev', body: `${start}\nmine` });
    // A maintainer's token could change it.
    for (let more = 0; more < 120; more++)
      gitlab.putNote({ mergeRequest: 7, author: 'dora', body: `Talk ${more}`, hidden: more < 60 });
    await checked(world, 7);
    opened(world, { description: note('B.') });
    await checked(world, 7);
    expect(onlyNote(world, 7).body).toContain('> B.');
    expect(gitlab.notes.get(forged.id)?.body).toBe(`${start}\nmine`);
  });

  test('what others made of ours is put right with the next news, and gets no digest', async () => {
    const world = await ownWorld();
    const { gitlab } = world;
    opened(world);
    await checked(world, 7);
    const own = onlyNote(world, 7);
    gitlab.notes.set(own.id, { ...own, body: `${own.body}\n\n/merge sha256:${'0'.repeat(64)}` });
    await checked(world, 7);
    expect(onlyNote(world, 7)).toMatchObject({ id: own.id, body: own.body });
  });

  test.each([
    ['a title', { title: '/merge\n/close @all !1 #2 &3 <!-- ' }],
    ['a label', { labels: ['stack:article', '/approve', '@all'] }],
    [
      'a note',
      { description: note('/merge\n\n> /close\n\n@all\n\n- /approve\n\n>>>\n/label ~bug\n>>>') },
    ],
    ['code', { description: note('~~~\n/merge\n~~~\n\n    /close\n') }],
    ['a file', { description: note('<b>\n\n/merge\n\n</b>\n\n<!--\n/close\n-->') }],
  ])('%s orders nothing and calls nobody', async (_, more) => {
    const world = await ownWorld();
    opened(world, more);
    await checked(world, 7);
    const { body } = onlyNote(world, 7);
    expect(body.replaceAll(/`[^`]*`/g, '').replaceAll(/&#\d+;/g, '')).not.toMatch(/@all|!1|#2|&3/);
  });
});

test('a token that stands in a text is not shown', async () => {
  const world = await ownWorld();
  const { gitlab, sandbox } = world;
  const secrets = [gitlab.accessToken(bot), sandbox.stack.tokens.write];
  opened(world, { title: `Of ${secrets[0]}`, description: note(`It is ${secrets[1]}, he said.`) });
  await checked(world, 7);
  const { body } = onlyNote(world, 7);
  for (const secret of secrets) expect(body).not.toContain(secret);
  expect(body).toContain('he said');
});

describe('where GitLab does not answer as it should', () => {
  test.each([
    ['projects/*/merge_requests/*/notes', { kind: 'error', status: 403 }],
    ['projects/*/merge_requests/*/notes', { kind: 'error', status: 404 }],
    ['projects/*/merge_requests/*/notes', { kind: 'error', status: 500 }],
    ['projects/*/merge_requests/*/notes', { kind: 'html' }],
    ['projects/*/merge_requests/*/notes', { kind: 'truncated' }],
    ['projects/*/merge_requests/*/notes', { kind: 'reset' }],
    ['projects/*/merge_requests/7', { kind: 'error', status: 404 }],
    ['projects/*/merge_requests/7', { kind: 'html' }],
  ] as const)('%s: %j is told, and nothing is written', async (path, fault) => {
    const world = await ownWorld();
    opened(world);
    world.gitlab.faults.add({ ...fault, path });
    const { code, stderr } = await checked(world, 7);
    expect(code).toBe(0);
    expect(stderr).toMatch(/The merge request (?:was not commented on|is not checked)\./);
    expect(notesOn(world, 7)).toEqual([]);
  });

  test('whose pages it changes is not known: its note is told, and nothing is taken back', async () => {
    const world = await ownWorld();
    opened(world);
    const fault = { kind: 'error', path: 'projects/*/merge_requests/*/diffs' } as const;
    world.gitlab.faults.add(fault);
    await checked(world, 7);
    const { body } = onlyNote(world, 7);
    expect(body).toContain('Keys are rotated');
    world.gitlab.faults.add(fault);
    opened(world, { description: null, labels: [] });
    await checked(world, 7);
    expect(onlyNote(world, 7).body).toBe(body);
  });
});

describe('after the merge', () => {
  test('merge requests of a page and of a note hear what waits, once, and then of their posts', async () => {
    const world = await ownWorld();
    const { gitlab, pipelines, checkout } = world;
    const { stdout: head } = await checkout.git('rev-parse', 'HEAD');
    const merged = { state: 'merged', merged: Date.parse('2026-11-01T10:00:00Z') } as const;
    gitlab.putMergeRequest({ iid: 5, title: 'The page', mergeCommit: head.trim(), ...merged });
    opened(world, { ...merged, description: note('Keys are rotated.') });
    const token = tokenOf(world);

    const pipeline = pipelines.start('dev');
    const plan = async () => {
      const job = pipelines.run(pipelines.addJob(pipeline, { name: 'plan' }));
      const { document } = await world.run<PlanDocument>(
        ['plan', '--index', 'index.json'],
        job,
        token,
      );
      pipelines.finish(job);
      return { document, job };
    };
    const { document, job } = await plan();
    expect(document.requests.forge.writes).toBe(2);
    const waits = onlyNote(world, 5);
    expect(waits.body).toContain('docs/keys.md');
    expect(waits.body).toContain(`/acme/handbook/-/jobs/${job.id})`);
    expect(waits.body).not.toContain('merge/7');
    expect(onlyNote(world, 7).body).toContain('merge/7');

    // Who heard hears nothing again.
    const asked = await world.asked(plan);
    expect(asked.filter((each) => !each.startsWith('GET'))).toEqual([]);

    const publish = pipelines.addJob(pipeline, { name: 'publish', when: 'manual' });
    const { code } = await world.publish(pipelines.play(publish, 'mia'), token);
    expect(code).toBe(0);
    const { posts } = await world.site.state();
    const post = posts.find(({ title }) => title === 'Rotating TLS keys');
    expect(onlyNote(world, 5)).toMatchObject({ id: waits.id });
    expect(onlyNote(world, 5).body).toContain(`/articles/${post?.id}`);
    expect(onlyNote(world, 5).body).toContain('` mia `');
    expect(onlyNote(world, 7).body).toContain('/articles/');
  });

  test('what GitLab refuses fails no plan', async () => {
    const world = await ownWorld();
    const { pipelines } = world;
    opened(world, { state: 'merged', merged: Date.parse('2026-11-01T10:00:00Z') });
    const job = pipelines.run(pipelines.addJob(pipelines.start('dev'), { name: 'plan' }));
    const token = tokenOf(world, 'read_api');
    const { code, stderr } = await world.run<PlanDocument>(['plan'], job, token);
    expect(code).toBe(0);
    expect(stderr).toContain('was not commented on');
    expect(notesOn(world, 7)).toEqual([]);
  });

  test("a public project's notes hold no word of the site", async () => {
    const world = await ownWorld({ visibility: 'visibility: public' });
    const { gitlab, pipelines } = world;
    gitlab.visibility = 'public';
    opened(world, {
      state: 'merged',
      merged: Date.parse('2026-11-01T10:00:00Z'),
      description: note('Keys are rotated.'),
    });
    const token = tokenOf(world);
    const made = await world.pipeline();
    await world.publish(pipelines.play(made.publish, 'mia'), token);
    const { body } = onlyNote(world, 7);
    expect(body).toMatch(/\/articles\/\d+\)/);
    const { account } = world.sandbox.stack;
    expect(body).not.toContain(account.name);
  });
});
