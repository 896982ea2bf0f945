import { expect, test } from 'vitest';
import { createGitLabWorld } from '../kit/gitlab-world.ts';
import { note } from './pull-request-checkout.ts';

const rest = "sources: { docs: false, pull-requests: { since: '2026-01-01' } }";
const world = (visibility?: string) =>
  createGitLabWorld('', '', { rest, ...(visibility !== undefined && { visibility }) });

const at = (time: string) => Date.parse(`2026-11-01T${time}:00Z`);
const merged = (iid: number, title: string, description: string, more = {}) => ({
  iid,
  title,
  description,
  labels: ['stack:article'],
  state: 'merged' as const,
  merged: at('10:00'),
  updated: at('10:00') + iid * 1000,
  ...more,
});

test('a labelled merged merge request becomes an Article; the rest of it never leaves GitLab', async () => {
  const all = await world();
  const { gitlab } = all;
  gitlab.putMergeRequest(
    merged(7, 'feat(tls): rotate keys on their own', note('Keys are rotated on their own now.')),
  );
  gitlab.putMergeRequest(merged(8, 'fix: not for readers', note('Nobody.'), { labels: [] }));
  gitlab.putMergeRequest(merged(9, 'On a branch', note('Not on main.'), { target: 'release-1' }));
  gitlab.putMergeRequest(merged(10, 'Open', note('Not yet.'), { state: 'opened', merged: null }));
  const { plan } = await all.pipeline();
  expect(plan.steps.map(({ source }) => source)).toEqual(['merge/7']);
  await all.publishAll();
  const posts = await all.site.posts();
  expect(posts).toMatchObject([
    { title: 'rotate keys on their own', body: 'Keys are rotated on their own now.' },
  ]);
  expect(JSON.stringify(posts)).not.toContain('Some description');

  // At rest: one list, of what was updated since.
  let last = plan;
  const asked = await all.asked(async () => {
    last = (await all.pipeline()).plan;
  });
  expect(last).toMatchObject({ digest: null, requests: { forge: { total: 1, writes: 0 } } });
  expect(asked).toEqual([
    expect.stringMatching(
      /^GET \/projects\/acme%2Fhandbook\/merge_requests\?state=merged&updated_after=2026-11-01T/,
    ),
  ]);
});

test('a note edited after the merge is a new revision; a label removed is reported', async () => {
  const all = await world();
  const pull = merged(7, 'Rotate keys on their own', note('Keys are rotated.'));
  all.gitlab.putMergeRequest(pull);
  await all.publishAll();
  const again = { ...pull, description: note('Keys are rotated daily.'), updated: at('11:00') };
  all.gitlab.putMergeRequest(again);
  await all.publishAll();
  expect(await all.site.posts()).toMatchObject([{ body: 'Keys are rotated daily.' }]);
  all.gitlab.putMergeRequest({ ...again, labels: [], updated: at('12:00') });
  expect((await all.pipeline()).plan).toMatchObject({
    digest: null,
    orphaned: [{ source: 'merge/7' }],
  });
  expect((await all.pipeline()).plan).toMatchObject({ orphaned: [{ source: 'merge/7' }] });
});

test('what waits is there in the next plan too, also where nobody touched it since', async () => {
  const all = await world();
  all.gitlab.putMergeRequest(merged(7, 'Rotate keys', note('Keys are rotated.')));
  all.gitlab.putMergeRequest(merged(8, 'Another one', note('NONE'), { updated: at('23:00') }));
  const { plan } = await all.pipeline();
  const asked = await all.asked(async () => {
    expect((await all.pipeline()).plan.digest).toBe(plan.digest);
  });
  expect(asked.at(-1)).toContain('iids[]=7');
});

test('a FAQ becomes questions, by labels that only some have', async () => {
  const all = await world();
  all.gitlab.putMergeRequest(
    merged(
      9,
      'Rotate keys',
      '## FAQ\n\n### How often are keys rotated?\n\nDaily, by the proxy itself.\n',
      { labels: ['stack:faq'] },
    ),
  );
  expect((await all.pipeline()).plan.steps).toMatchObject([
    { source: 'merge/9#how-often-are-keys-rotated', kind: 'question' },
  ]);
});

