import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allActions, planted, redPicture } from '../kit/all-actions.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { pageElements } from '../report/preview/page-elements.ts';

async function aPage() {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': page('A page about something', 'Its **body**.\n'),
    '.github/stack-publish.yml': configFor(sandbox),
  });
  return { sandbox, checkout, ...commandsOf(checkout, sandbox) };
}

describe('a plan of every action', () => {
  test('has each step on its page, and what the site has beside it', async () => {
    const all = await allActions('private');
    const { code, document } = await all.plan('--preview', 'plan.html');
    expect(code).toBe(0);
    const html = await readFile(join(all.checkout.folder, 'plan.html'), 'utf8');
    const elements = pageElements(html);
    const articles = elements.filter(({ attributes }) => attributes['class'] === 'step');
    expect(articles).toHaveLength(6);
    const { create, update, merge, overwrite, adopt, held } = document.counts;
    expect([create, update, merge, overwrite, adopt, held]).toEqual([2, 1, 1, 1, 1, 1]);
    for (const { digest, source, action } of document.steps) {
      if (digest === null) continue;
      const article = articles.find(({ text }) => text.includes(digest));
      expect(article?.text).toContain(source);
      const sides =
        article?.inside.filter(({ attributes }) => attributes['class'] === 'side') ?? [];
      expect(sides).toHaveLength(action === 'create' || action === 'adopt' ? 1 : 2);
    }
    const [header] = elements.filter(({ tag }) => tag === 'header');
    expect(header?.text).toContain(document.digest);
    // The picture, and the link to a post that this very plan makes.
    const images = elements.filter(({ tag }) => tag === 'img');
    const data = `data:image/png;base64,${redPicture.toString('base64')}`;
    expect(images.map(({ attributes }) => attributes['src'])).toEqual([data]);
    const toStep = elements.filter(
      ({ tag, attributes, text }) =>
        tag === 'a' &&
        attributes['href']?.startsWith('#step-') &&
        /^(?:the questions|they)$/.test(text),
    );
    expect(toStep).toHaveLength(2);
    expect(html.match(new RegExp(planted, 'g'))?.length).toBeGreaterThan(5);
  });

  test('has nothing of the site in a public repository', async () => {
    const all = await allActions('public');
    const { code, document } = await all.plan('--preview', 'plan.html');
    expect(code).toBe(0);
    expect(document.counts).toMatchObject({ create: 2, update: 1, overwrite: 1, held: 2 });
    const html = await readFile(join(all.checkout.folder, 'plan.html'), 'utf8');
    expect(html).toContain(document.digest);
    for (const word of [planted, 'Publishing Bot', 'Cleo Colleague'])
      expect(html).not.toContain(word);
    for (const { digest } of document.steps) if (digest) expect(html).toContain(digest);
  });
});

describe('the file', () => {
  test('is replaced as a whole, with the mode that files have', async () => {
    const all = await aPage();
    const file = join(all.checkout.folder, 'plan.html');
    await writeFile(file, 'x'.repeat(100_000), { mode: 0o600 });
    expect((await all.plan('--preview', 'plan.html')).code).toBe(0);
    const text = await readFile(file, 'utf8');
    expect(text.startsWith('<!doctype html>')).toBe(true);
    expect(text.endsWith('</html>\n')).toBe(true);
    const { mode } = await stat(file);
    expect((mode & 0o777).toString(8)).toBe((0o666 & ~process.umask()).toString(8));
    expect((await readdir(all.checkout.folder)).toSorted()).toEqual([
      '.git',
      '.github',
      'docs',
      'plan.html',
    ]);
  });

  test.each([
    ['in a folder that does not exist', 'none/plan.html', async () => {}],
    ['in what is no folder', 'docs/a.md/plan.html', async () => {}],
    ['that is a folder', 'plan', (folder: string) => mkdir(join(folder, 'plan'))],
    [
      'that is a symlink',
      'link.html',
      (folder: string) => symlink(join(folder, 'docs/a.md'), join(folder, 'link.html')),
    ],
  ])('%s is refused before the site is asked for anything', async (_, name, prepare) => {
    const all = await aPage();
    await prepare(all.checkout.folder);
    for (const flag of ['--preview', '--markdown']) {
      const { code, document } = await all.plan(flag, name);
      expect(code).toBe(2);
      expect(document.error).toMatchObject({ code: 'file-unwritable', file: name });
    }
    expect(await all.sandbox.site.log()).toEqual([]);
    expect(await readFile(join(all.checkout.folder, 'docs/a.md'), 'utf8')).toContain(
      'Its **body**',
    );
  });

  test.skipIf(process.getuid?.() === 0)(
    'in a folder that may not be written is refused',
    async () => {
      const all = await aPage();
      const folder = temporaryFolder();
      await chmod(folder, 0o500);
      const { document } = await all.plan('--preview', join(folder, 'plan.html'));
      expect(document.error.code).toBe('file-unwritable');
    },
  );

  test('stays as it was where the plan fails', async () => {
    const all = await aPage();
    const file = join(all.checkout.folder, 'plan.html');
    await writeFile(file, 'the last one');
    const { code } = await commandsOf(all.checkout, all.sandbox, 'no-token-of-the-site').plan(
      '--preview',
      'plan.html',
    );
    expect(code).toBe(1);
    expect(await readFile(file, 'utf8')).toBe('the last one');
  });

  test('is written too where there is nothing to do', async () => {
    const all = await aPage();
    await all.publishAll();
    expect((await all.plan('--preview', 'plan.html')).document.digest).toBeNull();
    const html = await readFile(join(all.checkout.folder, 'plan.html'), 'utf8');
    expect(html).toContain('1 unchanged');
    expect(html).not.toContain('sha256:');
  });

  test('holds no token, wherever a text has one', async () => {
    const all = await aPage();
    const token = all.sandbox.stack.tokens['write'];
    await all.checkout.write({ 'docs/b.md': page(`Of ${token}`, `The token ${token}.\n`) });
    await all.checkout.write({
      '.github/stack-publish.yml': configFor(all.sandbox, 'rules: { secret: off }'),
    });
    await all.checkout.commit();
    const { document } = await all.plan('--preview', 'plan.html', '--markdown', 'plan.md');
    expect(document.counts.create).toBe(2);
    for (const name of ['plan.html', 'plan.md']) {
      const text = await readFile(join(all.checkout.folder, name), 'utf8');
      expect(text).toContain(document.digest);
      expect(text).not.toContain(token);
    }
  });
});
