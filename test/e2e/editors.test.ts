import { describe, expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const file = 'docs/a.md';
const page = (editors: string | null, body = 'Rotate them.', title = 'Rotating keys') =>
  `---\ntitle: ${title}\ntags: [tls]\nstack: { as: article${editors === null ? '' : `, editors: ${editors}`} }\n---\n\n${body}\n`;

async function world(
  text: string,
  {
    more = '',
    token = 'write',
    visibility = 'private',
  }: { more?: string; token?: 'write' | 'admin'; visibility?: string } = {},
) {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    [file]: text,
    '.github/stack-publish.yml': configFor(sandbox, `visibility: ${visibility}\n${more}`),
  });
  const secret = sandbox.stack.tokens[token];
  return {
    sandbox,
    checkout,
    ...commandsOf(checkout, sandbox, secret),
    /** For people. */
    cli: (...args: string[]) => checkout.cli(args, { STACK_ACCESS_TOKEN: secret }),
    async rewrite(now: string) {
      await checkout.write({ [file]: now });
      await checkout.commit();
    },
    async permissions() {
      const [post] = await sandbox.site.posts();
      return post?.kind === 'article' ? post.permissions : null;
    },
    async askedFor(part: string) {
      return (await sandbox.site.log()).filter(({ path }) => path.includes(part)).length;
    },
  };
}

const everyone = { editableBy: 'everyone', users: [], groups: [] };
const only = (users: number[], groups: number[]) => ({
  editableBy: 'specificEditors',
  users,
  groups,
});

describe('the editors of an Article', () => {
  test('are named by ids, and groups by name too; the approver reads who they are', async () => {
    const all = await world(page('{ users: [21], groups: [Platform, 1002] }'));
    const { document } = await all.plan();
    expect(document.steps[0]?.editors).toEqual({
      by: 'specific',
      users: [{ id: 21, name: 'Ada Colleague' }],
      groups: [
        { id: 1001, name: 'platform' },
        { id: 1002, name: 'docs' },
      ],
    });
    const { stdout } = await all.cli('plan');
    expect(stdout).toContain('editors: user 21, group 1001, group 1002');
    expect(stdout).toContain('* user 21: Ada Colleague');
    expect(stdout).toContain('* group 1001: platform');
    expect(await all.publishAll()).toMatchObject({ code: 0 });
    expect(await all.permissions()).toEqual(only([21], [1001, 1002]));
    const silent = await all.plan();
    expect(silent.document).toMatchObject({ digest: null });
    expect(silent.document.requests.site.total).toBeLessThanOrEqual(3);
  });

  test('are asked for once, however many Articles have them', async () => {
    const all = await world(page('{ users: [21], groups: [platform] }'));
    for (const name of ['Storing', 'Sharing', 'Ending'])
      await all.checkout.write({
        [`docs/${name}.md`]: page(
          '{ users: [21], groups: [platform, docs] }',
          `${name} them.`,
          `${name} keys`,
        ),
      });
    await all.checkout.commit();
    expect((await all.plan()).document.counts.create).toBe(4);
    expect([await all.askedFor('/users/21'), await all.askedFor('/user-groups')]).toEqual([1, 1]);
  });

  test('are an update where they alone change', async () => {
    const all = await world(page('{ groups: [platform] }'));
    await all.publishAll();
    await all.rewrite(page('{ groups: [platform, docs] }'));
    const { document } = await all.publishAll();
    expect(document.counts).toMatchObject({ update: 1, updated: 1 });
    expect(await all.permissions()).toEqual(only([], [1001, 1002]));
    await all.rewrite(page('owner'));
    await all.publishAll();
    expect(await all.permissions()).toEqual({ editableBy: 'ownerOnly', users: [], groups: [] });
  });

  test('where nobody says so are everyone at first, and then left as the site has them', async () => {
    const all = await world(page(null));
    await all.publishAll();
    expect(await all.permissions()).toEqual(everyone);
    const [post] = await all.sandbox.site.posts();
    await all.sandbox.site.edit(post?.id ?? 0, {
      permissions: { editableBy: 'specificEditors', users: [21], groups: [] },
      by: 'account',
    });
    expect((await all.plan('--full')).document).toMatchObject({ digest: null, edited: [] });
    await all.rewrite(page(null, 'Rotate them at night.'));
    const { document } = await all.publishAll();
    expect(document.steps[0]).toMatchObject({ result: 'updated', editors: null });
    expect(await all.permissions()).toEqual(only([21], []));
    // Said for the first time, they replace what the site has, which is shown.
    await all.rewrite(page('everyone', 'Rotate them at night.'));
    expect((await all.cli('plan')).stdout).toMatch(/editors: everyone\n.*editors was: user 21\n/);
    await all.publishAll();
    expect(await all.permissions()).toEqual(everyone);
    // Not said any more, they stay.
    await all.rewrite(page(null, 'Rotate them at night.'));
    expect((await all.plan()).document).toMatchObject({ digest: null });
  });

  test('may come from the configuration', async () => {
    const all = await world(page(null), { more: 'defaults: { editors: { groups: [docs] } }' });
    await all.publishAll();
    expect(await all.permissions()).toEqual(only([], [1002]));
  });

  test('that a person changed on the site are an edit of theirs', async () => {
    const all = await world(page('{ groups: [platform] }'));
    await all.publishAll();
    const [post] = await all.sandbox.site.posts();
    await all.sandbox.site.edit(post?.id ?? 0, {
      permissions: { editableBy: 'specificEditors', users: [], groups: [1002] },
    });
    expect((await all.plan()).document).toMatchObject({ digest: null, edited: [{ source: file }] });
    await all.rewrite(page('everyone'));
    expect((await all.plan()).document.steps).toMatchObject([
      { action: 'held', reason: 'conflict' },
    ]);
  });

  test('are found by e-mail address with the token of an administrator', async () => {
    const all = await world(page('{ users: [ada@acme.example] }'), { token: 'admin' });
    await all.publishAll();
    expect(await all.permissions()).toEqual(only([21], []));
  });
});

