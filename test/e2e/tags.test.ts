import { describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../sandbox/index.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const file = 'docs/a.md';
const page = (tags: string, body = 'Rotate them.') =>
  `---\ntitle: Rotating keys\ntags: [${tags}]\nstack: article\n---\n\n${body}\n`;
const faq = (tags: string) =>
  `---\ntags: [${tags}]\nstack: faq\n---\n\n## Who may rotate them?\n\nWhoever is on call.\n`;

async function world(text: string, options: SandboxOptions = {}) {
  const sandbox = await testSandbox(options);
  const checkout = await createCheckout({
    [file]: text,
    '.github/stack-publish.yml': configFor(sandbox, 'visibility: private'),
  });
  return {
    sandbox,
    checkout,
    ...commandsOf(checkout, sandbox),
    async rewrite(now: string) {
      await checkout.write({ [file]: now });
      await checkout.commit();
    },
    async tags() {
      const [post] = await sandbox.site.posts();
      return post?.kind === 'answer' ? [] : post?.tags;
    },
  };
}

describe.each([
  ['an Article', page],
  ['a question', faq],
] as const)('a tag of %s that the site replaces by another', (_, textOf) => {
  const synonyms = { switches: { synonyms: { k8s: 'kubernetes', js: 'javascript' } } };

  test('is no difference, in whatever order they come back', async () => {
    const all = await world(textOf('k8s, tls'), synonyms);
    await all.publishAll();
    expect(await all.tags()).toEqual(['kubernetes', 'tls']);
    for (const args of [[], ['--full']])
      expect((await all.plan(...args)).document).toMatchObject({ digest: null, edited: [] });
    await all.rewrite(textOf('tls, k8s'));
    expect((await all.plan()).document).toMatchObject({ digest: null, edited: [] });
  });

  test('hides no change of the tags alone', async () => {
    const all = await world(textOf('k8s, tls'), synonyms);
    await all.publishAll();
    await all.rewrite(textOf('k8s, tls, ops'));
    const { document } = await all.publishAll();
    expect(document).toMatchObject({ counts: { update: 1, updated: 1 } });
    expect(await all.tags()).toEqual(['kubernetes', 'tls', 'ops']);
    await all.rewrite(textOf('k8s, ops'));
    await all.publishAll();
    expect(await all.tags()).toEqual(['kubernetes', 'ops']);
    expect((await all.plan()).document).toMatchObject({ digest: null, edited: [] });
  });

  test('may take its name in the source, and people’s tags are seen again', async () => {
    const all = await world(textOf('k8s'), synonyms);
    await all.publishAll();
    await all.rewrite(textOf('kubernetes'));
    expect((await all.plan()).document).toMatchObject({ digest: null, edited: [] });
    const [post] = await all.sandbox.site.posts();
    await all.sandbox.site.edit(post?.id ?? 0, { tags: ['kubernetes', 'ops'] });
    expect((await all.plan('--full')).document.edited).toHaveLength(1);
  });

  test.each(['lost', 'reset'] as const)('hides no change whose answer is %s', async (kind) => {
    const all = await world(textOf('k8s, tls'), synonyms);
    await all.publishAll();
    await all.rewrite(textOf('k8s, tls, js'));
    await all.sandbox.site.fault({ kind, method: 'PUT' });
    await all.publishAll();
    await all.sandbox.site.advance(600);
    const { document } = await all.plan();
    if (document.digest) await all.publishAll();
    expect(await all.tags()).toEqual(['kubernetes', 'tls', 'javascript']);
    expect((await all.plan()).document).toMatchObject({ digest: null, edited: [] });
  });
});
