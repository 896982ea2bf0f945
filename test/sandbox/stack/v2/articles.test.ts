import { describe, expect, test } from 'vitest';
import { article, refusal, v2Harness } from './v2-harness.ts';

const fields = [
  '.items',
  ...'article_id article_type title body_markdown tags owner last_editor creation_date last_activity_date last_edit_date link'
    .split(' ')
    .map((name) => `article.${name}`),
  'shallow_user.user_id',
].join(';');

describe('an Article', () => {
  test.each([['business'], ['enterprise']] as const)(
    'is written, read and edited over %s',
    async (tier) => {
      const { get, post, filter, sandbox } = await v2Harness({ tier });
      const id = await filter(fields);
      const added = await post('articles/add', { ...article, filter: id });
      expect(added.status).toBe(200);
      expect(added.json).toEqual({
        items: [
          {
            article_id: 1,
            article_type: 'how-to-guide',
            title: article.title,
            body_markdown: article.body,
            tags: ['tls', 'security'],
            owner: { user_id: 12 },
            creation_date: expect.any(Number),
            last_activity_date: expect.any(Number),
            link: `${sandbox.stack.url}${tier === 'business' ? '/c/sandbox' : ''}/articles/1/rotating-keys`,
          },
        ],
      });
      expect((await get('articles/1', { filter: id })).json).toEqual(added.json);
      const edited = await post('articles/1/edit', {
        ...article,
        title: 'Über <b> & "c"',
        article_type: 'policy',
        tags: 'a; b c',
        filter: id,
      });
      expect(edited.json.items).toMatchObject([
        {
          title: 'Über <b> & "c"',
          article_type: 'policy',
          tags: ['a', 'b', 'c'],
          last_editor: { user_id: 12 },
          last_edit_date: expect.any(Number),
        },
      ]);
    },
  );

  test('is the one that API v3 knows, both ways', async () => {
    const { api, get, post, filter } = await v2Harness();
    const added = await post('articles/add', article);
    const { article_id: id } = added.json.items[0];
    const read = await api('GET', `/articles/${id}`);
    expect(read.json).toMatchObject({
      title: article.title,
      bodyMarkdown: article.body,
      type: 'howToGuide',
      permissions: { editableBy: 'everyone' },
    });
    await api('PUT', `/articles/${id}`, {
      body: {
        title: 'From v3',
        body: 'v3\n',
        tags: ['x'],
        type: 'policy',
        permissions: { editableBy: 'ownerOnly' },
      },
    });
    const raw = await filter(fields);
    expect((await get(`articles/${id}`, { filter: raw })).json.items).toMatchObject([
      { title: 'From v3', body_markdown: 'v3\n', tags: ['x'], article_type: 'policy' },
    ]);
    // An edit here does not touch who may edit.
    await post(`articles/${id}/edit`, article);
    expect((await api('GET', `/articles/${id}`)).json.permissions.editableBy).toBe('ownerOnly');
    expect(refusal(await post(`articles/${id}/edit`, article, { token: 'colleague' }))).toEqual([
      400,
      403,
      'access_denied',
      expect.any(String),
    ]);
  });

  test('counts in seconds, while the site counts in milliseconds', async () => {
    const { api, post } = await v2Harness();
    const [item] = (await post('articles/add', article)).json.items;
    const { creationDate } = (await api('GET', `/articles/${item.article_id}`)).json;
    expect(item.creation_date).toBe(Math.floor(Date.parse(creationDate) / 1000));
  });

  test('is taken from the query too, and without a media type', async () => {
    const { v2, plain, sandbox } = await v2Harness();
    const { comment: _, ...sent } = { ...article, comment: 'first' };
    expect((await v2('POST', 'articles/add', sent)).status).toBe(200);
    const answer = await plain('POST', '/2.3/articles/add?team=sandbox', {
      raw: new URLSearchParams(article).toString(),
      type: null,
      headers: { 'X-API-Access-Token': sandbox.stack.tokens.write },
    });
    expect(answer.json.items).toHaveLength(1);
  });

  test('is deleted by its owner and then left out', async () => {
    const { api, drive, get, post } = await v2Harness();
    await post('articles/add', article);
    expect((await post('articles/1/delete', {}, { token: 'colleague' })).json.error_id).toBe(403);
    const deleted = await post('articles/1/delete');
    expect([deleted.status, deleted.json.items]).toEqual([200, []]);
    for (const token of ['write', 'admin'])
      expect((await get('articles/1', {}, { token })).json.items).toEqual([]);
    expect((await api('GET', '/articles/1', { token: 'admin' })).json.isDeleted).toBe(true);
    expect((await drive.post(1)).deleted).not.toBeNull();
    for (const path of ['articles/1/delete', 'articles/1/edit', 'articles/9/edit'])
      expect(refusal(await post(path, article))).toEqual([400, 400, 'bad_parameter', 'id']);
  });

  test('cannot be edited where the site does not offer that', async () => {
    const { post } = await v2Harness({ switches: { articleEdit: false } });
    await post('articles/add', article);
    expect((await post('articles/1/edit', article)).json.error_name).toBe('no_method');
  });
});
