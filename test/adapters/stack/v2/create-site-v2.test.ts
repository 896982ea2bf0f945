import { describe, expect, test } from 'vitest';
import type { ArticleContent, QuestionContent } from '../../../../src/model/post.ts';
import type { SiteMemory } from '../../../../src/model/site-memory.ts';
import {
  answerModel,
  apiKey,
  articleModel,
  basic,
  failure,
  idsIn,
  openSite,
  questionModel,
  Raw,
  token,
  wrapper,
  type Reply,
} from './served-v2-site.ts';

const content: ArticleContent = {
  kind: 'article',
  title: 'Rotating "keys" & ö',
  body: 'Rotate `a < b && c`.\r\n',
  tags: ['tls', 'security'],
  type: 'how-to-guide',
  permissions: null,
};
const asked: QuestionContent = {
  kind: 'question',
  title: 'How?',
  body: 'How do I?\n',
  tags: ['tls'],
  answer: 'By hand.\n',
};
const article = (id: number) => ({ kind: 'article', id }) as const;

describe('what every call says', () => {
  test.each([
    ['business', 'acme', { 'x-api-access-token': token, 'x-api-key': undefined }],
    ['enterprise', null, { 'x-api-access-token': token, 'x-api-key': apiKey }],
  ] as const)('%s', async (tier, team, headers) => {
    await using opened = await openSite(
      ({ name }) => (name.startsWith('POST') ? wrapper([articleModel()]) : basic),
      { tier, team },
    );
    expect(await opened.site.me()).toEqual({ id: 7, name: 'Robot' });
    await opened.site.create(content, Infinity);
    expect(opened.all.map(({ name }) => name)).toEqual([
      'GET /me',
      'GET /filters/create',
      'POST /articles/add',
    ]);
    for (const call of opened.all) {
      expect(call.query['team']).toBe(team ?? undefined);
      expect(call.headers).toMatchObject(
        Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
      );
      expect(call.headers['x-api-key']).toBe(headers['x-api-key']);
      expect(JSON.stringify([call.query, call.form])).not.toContain('rl_pat');
      expect(call.headers['user-agent']).toBe('test/1');
    }
  });
});

