import { describe, expect, test } from 'vitest';
import { refusal, v2Harness } from './v2-harness.ts';

const ids = ({ json }: { json: { items: Record<string, number>[] } }) =>
  json.items.map((item) => item['article_id'] ?? item['question_id'] ?? item['answer_id']);

describe('a list', () => {
  test.each(['articles', 'users/12/articles', 'users/12;21/articles', 'me/articles'])(
    'of %s is paged, latest activity first',
    async (path) => {
      const { drive, get } = await v2Harness();
      const seeded = await drive.seedMany(45);
      await drive.edit(seeded[0] ?? 0, { title: 'Edited' });
      const first = await get(path);
      expect(ids(first)).toHaveLength(30);
      expect(ids(first).slice(0, 2)).toEqual([seeded[0], seeded[44]]);
      expect(first.json.has_more).toBe(true);
      const second = await get(path, { page: '2', pagesize: '30' });
      expect([ids(second).length, second.json.has_more]).toEqual([15, false]);
      expect(ids(await get(path, { page: '9' }))).toEqual([]);
      expect((await get(path, { pagesize: '45' })).json.has_more).toBe(false);
    },
  );

  test('of an owner has what is theirs', async () => {
    const { drive, get } = await v2Harness();
    const [mine = 0, theirs = 0] = await drive.seed([
      { kind: 'question' },
      { kind: 'question', owner: 'colleague' },
    ]);
    expect(ids(await get('users/12/questions'))).toEqual([mine]);
    expect(ids(await get('users/21/questions'))).toEqual([theirs]);
    expect(ids(await get('users/12;21;99/questions'))).toEqual([theirs, mine]);
    expect(ids(await get('me/questions', {}, { token: 'colleague' }))).toEqual([theirs]);
    expect(ids(await get('users/99/questions'))).toEqual([]);
    expect(ids(await get('questions'))).toEqual([theirs, mine]);
  });

  test("of a user's Articles is no method where the site does not offer it", async () => {
    const { drive, get } = await v2Harness({ switches: { usersArticles: false } });
    const [id] = await drive.seed([{}]);
    for (const path of ['users/12/articles', 'me/articles'])
      expect(refusal(await get(path))[2]).toBe('no_method');
    expect(ids(await get('articles'))).toEqual([id]);
    expect((await get('users/12/questions')).status).toBe(200);
  });

  test('is sorted and limited as asked', async () => {
    const { drive, get } = await v2Harness();
    const [a = 0, b = 0, c = 0] = await drive.seed([
      { kind: 'question', tags: ['x', 'y'], created: '2026-01-01T00:00:00.700Z' },
      { kind: 'question', tags: ['x'], created: '2026-02-01T00:00:00Z' },
      { kind: 'question', tags: ['y'], created: '2026-03-01T00:00:00Z' },
    ]);
    await drive.edit(a, { body: 'again' });
    const list = async (query: Record<string, string>) => ids(await get('questions', query));
    const at = (date: string) => String(Date.parse(date) / 1000);
    expect(await list({ sort: 'creation', order: 'asc' })).toEqual([a, b, c]);
    expect(await list({ sort: 'activity', order: 'asc' })).toEqual([b, c, a]);
    expect(await list({ sort: 'votes' })).toEqual([c, b, a]);
    expect(await list({ tagged: 'x;y' })).toEqual([a]);
    expect(await list({ fromdate: at('2026-01-01'), todate: at('2026-02-01') })).toEqual([a, b]);
    expect(await list({ sort: 'activity', max: at('2026-02-01') })).toEqual([b]);
    expect(await list({ sort: 'activity', min: at('2026-03-02') })).toEqual([a]);
  });

  test.each([
    ['page', '0'],
    ['page', 'x'],
    ['pagesize', '101'],
    ['pagesize', '0'],
    ['sort', 'title'],
    ['order', 'up'],
    ['fromdate', '2026-01-01'],
    ['filter', 'nothing'],
  ])('refuses %s=%s', async (name, value) => {
    const { get } = await v2Harness();
    expect(refusal(await get('articles', { [name]: value }))).toEqual([
      400,
      400,
      'bad_parameter',
      name,
    ]);
  });

  test('has smaller pages by switch', async () => {
    const { drive, get } = await v2Harness({ switches: { mostOnPage: 15 } });
    await drive.seedMany(20);
    const { json } = await get('articles', { pagesize: '100' });
    expect([json.items.length, json.has_more]).toEqual([15, true]);
  });
});

describe('a read by id', () => {
  test('leaves out what is not there, deleted or of another kind', async () => {
    const { drive, get } = await v2Harness();
    const [a = 0, q = 0, gone = 0] = await drive.seed([{}, { kind: 'question' }, {}]);
    await drive.delete(gone);
    const all = `${a};${q};${gone};999;${a}`;
    expect(ids(await get(`articles/${all}`))).toEqual([a]);
    expect(ids(await get(`questions/${all}`))).toEqual([q]);
    expect(ids(await get('answers/999'))).toEqual([]);
    expect((await get('articles/999')).json).toMatchObject({ items: [], has_more: false });
  });

  test('takes a hundred ids, in pages as a list', async () => {
    const { drive, get } = await v2Harness();
    const seeded = await drive.seedMany(100);
    const path = `articles/${seeded.join(';')}`;
    expect(ids(await get(path))).toHaveLength(30);
    expect(ids(await get(path, { pagesize: '100' }))).toHaveLength(100);
    expect(refusal(await get(`${path};999`))).toEqual([400, 400, 'bad_parameter', 'ids']);
  });
});

describe('a person', () => {
  test.each([['business'], ['enterprise']] as const)('of %s is who they are', async (tier) => {
    const { get } = await v2Harness({ tier });
    expect((await get('me')).json.items).toMatchObject([
      { user_id: 12, display_name: 'Publishing Bot', user_type: 'registered' },
    ]);
    expect((await get('me', {}, { token: 'admin' })).json.items).toMatchObject([
      { user_id: 1, user_type: 'moderator' },
    ]);
    expect((await get('users/21;99')).json.items).toMatchObject([{ user_id: 21 }]);
  });
});

test('links lead to pages, and say the id', async () => {
  const { drive, get, filter, plain, post } = await v2Harness();
  await drive.seed([{ title: 'Über & so' }, { kind: 'question', title: '???' }]);
  await post('questions/2/answers/add', { body: 'Yes.' });
  const raw = await filter('.items;article.link;question.link;answer.link');
  for (const path of ['articles/1', 'questions/2', 'answers/3']) {
    const { link } = (await get(path, { filter: raw })).json.items[0];
    expect(link).toContain(`/${path.split('/')[1]}`);
    expect((await plain('GET', new URL(link).pathname)).status).toBe(200);
  }
});
