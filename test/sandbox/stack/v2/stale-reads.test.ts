import { describe, expect, test } from 'vitest';
import { article, v2Harness, type V2Harness } from './v2-harness.ts';

const title = async ({ get }: V2Harness, path = 'articles/1', query = {}) =>
  (await get(path, query)).json.items[0]?.title as string | undefined;

describe('an identical read', () => {
  test('answers what it did for as long as the switch says, by the clock of the site', async () => {
    const at = await v2Harness({ switches: { staleReads: 60 } });
    await at.post('articles/add', article);
    expect(await title(at)).toBe(article.title);
    const edited = await at.post('articles/1/edit', { ...article, title: 'New' });
    // A write's own answer is never old.
    expect(edited.json.items[0].title).toBe('New');
    expect(await title(at)).toBe(article.title);
    await at.drive.advance(58);
    expect(await title(at)).toBe(article.title);
    await at.drive.advance(3);
    expect(await title(at)).toBe('New');
  });

  test.each([
    ['articles/1;1', {}],
    ['articles/1', { page: '1', pagesize: '30', sort: 'activity', order: 'desc' }],
    ['articles/1', { filter: 'default', _: '17', fromdate: '' }],
    ['ARTICLES/1', {}],
  ])('is one that means the same: %s %j', async (path, query) => {
    const at = await v2Harness({ switches: { staleReads: 60 } });
    await at.post('articles/add', article);
    await title(at);
    await at.post('articles/1/edit', { ...article, title: 'New' });
    expect(await title(at, path, query)).toBe(article.title);
  });

  test.each([
    ['articles/1;999', {}],
    ['articles/1', { pagesize: '31' }],
    ['articles/1', { filter: 'withbody' }],
    ['articles', {}],
    ['users/12/articles', {}],
  ])('is none that means something else: %s %j', async (path, query) => {
    const at = await v2Harness({ switches: { staleReads: 60 } });
    await at.post('articles/add', article);
    await title(at);
    await at.post('articles/1/edit', { ...article, title: 'New' });
    expect(await title(at, path, query)).toBe('New');
  });

  test('is one of the same account', async () => {
    const at = await v2Harness({ switches: { staleReads: 60 } });
    await at.post('articles/add', article);
    await title(at);
    await at.drive.edit(1, { title: 'New' });
    expect((await at.get('articles/1', {}, { token: 'colleague' })).json.items[0].title).toBe(
      'New',
    );
    expect(await title(at)).toBe(article.title);
  });

  test('stays without what was posted since, and with what was deleted', async () => {
    const at = await v2Harness({ switches: { staleReads: 60 } });
    expect(await title(at, 'articles')).toBeUndefined();
    expect(await title(at)).toBeUndefined();
    await at.post('articles/add', article);
    expect(await title(at, 'articles')).toBeUndefined();
    expect(await title(at)).toBeUndefined();
    await at.drive.advance(61);
    expect(await title(at)).toBe(article.title);
    await at.drive.delete(1);
    expect(await title(at)).toBe(article.title);
  });

  test('is none that makes a filter or looks at one', async () => {
    const at = await v2Harness({ switches: { staleReads: 60 } });
    const title = await at.filter('.items;article.title');
    const id = await at.filter('.items;article.article_id');
    expect(id).not.toBe(title);
    for (const each of [title, id])
      expect((await at.get(`filters/${each}`)).json.items[0].filter).toBe(each);
  });

  test('is fresh where the switch is off', async () => {
    const at = await v2Harness();
    await at.post('articles/add', article);
    await title(at);
    await at.drive.edit(1, { title: 'New' });
    expect(await title(at)).toBe('New');
  });

  test('is varied in its encoding only when it is made anew', async () => {
    const at = await v2Harness({ switches: { staleReads: 60, filterEncoding: 'varying' } });
    await at.drive.seed([{ title: '&' }]);
    const first = await title(at);
    expect([await title(at), await title(at)]).toEqual([first, first]);
    await at.drive.advance(61);
    expect(await title(at)).not.toBe(first);
  });
});