describe('reading', () => {
  test('an article, with what is left out where it is null', async () => {
    await using opened = await openSite(({ name }) =>
      name.startsWith('GET /articles') ? wrapper([articleModel()]) : basic,
    );
    expect(await opened.site.read(article(12))).toMatchObject({
      kind: 'article',
      id: 12,
      title: 'Rotating keys',
      body: 'Rotate.\n',
      tags: ['tls', 'security'],
      type: 'how-to-guide',
      permissions: null,
      owner: { id: 7, name: 'Robot' },
      lastEditor: null,
      editable: true,
      answer: null,
      activity: 1_795_260_000_000,
    });
  });

  test('a question with its answer, locked and edited by others', async () => {
    const ada = { user_id: 9, display_name: 'Ada' };
    await using opened = await openSite(({ name }) => {
      if (name.startsWith('GET /questions'))
        return wrapper([
          questionModel({ locked_date: 1, last_editor: ada, last_edit_date: 1_795_260_000 }),
        ]);
      return name.startsWith('GET /answers') ? wrapper([answerModel()]) : basic;
    });
    expect(await opened.site.read({ kind: 'question', id: 20, answer: 21 })).toMatchObject({
      ref: { kind: 'question', id: 20, answer: 21 },
      editable: false,
      lastEditor: { id: 9, name: 'Ada' },
      answer: { id: 21, body: 'By hand.\n', accepted: true, activity: 1_795_260_000_000 },
    });
    // An answer of another question is none of this one.
    expect(await opened.site.read({ kind: 'question', id: 20, answer: 22 })).toMatchObject({
      answer: null,
    });
  });

  test('what is asked for at the same time is one request of a hundred ids at most', async () => {
    await using opened = await openSite((call) => {
      if (!call.name.startsWith('GET /articles')) return basic;
      const there = idsIn(call).filter((id) => id !== '17');
      return wrapper(there.map((id) => articleModel({ article_id: Number(id) })));
    });
    const ids = Array.from({ length: 120 }, (_, index) => index + 1);
    const posts = await Promise.all(ids.map((id) => opened.site.read(article(id))));
    expect(posts.map((post) => post?.id ?? null)).toEqual(ids.map((id) => (id === 17 ? null : id)));
    expect(opened.calls.map(({ name }) => name.split(';').length)).toEqual([100, 22]);
  });

  test('an answer of a minute ago is not taken: no read is asked twice', async () => {
    const seen = new Map<string, object>();
    let body = 'One.\n';
    await using opened = await openSite((call) => {
      if (!call.name.startsWith('GET /articles')) return basic;
      const answer = seen.get(call.name) ?? wrapper([articleModel({ body_markdown: body })]);
      seen.set(call.name, answer);
      return answer;
    });
    expect((await opened.site.read(article(12)))?.body).toBe('One.\n');
    body = 'Two.\n';
    expect((await opened.site.read(article(12)))?.body).toBe('Two.\n');
  });

  test('an id that no site has spoils no request', async () => {
    await using opened = await openSite(() => basic);
    expect(await opened.site.read(article(2 ** 31))).toBeNull();
    expect(opened.calls).toEqual([]);
  });

  test('one that may not be read takes no other along', async () => {
    await using opened = await openSite((call) => {
      if (!call.name.startsWith('GET /articles')) return basic;
      const ids = idsIn(call);
      if (ids.includes('13')) return failure(403);
      return wrapper(ids.map((id) => articleModel({ article_id: Number(id) })));
    });
    const posts = await Promise.all([12, 13, 14].map((id) => opened.site.read(article(id))));
    expect(posts.map((post) => post?.id ?? null)).toEqual([12, null, 14]);
    await expect(opened.site.read(article(13))).rejects.toMatchObject({ code: 'site-forbidden' });
  });
});

