import { describe, expect, test } from 'vitest';
import { emptyLedger, type LedgerIndex, type LedgerRecord } from '../../src/model/ledger.ts';
import {
  survey,
  titleDigest,
  unclaimedByTitle,
  type SurveyOptions,
} from '../../src/planning/survey.ts';
import type { SitePost } from '../../src/ports/site.ts';
import { article, intentOf, now, recordOf, shown } from './fixtures.ts';
import { listedSite, type ListedSiteOptions } from './listed-site.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Posts with the ids 1, 2, …: the first is the newest, each an hour older than the one before. */
const posts = (count: number): SitePost[] =>
  Array.from({ length: count }, (_, index) => {
    const at = now - day - index * hour;
    return shown(article(), { id: index + 1, activity: at, created: at - 30 * day });
  });
const record = (id: number, change: Partial<LedgerRecord> = {}) =>
  recordOf(article(), { post: { kind: 'article', id }, ...change });

function ledgerOf(ids: readonly number[], change: Partial<LedgerIndex> = {}): LedgerIndex {
  return {
    ...emptyLedger,
    records: Object.fromEntries(ids.map((id) => [`docs/${id}.md`, record(id)])),
    cursors: { article: { at: now - day, foreign: 0, swept: now - hour } },
    ...change,
  };
}

async function look(
  all: readonly SitePost[],
  index: LedgerIndex,
  more: Partial<SurveyOptions> = {},
  options: ListedSiteOptions = { pageSize: 2 },
) {
  const site = listedSite(all, options);
  const kinds = ['article'] as const;
  const newTitles = { article: [], question: [] };
  const seen = await survey({ site, account: 1, index, kinds, full: false, newTitles, ...more });
  return {
    pages: site.asked.length,
    complete: seen.article.complete,
    ids: [...seen.article.listed.keys()],
    cursor: seen.cursors.article,
  };
}

describe('how far the list is paged', () => {
  const all = posts(6);
  const ids = all.map(({ id }) => id);

  test('one page where nothing happened', async () => {
    expect(await look(all, ledgerOf(ids))).toMatchObject({ pages: 1, complete: false });
  });

  test.each<[string, LedgerIndex, Partial<SurveyOptions>]>([
    ['the list was never seen', ledgerOf(ids, { cursors: {} }), {}],
    ['all is asked for', ledgerOf(ids), { full: true }],
    ['a post is missing', ledgerOf([...ids, 99]), {}],
    [
      'a new source may have one of the posts of others',
      ledgerOf(ids.slice(1), {
        cursors: { article: { at: now - day, foreign: 1, swept: now - hour } },
      }),
      { newTitles: { article: ['New'], question: [] } },
    ],
  ])('to the end where %s', async (_, index, more) => {
    expect(await look(all, index, more)).toMatchObject({ pages: 4, complete: true, ids });
  });

  test('down to where the last survey ended', async () => {
    const at = now - day - 2 * hour;
    const index = ledgerOf(ids, { cursors: { article: { at, foreign: 0, swept: now } } });
    expect(await look(all, index)).toMatchObject({ pages: 2, ids: [1, 2, 3, 4] });
  });

  test('down to before a write that got no answer', async () => {
    const intent = intentOf({ at: now - day - 4 * hour });
    const index = ledgerOf(ids, {
      records: { ...ledgerOf(ids).records, 'docs/1.md': record(1, { intent }) },
    });
    expect(await look(all, index)).toMatchObject({ pages: 4 });
  });

  test('an account that others share is searched for deletions once a day', async () => {
    const shared = (swept: number) =>
      ledgerOf([...ids, 99], { cursors: { article: { at: now - day, foreign: 2, swept } } });
    expect(await look(all, shared(now - hour))).toMatchObject({ pages: 1 });
    expect(await look(all, shared(now - day))).toMatchObject({ pages: 4, complete: true });
  });

  test('posts that should not be in the list are not missed there', async () => {
    const records = {
      ...ledgerOf(ids).records,
      gone: record(98, { gone: true }),
      linked: record(99, { otherOwner: true }),
    };
    expect(await look(all, ledgerOf(ids, { records }))).toMatchObject({ pages: 1 });
  });
});

describe('the cursor', () => {
  test('stands at the newest activity, and counts the posts of others', async () => {
    const { cursor } = await look(posts(5), ledgerOf([1, 2, 3], { cursors: {} }));
    expect(cursor).toEqual({ at: now - day, foreign: 2, swept: now });
  });

  test('counts what was made since then by others, where the list was not seen whole', async () => {
    const made = shown(article(), { id: 50, activity: now - hour, created: now - hour });
    const { cursor } = await look([made, ...posts(5)], ledgerOf([1, 2, 3, 4, 5]));
    expect(cursor).toEqual({ at: now - hour, foreign: 1, swept: now - hour });
  });

  test('of a list of one page is not written at each plan', async () => {
    const index = ledgerOf([1]);
    expect((await look(posts(1), index)).cursor).toEqual(index.cursors.article);
  });
});

test('that a list is seen whole as long as a write is open is noted once a day', async () => {
  const all = posts(4);
  const [first = 0, ...others] = all.map(({ id }) => id);
  const before = { article: { at: now - day, foreign: 0, swept: now - hour } };
  const open = record(first, { intent: intentOf({ at: now - 30 * day }) });
  const index = ledgerOf(others, { cursors: before });
  const seen = await look(all, {
    ...index,
    records: { ...index.records, [`docs/${first}.md`]: open },
  });
  expect(seen).toMatchObject({ complete: true, cursor: { swept: before.article.swept } });
});

