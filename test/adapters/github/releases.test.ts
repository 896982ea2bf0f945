import { describe, expect, test } from 'vitest';
import { sandboxForge } from './sandbox-forge.ts';

const newest = { all: false, tags: [] };
const everything = { since: 0, updatedSince: null, labels: [], numbers: [] };

describe('published releases', () => {
  test('are what GitHub says of them, by the time of their publishing; drafts are none', async () => {
    const { forge, drive: github } = await sandboxForge();
    await github.release({ tag: 'v2', name: 'Two', body: 'b', published: '2026-02-02T00:00:00Z' });
    await github.release({
      tag: 'v1',
      name: null,
      prerelease: true,
      published: '2026-01-01T00:00:00Z',
    });
    await github.release({ tag: 'v3', draft: true });
    const found = await forge().releases(newest);
    expect(found).toEqual([
      expect.objectContaining({ tag: 'v1', name: '', body: '', isPrerelease: true, commit: null }),
      expect.objectContaining({
        tag: 'v2',
        name: 'Two',
        body: 'b',
        isPrerelease: false,
        publishedAt: Date.parse('2026-02-02T00:00:00Z'),
        url: expect.stringMatching(/\/releases\/tag\/v2$/),
      }),
    ]);
  });

  test('come with the pull requests where these ask for them', async () => {
    const { forge, drive: github, queries } = await sandboxForge();
    await github.release({ tag: 'v1' });
    const opened = forge();
    await opened.mergedPullRequests({ ...everything, releases: true });
    expect((await opened.releases({ all: false, tags: ['v1'] })).map(({ tag }) => tag)).toEqual([
      'v1',
    ]);
    expect(await queries()).toBe(1);
  });

  test('are all of them, or the newest and those that are named', async () => {
    const { forge, drive: github, queries } = await sandboxForge();
    const tags = Array.from({ length: 230 }, (_, n) => `v${n}`);
    for (const [n, tag] of tags.entries())
      await github.release({
        tag,
        created: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
      });
    const names = async (query: Parameters<ReturnType<typeof forge>['releases']>[0]) =>
      (await forge().releases(query)).map(({ tag }) => tag);
    expect(await names({ all: true, tags: [] })).toEqual(tags);
    expect(await queries()).toBe(3);
    const some = await names({ all: false, tags: ['v0', 'v"}{', 'v229', 'none'] });
    expect(some).toEqual(['v0', ...tags.slice(130)]);
    expect(await queries()).toBe(3 + 2);
  });
});

test('pull requests are read by number: those that are merged', async () => {
  const { forge, queries } = await sandboxForge([
    { state: 'open' },
    { state: 'merged' },
    { state: 'merged', base: 'other' },
  ]);
  const found = await forge().pullRequests([3, 2, 1, 9, 2 ** 31]);
  expect(found.map(({ number, intoDefault }) => [number, intoDefault])).toEqual([
    [2, true],
    [3, false],
  ]);
  expect(await queries()).toBeLessThanOrEqual(2);
});

test('merged into any branch, with the commit that merged them', async () => {
  const { forge } = await sandboxForge([
    { state: 'merged' },
    { state: 'merged', base: 'other', mergeCommit: 'a'.repeat(40) },
  ]);
  const found = await forge().mergedPullRequests({ ...everything, anyBase: true });
  expect(found.map(({ mergeCommit }) => mergeCommit)).toEqual([
    expect.stringMatching(/^[0-9a-f]{40}$/),
    'a'.repeat(40),
  ]);
});