describe('listing', () => {
  test('the account, page by page, newest activity first', async () => {
    await using opened = await openSite(({ name, query }) =>
      name === 'GET /users/7/articles'
        ? wrapper([articleModel({ article_id: Number(query['page']) })], {
            has_more: query['page'] === '1',
            total: 2,
          })
        : basic,
    );
    const { site } = opened;
    expect(await site.list('article', 7, 1)).toMatchObject({
      total: 2,
      last: false,
      items: [{ id: 1, title: 'Rotating keys', created: 1_795_256_400_000 }],
    });
    expect(await site.list('article', 7, 2)).toMatchObject({ total: 2, last: true });
    expect(opened.calls[0]?.query).toMatchObject({
      sort: 'activity',
      order: 'desc',
      page: '1',
      pagesize: '100',
      filter: '!made',
      team: 'acme',
    });
  });

  test('where there is no list of an account: the whole site, which is remembered', async () => {
    await using opened = await openSite(({ name }) => {
      if (name === 'GET /users/7/articles') return failure(404, 'no method', 'no_method');
      return name === 'GET /articles'
        ? wrapper([
            articleModel(),
            articleModel({ article_id: 13, owner: { user_id: 9, display_name: 'Ada' } }),
            articleModel({ article_id: 14, owner: undefined }),
          ])
        : basic;
    });
    const { site } = opened;
    const { total, items } = await site.list('article', 7, 1);
    expect(total).toBe(3);
    expect(items.map(({ id, byOthers }) => [id, byOthers ?? false])).toEqual([
      [12, false],
      [13, true],
      [14, true],
    ]);
    await site.list('article', 7, 1);
    expect(opened.calls.map(({ name }) => name)).toEqual([
      'GET /users/7/articles',
      'GET /articles',
      'GET /articles',
    ]);
    expect(site.quirks?.memory.wholeLists).toEqual(['article']);
  });

  test('neither there: the address is wrong', async () => {
    await using opened = await openSite(({ name }) =>
      name.includes('articles') ? failure(404) : basic,
    );
    await expect(opened.site.list('article', 7, 1)).rejects.toMatchObject({
      code: 'site-not-found',
    });
  });

  test('a list that is looked through again is asked for in other words, page by page', async () => {
    await using opened = await openSite(({ name }) =>
      name === 'GET /users/7/articles' ? wrapper([articleModel()], { total: 1 }) : basic,
    );
    for (const page of [1, 2, 1, 2]) await opened.site.list('article', 7, page);
    const [first, second, again, next] = opened.calls.map(({ query }) => query['pagesize']);
    expect([first, second]).toEqual(['100', '100']);
    expect(again).not.toBe('100');
    expect(next).toBe(again);
  });

  test('a list that repeats its pages is not read on', async () => {
    await using opened = await openSite(({ name }) =>
      name === 'GET /users/7/articles' ? wrapper([articleModel()], { has_more: true }) : basic,
    );
    const read = async () => {
      for (let page = 1; page < 10; page += 1) await opened.site.list('article', 7, page);
    };
    await expect(read()).rejects.toMatchObject({ code: 'list-endless' });
  });

  test('our answers to a question', async () => {
    await using opened = await openSite(({ name }) =>
      /^GET \/questions\/20;\d+\/answers$/.test(name)
        ? wrapper([
            answerModel(),
            answerModel({ answer_id: 22, owner: { user_id: 9 } }),
            answerModel({ answer_id: 23, question_id: 99 }),
          ])
        : basic,
    );
    const ask = () => opened.site.answersOf({ kind: 'question', id: 20 }, 7);
    expect((await ask()).map(({ id }) => id)).toEqual([21]);
    await ask();
    // Asked alike, a site would answer what it answered a minute ago.
    const asked = opened.calls.map(({ name }) => name).filter((name) => name.endsWith('/answers'));
    expect(new Set(asked).size).toBe(2);
  });
});

