import { describe, expect, test } from 'vitest';
import { createHttp } from '../../../../src/adapters/http/create-http.ts';
import { v3Policy } from '../../../../src/adapters/stack/throttle/v3-policy.ts';
import { createSiteV3 } from '../../../../src/adapters/stack/v3/create-site-v3.ts';
import type { Destination } from '../../../../src/model/destination.ts';
import type { ArticleContent } from '../../../../src/model/post.ts';
import { multipartFile } from '../../../../src/adapters/stack/multipart-file.ts';
import { digestOfBytes } from '../../../../src/model/digest.ts';
import { fakeClock } from '../../../kit/fake-clock.ts';
import { aPicture } from '../../../kit/pictures.ts';
import { json, type Answer } from '../../../kit/serve.ts';
import { articleModel, openSite, token } from '../served-site.ts';

const content: ArticleContent = {
  kind: 'article',
  title: 'Rotating keys',
  body: 'Rotate.\n',
  tags: ['tls', 'security'],
  type: 'how-to-guide',
  permissions: null,
};

describe('reading', () => {
  test('the account', async () => {
    await using opened = await openSite((response) =>
      json(response, 200, { id: 7, name: 'Robot' }),
    );
    expect(await opened.site.me()).toEqual({ id: 7, name: 'Robot' });
    expect(opened.seen[0]).toMatchObject({ method: 'GET', url: '/v3/teams/acme/users/me' });
    expect(opened.seen[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  test.each([
    [{ tier: 'enterprise', team: null }, '/api/v3/articles/12'],
    [{ tier: 'enterprise', team: 'acme' }, '/api/v3/teams/acme/articles/12'],
    [{ tier: 'business', team: 'acme' }, '/v3/teams/acme/articles/12'],
  ] as const)('%j asks at %s', async (destination, path) => {
    await using opened = await openSite(
      (response) => json(response, 200, articleModel()),
      destination,
    );
    await opened.site.read({ kind: 'article', id: 12 });
    expect(opened.seen[0]?.url).toBe(path);
  });

  test.each([401, 403, 404])(
    'a token of the main site that a team refuses with %i',
    async (status) => {
      await using opened = await openSite(
        (response, { url }) => {
          if (url === '/api/v3/users/me') json(response, 200, { id: 7, name: 'Robot' });
          else response.writeHead(status).end();
        },
        { tier: 'enterprise', team: 'acme' },
      );
      await expect(opened.site.me()).rejects.toMatchObject({ code: 'token-elsewhere' });
    },
  );

  test.each<[string, Partial<Destination>, Record<string, Answer>, string, string[]]>([
    [
      'a token of the main site in a private team',
      { tier: 'enterprise', team: 'acme' },
      { '/api/v3/users/me': (response) => json(response, 200, { id: 7, name: 'Robot' }) },
      'token-elsewhere',
      ['/api/v3/teams/acme/users/me', '/api/v3/users/me'],
    ],
    [
      'a token of no place',
      { tier: 'enterprise', team: 'acme' },
      {},
      'token-refused',
      ['/api/v3/teams/acme/users/me', '/api/v3/users/me'],
    ],
    [
      'a main site that answers with its log-in page',
      { tier: 'enterprise', team: 'acme' },
      { '/api/v3/users/me': (response) => void response.end('<html>Log in</html>') },
      'token-refused',
      ['/api/v3/teams/acme/users/me', '/api/v3/users/me'],
    ],
    [
      'a main site that forbids it',
      { tier: 'enterprise', team: 'acme' },
      { '/api/v3/users/me': (response) => void response.writeHead(403).end() },
      'token-refused',
      ['/api/v3/teams/acme/users/me', '/api/v3/users/me'],
    ],
    [
      'a token that the main site refuses',
      { tier: 'enterprise', team: null },
      {},
      'token-refused',
      ['/api/v3/users/me'],
    ],
    ['a token that Business refuses', {}, {}, 'token-refused', ['/v3/teams/acme/users/me']],
  ])('%s is told', async (_, destination, answers, code, asked) => {
    await using opened = await openSite((response, request) => {
      const answer = answers[request.url ?? ''];
      if (answer) return answer(response, request, 1);
      response.writeHead(401).end('Invalid access token');
    }, destination);
    await expect(opened.site.me()).rejects.toMatchObject({ code });
    expect(opened.seen.map(({ url }) => url)).toEqual(asked);
  });

  test('an article, whole', async () => {
    const model = articleModel({ expirationDate: null, futureField: 1 });
    // Without Content-Type, as the site sends it at times.
    await using opened = await openSite((response) => void response.end(JSON.stringify(model)));
    expect(await opened.site.read({ kind: 'article', id: 12 })).toEqual({
      kind: 'article',
      id: 12,
      ref: { kind: 'article', id: 12 },
      title: 'Rotating keys',
      body: 'Rotate.\n',
      tags: ['tls', 'security'],
      type: 'how-to-guide',
      permissions: { editableBy: 'specific', users: [5], groups: [9] },
      owner: { id: 7, name: 'Robot' },
      lastEditor: null,
      editable: true,
      answer: null,
      created: Date.UTC(2026, 10, 20, 10, 0, 0, 120),
      activity: Date.UTC(2026, 10, 21, 10, 0, 0, 123),
      // Made of its id: the address that the site gives has words of the title.
      url: `${opened.url}/c/acme/articles/12`,
      echo: {
        expirationDate: null,
        permissions: {
          editableBy: 'specificEditors',
          editorUserIds: [5],
          editorUserGroupIds: [9],
        },
      },
    });
  });

  test('an article of a server that knows little', async () => {
    const { id, title, bodyMarkdown, creationDate } = articleModel() as Record<string, unknown>;
    await using opened = await openSite((response) =>
      json(response, 200, { id, title, bodyMarkdown, creationDate }),
    );
    expect(await opened.site.read({ kind: 'article', id: 12 })).toMatchObject({
      tags: [],
      type: null,
      permissions: null,
      owner: null,
      editable: true,
      activity: Date.UTC(2026, 10, 20, 10, 0, 0, 120),
      url: `${opened.url}/c/acme/articles/12`,
      echo: {},
    });
  });

  test.each([
    ['is not there', 404, { type: '/v3/errors/x/not-found', title: 'Not found', status: 404 }],
    ['was deleted', 200, articleModel({ isDeleted: true })],
  ])('an article that %s gives null', async (_, status, body) => {
    await using opened = await openSite((response) => json(response, status, body));
    expect(await opened.site.read({ kind: 'article', id: 12 })).toBeNull();
  });

  test('a web page with status 404 tells of a wrong address, not of a deletion', async () => {
    await using opened = await openSite(
      (response) => void response.writeHead(404).end('<html>no</html>'),
    );
    await expect(opened.site.read({ kind: 'article', id: 12 })).rejects.toMatchObject({
      code: 'site-not-found',
    });
  });

  test('a question with its answer', async () => {
    await using opened = await openSite((response, { url }) =>
      json(
        response,
        200,
        url.includes('/answers/')
          ? { id: 34, bodyMarkdown: 'So.', isAccepted: true, owner: { id: 1 } }
          : articleModel({ type: undefined }),
      ),
    );
    const ref = { kind: 'question', id: 12, answer: 34 } as const;
    expect(await opened.site.read(ref)).toMatchObject({
      ref,
      answer: { id: 34, body: 'So.', accepted: true, owner: { id: 1, name: 'user 1' } },
      permissions: null,
    });
    expect(opened.seen.map(({ url }) => url)).toEqual([
      '/v3/teams/acme/questions/12',
      '/v3/teams/acme/questions/12/answers/34',
    ]);
  });

  test.each([{ ...articleModel(), id: '12' }, { ...articleModel(), bodyMarkdown: null }, [], 1])(
    'something else than an article is told',
    async (body) => {
      await using opened = await openSite((response) => json(response, 200, body));
      await expect(opened.site.read({ kind: 'article', id: 12 })).rejects.toMatchObject({
        code: 'site-not-json',
      });
    },
  );

  test.each([1.5, -1, 0, Number.NaN, '1/../2'])('id %s is never sent', async (id) => {
    await using opened = await openSite((response) => json(response, 200, articleModel()));
    const ref = { kind: 'article', id: id as number } as const;
    await expect(opened.site.read(ref)).rejects.toMatchObject({ code: 'internal' });
    expect(opened.seen).toEqual([]);
  });
});

describe('listing', () => {
  const list = (over: object, count = 1) => ({
    totalCount: 250,
    pageSize: 100,
    page: 1,
    totalPages: 3,
    items: Array.from({ length: count }, (_, index) => articleModel({ id: index + 1 })),
    ...over,
  });

  test('asks for the newest activity first, and leaves out what was deleted', async () => {
    const items = [articleModel(), articleModel({ id: 13, isDeleted: true })];
    await using opened = await openSite((response) => json(response, 200, list({ items })));
    const page = await opened.site.list('article', 7, 2);
    expect(page).toMatchObject({ total: 250, last: false });
    expect(page.items.map(({ id }) => id)).toEqual([12]);
    const url = new URL(opened.seen[0]?.url ?? '', opened.url);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      authorId: '7',
      sort: 'activity',
      order: 'desc',
      page: '2',
      pageSize: '100',
    });
  });

  test.each([
    ['the count of pages', list({}), 3, true],
    ['the count of pages of an empty list', list({ totalPages: 1, items: [] }), 1, true],
    ['no items', list({ items: [] }), 2, true],
    ['few items where pages are not counted', list({ totalPages: undefined }), 1, true],
    ['many items where pages are not counted', list({ totalPages: undefined }, 100), 1, false],
    ['a smaller page than asked for', list({ totalPages: undefined, pageSize: 30 }, 30), 1, false],
  ])('ends by %s', async (_, body, page, last) => {
    await using opened = await openSite((response) => json(response, 200, body));
    expect((await opened.site.list('article', 7, page)).last).toBe(last);
  });
});

describe('writing', () => {
  test('a new article is open to everyone where nothing is said', async () => {
    await using opened = await openSite((response) => json(response, 201, articleModel()));
    const post = await opened.site.create(content, Infinity);
    expect(post.ref).toEqual({ kind: 'article', id: 12 });
    expect(opened.seen[0]).toMatchObject({ method: 'POST', url: '/v3/teams/acme/articles' });
    expect(opened.seen[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(opened.seen[0]?.body ?? '')).toEqual({
      title: 'Rotating keys',
      body: 'Rotate.\n',
      tags: ['tls', 'security'],
      type: 'howToGuide',
      permissions: { editableBy: 'everyone', editorUserIds: [], editorUserGroupIds: [] },
    });
    expect(opened.site.requests).toEqual({ total: 1, writes: 1 });
  });

  test.each([
    [
      'what it has',
      null,
      articleModel(),
      { editableBy: 'specificEditors', editorUserIds: [5], editorUserGroupIds: [9] },
    ],
    [
      'what it has in words of its own',
      null,
      articleModel({ permissions: { editableBy: 'membersOf', editorUsers: [{ id: 6 }] } }),
      { editableBy: 'membersOf', editorUserIds: [6], editorUserGroupIds: [] },
    ],
    // Nothing tells who may edit it: that is not to be opened to everyone.
    ['nothing where it tells none', null, articleModel({ permissions: null }), undefined],
    [
      'what is managed',
      { editableBy: 'owner', users: [], groups: [] } as const,
      articleModel(),
      { editableBy: 'ownerOnly', editorUserIds: [], editorUserGroupIds: [] },
    ],
  ])(
    'an update sends back what nobody manages; permissions: %s',
    async (_, permissions, article, sent) => {
      const model = { ...article, expirationDate: '2027-01-01T00:00:00Z', isObsolete: true };
      await using opened = await openSite((response) => json(response, 200, model));
      const current = await opened.site.read({ kind: 'article', id: 12 });
      if (current === null) throw new Error('expected an article');
      await opened.site.update(current, { ...content, permissions }, Infinity);
      expect(opened.seen[1]).toMatchObject({ method: 'PUT', url: '/v3/teams/acme/articles/12' });
      expect(JSON.parse(opened.seen[1]?.body ?? '')).toEqual({
        title: 'Rotating keys',
        body: 'Rotate.\n',
        tags: ['tls', 'security'],
        type: 'howToGuide',
        ...(sent && { permissions: sent }),
        expirationDate: '2027-01-01T00:00:00Z',
      });
    },
  );

  test('every character arrives as it was', async () => {
    const body = '&lt;a&gt; &amp;lt; "q" \'s\' 👩‍💻 \r\n\t\u2028 </script>';
    await using opened = await openSite((response) => json(response, 201, articleModel()));
    await opened.site.create({ ...content, body }, Infinity);
    expect(JSON.parse(opened.seen[0]?.body ?? '')).toMatchObject({ body });
  });

  test('nothing is sent after its time', async () => {
    await using opened = await openSite((response) => json(response, 201, articleModel()));
    await expect(opened.site.create(content, 0)).rejects.toMatchObject({
      code: 'throttled',
      outcome: 'rejected',
    });
    expect(opened.seen).toEqual([]);
  });
});

test('a question is written in three parts, each to its own address', async () => {
  await using opened = await openSite((response, { method, url }) => {
    if (url.endsWith('/accept')) json(response, 200, { id: 34, isAccepted: true });
    else if (url.includes('/answers'))
      json(response, method === 'POST' ? 201 : 200, { id: 34, bodyMarkdown: 'So.' });
    else json(response, 201, articleModel({ type: undefined }));
  });
  const { site } = opened;
  const { title, body, tags } = content;
  const question = { kind: 'question', title, body, tags, answer: 'So.' } as const;
  const { ref } = await site.create(question, Infinity);
  const answer = await site.createAnswer(ref, question.answer, Infinity);
  await site.acceptAnswer({ ...ref, answer: answer.id }, Infinity);
  expect(opened.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /v3/teams/acme/questions',
    'POST /v3/teams/acme/questions/12/answers',
    'POST /v3/teams/acme/questions/12/answers/34/accept',
  ]);
  expect(site.requests.writes).toBe(3);
});

test("the time is the site's own", async () => {
  await using opened = await openSite((response) => {
    response.setHeader('date', 'Tue, 01 Dec 2026 08:00:00 GMT');
    json(response, 200, { id: 7 });
  });
  expect(opened.site.now()).toBe(Date.parse('2026-11-21T12:00:00Z'));
  await opened.site.me();
  expect(opened.site.now()).toBe(Date.parse('2026-12-01T08:00:00Z'));
});

describe('a token', () => {
  const clock = fakeClock();
  const site = 'http://127.0.0.1:9';
  const http = createHttp({ base: site, userAgent: 'test/1', clock, policy: v3Policy() });
  const destination = { tier: 'business', site, team: 'acme', api: 'v3' } as const;

  test.each(['', ' ', 'two words', 'a\nb', 'tokén'])(
    'that cannot be one is refused: %j',
    (token) => {
      expect(() => createSiteV3({ destination, token, http, clock })).toThrow(
        expect.objectContaining({ code: 'token-refused' }),
      );
    },
  );

  test('with a line break at its end is the token', () => {
    expect(() => createSiteV3({ destination, token: `${token}\n`, http, clock })).not.toThrow();
  });

  test('goes to no other server than the destination', () => {
    const other = { ...destination, site: 'https://stack.example' };
    expect(() => createSiteV3({ destination: other, token, http, clock })).toThrow(TypeError);
  });

  test.each(['../x', '..', 'a/b', ''])('goes to no path that a team like %j makes', (team) => {
    expect(() =>
      createSiteV3({ destination: { ...destination, team }, token, http, clock }),
    ).toThrow(expect.objectContaining({ code: 'config-invalid' }));
  });
});

describe('an image', () => {
  const bytes = aPicture('gif', '\r\n--stack-publish\r\n');
  const image = { type: 'gif', digest: digestOfBytes(bytes), bytes } as const;

  test('is uploaded as the file of a form, under no name of the repository', async () => {
    await using opened = await openSite((response, { headers: { host = '' } }) =>
      json(response, 200, { id: 'x', url: `http://${host}/c/acme/images/s/1.gif` }),
    );
    expect(await opened.site.images?.upload(image)).toBe(`${opened.url}/c/acme/images/s/1.gif`);
    const [seen] = opened.seen;
    expect(seen).toMatchObject({ method: 'POST', url: '/v3/teams/acme/images/upload' });
    expect(seen?.headers.authorization).toBe(`Bearer ${token}`);
    const { content, type } = multipartFile(image);
    expect(seen?.headers['content-type']).toBe(type);
    const [, boundary = ''] = /boundary=([\w-]{1,70})$/.exec(type) ?? [];
    expect(seen?.body.split(`--${boundary}`)).toHaveLength(3);
    const form = await new Response(Buffer.from(content), {
      headers: { 'content-type': type },
    }).formData();
    const file = form.get('file') as File;
    expect([...form.keys()]).toEqual(['file']);
    expect([file.name, file.type]).toEqual([`${image.digest.slice(7, 23)}.gif`, 'image/gif']);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
    expect(opened.site.requests).toEqual({ total: 1, writes: 1 });
  });

  test.each<[string, unknown, string]>([
    ['an address of another site', { url: 'https://evil.example/1.gif' }, 'site-not-json'],
    ['no address', { id: 'x' }, 'site-not-json'],
    ['nothing of the site', 'ok', 'outcome-unknown'],
  ])('is not taken as uploaded where the site answers %s', async (_, answer, code) => {
    await using opened = await openSite((response) => json(response, 200, answer));
    const told = await opened.site.images?.upload(image).catch((error: unknown) => error);
    expect(told).toMatchObject({ code });
    expect((told as Error).message).not.toContain('evil.example');
  });

  test('whose answer is lost is not sent again here', async () => {
    await using opened = await openSite((response) => void response.destroy());
    await expect(opened.site.images?.upload(image)).rejects.toMatchObject({ outcome: 'unknown' });
    expect(opened.seen).toHaveLength(1);
  });
});
