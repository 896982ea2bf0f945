import { describe, expect, test } from 'vitest';
import { faultKinds, faultNotes } from '../../../sandbox/exchange/fault-queue.ts';
import { htmlEncode } from '../../../sandbox/stack/html/html-encode.ts';
import { switchNotes } from '../../../sandbox/stack/switches.ts';
import { stackHarness } from '../harness.ts';
import { article } from '../stack/article.ts';

const asBrowser = { headers: { Accept: 'text/html' } };

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

  test('of a main site stands below its root', async () => {
    const { api, plain, sandbox } = await stackHarness({ tier: 'enterprise' });
    const made = await api('POST', '/articles', { body: article });
    expect(made.json.webUrl).toBe(`${sandbox.stack.url}/articles/${made.json.id}`);
    const list = await plain('GET', new URL(sandbox.stack.pages).pathname);
    for (const text of [list.text, (await plain('GET', '/')).text]) {
      expect(text).toContain(`href="/articles/${made.json.id}"`);
      expect(text).toContain('Main site');
    }
    const [tag = ''] = /\/tags\/[^"]+/.exec(list.text) ?? [];
    expect((await plain('GET', tag)).text).toContain(article.title);
    for (const path of ['/c/acme', '/articles', '/articles/999'])
      expect((await plain('GET', path)).status).toBe(404);
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
    const control = await plain('GET', '/_control', { headers: { Accept: 'text/html' } });
    expect([control.status, control.text.includes('bodyEncoding')]).toEqual([200, true]);
    for (const path of [
      '/c/other',
      '/c/sandbox/articles/999',
      '/assets/x',
      '/nothing',
      '/c/sandbox/x/1',
    ])
      expect((await plain('GET', path)).status).toBe(404);
  });

  test('shows and explains every switch, every fault, and what waits', async () => {
    const { drive, plain } = await stackHarness();
    await drive.switches({ bodyEncoding: 'twice', latency: 5 });
    await drive.fault({ kind: 'late', path: '/articles/*', nth: 3, times: 2 });
    const { text } = await plain('GET', '/_control', asBrowser);
    for (const [name, about] of [
      ...Object.entries(switchNotes),
      ...Object.entries(faultKinds),
      ...Object.entries(faultNotes),
    ]) {
      expect(text).toContain(name);
      expect(text).toContain(htmlEncode(about));
    }
    expect(text).toContain('<option value="twice" selected>');
    expect(text).toContain('Usually raw.');
    expect(text).toMatch(/late[^]*path \/articles\/\*[^]*2 left, after 2/);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of text.matchAll(/ for="([^"]+)"/g)) expect(ids).toContain(id);
  });

  test('shows every request of both services, page by page, and what was sent', async () => {
    const { api, plain, sandbox } = await stackHarness();
    for (let n = 0; n < 105; n += 1) await api('GET', `/articles?page=${n + 1}`);
    await api('POST', '/articles', { body: { ...article, title: 'Sent <b>' } });
    const first = await plain('GET', '/_control/requests', asBrowser);
    expect(first.text.match(/data-label="Request"/g)).toHaveLength(100);
    expect(first.text).toContain('Sent &lt;b&gt;');
    const second = await plain('GET', '/_control/requests?service=stack&page=2', asBrowser);
    expect(second.text.match(/data-label="Request"/g)).toHaveLength(6);
    expect(second.text).toContain('page=1<');
    await fetch(`${sandbox.github.url}/repos/acme/handbook`);
    const github = await plain('GET', '/_control/requests?service=github', asBrowser);
    expect(github.text).toContain('/repos/acme/handbook');
    const latest = await plain('GET', '/_control', asBrowser);
    expect(latest.text).toContain('All 107 requests');
  });

  test.each(['/_control', '/_control/requests', '/c/sandbox'])(
    '%s is light or dark as the system is, and as wide as the window',
    async (path) => {
      const { plain } = await stackHarness();
      const { text } = await plain('GET', path, asBrowser);
      expect(text).toContain('<meta name="color-scheme" content="light dark" />');
      expect(text).toContain('<body class="theme-system">');
      expect(text).toContain('width=device-width');
    },
  );

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