describe('writing', () => {
  test('sends the text raw, and reads what the site made of it', async () => {
    await using opened = await openSite(({ name }) =>
      name === 'POST /articles/add' ? wrapper([articleModel()]) : basic,
    );
    expect(await opened.site.create(content, Infinity)).toMatchObject({ id: 12 });
    expect(opened.calls[0]?.form).toEqual({
      title: content.title,
      body: content.body,
      tags: 'tls,security',
      article_type: 'how-to-guide',
      filter: '!made',
    });
    expect(opened.calls[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  test('a question, its answer, the acceptance, and their changes', async () => {
    await using opened = await openSite(({ name }) => {
      if (name === 'POST /questions/add' || name === 'POST /questions/20/edit')
        return wrapper([questionModel()]);
      return name.startsWith('POST') ? wrapper([answerModel()]) : basic;
    });
    const { site } = opened;
    const made = await site.create(asked, Infinity);
    const answer = await site.createAnswer(made.ref, asked.answer, Infinity);
    const ref = { ...made.ref, answer: answer.id };
    await site.acceptAnswer(ref, Infinity);
    await site.update(made, asked, Infinity);
    await site.updateAnswer(ref, 'Else.\n', Infinity);
    expect(opened.calls.map(({ name }) => name)).toEqual([
      'POST /questions/add',
      'POST /questions/20/answers/add',
      'POST /answers/21/accept',
      'POST /questions/20/edit',
      'POST /answers/21/edit',
    ]);
    expect(opened.calls[0]?.form).not.toHaveProperty('answer');
    expect(site.requests).toEqual({ total: 6, writes: 5 });
  });

  test.each([
    ['no item', wrapper([])],
    ['two items', wrapper([articleModel(), articleModel()])],
    ['an item without its text', wrapper([articleModel({ body_markdown: undefined })])],
    ['a page', new Raw(200, '<html>')],
    ['an error of the server', failure(500)],
    ['an outage', failure(503)],
    ['a request that was there before', failure(409)],
  ])('%s: nobody knows what happened, and nothing is sent again', async (_, answer) => {
    await using opened = await openSite(({ name }) => (name.startsWith('POST') ? answer : basic));
    await expect(opened.site.create(content, Infinity)).rejects.toMatchObject({
      code: 'outcome-unknown',
      outcome: 'unknown',
    });
    expect(opened.calls).toHaveLength(1);
  });
});

describe('what an API does not offer', () => {
  const without =
    (method: string, answer: object = failure(404)): Reply =>
    ({ name }) => {
      if (name === method) return answer;
      return name.startsWith('POST') ? wrapper([articleModel()]) : basic;
    };

  test.each([failure(404), new Raw(404, '<html>Not here')])(
    'accepting (%j): nothing happens, it is remembered, and not asked again',
    async (answer) => {
      await using opened = await openSite(without('POST /answers/21/accept', answer));
      const ref = { kind: 'question', id: 20, answer: 21 } as const;
      await opened.site.acceptAnswer(ref, Infinity);
      await opened.site.acceptAnswer(ref, Infinity);
      expect(opened.calls).toHaveLength(1);
      expect(opened.site.quirks?.memory.lacks).toEqual(['accept']);
    },
  );

  test('accepting what is accepted already', async () => {
    await using opened = await openSite(({ name }) => {
      if (name === 'POST /answers/21/accept') return failure(407, 'It is accepted already.');
      return name.startsWith('GET /answers') ? wrapper([answerModel()]) : basic;
    });
    await opened.site.acceptAnswer({ kind: 'question', id: 20, answer: 21 }, Infinity);
    expect(opened.site.quirks?.memory.lacks).toEqual([]);
  });

  test("an Article's edit", async () => {
    let isOffered = false;
    await using opened = await openSite((call, count) =>
      isOffered || call.name !== 'POST /articles/12/edit' ? without('')(call, count) : failure(404),
    );
    const { site, clock } = opened;
    const post = await site.create(content, Infinity);
    // An Article has to wait for its turn before it is looked at.
    await expect(site.update(post, content, Infinity)).rejects.toMatchObject({ outcome: 'stale' });
    await clock.sleep(60_000);
    await expect(site.update(post, content, Infinity)).rejects.toMatchObject({
      code: 'article-edit-unavailable',
      outcome: 'rejected',
    });
    expect(site.quirks?.memory.lacks).toEqual(['article-edit']);
    isOffered = true;
    await clock.sleep(60_000);
    await site.update(post, content, Infinity);
    expect(site.quirks?.memory.lacks).toEqual([]);
  });

  test('what was remembered is tried where somebody asks for it', async () => {
    const memory: SiteMemory = { filter: null, wholeLists: ['article'], lacks: ['accept'] };
    await using opened = await openSite(({ name }) => {
      if (name === 'POST /answers/21/accept') return wrapper([answerModel()]);
      return name === 'GET /users/7/articles' ? wrapper([]) : basic;
    });
    const { site } = opened;
    const ref = { kind: 'question', id: 20, answer: 21 } as const;
    site.quirks?.recall(memory, { again: false, writing: false });
    await site.acceptAnswer(ref, Infinity);
    expect(opened.calls).toEqual([]);
    site.quirks?.recall({ ...memory, wholeLists: [] }, { again: true, writing: false });
    await site.acceptAnswer(ref, Infinity);
    expect(opened.calls).toHaveLength(1);
    expect(site.quirks?.memory.lacks).toEqual([]);
  });
});

describe('the filter', () => {
  const remembered = (id: string, safe = false): SiteMemory => ({
    filter: { id, safe },
    wholeLists: [],
    lacks: [],
  });
  const made = ({ all }: { all: readonly { name: string }[] }) =>
    all.filter(({ name }) => name === 'GET /filters/create').length;

  test('is made once, unsafe, with every field that is read', async () => {
    await using opened = await openSite(({ name }) =>
      name.startsWith('GET /articles') ? wrapper([articleModel()]) : basic,
    );
    await Promise.all([1, 2].map((id) => opened.site.read(article(id))));
    await opened.site.read(article(12));
    expect(made(opened)).toBe(1);
    const query = opened.all[0]?.query;
    expect(query).toMatchObject({ base: 'none', unsafe: 'true' });
    expect(query?.['include']?.split(';')).toEqual(
      expect.arrayContaining(['.items', '.total', 'article.body_markdown', 'answer.is_accepted']),
    );
    expect(opened.site.quirks?.memory.filter).toEqual({ id: '!made', safe: false });
  });

  test.each([400, 403, 407])('a safe one where the site refuses another (error %i)', async (id) => {
    await using opened = await openSite(({ name, query }) => {
      if (query['unsafe'] === 'true') return failure(id, 'unsafe');
      return name.startsWith('GET /articles') ? wrapper([articleModel()]) : basic;
    });
    await opened.site.read(article(12));
    expect(opened.site.quirks?.memory.filter).toEqual({ id: '!safe', safe: true });
  });

  test('a remembered one is used', async () => {
    await using opened = await openSite(({ name }) =>
      name.startsWith('GET /articles') ? wrapper([articleModel()]) : basic,
    );
    opened.site.quirks?.recall(remembered('!old'), { again: false, writing: false });
    await opened.site.read(article(12));
    expect(made(opened)).toBe(0);
    expect(opened.calls[0]?.query['filter']).toBe('!old');
  });

  test.each<[string, object]>([
    ['the site does not know', failure(400, 'Invalid filter specified', 'bad_parameter')],
    ['hides the text', wrapper([articleModel({ body_markdown: undefined })])],
    ['hides whose it is', wrapper([articleModel({ owner: undefined })])],
    ['hides who edited it', wrapper([articleModel({ last_edit_date: 1_795_260_000 })])],
    ['hides the times', wrapper([articleModel({ creation_date: undefined })])],
    ['hides the tags', wrapper([articleModel({ tags: undefined })])],
  ])('a remembered one that %s is made anew', async (_, answer) => {
    await using opened = await openSite(({ name, query }) => {
      if (!name.startsWith('GET /articles')) return basic;
      return query['filter'] === '!old' ? answer : wrapper([articleModel()]);
    });
    opened.site.quirks?.recall(remembered('!old'), { again: false, writing: false });
    expect(await opened.site.read(article(12))).toMatchObject({ body: 'Rotate.\n' });
    expect(made(opened)).toBe(1);
    expect(opened.site.quirks?.memory.filter).toEqual({ id: '!made', safe: false });
  });

  test('a remembered one is kept where some of the people are deleted', async () => {
    const gone = { display_name: 'user9' };
    const edited = { last_edit_date: 1_795_260_000 };
    await using opened = await openSite(({ name }) =>
      name === 'GET /articles'
        ? wrapper([
            articleModel({ article_id: 13, owner: gone }),
            articleModel({ article_id: 14, owner: undefined, ...edited }),
            articleModel({ ...edited, last_editor: gone }),
          ])
        : basic,
    );
    opened.site.quirks?.recall(
      { ...remembered('!old'), wholeLists: ['article'] },
      { again: false, writing: false },
    );
    expect((await opened.site.list('article', 7, 1)).items).toMatchObject([
      { id: 13, byOthers: true },
      { id: 14, byOthers: true },
      { id: 12 },
    ]);
    expect(made(opened)).toBe(0);
  });

  test('a list by a remembered one has to tell how long it is', async () => {
    await using opened = await openSite(({ name, query }) => {
      if (name !== 'GET /users/7/articles') return basic;
      return wrapper([articleModel()], query['filter'] === '!old' ? { total: undefined } : {});
    });
    opened.site.quirks?.recall(remembered('!old'), { again: false, writing: false });
    expect(await opened.site.list('article', 7, 1)).toMatchObject({ total: 1 });
    expect(made(opened)).toBe(1);
  });

  test('a run that writes makes one of its own', async () => {
    await using opened = await openSite(({ name }) =>
      name.startsWith('GET /articles') ? wrapper([articleModel()]) : basic,
    );
    opened.site.quirks?.recall(remembered('!old', true), { again: false, writing: true });
    expect(opened.site.quirks?.memory.filter).toEqual({ id: '!old', safe: true });
    await opened.site.read(article(12));
    expect(opened.site.quirks?.memory.filter).toEqual({ id: '!made', safe: false });
  });

  test('what the site calls a filter and is none is not taken', async () => {
    await using opened = await openSite(({ name }) =>
      name === 'GET /filters/create' ? wrapper([{ filter: 'a text of the site' }]) : basic,
    );
    await expect(opened.site.read(article(12))).rejects.toMatchObject({ code: 'site-not-json' });
  });
});

describe('errors', () => {
  type Row = [what: string, answer: object, effect: 'read' | 'write', code: string, said?: string];
  const rows: readonly Row[] = [
    ['no token came', failure(401), 'read', 'token-refused'],
    ['a bad token', failure(402, 'Bad token.'), 'read', 'token-refused', 'Bad token'],
    ['an expired token', failure(402, 'The token expired.'), 'read', 'token-expired'],
    ['a revoked token', failure(406), 'read', 'token-revoked'],
    ['no key', failure(405), 'read', 'api-key-refused'],
    ['a bad key', failure(400, 'key'), 'read', 'api-key-refused'],
    ['no such team', failure(400, 'team'), 'read', 'site-not-found'],
    ['another question', failure(400, 'sort'), 'read', 'site-rejected', 'sort'],
    ['a forbidden read', failure(403), 'read', 'site-forbidden'],
    ['a read-only token', failure(403, 'Access denied.'), 'write', 'token-read-only'],
    ['a bad parameter', failure(400, 'tags'), 'write', 'tag-refused'],
    ['another parameter', failure(400, 'title'), 'write', 'site-rejected', 'title'],
    ['a refused text', failure(407, 'Title is too long.'), 'write', 'site-rejected', 'too long'],
    [
      'a duplicate title',
      failure(407, 'A question with that title already exists; please be more specific.'),
      'write',
      'duplicate-post',
    ],
    ['a locked post', failure(407, 'This post is locked.'), 'write', 'post-locked'],
    [
      'a quality check',
      failure(407, 'Your post does not meet our quality standards.'),
      'write',
      'quality-refused',
    ],
    ['another page', new Raw(200, '<!doctype html>Sign in'), 'read', 'site-not-json'],
    ['other JSON', { hello: 1 }, 'read', 'site-not-json'],
    ['an error again and again', failure(500), 'read', 'site-unavailable'],
    ['no such method', failure(404), 'write', 'site-not-found'],
  ];

  test.each(rows)('%s', async (_, answer, effect, code, said) => {
    const enterprise = code.startsWith('api-key')
      ? ({ tier: 'enterprise', team: null } as const)
      : {};
    await using opened = await openSite(
      ({ name }) => (name.startsWith(effect === 'read' ? 'GET /art' : 'POST') ? answer : basic),
      enterprise,
    );
    const act =
      effect === 'read' ? opened.site.read(article(12)) : opened.site.create(asked, Infinity);
    const fault = await act.then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault).toMatchObject({ code, outcome: 'rejected', kind: 'site' });
    const { message, forTeam, remedy } = fault as {
      message: string;
      forTeam: string | null;
      remedy: string;
    };
    expect(remedy).toMatch(/^[A-Z].*\.$/);
    // The site's words are for its team alone.
    if (said !== undefined) {
      expect(forTeam).toContain(said);
      expect(message).not.toContain(said);
    }
    expect(opened.calls).toHaveLength(code === 'site-unavailable' ? 4 : 1);
  });
});