describe.each(['private', 'public'])('in a %s repository, a page is left alone', (visibility) => {
  test.each([
    ['{ users: [ada@acme.example] }', 'lookup-forbidden'],
    ['{ users: [77] }', 'unknown-user'],
    ['{ groups: [nobody] }', 'unknown-group'],
    ['{ groups: [77] }', 'unknown-group'],
  ])('whose editors are %s: %s', async (editors, rule) => {
    const all = await world(page(editors), { visibility });
    await all.checkout.write({ 'docs/b.md': page('owner', 'Keep them.', 'Keeping keys') });
    await all.checkout.commit();
    const { code, document } = await all.plan();
    expect(code).toBe(0);
    expect(document.counts).toMatchObject({ create: 1, held: 0 });
    const errors = document.findings.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ rule, source: file, line: 2 }]);
    // An address that may not be looked up is the page's own word; who is there is the site's.
    const wanted = /[\w@.]+(?=\])/.exec(editors)?.[0] ?? '';
    const isNamed = errors[0]?.message.includes(wanted);
    expect(isNamed).toBe(rule === 'lookup-forbidden' || visibility === 'private');
  });

  test('by its own, and what was published stays', async () => {
    const all = await world(page('owner'), { visibility });
    await all.publishAll();
    await all.rewrite(page('{ groups: [nobody] }'));
    expect((await all.plan()).document).toMatchObject({ digest: null, orphaned: [] });
    expect(await all.permissions()).toMatchObject({ editableBy: 'ownerOnly' });
  });
});

test('who the editors are is told to the team alone', async () => {
  const all = await world(page('{ users: [21], groups: [platform] }'), { visibility: 'public' });
  const { document, stdout } = await all.plan();
  expect(document.steps[0]?.editors).toEqual({
    by: 'specific',
    users: [{ id: 21, name: null }],
    groups: [{ id: 1001, name: null }],
  });
  expect(stdout + (await all.cli('plan', '--verbose')).stdout).not.toContain('Ada');
});
