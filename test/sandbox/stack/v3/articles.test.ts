import { describe, expect, test } from 'vitest';
import { stackHarness } from '../../harness.ts';
import { article } from '../article.ts';

describe('an article', () => {
  test('is created, read, replaced and softly deleted', async () => {
    const { api } = await stackHarness();
    const created = await api('POST', '/articles', { body: article });
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({
      title: article.title,
      bodyMarkdown: article.body,
      type: 'howToGuide',
      isDeleted: false,
      userCanEdit: true,
      owner: { id: 12 },
      body: '<p>Rotate them.</p>\n',
    });
    expect(created.json).not.toHaveProperty('lastEditor');
    const path = `/articles/${created.json.id}`;
    expect((await api('GET', path)).json).toEqual(created.json);

    const replaced = await api('PUT', path, { body: { ...article, title: 'New', tags: ['x'] } });
    expect(replaced.status).toBe(200);
    expect(replaced.json).toMatchObject({ title: 'New', lastEditor: { id: 12 } });
    expect(replaced.json.tags.map((tag: { name: string }) => tag.name)).toEqual(['x']);
    expect(Date.parse(replaced.json.lastActivityDate)).toBeGreaterThan(
      Date.parse(created.json.lastActivityDate),
    );
    expect(replaced.json.creationDate).toBe(created.json.creationDate);

    const deleted = await api('DELETE', path);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await api('GET', path)).status).toBe(404);
    expect((await api('GET', path, { token: 'admin' })).json).toMatchObject({ isDeleted: true });
    expect((await api('PUT', path, { body: article })).status).toBe(404);
    const again = await api('DELETE', path);
    expect([again.status, again.json.type]).toEqual([
      400,
      '/v3/errors/delete/ArticleAlreadyDeleted',
    ]);
    expect((await api('GET', '/articles')).json).toMatchObject({ totalCount: 0, totalPages: 1 });
  });

  test('belongs to the user of the token and counts in short addresses', async () => {
    const { api, sandbox } = await stackHarness();
    const made = await api('POST', '/articles', { body: article, token: 'colleague' });
    expect(made.json.owner.id).toBe(21);
    expect(made.json.webUrl).toBe(`${sandbox.stack.pages}/articles/${made.json.id}`);
    expect(made.json.shareUrl).toBe(made.json.webUrl);
  });

  test('keeps every character that was sent', async () => {
    const { api } = await stackHarness();
    const body = 'a & b < c > "d" \'e\' &amp;lt; \r\n  code  \n\n\u{1f600} é\n';
    const made = await api('POST', '/articles', { body: { ...article, title: 'A & <b>', body } });
    expect(made.json).toMatchObject({ title: 'A & <b>', bodyMarkdown: body });
  });

  test('takes unknown members, other JSON types, other cases, and no permissions', async () => {
    const { api } = await stackHarness();
    const { title, permissions: _, ...rest } = article;
    const made = await api('POST', '/articles', {
      body: { ...rest, TITLE: title, preview: true },
      type: 'application/vnd.acme+json; charset=utf-8',
    });
    expect(made.status).toBe(201);
    expect(made.json.permissions).toEqual({
      editableBy: 'everyone',
      editorUsers: [],
      editorUserGroups: [],
    });
  });

  test('lets only its editors edit', async () => {
    const { api } = await stackHarness();
    const make = async (permissions: object) =>
      (await api('POST', '/articles', { body: { ...article, permissions } })).json;
    const closed = await make({ editableBy: 'ownerOnly' });
    const named = await make({ editableBy: 'specificEditors', editorUserIds: [21] });
    const grouped = await make({ editableBy: 'specificEditors', editorUserGroupIds: [1002] });
    const seen = async (id: number) =>
      (await api('GET', `/articles/${id}`, { token: 'colleague' })).json.userCanEdit;
    expect([await seen(closed.id), await seen(named.id), await seen(grouped.id)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(named.permissions.editorUsers[0].id).toBe(21);
    const put = await api('PUT', `/articles/${closed.id}`, { body: article, token: 'colleague' });
    expect([put.status, put.json]).toEqual([
      403,
      { type: '/v3/errors/forbidden', title: 'Forbidden Action', status: 403 },
    ]);
    // An editor who is not the owner may not change who edits.
    const opened = await api('PUT', `/articles/${named.id}`, { body: article, token: 'colleague' });
    expect(opened.status).toBe(403);
    expect((await api('DELETE', `/articles/${named.id}`, { token: 'colleague' })).status).toBe(403);
  });

  test('echoes an expiration date where the site has one', async () => {
    const { api } = await stackHarness({ switches: { expirationDate: true } });
    const expirationDate = '2027-01-01T00:00:00Z';
    const made = await api('POST', '/articles', { body: { ...article, expirationDate } });
    expect(made.json.expirationDate).toBe(expirationDate);
    const put = await api('PUT', `/articles/${made.json.id}`, { body: article });
    expect(put.json.expirationDate).toBeNull();
  });
});

describe('tags', () => {
  test('are lower-cased, made on first use, replaced by their master, and counted', async () => {
    const { api } = await stackHarness({ switches: { synonyms: { k8s: 'kubernetes' } } });
    const made = await api('POST', '/articles', {
      body: { ...article, tags: ['K8s', 'TLS', 'tls'] },
    });
    const names = made.json.tags.map((tag: { name: string }) => tag.name);
    expect(names).toEqual(['kubernetes', 'tls']);
    const list = await api('GET', '/tags?partialName=KUBE');
    expect(list.json.items).toMatchObject([
      { name: 'kubernetes', postCount: 1, hasSynonyms: true },
    ]);
    await api('DELETE', `/articles/${made.json.id}`);
    expect((await api('GET', '/tags')).json.items[0].postCount).toBe(0);
  });
});
