import { expect, test } from 'vitest';
import type { CheckDocument } from '../../src/report/documents/check.ts';
import { createGitLabWorld } from '../kit/gitlab-world.ts';
import { note } from './pull-request-checkout.ts';

const at = (minute: number) => Date.UTC(2026, 9, 1, 0, minute);

/** A project with releases whose merge requests were merged by real commits. */
async function releaseWorld(more = '') {
  const world = await createGitLabWorld('', '', {
    rest: `sources: { docs: false, pull-requests: { since: '2026-01-01' }, releases: { tags: ['v*'], since: '2026-01-01'${more} } }`,
  });
  const { gitlab, checkout } = world;
  let minute = 0;
  return {
    ...world,
    async merge(iid: number, description: string, changes = {}) {
      await checkout.write({ [`changes/${iid}.txt`]: 'x\n' });
      await checkout.commit();
      await world.push('main');
      const { stdout } = await checkout.git('rev-parse', 'HEAD');
      const merged = at(minute++);
      return gitlab.putMergeRequest({
        iid,
        title: `Change ${iid}`,
        description,
        labels: ['stack:article'],
        state: 'merged',
        merged,
        updated: merged,
        mergeCommit: stdout.trim(),
        ...changes,
      });
    },
    async release(tag: string, changes = {}) {
      await checkout.git('tag', tag);
      await world.push(`refs/tags/${tag}`);
      const { stdout } = await checkout.git('rev-parse', 'HEAD');
      const time = at(minute++);
      const commit = stdout.trim();
      return gitlab.putRelease({ tag, created: time, released: time, commit, ...changes });
    },
    async articles() {
      const posts = await world.site.posts();
      return Object.fromEntries(
        posts.map((post) => ('title' in post ? [post.title, post.body] : ['', ''])),
      );
    },
  };
}

const linkTo = (url: string, iid: number) =>
  `([!${iid}](${url}/acme/handbook/-/merge_requests/${iid}))`;

test('a release becomes one Article of the notes in it, by the token of a job', async () => {
  const world = await releaseWorld();
  await world.merge(3, note('Old.'));
  await world.release('v1.0.0');
  await world.merge(7, note('Keys are rotated daily.'));
  await world.merge(8, note('NONE'));
  await world.merge(9, note('Not labelled.'), { labels: [] });
  await world.merge(10, note('Tokens expire.'));
  await world.release('v1.1.0', { name: 'Release 1.1' });
  await world.merge(11, note('Of no release.'));
  const { plan } = await world.pipeline();
  expect(plan.steps.map(({ source }) => source)).toEqual(['release/v1.0.0', 'release/v1.1.0']);
  expect(plan.counts).toMatchObject({ unreleased: 1 });
  await world.publishAll();
  const { url } = world;
  expect(await world.articles()).toEqual({
    'v1.0.0': `- Old. ${linkTo(url, 3)}`,
    'Release 1.1': `- Keys are rotated daily. ${linkTo(url, 7)}\n- Tokens expire. ${linkTo(url, 10)}`,
  });

  // A correction updates the same Article; at rest two lists are asked for.
  world.gitlab.putMergeRequest({ iid: 7, description: note('Keys are rotated hourly.') });
  await world.publishAll();
  expect(Object.keys(await world.articles())).toHaveLength(2);
  expect((await world.articles())['Release 1.1']).toContain('hourly');
  const asked = await world.asked(async () => {
    expect((await world.pipeline()).plan.digest).toBeNull();
  });
  expect(asked.map((each) => each.replace(/\?.*/, ''))).toEqual([
    'GET /projects/acme%2Fhandbook/merge_requests',
    'GET /projects/acme%2Fhandbook/releases',
  ]);
});

test('an override, a revert and a section are as on GitHub, and named as on GitLab', async () => {
  const world = await releaseWorld(', sections: { bug: Fixed }');
  await world.checkout.write({ '.stack-publish/notes/8.md': 'Reviewed words.\n' });
  await world.merge(7, note('Taken back.'));
  await world.merge(8, 'No note.', { labels: ['bug'] });
  await world.merge(9, 'Sorry.\n\nThis reverts merge request !7\n', { labels: [] });
  await world.merge(10, note('Fits nowhere.'));
  await world.merge(11, 'This reverts merge request other/project!10\n', { labels: [] });
  await world.release('v1.0.0');
  const { plan } = await world.pipeline();
  const told = plan.findings
    .filter(({ rule }) => rule.startsWith('release-'))
    .map(({ rule, source, message }) => `${rule} ${source} ${message}`);
  expect(told).toEqual([
    expect.stringMatching(/^release-reverted merge\/7 .*!9 reverted/),
    expect.stringMatching(/^release-uncategorised release\/v1.0.0 .*!10/),
  ]);
  await world.publishAll();
  expect((await world.articles())['v1.0.0']).toBe(
    `## Fixed\n\n- Reviewed words. ${linkTo(world.url, 8)}\n\n## Other changes\n\n- Fits nowhere. ${linkTo(world.url, 10)}`,
  );
});

