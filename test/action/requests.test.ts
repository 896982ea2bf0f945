import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildCommand } from '../../bench/build-command.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { askedDuring } from './asked.ts';
import { createWorld } from './harness.ts';
import { createLargeWorld, many, manyTitles, ways } from './many.ts';

// The names are whole lists, so that a new request is noticed. They hold for any number of posts.
const afterPlan = ['query MergedPullRequests'];
const afterPublish: Readonly<Record<string, readonly string[]>> = {
  comment: [
    'GET issues/comments/*',
    'query CommentEdit',
    'GET collaborators/*/permission',
    'query MergedPullRequests',
    'POST issues/comments/*/reactions',
  ],
  environment: [
    'GET actions/runs/*',
    'GET actions/runs/*/approvals',
    'GET environments/*',
    'GET environments/*/deployment-branch-policies',
    'query MergedPullRequests',
  ],
  dispatch: ['GET actions/runs/*', 'GET collaborators/*/permission', 'query MergedPullRequests'],
};

describe('what GitHub is asked, beside git', () => {
  test.each(Object.entries(ways))(`by a publish of ${many} posts by %s`, async (name, way) => {
    const world = await createLargeWorld();
    const digest = await world.planned();
    const { publish } = await way(world, digest);
    let told = 0;
    const asked = await askedDuring(world, async () => {
      const { code, outputs } = await world.act(publish);
      expect({ code, created: outputs['created'] }).toEqual({ code: 0, created: `${many}` });
      const result = JSON.parse(await readFile(outputs['result'] ?? '', 'utf8')) as PublishDocument;
      told = result.requests.forge.total;
    });
    // The reaction follows what it tells of.
    expect(told).toBe(asked.filter((name) => !name.endsWith('/reactions')).length);
    expect(asked.toSorted()).toEqual(afterPublish[name]?.toSorted());
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(await world.titles()).toEqual(manyTitles);

    const planned = await askedDuring(world, async () =>
      expect(await world.act({ event: 'push', token: 'read' })).toMatchObject({
        code: 0,
        outputs: { digest: '', unchanged: `${many}` },
      }),
    );
    expect(planned).toEqual(afterPlan);
    expect(planned.length).toBeLessThanOrEqual(3);
  });

  test('by a check of a pull request: nothing, not even by git', async () => {
    const world = await createWorld();
    const before = (await world.fakeGitHub.log()).length;
    await world.act({ event: 'pull_request', ref: 'refs/pull/1/merge' });
    expect((await world.fakeGitHub.log()).length).toBe(before);
  });
});

test('a comment that is no command loads the small entry alone, and asks nobody for anything', async () => {
  const world = await createWorld();
  // Bundled here, to know which sources each file is made from.
  const built = await buildCommand();
  onTestFinished(() => built.remove());
  const folder = await mkdtemp(join(tmpdir(), 'stack-publish-probe-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const probe = pathToFileURL(join(import.meta.dirname, '../../bench/probe.mjs')).href;
  const env = {
    NODE_OPTIONS: `--import=${probe}`,
    STACK_PUBLISH_PROBE: join(folder, 'loaded.json'),
    // No git to be found.
    PATH: folder,
  };
  const asked = async () => [
    (await world.fakeGitHub.log()).length,
    (await world.site.state()).requests,
  ];
  const before = await asked();
  const loadedBy = async (body: string) => {
    const comment = await world.fakeGitHub.comment(1, 'mia-maintain', body);
    const { code, log } = await world.byComment(comment, {
      env,
      actionPath: join(built.folder, 'action.js'),
    });
    const { loaded } = JSON.parse(await readFile(env.STACK_PUBLISH_PROBE, 'utf8')) as {
      loaded: Record<string, number>;
    };
    const files = Object.keys(loaded)
      .map((url) => relative(built.folder, fileURLToPath(url)))
      .filter((path) => built.parts.has(path));
    const sources = files.flatMap((path) => Object.keys(built.parts.get(path) ?? {}));
    return { code, log, sources: [...new Set(sources)].toSorted() };
  };

  for (const body of ['Nice work!', `Please /publish sha256:${'0'.repeat(64)}`]) {
    expect(await loadedBy(body)).toEqual({ code: 0, log: '', sources: entry });
  }
  expect(await asked()).toEqual(before);
  // The opposite: what is a command loads more.
  const command = await loadedBy(`/publish sha256:${'0'.repeat(64)}`);
  expect(command.sources.length).toBeGreaterThan(entry.length);
});

/** The sources of what every run of the Action loads. */
const entry = [
  'src/action/main.ts',
  'src/adapters/read-json-file.ts',
  'src/approval/comment-command.ts',
  'src/model/is-digest.ts',
  'src/wiring/ci/github.ts',
];
