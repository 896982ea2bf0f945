import { describe, expect, test } from 'vitest';
import { stackHarness } from '../harness.ts';
import { article } from '../stack/article.ts';

describe('a page', () => {
  test('shows an article to its readers', async () => {
    const { api, drive, plain } = await stackHarness();
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
    const { drive, plain } = await stackHarness();
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
    const { api, plain } = await stackHarness();
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