test('hundreds of them are read page by page', async () => {
  const all = await world();
  for (let iid = 1; iid <= 230; iid++)
    all.gitlab.putMergeRequest(
      merged(iid, `Change number ${iid}`, note('NONE'), { updated: at('10:00') + iid * 1000 }),
    );
  all.gitlab.putMergeRequest(merged(1, 'The first one', note('It is the oldest of them all.')));
  const asked = await all.asked(async () => {
    const { plan } = await all.pipeline();
    expect(plan.steps.map(({ source }) => source)).toEqual(['merge/1']);
  });
  // Three pages of the one label, one of the other.
  expect(asked.filter((each) => each.includes('/merge_requests'))).toHaveLength(4);
});

test.each(['private', 'internal', 'public'] as const)(
  "of a %s project a job's own token tells no more than everyone is told",
  async (visibility) => {
    const all = await world('');
    all.gitlab.visibility = visibility;
    all.gitlab.putMergeRequest(merged(7, 'Rotate keys', note('Keys are rotated.')));
    const asked = await all.asked(async () => {
      const { plan } = await all.pipeline();
      expect(plan.destination.account.name === null).toBe(true);
    });
    expect(asked.filter((each) => each.startsWith('GET /projects/acme%2Fhandbook '))).toEqual([
      'GET /projects/acme%2Fhandbook anonymous',
    ]);
  },
);

test.each([
  ['private', false],
  ['internal', false],
  ['public', true],
] as const)("a project's token tells that a project is %s", async (visibility, isPublic) => {
  const all = await world('');
  all.gitlab.visibility = visibility;
  all.gitlab.putMergeRequest(merged(7, 'Rotate keys', note('Keys are rotated.')));
  const job = all.pipelines.run(all.pipelines.addJob(all.pipelines.start('dev'), { name: 'plan' }));
  const token = { GITLAB_TOKEN: all.gitlab.accessToken('project_70_bot') };
  const { document } = await all.run<{ destination: { account: { name: string | null } } }>(
    ['plan'],
    job,
    token,
  );
  expect(document.destination.account.name === null).toBe(isPublic);
});

test('what GitLab does not show was not asked for, or is an error; nothing looks as if it were gone', async () => {
  const all = await world();
  all.gitlab.putMergeRequest(merged(7, 'Rotate keys', note('Keys are rotated.')));
  await all.publishAll();
  all.gitlab.faults.add({
    kind: 'error',
    status: 403,
    path: 'projects/*/merge_requests',
    times: 99,
  });
  const job = all.pipelines.run(all.pipelines.addJob(all.pipelines.start('dev'), { name: 'plan' }));
  const refused = await all.run(['plan'], job);
  expect({ code: refused.code, error: refused.document.error.code }).toEqual({
    code: 1,
    error: 'forge-refused',
  });

  const other = await createGitLabWorld();
  other.gitlab.faults.add({
    kind: 'error',
    status: 403,
    path: 'projects/*/merge_requests',
    times: 99,
  });
  const planned = await other.pipeline();
  expect(planned.plan.steps.map(({ source }) => source)).toEqual(['docs/keys.md']);
});

test('authors may not approve their own where the configuration says so', async () => {
  const all = await createGitLabWorld('approval: { accept: [gitlab], self: false }', '', { rest });
  all.gitlab.putMergeRequest(
    merged(7, 'Rotate keys', note('Keys are rotated.'), { author: 'mia' }),
  );
  const { publish } = await all.pipeline();
  const own = await all.publish(all.pipelines.play(publish, 'mia'));
  expect(own.document.error.code).toBe('self-approval');
  const { publish: next } = await all.pipeline();
  expect((await all.publish(all.pipelines.play(next, 'max'))).code).toBe(0);
});

test('a token for git alone leaves the reading to the one of the job', async () => {
  const all = await world();
  all.gitlab.putMergeRequest(merged(7, 'Rotate keys', note('Keys are rotated.')));
  const { pipelines, gitlab } = all;
  const job = pipelines.run(pipelines.addJob(pipelines.start('dev'), { name: 'plan' }));
  const token = { GITLAB_TOKEN: gitlab.accessToken('project_70_bot', 'write_repository') };
  const asked = await all.asked(async () => {
    const { document } = await all.run<{ steps: readonly unknown[] }>(['plan'], job, token);
    expect(document.steps).toMatchObject([{ source: 'merge/7' }]);
  }, /merge_requests$/);
  // Once refused for its scope, it is not tried again.
  expect(asked.map((each) => each.split(' ').at(-1))).toEqual([
    'project_70_bot',
    ...asked.slice(1).map(() => String(job.id)),
  ]);
});
