import { describe, expect, test } from 'vitest';
import { createGitHubForge } from '../../../src/adapters/github/forge.ts';
import type { PullRequestQuery } from '../../../src/ports/forge.ts';
import { silent } from '../../../src/ports/log.ts';
import { serve, json, type Answer } from '../../kit/serve.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { everything, hours, sandboxForge } from './sandbox-forge.ts';

const marked = { labels: ['stack:article'] };
const numbersOf = (pulls: readonly { readonly number: number }[]) =>
  pulls.map(({ number }) => number);

describe('what is read', () => {
  test('a pull request, with its texts as they are', async () => {
    const body = 'One\r\n\r\n```release-note\r\n<b> & "日本" \u{1f600}\r\n```\r\n';
    const { forge } = await sandboxForge([
      { ...marked, title: 'feat: "x" <y>', body, merged: hours(1), updated: hours(2) },
    ]);
    expect(await forge().mergedPullRequests(everything)).toEqual([
      {
        intoDefault: true,
        mergeCommit: null,
        number: 1,
        title: 'feat: "x" <y>',
        body,
        labels: ['stack:article'],
        author: { id: 1003, login: 'will-write' },
        mergedAt: Date.parse(hours(1)),
        updatedAt: Date.parse(hours(2)),
        url: expect.stringMatching(/\/acme\/handbook\/pull\/1$/),
      },
    ]);
  });

  test.each([
    [null, null],
    ['dependabot[bot]', { id: 49699333, login: 'dependabot[bot]' }],
    ['acme', { id: null, login: 'acme' }],
  ])('the author %s', async (author, expected) => {
    const { forge } = await sandboxForge([{ ...marked, author, body: null, merged: hours(1) }]);
    const [pull] = await forge().mergedPullRequests(everything);
    expect(pull).toMatchObject({ author: expected, body: '' });
  });

  const pulls = [
    { ...marked, merged: hours(5) },
    { labels: ['stack:faq', 'stack:article'], merged: hours(4) },
    { labels: ['other'], merged: hours(3) },
    { ...marked, merged: hours(2), base: 'release' },
    { ...marked },
    { ...marked, state: 'closed' as const },
    { ...marked, merged: hours(1), updated: hours(9) },
    { ...marked, issue: true },
  ];
  const cases: readonly [string, Partial<PullRequestQuery>, number[]][] = [
    ['the first run: by label, into the default branch', {}, [1, 2, 7]],
    ['merged since', { since: Date.parse(hours(4)) }, [1, 2]],
    ['one label', { labels: ['stack:faq'] }, [2]],
    ['without labels: all', { labels: [] }, [1, 2, 3, 7]],
    ['a later run: all that was updated', { updatedSince: Date.parse(hours(4)) }, [1, 2, 7]],
    ['with an overlap', { updatedSince: Date.parse(hours(4)) + 299_000 }, [1, 2, 7]],
    ['no more than that', { updatedSince: Date.parse(hours(4)) + 301_000 }, [1, 7]],
    ['by number in any case', { labels: ['none'], numbers: [3, 1, 3] }, [1, 3]],
    ['numbers of other things', { labels: ['none'], numbers: [4, 5, 6, 8, 99, 2 ** 40] }, []],
    ['a number merged before', { since: Date.parse(hours(2)), labels: ['none'], numbers: [7] }, []],
  ];
  test.each(cases)('%s', async (_, query, expected) => {
    const { forge } = await sandboxForge(pulls);
    const read = await forge().mergedPullRequests({ ...everything, ...query });
    expect(numbersOf(read)).toEqual(expected);
  });

  test('the default branch may have any name', async () => {
    const { forge, drive } = await sandboxForge([
      { ...marked, merged: hours(1), base: 'trunk' },
      { ...marked, merged: hours(1), base: 'main' },
    ]);
    await drive.repository({ defaultBranch: 'trunk' });
    expect(numbersOf(await forge().mergedPullRequests(everything))).toEqual([1]);
  });
});

