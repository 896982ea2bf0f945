import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../sandbox/stack/html/render-markdown.ts';
import { article, harness } from '../harness.ts';

describe('a page', () => {
  test('shows an article to its readers', async () => {
    const { api, drive, plain } = await harness();
    const body = '## Steps\n\n1. **Stop** `it`\n\n| a | b |\n| - | - |\n| 1 | 2 |\n';
    const made = await api('POST', '/articles', { body: { ...article, title: 'A <i> & b', body } });
    await drive.edit(made.json.id, { tags: ['tls'] });
    const page = await plain('GET', new URL(made.json.webUrl).pathname);
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    for (const part of [
      'Sandbox: nothing here is real',
      'A &lt;i&gt; &amp; b',
      '<div class="s-prose"><h2>Steps</h2>',
      '<strong>Stop</strong>',
      '<td>1</td>',
      'How-to guide',
      'Publishing Bot',
      'edited by <strong>Ada Colleague</strong>',
      'class="s-tag"',
    ])
      expect(page.text).toContain(part);
    expect(page.text).not.toContain('<script');
    const css = /href="(\/assets\/stacks\.[0-9a-f]+\.css)"/.exec(page.text)?.[1] ?? '';
    const styles = await plain('GET', css);
    expect(styles.headers['cache-control']).toContain('immutable');
    expect(styles.text).toContain('.s-prose');
    await drive.delete(made.json.id);
    expect((await plain('GET', `/c/sandbox/articles/${made.json.id}`)).status).toBe(404);
  });

  test('lists the posts, by tag and person too, and shows the settings', async () => {
    const { drive, plain } = await harness();
    await drive.seed([
      { title: 'Alpha', tags: ['c++'], created: '2020-01-01' },
      { title: 'Beta', owner: 'colleague' },
    ]);
    await drive.seedMany(40);
    const list = await plain('GET', '/c/sandbox?page=2');
    expect(list.text).toContain('Alpha');
    expect((await plain('GET', '/c/sandbox/tags/c%2B%2B')).text).toContain('Alpha');
    const person = await plain('GET', '/c/sandbox/users/21');
    expect(person.text).toContain('Beta');
    expect(person.text).not.toContain('Alpha');
    const home = await plain('GET', '/');
    expect(home.text).toContain('bodyEncoding');
    expect((await plain('GET', '/_control', { headers: { Accept: 'text/html' } })).text).toBe(
      home.text,
    );
    for (const path of [
      '/c/other',
      '/c/sandbox/articles/999',
      '/assets/x',
      '/nothing',
      '/c/sandbox/x/1',
    ])
      expect((await plain('GET', path)).status).toBe(404);
  });

  test('shows a question with its accepted answer first', async () => {
    const { api, plain } = await harness();
    const { id } = (
      await api('POST', '/questions', { body: { title: 'Why?', body: 'Q', tags: ['a'] } })
    ).json;
    await api('POST', `/questions/${id}/answers`, { body: { body: 'first answer' } });
    const second = (
      await api('POST', `/questions/${id}/answers`, { body: { body: 'second answer' } })
    ).json;
    await api('POST', `/questions/${id}/answers/${second.id}/accept`);
    const page = await plain('GET', new URL(second.webUrl).pathname);
    expect(page.text.indexOf('second answer')).toBeGreaterThan(0);
    expect(page.text.indexOf('second answer')).toBeLessThan(page.text.indexOf('first answer'));
    expect(page.text).toContain('Accepted answer');
  });
});

describe('rendered Markdown', () => {
  test.each([
    ['<script>alert(1)</script>\n', 'alert'],
    ['a <script>alert(1)</script>', '<script'],
    ['<style>x{}</style>\n', 'style'],
    ['<img src="https://a.b/c.png" onerror="x()">', 'onerror'],
    ['<b onclick=x() style="y">z</b>', 'onclick'],
    ['<b style="y">z</b>', 'style'],
    ['<a href="javascript:x()">z</a>', 'javascript'],
    ['[z](javascript:x())', 'href'],
    ['![z](data:image/png;base64,AA)', '<img'],
    ['<iframe src="https://a.b"></iframe>', 'iframe'],
    ['<svg onload=x()>', 'svg'],
    ['<a href="https://a.b" target="_blank" class="c">z</a>', 'target'],
    ['<!-- hidden -->', 'hidden'],
    ['<b><script>x</b>', '<script'],
    ['`<b>`', '<b>'],
  ])('%j never shows %s', (text, gone) => {
    expect(renderMarkdown(text)).not.toContain(gone);
  });

  test.each([
    ['<kbd>Ctrl</kbd> and H<sub>2</sub>O', '<kbd>Ctrl</kbd> and H<sub>2</sub>O'],
    [
      '<a href="https://a.b/" title="t">**z**</a>',
      '<a href="https://a.b/" title="t"><strong>z</strong></a>',
    ],
    ['a<br>b', 'a<br>b'],
    ['<h3>T</h3>', '<h3>T</h3>'],
    ['[z](docs/x.md)', '[z](docs/x.md)'],
    ['[z](/articles/1)', '<a href="/articles/1">z</a>'],
    ['- [x] done', '[x] done'],
    ['a[^1]\n\n[^1]: note', 'a[^1]'],
    ['~~x~~ ~y~', '<del>x</del> ~y~'],
    ['```js\nx\n```', '<code class="language-js">x'],
    ['<details>\n<summary>S</summary>\n\ntext\n\n</details>', '<p>text</p>'],
    ['<b>never closed', '<b>never closed</b>'],
  ])('%j shows %s', (text, shown) => {
    expect(renderMarkdown(text)).toContain(shown);
  });

  test.each([
    ['quotes', '> '.repeat(40_000)],
    ['many quotes', `${'> '.repeat(39)}x\n`.repeat(1000)],
    ['lists', '- '.repeat(20_000)],
    ['brackets', '[a]('.repeat(25_000)],
    ['tags', '<a "'.repeat(10_000)],
  ])('of hostile %s ends soon', (_, text) => {
    const start = performance.now();
    renderMarkdown(text);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
