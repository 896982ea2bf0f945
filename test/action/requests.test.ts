import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildCommand } from '../../bench/build-command.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { createActionWorld } from '../kit/action-world.ts';
import { expectFewRequests } from './expect-few-requests.ts';
import { wayNames } from './many-posts.ts';

describe('what GitHub is asked, beside git', () => {
  test.each(wayNames)('by a publish of 12 posts by %s', (name) => expectFewRequests(name, 12));

  test('by a check that has no pull request to comment on: nothing, not even by git', async () => {
    const world = await createActionWorld();
    const before = (await world.fakeGitHub.log()).length;
    await world.act({ event: 'pull_request', ref: 'refs/pull/1/merge' });
    expect((await world.fakeGitHub.log()).length).toBe(before);
  });
});

test('a comment that is no command loads the small entry alone, and asks nobody for anything', async () => {
  const world = await createActionWorld();
  // Bundled here, to know which sources each file is made from.
  const built = await buildCommand();
  onTestFinished(() => built.remove());
  const folder = temporaryFolder();
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
  const loadedBy = async (body: string, command = 'publish') => {
    const comment = await world.fakeGitHub.comment(1, 'mia-maintain', body);
    const { code, log } = await world.byComment(comment, {
      env,
      command,
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

  const publish = `/publish sha256:${'0'.repeat(64)}`;
  const decide = '/resolve docs/a.md site';
  for (const [job, ...bodies] of [
    ['publish', 'Nice work!', `Please ${publish}`, decide],
    ['resolve', 'Nice work!', `Please ${decide}`, publish],
  ] as const)
    for (const body of bodies)
      expect(await loadedBy(body, job)).toEqual({ code: 0, log: '', sources: entry });
  expect(await asked()).toEqual(before);
  // The opposite: what is a command loads more.
  for (const [job, body] of [
    ['publish', publish],
    ['resolve', decide],
  ] as const)
    expect((await loadedBy(body, job)).sources.length).toBeGreaterThan(entry.length);
});

/** The sources of what every run of the Action loads. */
const entry = [
  'src/action/main.ts',
  'src/adapters/read-json-file.ts',
  'src/approval/comment-command.ts',
  'src/model/is-digest.ts',
  'src/model/resolution.ts',
  'src/model/source-word.ts',
  'src/wiring/ci/github-addresses.ts',
  'src/wiring/ci/github.ts',
];
