import { decode } from 'he';
import { describe, expect, test } from 'vitest';
import { stackHarness } from '../harness.ts';
import { article } from './article.ts';

describe('reads', () => {
  test('are encoded as often as the switches say, title and body apart', async () => {
    const { api, drive } = await stackHarness();
    const text = `a & <b> "c" 'd' &amp;`;
    const made = await api('POST', '/articles', { body: { ...article, title: text, body: text } });
    const read = async (path: string) => (await api('GET', path)).json;
    await drive.switches({ titleEncoding: 'once', bodyEncoding: 'twice' });
    const one = await read(`/articles/${made.json.id}`);
    expect(one.title).toBe('a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39; &amp;amp;');
    expect(decode(decode(one.bodyMarkdown))).toBe(text);
    expect(decode(one.bodyMarkdown)).not.toBe(text);
    expect((await read('/articles')).items[0].title).toBe(one.title);
    await drive.switches({ titleEncoding: 'raw', bodyEncoding: 'raw' });
    expect((await read(`/articles/${made.json.id}`)).bodyMarkdown).toBe(text);
  });

  test('may come without a media type', async () => {
    const { api } = await stackHarness({ switches: { contentType: 'missing' } });
    const answer = await api('GET', '/users/me');
    expect(answer.headers).not.toHaveProperty('content-type');
    expect(JSON.parse(answer.text)).toMatchObject({ id: 12 });
  });

  test('come late by switch', async () => {
    const { api } = await stackHarness({ switches: { latency: 60 } });
    const start = performance.now();
    await api('GET', '/users/me');
    expect(performance.now() - start).toBeGreaterThan(50);
  });
});

describe('editing rights', () => {
  test('can be widened and narrowed for the whole site', async () => {
    const { api, drive } = await stackHarness();
    const made = await api('POST', '/articles', {
      body: { ...article, permissions: { editableBy: 'ownerOnly' } },
    });
    const can = async () =>
      (await api('GET', `/articles/${made.json.id}`, { token: 'colleague' })).json.userCanEdit;
    expect(await can()).toBe(false);
    await drive.switches({ editing: 'everyone' });
    expect(await can()).toBe(true);
    const open = await api('POST', '/articles', { body: article });
    await drive.switches({ editing: 'owner' });
    const put = await api('PUT', `/articles/${open.json.id}`, {
      body: article,
      token: 'colleague',
    });
    expect(put.status).toBe(403);
  });
});

test('the HTML of answers is simple, or rendered by switch', async () => {
  const { api, drive } = await stackHarness();
  const body = '# Title\n\nSome **text** & more\n\n```sh\necho "a"\n```\n';
  const made = await api('POST', '/articles', { body: { ...article, body } });
  expect(made.json.body).toBe(
    '<h1>Title</h1>\n<p>Some **text** &amp; more</p>\n<pre><code>echo &quot;a&quot;\n</code></pre>\n',
  );
  await drive.switches({ html: 'rendered' });
  const read = await api('GET', `/articles/${made.json.id}`);
  expect(read.json.body).toContain('<strong>text</strong>');
});
