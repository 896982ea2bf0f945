import * as fc from 'fast-check';
import { decode } from 'he';
import { describe, expect, test } from 'vitest';
import { htmlEncode } from '../../../sandbox/stack/html/html-encode.ts';
import { spellDate } from '../../../sandbox/stack/spell-date.ts';
import { storedText } from '../../../sandbox/stack/stored-text.ts';
import { defaultSwitches } from '../../../sandbox/stack/switches.ts';
import { article, harness } from '../harness.ts';

describe('reads', () => {
  test('are encoded as often as the switches say, title and body apart', async () => {
    const { api, drive } = await harness();
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

  test('are decoded back to any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decode(htmlEncode(text))).toBe(text);
        expect(decode(decode(htmlEncode(htmlEncode(text))))).toBe(text);
      }),
    );
  });

  test('may come without a media type', async () => {
    const { api } = await harness({ switches: { contentType: 'missing' } });
    const answer = await api('GET', '/users/me');
    expect(answer.headers).not.toHaveProperty('content-type');
    expect(JSON.parse(answer.text)).toMatchObject({ id: 12 });
  });

  test('spell dates three ways, always in the same order', () => {
    const at = Date.parse('2026-03-04T05:06:07.089Z');
    expect(spellDate(at, 'milliseconds')).toBe('2026-03-04T05:06:07.089Z');
    expect(spellDate(at, 'no-zone')).toBe('2026-03-04T05:06:07.089');
    expect(spellDate(at, 'microseconds')).toMatch(/^2026-03-04T05:06:07\.089\d{3}Z$/);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (instant) => {
        const spelled = spellDate(instant, 'microseconds');
        expect(Date.parse(spelled)).toBe(instant);
        expect(spellDate(instant + 1, 'microseconds') > spelled).toBe(true);
      }),
    );
  });

  test('come late by switch', async () => {
    const { api } = await harness({ switches: { latency: 60 } });
    const start = performance.now();
    await api('GET', '/users/me');
    expect(performance.now() - start).toBeGreaterThan(50);
  });
});

describe('stored text', () => {
  const stored = (text: string, switches: object) =>
    storedText(text, { ...defaultSwitches, ...switches });

  test.each([
    ['a \r\nb\t\n c  ', { trailingSpaces: 'stripped' }, 'a\r\nb\n c'],
    ['a\n\n', { finalNewline: 'stripped' }, 'a'],
    ['a\nb\r\nc\rd', { lineEnds: 'crlf' }, 'a\r\nb\r\nc\r\nd'],
    ['a \n', { lineEnds: 'crlf', trailingSpaces: 'stripped', finalNewline: 'stripped' }, 'a'],
  ])('%j under %j', (text, switches, expected) => {
    expect(stored(text, switches)).toBe(expected);
  });

  test('is settled: storing it again changes nothing', () => {
    const switches = { lineEnds: 'crlf', trailingSpaces: 'stripped', finalNewline: 'stripped' };
    const texts = fc
      .array(fc.constantFrom('a', ' ', '\t', '\n', '\r'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const once = stored(text, switches);
        expect(stored(once, switches)).toBe(once);
      }),
    );
  });

  test('is what the API gives back', async () => {
    const { api } = await harness({ switches: { lineEnds: 'crlf', finalNewline: 'stripped' } });
    const made = await api('POST', '/articles', { body: { ...article, body: 'a\nb\n' } });
    expect(made.json.bodyMarkdown).toBe('a\r\nb');
  });
});

describe('editing rights', () => {
  test('can be widened and narrowed for the whole site', async () => {
    const { api, drive } = await harness();
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
  const { api, drive } = await harness();
  const body = '# Title\n\nSome **text** & more\n\n```sh\necho "a"\n```\n';
  const made = await api('POST', '/articles', { body: { ...article, body } });
  expect(made.json.body).toBe(
    '<h1>Title</h1>\n<p>Some **text** &amp; more</p>\n<pre><code>echo &quot;a&quot;\n</code></pre>\n',
  );
  await drive.switches({ html: 'rendered' });
  const read = await api('GET', `/articles/${made.json.id}`);
  expect(read.json.body).toContain('<strong>text</strong>');
});