describe('how often GitHub is asked', () => {
  test('once where there is nothing new, whatever the size', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => ({ ...marked, merged: hours(n) }));
    const { forge, queries } = await sandboxForge(many);
    const github = forge();
    const query = { ...everything, updatedSince: Date.parse(hours(5000)) };
    const [pulls, isPublic] = await Promise.all([
      github.mergedPullRequests(query),
      github.isPublic(),
    ]);
    expect([pulls, isPublic]).toEqual([[], false]);
    await github.isPublic();
    expect(await queries()).toBe(1);
    expect(github.requests).toEqual({ total: 1, writes: 0 });
  });

  test('once for a hundred, and each is read once', async () => {
    const many = Array.from({ length: 350 }, (_, n) => ({ ...marked, merged: hours(n % 7) }));
    const { forge, queries } = await sandboxForge(many);
    const pulls = await forge().mergedPullRequests(everything);
    expect(numbersOf(pulls)).toEqual(many.map((_, n) => n + 1));
    expect(await queries()).toBe(4);
  });

  test('once for two hundred numbers, those already read left out', async () => {
    const many = Array.from({ length: 250 }, (_, n) => ({ merged: hours(n) }));
    const { forge, queries } = await sandboxForge(many);
    const numbers = many.map((_, n) => n + 1);
    const github = forge();
    expect(await github.isPublic()).toBe(false);
    const updatedSince = Date.parse(hours(200));
    const pulls = await github.mergedPullRequests({ ...everything, updatedSince, numbers });
    expect(numbersOf(pulls)).toEqual(numbers);
    expect(await queries()).toBe(1 + 1 + 1);
  });
});

test.each([
  [true, false],
  [false, true],
])('private: %s', async (closed, isPublic) => {
  const { forge, drive } = await sandboxForge();
  await drive.repository({ private: closed });
  expect(await forge().isPublic()).toBe(isPublic);
});

describe('what is refused', () => {
  test.each([
    ['invalid', 'forge-refused', /GITHUB_TOKEN/],
    ['stranger', 'forge-refused', /GITHUB_REPOSITORY/],
    ['job-read', 'forge-refused', /pull-requests: read/],
  ] as const)('the token %s', async (token, code, remedy) => {
    const world = await sandboxForge([{ ...marked, merged: hours(1) }]);
    const error = await world
      .forge(token)
      .mergedPullRequests(everything)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'forge', code, remedy: expect.stringMatching(remedy) });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(
      world.sandbox.github.tokens[token],
    );
    expect(world.clock.slept).toEqual([]);
  });

  test('a missing permission, by the same words for numbers', async () => {
    const { forge, drive } = await sandboxForge([{ merged: hours(1) }]);
    await drive.permissions({ contents: 'read' });
    await expect(forge().mergedPullRequests({ ...everything, numbers: [1] })).rejects.toMatchObject(
      { code: 'forge-refused' },
    );
  });

  test('a spent hour, with the time it ends, and without asking again', async () => {
    const { forge, drive, queries } = await sandboxForge();
    await drive.rateLimit('job', 0);
    const github = forge();
    const error = await github.isPublic().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'forge-refused',
      remedy: expect.stringMatching(/after \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/),
    });
    await expect(github.mergedPullRequests(everything)).rejects.toBe(error);
    expect(await queries()).toBe(1);
  });

  test('a secondary limit is waited for where it is short', async () => {
    const { forge, drive, clock } = await sandboxForge();
    await drive.fault({ kind: 'throttled', retryAfter: 30 });
    expect(await forge().isPublic()).toBe(false);
    expect(clock.slept).toEqual([30_000]);
    await drive.fault({ kind: 'throttled', retryAfter: 300, status: 429 });
    await expect(forge().isPublic()).rejects.toMatchObject({ code: 'forge-refused' });
    expect(clock.slept).toHaveLength(1);
    // Told by its words alone: a minute, as GitHub asks for.
    await drive.fault({ kind: 'throttled', times: 50 });
    await expect(forge().isPublic()).rejects.toMatchObject({
      code: 'forge-refused',
      message: expect.stringContaining('too many requests'),
    });
    expect(clock.slept[1]).toBeGreaterThanOrEqual(60_000);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['reset', {}],
    ['error', { status: 500 }],
    ['error', { status: 503 }],
    ['lost', {}],
    ['truncated', {}],
  ] as const)('%s %j is tried again', async (kind, more) => {
    const { forge, drive } = await sandboxForge([{ ...marked, merged: hours(1) }]);
    await drive.fault({ kind, ...more, times: 3 });
    const github = forge();
    expect(await github.mergedPullRequests(everything)).toHaveLength(1);
    expect(github.requests.total).toBe(4);
    await drive.fault({ kind, ...more, times: 4 });
    await expect(github.mergedPullRequests(everything)).rejects.toMatchObject({
      code: 'forge-unreachable',
    });
  });

  test('what takes GitHub too long is asked for in smaller pieces', async () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ ...marked, merged: hours(n) }));
    const { forge, drive } = await sandboxForge(many);
    await drive.fault({ kind: 'error', status: 502, times: 2 });
    expect(await forge().mergedPullRequests(everything)).toHaveLength(40);
    const sizes = (await drive.log()).map(
      ({ sent }) => (JSON.parse(sent ?? '{}') as { variables: { first: number } }).variables.first,
    );
    expect(sizes).toEqual([100, 100, 30, 30]);
  });

  test('a server that is gone', async () => {
    const { forge, sandbox } = await sandboxForge();
    const github = forge();
    await sandbox.close();
    await expect(github.isPublic()).rejects.toMatchObject({ code: 'forge-unreachable' });
  });
});

