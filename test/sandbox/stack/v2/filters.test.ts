import { decode } from 'he';
import { describe, expect, test } from 'vitest';
import { knownFields } from '../../../../sandbox/stack/v2/fields.ts';
import { article, question, refusal, v2Harness } from './v2-harness.ts';

describe('without a filter', () => {
  test('the wrapper has four fields, and posts have no text', async () => {
    const { get, post } = await v2Harness();
    await post('articles/add', article);
    await post('articles/1/edit', article);
    await post('questions/add', question);
    await post('questions/2/answers/add', { body: 'Yes.' });
    for (const path of ['articles/1', 'questions/2', 'answers/3']) {
      const { json } = await get(path);
      expect(Object.keys(json)).toEqual(['items', 'has_more', 'quota_max', 'quota_remaining']);
      for (const absent of ['body', 'body_markdown', 'last_editor'])
        expect(json.items[0]).not.toHaveProperty(absent);
      expect(json.items[0].owner).toMatchObject({ user_id: 12 });
    }
  });
});

describe('a filter', () => {
  test.each([['GET'], ['POST']] as const)('is made by %s', async (method) => {
    const { v2 } = await v2Harness();
    const fields = { include: 'article.body_markdown;.total', exclude: 'article.owner' };
    const made =
      method === 'GET'
        ? await v2('GET', 'filters/create', { ...fields, unsafe: 'true' })
        : await v2('POST', 'filters/create', {}, { form: { ...fields, unsafe: 'true' } });
    const [item] = made.json.items;
    expect(item).toMatchObject({ filter: expect.stringMatching(/^!/), filter_type: 'unsafe' });
    expect(item.included_fields).toContain('article.body_markdown');
    expect(item.included_fields).toContain('article.title');
    expect(item.included_fields).not.toContain('article.owner');
  });

  test('chooses the fields of wrapper and posts', async () => {
    const { filter, get, post } = await v2Harness();
    await post('articles/add', article);
    const on = async (include: string, more?: Record<string, string>) =>
      (await get('articles/1', { filter: await filter(include, more) })).json;
    expect(await on('')).toEqual({});
    expect(await on('article.title')).toEqual({});
    expect(await on('.items;article.article_id')).toEqual({ items: [{ article_id: 1 }] });
    expect(await on('.items;article.owner')).toEqual({ items: [{ owner: {} }] });
    expect(await on('.total;.page;.page_size;.type;.has_more')).toEqual({
      total: 1,
      page: 1,
      page_size: 30,
      type: 'article',
      has_more: false,
    });
    const more = await on('article.body_markdown', {});
    expect(more.items[0]).toMatchObject({ body_markdown: article.body, owner: { user_id: 12 } });
  });

  test('begins from one of the site, or from another filter', async () => {
    const { filter, get, post } = await v2Harness();
    await post('articles/add', article);
    const read = async (id: string) => (await get('articles/1', { filter: id })).json;
    expect(await read('none')).toEqual({});
    expect(await read('total')).toEqual({ total: 1 });
    expect((await read('withbody')).items[0].body).toBe('<p>Rotate them.</p>\n');
    const first = await filter('.items;article.title');
    const second = await filter('article.article_id', { base: first, exclude: 'article.title' });
    expect(await read(second)).toEqual({ items: [{ article_id: 1 }] });
  });

  test('is the same whenever it is made, here and after a restart, and no other site has it', async () => {
    const one = await v2Harness();
    const id = await one.filter('.items;article.title;article.owner');
    expect(await one.filter('article.owner;article.title;.items')).toBe(id);
    expect(await one.filter('.items;article.title;article.owner', { base: 'none' })).not.toBe(id);
    await one.drive.reset();
    const again = await v2Harness();
    const other = await v2Harness({ team: 'acme' });
    for (const at of [one, again]) {
      const { items } = (await at.get(`filters/${id}`)).json;
      expect(items).toMatchObject([
        {
          filter: id,
          filter_type: 'unsafe',
          included_fields: ['.items', 'article.owner', 'article.title'],
        },
      ]);
    }
    expect((await other.get(`filters/${id};default`)).json.items).toMatchObject([
      { filter: id, filter_type: 'invalid' },
      { filter: 'default', filter_type: 'safe' },
    ]);
    expect(refusal(await other.get('articles', { filter: id }))[3]).toBe('filter');
  });

  test('keeps every field that is named', async () => {
    const { filter, get } = await v2Harness();
    const id = await filter(knownFields.join(';'));
    const [item] = (await get(`filters/${id}`)).json.items;
    expect(item.included_fields).toEqual([...knownFields].sort());
  });

  test.each([
    ['include', { include: 'article.title;article.nothing' }],
    ['include', { include: 'title' }],
    ['include', { include: 'nothing.title' }],
    ['exclude', { exclude: '.nothing' }],
    ['base', { base: 'most' }],
    ['base', { base: '!abc' }],
    ['unsafe', { unsafe: 'yes' }],
  ])('with an odd %s is refused', async (name, query) => {
    const { get } = await v2Harness();
    expect(refusal(await get('filters/create', query))).toEqual([400, 400, 'bad_parameter', name]);
  });

  test('may name fields of types that the sandbox does not serve, as the vendor does', async () => {
    const { filter } = await v2Harness();
    expect(await filter('comment.body;access_token.scope')).toMatch(/^!/);
  });

  test('needs neither token nor team; on Enterprise it needs the key', async () => {
    const business = await v2Harness();
    const open = { token: null, team: null };
    expect((await business.get('filters/create', {}, open)).status).toBe(200);
    expect(refusal(await business.get('filters/create', {}, { team: 'x' }))[3]).toBe('team');
    const enterprise = await v2Harness({ tier: 'enterprise' });
    expect((await enterprise.get('filters/create', {}, open)).status).toBe(200);
    const closed = { ...open, key: null };
    expect(refusal(await enterprise.get('filters/create', {}, closed))[2]).toBe('key_required');
  });

  test('cannot be unsafe where the site refuses that', async () => {
    const { filter, get } = await v2Harness({ switches: { unsafeFilters: false } });
    expect(refusal(await get('filters/create', { unsafe: 'true' }))).toEqual([
      400,
      400,
      'bad_parameter',
      'unsafe',
    ]);
    expect(await filter('.items', { base: 'none', unsafe: 'false' })).toMatch(/^!/);
  });

  test('that leaves out the fields of errors is no matter to errors', async () => {
    const { get } = await v2Harness();
    expect(refusal(await get('articles', { filter: 'none', page: '0' }))[2]).toBe('bad_parameter');
  });
});