test('a title that was found is forgotten where its post is listed with another one', async () => {
  const [renamed, ...others] = posts(6);
  const title = 'A title that was looked for';
  const sought = { [titleDigest(title)]: [1, 5] };
  const index = ledgerOf([2], {
    cursors: { article: { at: now - day, foreign: 5, swept: now - hour, sought } },
  });
  const newTitles = { article: [title], question: [] };
  const all = [{ ...(renamed ?? shown(article())), title: 'Another title' }, ...others];
  const { cursor } = await look(all, index, { newTitles });
  expect(cursor?.sought).toEqual({ [titleDigest(title)]: [5] });
});

test('what is not asked for keeps its cursor', async () => {
  const index = ledgerOf([1], {
    cursors: {
      question: { at: 5, foreign: 0, swept: 5 },
      article: { at: 6, foreign: 0, swept: 6 },
    },
  });
  const site = listedSite(posts(1));
  const { cursors, article: list } = await survey({
    site,
    account: 1,
    index,
    kinds: [],
    full: false,
    newTitles: { article: [], question: [] },
  });
  expect(cursors).toEqual(index.cursors);
  expect(list.listed.size).toBe(0);
  expect(site.asked).toEqual([]);
});

test('unclaimed posts are found by their title, however it is encoded', () => {
  const titles = ['a & b', 'a &amp; b', ' a &amp;amp; b', 'other'];
  const listed = new Map(titles.map((title, id) => [id, shown(article(), { id, title })]));
  const find = unclaimedByTitle(listed, new Set([1]));
  expect(find('a & b').map(({ id }) => id)).toEqual([0, 2]);
  expect(find('none')).toEqual([]);
});

test('and by what a reader sees of it', () => {
  const titles = ['Caf\u00E9', 'Cafe\u0301\u200B', 'Cafe'];
  const listed = new Map(titles.map((title, id) => [id, shown(article(), { id, title })]));
  expect(unclaimedByTitle(listed, new Set())('Cafe\u0301').map(({ id }) => id)).toEqual([0, 1]);
});

describe('a list of the whole site', () => {
  const others = (count: number): SitePost[] =>
    posts(count).map((post) => ({ ...post, id: post.id + 100, byOthers: true }));

  test("others' posts are counted, and none of them is taken for ours", async () => {
    const all = [...posts(2), ...others(3)];
    const first = await look(all, { ...ledgerOf([1, 2]), cursors: {} });
    expect(first).toMatchObject({ complete: true, cursor: { foreign: 3 } });
    const settled = ledgerOf([1, 2], { cursors: first.cursor ? { article: first.cursor } : {} });
    expect(await look(all, settled, {}, { pageSize: 5 })).toMatchObject({ pages: 1 });

    const listed = new Map(others(3).map((post) => [post.id, post]));
    expect(unclaimedByTitle(listed, new Set())(article().title)).toEqual([]);
    const own = new Map(posts(1).map((post) => [post.id, post]));
    expect(unclaimedByTitle(own, new Set())(article().title)).toHaveLength(1);
  });
});

describe('an account that others share, with a long list', () => {
  const all = posts(450);
  const own = all.slice(0, 90).map(({ id }) => id);
  const off = (change: object = {}) =>
    ledgerOf(own, {
      cursors: { article: { at: now - day, foreign: 361, swept: now - 2 * day, ...change } },
    });
  const seen = async (index: LedgerIndex, more: Partial<SurveyOptions> = {}) => {
    const site = listedSite(all, { pageSize: 100 });
    const { article, cursors } = await survey({
      site,
      account: 1,
      index,
      full: false,
      kinds: ['article'],
      newTitles: { article: [], question: [] },
      ...more,
    });
    return { pages: site.asked.length, unsure: [...article.unsure], cursor: cursors.article };
  };

  test('is not paged through for a total that does not fit: some of our own are looked at', async () => {
    const first = await seen(off());
    expect(first).toMatchObject({
      pages: 1,
      unsure: [1, 2, 3, 4],
      cursor: { foreign: 361, swept: now, checked: 4 },
    });
    // Once a day.
    expect(await seen(off(first.cursor))).toMatchObject({ unsure: [], cursor: { checked: 4 } });
    const next = await seen(off({ ...first.cursor, swept: now - 2 * day }));
    expect(next).toMatchObject({ unsure: [5, 6, 7, 8], cursor: { checked: 8 } });
  });

  test('begins again behind the last one', async () => {
    expect(await seen(off({ checked: 89 }))).toMatchObject({ unsure: [90, 1, 2, 3] });
  });

  test('is paged through where all is asked for, and then nothing is unsure', async () => {
    const { pages, unsure, cursor } = await seen(off(), { full: true });
    expect({ pages, unsure, foreign: cursor?.foreign }).toEqual({
      pages: 6,
      unsure: [],
      foreign: 360,
    });
    expect(cursor).not.toHaveProperty('checked');
  });

  test('does not look for a title again on the day that it did', async () => {
    const titles = { newTitles: { article: ['New'], question: [] } };
    const once = await seen(off({ swept: now - day / 2 }), titles);
    expect(once.pages).toBeGreaterThan(4);
    expect((await seen(off({ ...once.cursor, foreign: 361 }), titles)).pages).toBe(1);
  });
});
