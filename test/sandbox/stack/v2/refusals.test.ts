import { describe, expect, test } from 'vitest';
import { article, question, refusal, v2Harness } from './v2-harness.ts';

const words = expect.any(String);

describe('a way in', () => {
  test.each([
    ['no token', { token: null }, 401, 'access_token_required'],
    ['an unknown token', { token: 'invalid' }, 402, 'invalid_access_token'],
    ['an expired token', { token: 'expired' }, 402, 'invalid_access_token'],
    ['a token of another team', { token: 'other' }, 402, 'invalid_access_token'],
    ['no team', { team: null }, 400, 'bad_parameter'],
    ['another team', { team: 'elsewhere' }, 400, 'bad_parameter'],
  ])('with %s is refused on Business', async (_, ask, id, name) => {
    const { get, post, drive } = await v2Harness();
    expect(refusal(await get('me', {}, ask))).toEqual([400, id, name, words]);
    expect(refusal(await get('articles', {}, ask))[1]).toBe(id);
    expect(refusal(await post('articles/add', article, ask))[1]).toBe(id);
    expect(await drive.posts()).toEqual([]);
  });

  test.each([
    ['no key', { key: null }, 405, 'key_required'],
    ['an unknown key', { key: 'U4DMV((' }, 400, 'bad_parameter'],
    ['an expired token', { token: 'expired' }, 402, 'invalid_access_token'],
    ['a token of a private team', { token: 'other' }, 402, 'invalid_access_token'],
    ['a team', { team: 'private' }, 400, 'bad_parameter'],
  ])('with %s is refused on Enterprise', async (_, ask, id, name) => {
    const { get, post, drive } = await v2Harness({ tier: 'enterprise' });
    expect(refusal(await get('me', {}, ask))).toEqual([400, id, name, words]);
    expect(refusal(await get('articles', {}, ask))[1]).toBe(id);
    expect(refusal(await post('articles/add', article, ask))[1]).toBe(id);
    expect(await drive.posts()).toEqual([]);
  });

  test('with the key alone reads an Enterprise, and no more', async () => {
    const { drive, get, post, sandbox } = await v2Harness({ tier: 'enterprise' });
    const alone = { token: null };
    expect((await get('articles', {}, alone)).status).toBe(200);
    const { key = '' } = sandbox.stack.tokens;
    expect((await get('articles', { key }, { token: null, key: null })).status).toBe(200);
    for (const path of ['me', 'me/questions'])
      expect(refusal(await get(path, {}, alone))[2]).toBe('access_token_required');
    expect(refusal(await post('articles/add', article, alone))[1]).toBe(401);
    expect((await drive.log()).map(({ token }) => token).slice(0, 2)).toEqual(['key', 'key']);
  });

  test('is no other header, and not the query', async () => {
    const { get, sandbox } = await v2Harness();
    const { write } = sandbox.stack.tokens;
    for (const scheme of ['Basic', 'Bearer', '']) {
      const headers = { Authorization: `${scheme} ${write}`.trim() };
      expect(refusal(await get('me', {}, { token: null, headers }))[1]).toBe(401);
    }
    for (const token of [null, 'write'])
      expect(refusal(await get('me', { access_token: write }, { token }))).toEqual([
        400,
        406,
        'access_token_compromised',
        words,
      ]);
  });

  test('of an Enterprise leads to the main site, whichever place is driven', async () => {
    const { get, drive } = await v2Harness({ tier: 'enterprise', team: 'acme' });
    expect(refusal(await get('me'))[1]).toBe(402);
    expect((await get('me', {}, { token: 'other' })).json.items[0].user_id).toBe(12);
    expect(await drive.posts()).toEqual([]);
  });

  test('of each tier is not there on the other one', async () => {
    const business = await v2Harness();
    expect((await business.plain('GET', '/api/2.3/me')).status).toBe(404);
    const enterprise = await v2Harness({ tier: 'enterprise' });
    expect((await enterprise.plain('GET', '/2.3/me')).status).toBe(404);
    expect(business.sandbox.stack.tokens).not.toHaveProperty('key');
    expect(enterprise.sandbox.stack.tokens.key).toMatch(/^[\w-]{20,}\(\($/);
  });
});

describe('a token that only reads', () => {
  test('cannot write', async () => {
    const { get, post, drive } = await v2Harness();
    const ask = { token: 'read' };
    expect((await get('me', {}, ask)).status).toBe(200);
    const denied = [400, 403, 'access_denied', words];
    expect(refusal(await post('articles/add', article, ask))).toEqual(denied);
    expect(refusal(await post('articles/add', {}, ask))).toEqual(denied);
    await drive.switches({ checks: 'validate-first' });
    expect(refusal(await post('articles/add', {}, ask))[2]).toBe('bad_parameter');
    expect(refusal(await post('articles/add', article, ask))).toEqual(denied);
    expect(await drive.posts()).toEqual([]);
  });
});

describe('a method', () => {
  test.each([
    ['GET', 'nothing'],
    ['GET', ''],
    ['GET', 'articles/one'],
    ['GET', 'articles/1;x'],
    ['GET', 'users/me/articles'],
    ['GET', 'articles/add'],
    ['POST', 'articles'],
    ['POST', 'articles/x/edit'],
    ['POST', 'articles/1;2/edit'],
    ['POST', 'articles/1/delete/undo'],
    ['PUT', 'articles/1'],
    ['GET', 'errors/999'],
  ])('that is not there: %s %s', async (method, path) => {
    const { v2 } = await v2Harness();
    expect(refusal(await v2(method, path))).toEqual([400, 404, 'no_method', words]);
  });

  test('that the sandbox does not serve answers 501 with its name', async () => {
    const { get } = await v2Harness();
    const answer = await get('tags');
    expect([answer.status, answer.text]).toEqual([501, expect.stringContaining('tags')]);
  });

  test.each(['title', 'body', 'tags', 'article_type'])('without %s names it', async (name) => {
    const { drive, post } = await v2Harness();
    for (const value of ['', ' ', null]) {
      const { [name]: _, ...rest } = article as Record<string, string>;
      const answer = await post('articles/add', value === null ? rest : { ...rest, [name]: value });
      expect(refusal(answer)).toEqual([400, 400, 'bad_parameter', name]);
    }
    expect(await drive.posts()).toEqual([]);
  });

  test.each([
    ['articles/add', { ...article, article_type: 'howToGuide' }, 'article_type'],
    ['articles/add', { ...article, preview: 'true' }, 'preview'],
    ['articles/add', { ...article, filter: '!nothing' }, 'filter'],
    ['questions/add', { ...question, title: '' }, 'title'],
    ['questions/1/answers/add', { body: '' }, 'body'],
  ])('%s with an odd parameter names it', async (path, form, name) => {
    const { drive, post } = await v2Harness();
    await drive.seed([{ kind: 'question' }]);
    expect(refusal(await post(path, form))).toEqual([400, 400, 'bad_parameter', name]);
    expect(await drive.posts()).toHaveLength(1);
  });

  test.each([
    ['title', { title: 'x'.repeat(151) }, 'Title cannot be longer than 150 characters.'],
    ['body', { body: 'x'.repeat(100_001) }, expect.stringMatching(/100000/)],
    ['no tags', { tags: ' , ' }, expect.stringMatching(/at least one tag/)],
    ['five tags', { tags: 'a,b,c,d,e' }, expect.stringMatching(/4 tags/)],
    ['long tag', { tags: 'x'.repeat(36) }, expect.stringMatching(/35/)],
    ['odd tag', { tags: 'a/b' }, expect.stringMatching(/not allowed/)],
  ])('over the limit of %s answers the sentence', async (_, change, sentence) => {
    const { drive, post } = await v2Harness();
    expect(refusal(await post('articles/add', { ...article, ...change }))).toEqual([
      400,
      407,
      'write_failed',
      sentence,
    ]);
    expect(await drive.posts()).toEqual([]);
  });

  test('for a text that is too short by switch answers the sentence', async () => {
    const { post } = await v2Harness({ switches: { minTitle: 15, minBody: 30 } });
    expect(refusal(await post('questions/add', { ...question, title: 'Short' }))[1]).toBe(407);
    expect(refusal(await post('questions/add', question))[1]).toBe(407);
  });

  test('lists every error, and answers each on demand', async () => {
    const { get } = await v2Harness();
    const { items } = (await get('errors', {}, { token: null, team: null })).json;
    const ids = items.map((item: { error_id: number }) => item.error_id);
    expect(ids).toEqual([400, 401, 402, 403, 404, 405, 406, 407, 409, 500, 502, 503]);
    for (const { error_id: id, error_name: name } of items)
      expect(refusal(await get(`errors/${id}`))).toEqual([400, id, name, words]);
  });
});

describe('editing rights', () => {
  test('follow the switch, and stop at a lock', async () => {
    const { drive, post } = await v2Harness({ switches: { editing: 'owner' } });
    await post('questions/add', question);
    const edit = (token: string) => post('questions/1/edit', question, { token });
    expect(refusal(await edit('colleague'))[2]).toBe('access_denied');
    await drive.lock(1);
    expect(refusal(await edit('write'))[2]).toBe('access_denied');
    expect((await edit('admin')).status).toBe(200);
  });
});
