import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const hostile = `# A heading

<script>fetch('https://evil.example')</script>
<img src="https://evil.example/a.png" alt="> <b>x" onerror="alert(1)">
<style>body { background: url(https://evil.example/b) }</style>
<iframe src="https://evil.example"></iframe><base href="https://evil.example"><form action="https://evil.example"></form>
[click](javascript:alert(1)) <a href="https://evil.example" onclick="x()">there</a>

| a | b |
| - | - |
| c | d |

</pre></details></article></main><meta http-equiv="refresh" content="0;url=https://evil.example">
`;

async function prepared(visibility = 'private') {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': page('The first page, <b> & more', 'It was so.\n'),
    'docs/b.md': page('A hostile page that must not act', hostile),
    '.github/stack-publish.yml': configFor(sandbox, `visibility: ${visibility}\n`),
  });
  const commands = commandsOf(checkout, sandbox);
  const preview = async (name = 'plan.html') => {
    const ran = await commands.plan('--preview', name, '--markdown', 'plan.md');
    const [html, markdown] = await Promise.all(
      [name, 'plan.md'].map((each) =>
        readFile(join(checkout.folder, each), 'utf8').catch(() => ''),
      ),
    );
    return { ...ran, html: html ?? '', markdown: markdown ?? '' };
  };
  return { sandbox, checkout, preview, ...commands };
}

test('a plan can be looked at as a page, in which nothing runs and nothing is fetched', async () => {
  const all = await prepared();
  const { html, document, markdown } = await all.preview();
  expect(html).toContain(document.digest);
  expect(markdown).toContain(document.digest);
  expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
  // Every byte stands there, as text.
  expect(html).toContain('+&lt;script&gt;fetch(');
  expect(html).toContain('The first page, &lt;b&gt; &amp; more');
  const elements = [...html.matchAll(/<([a-z][a-z0-9]*)[\s>]/g)].map(([, name = '']) => name);
  for (const name of ['script', 'img', 'iframe', 'base', 'form', 'object', 'svg', 'link'])
    expect(elements).not.toContain(name);
  expect(elements.filter((name) => name === 'style')).toHaveLength(1);
  expect(html).not.toMatch(/<[^>]*\s(?:on\w+|src)=/);
  expect(html).not.toMatch(/href="(?!#|https?:)/);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<h4>A heading</h4>');
});

test('shows what is there now beside what will be, to the team alone', async () => {
  for (const [visibility, isShown] of [
    ['private', true],
    ['public', false],
  ] as const) {
    const all = await prepared(visibility);
    await all.publishAll();
    const posts = await all.sandbox.site.posts();
    const article = posts.find((post) => 'title' in post && post.title.startsWith('The first'));
    await all.sandbox.site.edit(article?.id ?? 0, { body: 'It was so.\n\nPlanted by a person.\n' });
    await all.checkout.write({
      'docs/a.md': page('The first page, <b> & more', 'It is so now.\n'),
    });
    await all.checkout.commit();
    const { html } = await all.preview();
    expect(html.includes('Planted by a person')).toBe(isShown);
  }
});

test('a folder that is not there is an error', async () => {
  const all = await prepared();
  const ran = await all.preview('missing/plan.html');
  expect([ran.code, ran.document]).toMatchObject([2, { error: { code: 'file-unwritable' } }]);
});
