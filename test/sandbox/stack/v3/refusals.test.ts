import { describe, expect, test } from 'vitest';
import { call } from '../../call.ts';
import { stackHarness } from '../../harness.ts';
import { article } from '../article.ts';

describe('tokens', () => {
  test('look like real ones and stay the same from start to start', async () => {
    const [a, b] = [await stackHarness(), await stackHarness()];
    const tokens = Object.values(a.sandbox.stack.tokens);
    expect(new Set(tokens).size).toBe(tokens.length);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{20,}\)\)$/);
    expect(b.sandbox.stack.tokens).toEqual(a.sandbox.stack.tokens);
  });

  test.each([
    [null, 'Invalid access token'],
    ['invalid', 'Invalid access token'],
    ['other', 'Invalid access token'],
    ['expired', 'token expired'],
  ])('%s is refused in plain text', async (token, words) => {
    const { api } = await stackHarness();
    const answer = await api('GET', '/users/me', { token });
    expect([answer.status, answer.text]).toEqual([401, words]);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  });

  test('do not open another team, or another scheme', async () => {
    const { api, plain, sandbox } = await stackHarness();
    const authorization = `Bearer ${sandbox.stack.tokens['write']}`;
    const other = await plain('GET', '/v3/teams/elsewhere/users/me', {
      headers: { authorization },
    });
    expect(other.status).toBe(401);
    const basic = await api('GET', '/users/me', {
      token: null,
      headers: { Authorization: 'Basic abc' },
    });
    expect([basic.status, basic.text]).toEqual([401, 'invalid bearer token']);
  });

  test.each([
    ['the main site', { tier: 'enterprise' }, '/api/v3/teams/private'],
    ['a private team', { tier: 'enterprise', team: 'acme' }, '/api/v3'],
  ] as const)('of an Enterprise: %s and the place beside it', async (_, options, beside) => {
    const { api, plain, sandbox, drive } = await stackHarness(options);
    const at = (token: string, path: string) =>
      plain('GET', `${path}/users/me`, { headers: { authorization: `Bearer ${token}` } });
    const { write, other, expired } = sandbox.stack.tokens;
    expect((await api('GET', '/users/me')).status).toBe(200);
    expect((await api('GET', '/users/me', { token: 'other' })).status).toBe(401);
    expect((await at(other, beside)).status).toBe(200);
    for (const token of [write, expired]) expect((await at(token, beside)).status).toBe(401);
    for (const token of [write, other])
      expect((await at(token, '/api/v3/teams/nowhere')).status).toBe(401);
    // What is posted there stands there alone.
    const made = await call('POST', `${sandbox.stack.url}${beside}/articles`, {
      body: article,
      headers: { authorization: `Bearer ${other}` },
    });
    expect(made.status).toBe(201);
    expect(await drive.posts()).toEqual([]);
    expect((await plain('GET', new URL(made.json.webUrl).pathname)).status).toBe(200);
    expect((await plain('GET', `/v3/teams/acme/users/me`)).status).toBe(404);
  });

  test('that only read cannot write', async () => {
    const { api, drive } = await stackHarness();
    const answer = await api('POST', '/articles', { body: article, token: 'read' });
    expect([answer.status, answer.json]).toEqual([
      403,
      { type: '/v3/errors/forbidden', title: 'Forbidden Action', status: 403 },
    ]);
    expect(await drive.posts()).toEqual([]);
    expect((await api('GET', '/users/me', { token: 'read' })).json.id).toBe(12);
  });

  test('are looked at before or after the body, by switch', async () => {
    const { api, drive } = await stackHarness();
    const status = async () => (await api('POST', '/articles', { body: {}, token: 'read' })).status;
    expect(await status()).toBe(403);
    await drive.switches({ checks: 'validate-first' });
    expect(await status()).toBe(400);
    const valid = await api('POST', '/articles', { body: article, token: 'read' });
    expect(valid.status).toBe(403);
  });

  test('of administrators alone find people by e-mail', async () => {
    const { api } = await stackHarness();
    const path = '/users/by-email/ADA%40acme.example';
    expect((await api('GET', path)).status).toBe(403);
    const found = await api('GET', path, { token: 'admin' });
    expect(found.json).toMatchObject({ id: 21, email: 'ada@acme.example' });
    const none = await api('GET', '/users/by-email/nobody@acme.example', { token: 'admin' });
    expect([none.status, none.json.type]).toEqual([404, '/v3/errors/user/not-found']);
    expect((await api('GET', '/users/21')).json.email).toBeNull();
  });
});