describe('a hostile server', () => {
  const good = { isPrivate: true, visibility: 'PRIVATE', defaultBranchRef: { name: 'main' } };
  const node = {
    number: 1,
    title: 't',
    body: 'b',
    updatedAt: '2026-11-20T10:00:00Z',
    mergedAt: '2026-11-20T10:00:00Z',
    url: 'https://github.example/acme/handbook/pull/1',
    baseRefName: 'main',
    author: { kind: 'User', login: 'ada', databaseId: 1 },
    labels: { nodes: [{ name: 'a' }] },
  };
  const page = (...nodes: unknown[]) => ({
    pageInfo: { hasNextPage: false, endCursor: null },
    nodes,
  });

  async function asked(answer: Answer) {
    const server = await serve(answer);
    const forge = createGitHubForge({
      apiUrl: server.url,
      graphqlUrl: `${server.url}/graphql`,
      repository: { owner: 'acme', name: 'handbook' },
      token: 'a-secret-token',
      userAgent: 'test/1',
      clock: fakeClock(Date.now()),
      log: silent,
    });
    try {
      return await forge
        .mergedPullRequests({ ...everything, labels: [] })
        .catch((error: unknown) => error);
    } finally {
      await forge.close();
      await server[Symbol.asyncDispose]();
    }
  }

  const answering =
    (repository: unknown): Answer =>
    (response) =>
      json(response, 200, { data: { repository } });

  test('a right answer is taken', async () => {
    expect(await asked(answering({ ...good, list0: page(node, null) }))).toHaveLength(1);
  });

  test.each([
    ['no data', answering(null)],
    ['no list', answering(good)],
    ['a text for a number', answering({ ...good, list0: page({ ...node, number: '1' }) })],
    [
      'a number beyond what a double holds',
      answering({ ...good, list0: page({ ...node, number: 2 ** 60 }) }),
    ],
    ['no date', answering({ ...good, list0: page({ ...node, updatedAt: 'yesterday' }) })],
    [
      'a script for an address',
      answering({ ...good, list0: page({ ...node, url: 'javascript:x' }) }),
    ],
    ['a body that is none', answering({ ...good, list0: page({ ...node, body: { a: 1 } }) })],
    ['a page of HTML', (response) => void response.end('<html></html>')],
    [
      'JSON that is none',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"data":');
      },
    ],
    ['a list', (response) => json(response, 200, [])],
    ['errors that are none', (response) => json(response, 200, { errors: 'x', data: {} })],
  ] satisfies [string, Answer][])('%s', async (_, answer) => {
    expect(await asked(answer)).toMatchObject({ kind: 'forge', code: 'forge-unreachable' });
  });

  test.each<[string, (count: number) => string | null]>([
    ['names the same page again', () => 'same'],
    ['names two pages in turn', (count) => String(count % 2)],
    ['names ever other pages, which repeat', String],
    ['names no page', () => null],
  ])('a list that never ends: %s', async (_, endCursor) => {
    const result = await asked((response, request, count) => {
      const pageInfo = { hasNextPage: true, endCursor: endCursor(count) };
      void answering({ ...good, list0: { ...page(node), pageInfo } })(response, request, count);
    });
    expect(result).toMatchObject({ kind: 'forge', code: 'forge-endless' });
  });

  test.each(['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '-000001-01-01T00:00:00Z'])(
    'a date that cannot be: %s',
    async (updatedAt) => {
      const list0 = page({ ...node, updatedAt });
      expect(await asked(answering({ ...good, list0 }))).toMatchObject({
        code: 'forge-unreachable',
      });
    },
  );

  test.each([
    { 'retry-after': '999999999999' },
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '999999999999' },
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999', date: '1 Jan 1960 GMT' },
  ])('a limit that is never over: %j', async (headers) => {
    const result = await asked((response) => {
      response.writeHead(403, headers as Record<string, string>).end('{}');
    });
    expect(result).toMatchObject({
      code: 'forge-refused',
      remedy: expect.stringMatching(/after .*Z/),
    });
  });

  test('a redirect is not followed: the token stays here', async () => {
    await using elsewhere = await serve((response) => json(response, 200, {}));
    const result = await asked((response) => {
      response.writeHead(307, { location: `${elsewhere.url}/graphql` });
      response.end();
    });
    expect(result).toMatchObject({ code: 'forge-refused' });
    expect(elsewhere.seen).toEqual([]);
  });
});

