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
    /** For people. */
    cli: (...args: string[]) =>
      checkout.cli(args, { STACK_ACCESS_TOKEN: sandbox.stack.tokens.write }),
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

describe('a plan tells of its tags', () => {
  const experts = {
    kubernetes: { users: [21], groups: [] },
    tls: { users: [1], groups: [1001] },
  };

  test('what is there, what would be created, and whom to ask, by two requests more', async () => {
    const all = await world(page('tls, docs, k8s'), { switches: { experts } });
    await all.sandbox.site.seed([{ tags: ['tls', 'docs'], owner: 'colleague' }]);
    const { document } = await all.plan();
    const sources = [file];
    const tls = {
      users: [{ id: 1, name: 'Site Admin' }],
      groups: [{ id: 1001, name: 'platform' }],
    };
    expect(document.tags).toEqual([
      { tag: 'tls', state: 'exists', replacedBy: [], sources, expertCount: 3, experts: tls },
      { tag: 'docs', state: 'exists', replacedBy: [], sources, expertCount: null, experts: null },
      { tag: 'k8s', state: 'missing', replacedBy: [], sources, expertCount: null, experts: null },
    ]);
    const asked = (await all.sandbox.site.log()).filter(({ path }) => path.includes('/tags'));
    expect(asked.map(({ path }) => path.replace(/.*tags/, ''))).toEqual([
      '',
      '/1/subject-matter-experts',
    ]);
    const { stdout } = await all.cli('plan');
    expect(stdout).toContain('tls: ask Site Admin (1), the group platform (1001)');
    expect(stdout).toMatch(/k8s: not on the site/);
    expect(stdout).toContain('on the site already: docs');

    await all.publishAll();
    const silent = await all.plan();
    expect(silent.document).toMatchObject({ digest: null, tags: null });
    expect(silent.document.requests.site.total).toBeLessThanOrEqual(3);
  });

  test('what the site shows in the place of one, with its experts', async () => {
    const switches = { experts, synonyms: { k8s: 'kubernetes' } };
    const all = await world(page('k8s, tls'), { switches });
    const first = await all.publishAll();
    expect(first.document.steps[0]).toMatchObject({ result: 'created', error: null });
    expect(first.document.steps[0]?.detail?.message).toContain(
      'It shows kubernetes in the place of k8s.',
    );
    await all.rewrite(page('k8s, tls', 'Rotate them at night.'));
    const { document } = await all.plan();
    expect(document.tags).toMatchObject([
      { tag: 'k8s', state: 'replaced', replacedBy: ['kubernetes'], expertCount: 1 },
      { tag: 'tls', state: 'exists' },
    ]);
    expect(document.tags?.[0]?.experts?.users).toEqual([{ id: 21, name: 'Ada Colleague' }]);
    const second = await all.publishAll();
    expect(second.document.steps[0]).toMatchObject({ result: 'updated', detail: null });
  });

  test('nothing of experts where the site has none', async () => {
    const all = await world(page('tls'), { switches: { experts, expertise: 'off' } });
    await all.sandbox.site.seed([{ tags: ['tls'], owner: 'colleague' }]);
    const { document } = await all.plan();
    expect(document.tags).toMatchObject([{ state: 'exists', expertCount: null, experts: null }]);
    const asked = (await all.sandbox.site.log()).filter(({ path }) => path.includes('experts'));
    expect(asked).toEqual([]);
  });

  test('the same digest, whoever the experts are and whatever tags there are', async () => {
    const all = await world(page('tls'));
    const { document: before } = await all.plan();
    await all.sandbox.site.seed([{ tags: ['tls'], owner: 'colleague' }]);
    await all.sandbox.site.switches({ experts });
    const { document: after } = await all.plan();
    expect(after.tags).not.toEqual(before.tags);
    expect(after.digest).toBe(before.digest);
  });

  test.each([
    // It stands on a post that the plan has seen, as it looks for titles like its own.
    ['tags', { path: '/tags', status: 403 }, [{ state: 'exists', expertCount: 3 }]],
    ['tags', { path: '/tags', status: 404 }, [{ state: 'exists', expertCount: 3 }]],
    [
      'experts',
      { path: '/tags/*/subject-matter-experts', status: 422 },
      [{ state: 'exists', expertCount: 3, experts: null }],
    ],
  ] as const)('no failure where the site refuses to tell of %s', async (_, fault, told) => {
    const all = await world(page('tls'), { switches: { experts } });
    await all.sandbox.site.seed([{ tags: ['tls'], owner: 'colleague' }]);
    await all.sandbox.site.fault({ kind: 'error', method: 'GET', ...fault, times: 9 });
    const { code, document } = await all.plan();
    expect(code).toBe(0);
    expect(document.digest).not.toBeNull();
    expect(document.tags).toMatchObject(told);
  });

  test('nothing in a public place, where nothing is asked for either', async () => {
    const all = await world(page('tls'), { switches: { experts } });
    await all.checkout.write({
      '.github/stack-publish.yml': configFor(all.sandbox, 'visibility: public'),
    });
    await all.checkout.commit();
    await all.sandbox.site.seed([{ tags: ['tls'], owner: 'colleague' }]);
    expect((await all.plan()).document).toMatchObject({ counts: { create: 1 }, tags: null });
    const asked = (await all.sandbox.site.log()).filter(({ path }) => path.includes('/tags'));
    expect(asked).toEqual([]);
  });
});

test('a tag that the account may not create is an error of its own, and of its page alone', async () => {
  const all = await world(page('tls, brand-new'), { switches: { tagCreation: 'admins' } });
  await all.sandbox.site.seed([{ tags: ['tls'], owner: 'colleague' }]);
  await all.checkout.write({
    'docs/b.md': page('tls', 'Keep them safe.').replace('Rotating', 'Keeping'),
  });
  await all.checkout.commit();
  const { code, document } = await all.publishAll();
  expect(code).toBe(4);
  expect(document.counts).toMatchObject({ created: 1, failed: 1 });
  const [refused] = document.steps.filter(({ result }) => result === 'failed');
  expect(refused).toMatchObject({ source: file, error: { code: 'tag-refused' } });
  expect(refused?.error?.message).toContain('brand-new');
});