test('a pre-release by its tag leaves its notes to the release; one dated ahead waits', async () => {
  const world = await releaseWorld();
  await world.merge(7, note('Keys are rotated.'));
  await world.release('v2.0.0-rc1');
  await world.merge(8, note('Tokens expire.'));
  await world.release('v2.0.0');
  await world.merge(9, note('To come.'));
  await world.release('v3.0.0', { released: world.gitlab.clock.now() + 86_400_000 });
  await world.publishAll();
  const articles = await world.articles();
  expect(Object.keys(articles).toSorted()).toEqual(['v2.0.0', 'v2.0.0-rc1']);
  expect(articles['v2.0.0']).toContain('Keys are rotated.');
  expect(articles['v2.0.0']).toContain('Tokens expire.');
  world.gitlab.clock.advance(86_400_001);
  await world.publishAll();
  expect((await world.articles())['v3.0.0']).toContain('To come.');
});

test("a release's own text; an edit is an update, a deleted release is told", async () => {
  const world = await releaseWorld(', from: body');
  await world.release('v1.0.0', { name: 'One', description: 'What is new, see !7.\n' });
  await world.release('v1.1.0', { description: null });
  const { plan } = await world.pipeline();
  expect(plan.findings).toContainEqual(
    expect.objectContaining({ rule: 'release-empty', source: 'release/v1.1.0' }),
  );
  await world.publishAll();
  expect(await world.articles()).toEqual({
    One: `What is new, see [!7](${world.url}/acme/handbook/-/merge_requests/7).\n`,
  });
  world.gitlab.putRelease({ tag: 'v1.0.0', description: 'Corrected.' });
  await world.publishAll();
  expect(await world.articles()).toEqual({ One: 'Corrected.' });
  world.gitlab.releases.delete('v1.0.0');
  expect((await world.pipeline()).plan.orphaned).toEqual([
    expect.objectContaining({ source: 'release/v1.0.0' }),
  ]);
});

test('hundreds of releases are read page by page, once', async () => {
  const world = await releaseWorld(', from: body');
  await world.release('v0');
  for (let n = 1; n <= 230; n++)
    world.gitlab.putRelease({
      tag: `v1.${n}.0`,
      description: n === 1 ? 'The oldest.' : '',
      created: at(n),
      released: at(n),
    });
  const first = await world.asked(async () => {
    const { plan } = await world.pipeline();
    expect(plan.steps.map(({ source }) => source)).toEqual(['release/v1.1.0']);
  }, /releases/);
  expect(first).toHaveLength(3);
  const second = await world.asked(() => world.pipeline(), /releases/);
  // The newest hundred, and the one that waits.
  expect(second.map((each) => each.split(/[? ]/)[1])).toEqual([
    '/projects/acme%2Fhandbook/releases',
    '/projects/acme%2Fhandbook/releases/v1.1.0',
  ]);
});

test.each([
  ['releases', { kind: 'error', status: 403 }, 'forge-refused'],
  ['releases', { kind: 'error', status: 404 }, 'forge-refused'],
  ['releases', { kind: 'html' }, 'forge-unreachable'],
  ['merge_requests', { kind: 'error', status: 403 }, 'forge-refused'],
] as const)(
  'where GitLab does not show its %s (%j), nothing looks as if it were gone',
  async (part, fault, code) => {
    const world = await releaseWorld();
    await world.merge(7, note('Keys are rotated.'));
    await world.release('v1.0.0');
    await world.publishAll();
    world.gitlab.faults.add({ ...fault, path: `projects/*/${part}` });
    const { pipelines } = world;
    const job = pipelines.run(pipelines.addJob(pipelines.start('dev'), { name: 'plan' }));
    const { code: exit, document } = await world.run(['plan'], job);
    expect({ exit, code: document.error.code }).toEqual({ exit: 1, code });
  },
);

test('check shows what the next release would be, and what a merge request adds to it', async () => {
  const world = await releaseWorld(', sections: { bug: Fixed }');
  await world.merge(7, note('Keys are rotated.'), { labels: ['stack:article', 'bug'] });
  const { pipelines, gitlab } = world;
  const job = pipelines.run(pipelines.addJob(pipelines.start('dev'), { name: 'check' }));
  const next = await world.run<CheckDocument>(['check', '--release', 'next'], job);
  expect(next.document.release?.body).toContain(`- Keys are rotated. ${linkTo(world.url, 7)}`);

  // At a terminal, by the token of a project.
  const ran = await world.checkout.cli(['check', '--release', 'next', '--json'], {
    CI_API_V4_URL: `${world.url}/api/v4`,
    GITLAB_TOKEN: gitlab.accessToken('mia', 'read_api'),
  });
  expect(JSON.parse(ran.stdout)).toMatchObject({ release: next.document.release });

  gitlab.putMergeRequest({
    iid: 8,
    labels: ['stack:article'],
    description: note('Tokens expire.'),
  });
  const own = { CI_MERGE_REQUEST_IID: '8', CI_MERGE_REQUEST_PROJECT_ID: `${gitlab.id}` };
  const { document } = await world.run<CheckDocument>(['check'], job, own);
  expect(document.entry).toMatchObject({ source: 'merge/8', section: 'Other changes' });
  gitlab.putMergeRequest({ iid: 8, labels: [] });
  const bare = await world.run<CheckDocument>(['check'], job, own);
  expect(bare.document.findings.map(({ rule, source }) => `${rule} ${source}`)).toEqual([
    'unlabelled-note merge/8',
  ]);
});