describe('addresses', () => {
  const open = (apiUrl: string, graphqlUrl: string) => () =>
    createGitHubForge({
      apiUrl,
      graphqlUrl,
      repository: { owner: 'acme', name: 'handbook' },
      token: 't',
      userAgent: 'test/1',
      clock: fakeClock(Date.now()),
      log: silent,
    });

  test.each([
    ['http://github.example', 'http://github.example/graphql'],
    ['https://user:pass@github.example', 'https://github.example/graphql'],
    ['https://api.github.example', 'https://elsewhere.example/graphql'],
    ['nonsense', 'https://api.github.example/graphql'],
  ])('%s with %s is refused', (api, graphql) => {
    expect(open(api, graphql)).toThrow(expect.objectContaining({ code: 'insecure-url' }));
  });

  test("an Enterprise Server's", async () => {
    const { sandbox, forge } = await sandboxForge([{ ...marked, merged: hours(1) }]);
    const { url } = sandbox.github;
    const github = forge('job', { apiUrl: `${url}/api/v3`, graphqlUrl: `${url}/api/graphql` });
    expect(await github.mergedPullRequests(everything)).toHaveLength(1);
  });
});

test('the event of a workflow has no part in it', async () => {
  const { forge } = await sandboxForge();
  process.env['GITHUB_EVENT_PATH'] = '/nowhere/event.json';
  try {
    expect(await forge().isPublic()).toBe(false);
    expect(process.env['GITHUB_EVENT_PATH']).toBe('/nowhere/event.json');
  } finally {
    delete process.env['GITHUB_EVENT_PATH'];
  }
});