describe('texts', () => {
  const text = `Jörg's <b> & "c" &amp; \u{1f600}`;
  const once = 'J&#246;rg&#39;s &lt;b&gt; &amp; &quot;c&quot; &amp;amp; \u{1f600}';
  const include = '.items;article.title;article.body_markdown;article.owner;shallow_user.user_id';

  test('are raw by an unsafe filter, whatever the switch', async () => {
    const { filter, get, post } = await v2Harness({ switches: { filterEncoding: 'twice' } });
    const id = await filter(include);
    const made = await post('articles/add', { ...article, title: text, body: text, filter: id });
    const raw = { title: text, body_markdown: text };
    expect(made.json.items).toMatchObject([raw]);
    expect((await get('articles/1', { filter: id })).json.items).toMatchObject([raw]);
    expect((await get('articles', { filter: id })).json.items).toMatchObject([raw]);
  });

  test('are encoded by a safe one, as often as the switch says', async () => {
    const { drive, filter, get, post } = await v2Harness();
    const id = await filter(include, { base: 'none' });
    const made = await post('articles/add', { ...article, title: text, body: text, filter: id });
    expect(made.json.items).toMatchObject([{ title: once, body_markdown: once }]);
    const read = async () => (await get('articles/1', { filter: id })).json.items[0];
    expect(await read()).toMatchObject({ title: once, body_markdown: once });
    expect((await get('articles/1')).json.items[0].title).toBe(once);
    await drive.switches({ filterEncoding: 'twice' });
    const { title, body_markdown: body } = await read();
    expect([decode(title), decode(body)]).toEqual([once, once]);
    await drive.switches({ filterEncoding: 'varying' });
    const titles = [(await read()).title, (await read()).title, (await read()).title];
    expect(titles).toEqual([once, title, once]);
    expect((await drive.post(1)).body).toBe(text);
  });
});

describe('answers', () => {
  test('are compressed in turns, whatever was asked for, and may have no media type', async () => {
    const { drive, get } = await v2Harness();
    const headers = { 'Accept-Encoding': 'identity' };
    const encodings = [];
    for (const path of ['me', 'articles', 'nothing', 'questions', 'me'])
      encodings.push((await get(path, {}, { headers })).headers['content-encoding']);
    expect(encodings).toEqual(['gzip', 'deflate', 'gzip', 'deflate', 'gzip']);
    expect((await get('me')).headers['content-type']).toMatch(/^application\/json/);
    await drive.switches({ contentType: 'missing' });
    const untyped = await get('me');
    expect(untyped.headers).not.toHaveProperty('content-type');
    expect(JSON.parse(untyped.text).items[0].user_id).toBe(12);
  });
});
