import { describe, expect, test } from 'vitest';
import { stackHarness } from '../../harness.ts';

const ids = (answer: { json: { items: { id: number }[] } }): number[] =>
  answer.json.items.map((item) => item.id);

describe('a list', () => {
  test('is paged, newest activity first, without Markdown', async () => {
    const { api, drive } = await stackHarness();
    const seeded = await drive.seedMany(40);
    await drive.edit(seeded[0] ?? 0, { title: 'Edited' });
    const first = await api('GET', '/articles?PAGESIZE=15&page=1');
    expect(first.json).toMatchObject({
      totalCount: 40,
      pageSize: 15,
      page: 1,
      totalPages: 3,
      sort: 'activity',
      order: 'desc',
    });
    expect(ids(first).slice(0, 2)).toEqual([seeded[0], seeded[39]]);
    expect(first.json.items[0]).not.toHaveProperty('bodyMarkdown');
    expect(first.json.items[0]).not.toHaveProperty('permissions');
    expect(ids(await api('GET', '/articles?pageSize=15&page=3'))).toHaveLength(10);
    expect(ids(await api('GET', '/articles?pageSize=15&page=4'))).toEqual([]);
    expect((await api('GET', '/articles')).json.pageSize).toBe(30);
  });

  test('has smaller pages by switch, whatever is asked for', async () => {
    const { api, drive } = await stackHarness({ switches: { mostOnPage: 15 } });
    const seeded = await drive.seedMany(40);
    const page = { totalCount: 40, pageSize: 15, totalPages: 3 };
    const last = await api('GET', '/articles?pageSize=100&page=3');
    expect(last.json).toMatchObject(page);
    expect(ids(last)).toEqual(seeded.slice(0, 10).toReversed());
    expect((await api('GET', '/articles?pageSize=7')).status).toBe(400);
  });

  test('is sorted and filtered as asked', async () => {
    const { api, drive } = await stackHarness();
    const [a = 0, b = 0, c = 0] = await drive.seed([
      { title: 'a', tags: ['x', 'y'], created: '2026-01-01T00:00:00Z' },
      { title: 'b', tags: ['x'], owner: 'colleague', created: '2026-02-01T00:00:00Z' },
      { title: 'c', tags: ['y'], created: '2026-03-01T00:00:00Z' },
    ]);
    await drive.edit(a, { body: 'again' });
    const tags = (await api('GET', '/tags')).json.items as { id: number; name: string }[];
    const tag = (name: string) => tags.find((known) => known.name === name)?.id;
    const list = async (query: string) => ids(await api('GET', `/articles?${query}`));
    expect(await list('sort=creation&order=asc')).toEqual([a, b, c]);
    expect(await list('sort=activity&order=asc')).toEqual([b, c, a]);
    expect(await list('authorId=12')).toEqual([a, c]);
    expect(await list(`tagId=${tag('x')}`)).toEqual([a, b]);
    expect(await list(`tagId=${tag('x')}&tagId=${tag('y')}`)).toEqual([a]);
    expect(await list('tagId=999')).toEqual([]);
    expect(await list('from=2026-02-01&to=2026-02-28T23:00:00Z')).toEqual([b]);
    expect(await list('from=2026-02-01T00:00:00&sort=creation')).toEqual([c, b]);
  });

  test.each([
    'page=0',
    'pageSize=20',
    'pageSize=x',
    'sort=title',
    'order=up',
    'authorId=me',
    'from=soon',
    'page=99999999999',
  ])('refuses %s', async (query) => {
    const { api } = await stackHarness();
    const answer = await api('GET', `/articles?${query}`);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.json.errors)).toHaveLength(1);
  });

  test('that is empty has one page', async () => {
    const { api } = await stackHarness();
    for (const path of ['/articles', '/questions', '/tags'])
      expect((await api('GET', path)).json).toMatchObject({
        totalCount: 0,
        totalPages: 1,
        items: [],
      });
    expect((await api('GET', '/user-groups')).json.items[0].name).toBe('docs');
  });

  test('of 10,000 articles is quick', async () => {
    const { api, drive } = await stackHarness();
    await drive.seedMany(10_000);
    await api('GET', '/articles?pageSize=100&authorId=12');
    const start = performance.now();
    for (let n = 0; n < 10; n += 1)
      await api('GET', `/articles?pageSize=100&authorId=12&page=${n + 1}`);
    // About 15 ms each where it was measured; generous, as machines differ.
    expect((performance.now() - start) / 10).toBeLessThan(250);
  });
});
