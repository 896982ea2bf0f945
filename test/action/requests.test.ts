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

  test('by a check of a pull request: nothing, not even by git', async () => {
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
  'src/wiring/ci/github-addresses.ts',
  'src/wiring/ci/github.ts',
];