describe('a body', () => {
  test.each([
    ['title missing', { title: undefined }, 'Title'],
    ['title blank', { title: '  ' }, 'Title'],
    ['body empty', { body: '' }, 'Body'],
    ['tags missing', { tags: null }, 'Tags'],
    ['type missing', { type: undefined }, 'Type'],
    ['title not text', { title: 5 }, '$.title'],
    ['tags not texts', { tags: [1] }, '$.tags[0]'],
    ['type unknown', { type: 'blog' }, '$.type'],
    ['permissions odd', { permissions: { editableBy: 'me' } }, '$.permissions.editableBy'],
    ['editors odd', { permissions: { editorUserIds: 'x' } }, '$.permissions.editorUserIds'],
  ])('with %s answers a map of errors', async (_, change, name) => {
    const { api } = await stackHarness();
    const answer = await api('POST', '/articles', { body: { ...article, ...change } });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.json.errors)).toEqual([name]);
    expect(answer.json).toMatchObject({
      type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
      title: 'One or more validation errors occurred.',
      status: 400,
    });
    expect(answer.json).not.toHaveProperty('detail');
  });

  test('names every missing member at once', async () => {
    const { api } = await stackHarness();
    const answer = await api('POST', '/articles', { body: {} });
    expect(answer.json.errors).toEqual({
      Title: ['The Title field is required.'],
      Body: ['The Body field is required.'],
      Tags: ['The Tags field is required.'],
      Type: ['The Type field is required.'],
    });
  });

  test.each([['{'], ['[]'], ['null'], ['']])('of %j is refused', async (raw) => {
    const { api } = await stackHarness();
    expect((await api('POST', '/articles', { raw })).status).toBe(400);
  });

  test('of another media type, or of none, answers 415', async () => {
    const { api } = await stackHarness();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', null]) {
      const answer = await api('POST', '/articles', { raw: '{}', type });
      expect([answer.status, answer.text]).toEqual([415, '']);
    }
  });

  test.each([
    ['title', { title: 'x'.repeat(151) }, 'Title cannot be longer than 150 characters.'],
    ['body', { body: 'x'.repeat(100_001) }, /100000/],
    ['no tags', { tags: [] }, /at least one tag/],
    ['five tags', { tags: ['a', 'b', 'c', 'd', 'e'] }, /4 tags/],
    ['long tag', { tags: ['x'.repeat(36)] }, /35/],
    ['spaced tag', { tags: ['a b'] }, /not allowed/],
    ['odd tag', { tags: ['a/b'] }, /not allowed/],
    ['unknown editor', { permissions: { editableBy: 'specificEditors', editorUserIds: [9] } }, /9/],
  ])('over the limit of %s answers a sentence', async (_, change, detail) => {
    const { api } = await stackHarness();
    const answer = await api('POST', '/articles', { body: { ...article, ...change } });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({
      type: '/v3/errors/articles/ValidationErrors',
      title: 'Article not created',
      status: 400,
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    });
  });

  test('at every limit is taken', async () => {
    const { api } = await stackHarness();
    const body = {
      ...article,
      title: 'x'.repeat(150),
      body: 'é'.repeat(100_000),
      tags: ['c++', 'c#', 'node.js', 'x'.repeat(35)],
    };
    expect((await api('POST', '/articles', { body })).status).toBe(201);
  });

  test('shorter than the switch says is refused', async () => {
    const { api } = await stackHarness({ switches: { minTitle: 15, minBody: 30 } });
    expect((await api('POST', '/articles', { body: article })).status).toBe(400);
  });
});

describe('an address', () => {
  test('of nothing answers 404 without JSON', async () => {
    const { api, plain } = await stackHarness();
    for (const answer of [await api('GET', '/nothing'), await plain('GET', '/v3/nothing')]) {
      expect(answer.status).toBe(404);
      expect(answer.json).toBeNull();
    }
  });

  test('of a missing article answers 404 with JSON, of an odd one 400', async () => {
    const { api } = await stackHarness();
    const missing = await api('GET', '/articles/7');
    expect([missing.status, missing.json.detail]).toEqual([404, 'Article ID 7 not found']);
    expect((await api('PUT', '/articles/7', { body: article })).status).toBe(404);
    expect((await api('DELETE', '/articles/7')).status).toBe(404);
    expect(Object.keys((await api('GET', '/articles/x')).json.errors)).toEqual(['articleId']);
  });

  test('that is documented and not served answers 501 with its name', async () => {
    const { api } = await stackHarness();
    const answer = await api('GET', '/collections');
    expect([answer.status, answer.json]).toEqual([501, null]);
    expect(answer.text).toContain('GET collections');
    expect((await api('POST', '/articles/1/upvote')).status).toBe(501);
    expect((await api('PATCH', '/articles/1')).status).toBe(405);
    expect((await api('GET', '/communities')).status).toBe(404);
    const main = await stackHarness({ tier: 'enterprise' });
    for (const path of ['/communities', '/users/manage', '/collections'])
      expect((await main.api('GET', path)).status).toBe(501);
  });

  test('that cannot be decoded answers 404, a huge body 413', async () => {
    const { plain, api } = await stackHarness();
    expect((await plain('GET', '/v3/teams/%zz/users/me')).status).toBe(404);
    const huge = await api('POST', '/articles', { raw: ' '.repeat(9_000_000) }).catch(() => null);
    // The connection may end before the answer is read.
    expect(huge?.status ?? 413).toBe(413);
  });

  test('of the greeting needs no token', async () => {
    const { plain } = await stackHarness();
    expect((await plain('GET', '/v3/stacky')).status).toBe(200);
  });
});
