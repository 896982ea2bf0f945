import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Checkout, addOrigin, createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const config = '.github/stack-publish.yml';

async function prepared(more = '') {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': page('The first page', 'one\n'),
    'docs/b.md': page('The second page', 'two\n'),
    [config]: configFor(sandbox, more, ''),
  });
  const origin = await addOrigin(checkout);
  return { sandbox, checkout, origin, ...commandsOf(checkout, sandbox) };
}

const push = (checkout: Checkout) => checkout.git('push', '-q', 'origin', 'main');

test('without a word on the ledger it is a branch of origin, and nothing else is touched', async () => {
  const all = await prepared();
  const before = (await all.checkout.git('status', '--porcelain', '--branch')).stdout;
  expect((await all.publishAll()).document.counts).toMatchObject({ created: 2 });
  const branches = await all.checkout.git('ls-remote', '--heads', 'origin');
  expect(branches.stdout).toMatch(/refs\/heads\/stack-publish\/ledger$/m);
  expect((await all.checkout.git('status', '--porcelain', '--branch')).stdout).toBe(before);
  const again = await all.plan();
  expect(again.document).toMatchObject({ digest: null, counts: { unchanged: 2 } });
  expect(again.document.requests.site).toEqual({ total: 2, writes: 0 });
});

test('another clone, a shallow one, goes on where the first stopped', async () => {
  const all = await prepared();
  await all.publishAll();
  const other = await createCheckout();
  await other.git('remote', 'add', 'origin', `file://${all.origin}`);
  await other.git('fetch', '-q', '--depth=1', 'origin', 'main');
  await other.git('checkout', '-q', '-B', 'main', 'FETCH_HEAD');
  const there = commandsOf(other, all.sandbox);
  expect((await there.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 2 } });
  await other.write({ 'docs/a.md': page('The first page', 'changed\n') });
  await other.commit();
  await push(other);
  expect((await there.publishAll()).document.counts).toMatchObject({ updated: 1 });
  // The first clone is behind now: what the default branch has counts, and both are named.
  const behind = await all.plan();
  expect(behind.document).toMatchObject({ digest: null, counts: { unchanged: 2 } });
  expect(behind.stderr).toMatch(/commit [0-9a-f]{12}.*HEAD is commit [0-9a-f]{12}/);
});

test.each([
  ['another branch', ['checkout', '-q', '-b', 'topic'], {}],
  [
    'a pull request',
    ['checkout', '-q', '--detach'],
    { GITHUB_ACTIONS: 'true', GITHUB_REF: 'refs/pull/1/merge' },
  ],
  ['a tag', ['checkout', '-q', '--detach'], { GITHUB_ACTIONS: 'true', GITHUB_REF: 'refs/tags/v1' }],
])('%s is refused: older docs must not roll posts back', async (_name, git, env) => {
  const all = await prepared();
  await all.checkout.git(...git);
  const ran = await all.checkout.cli(['plan', '--json'], {
    ...env,
    STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write,
  });
  expect(ran.code).toBe(2);
  expect(JSON.parse(ran.stdout).error.code).toBe('not-default-branch');
});

test('where the push is refused the plan works, and publishing writes nothing to the site', async () => {
  const all = await prepared();
  const hook = join(all.origin, 'hooks/pre-receive');
  await writeFile(hook, '#!/bin/sh\necho protected branch hook declined >&2\nexit 1\n');
  await chmod(hook, 0o755);
  const planned = await all.plan();
  expect(planned.code).toBe(0);
  expect(planned.document.counts).toMatchObject({ create: 2 });
  expect(planned.stderr).toContain('protected branch hook declined');
  const ran = await all.publish('--digest', planned.document.digest ?? '');
  expect(ran).toMatchObject({ code: 1, document: { error: { code: 'ledger-not-writable' } } });
  expect(await all.sandbox.site.posts()).toEqual([]);
});

test('an index given as a file is published where the plan could not be left in the ledger', async () => {
  const all = await prepared();
  const planned = await all.plan('--index', 'plan.json');
  await all.checkout.git('push', '-q', 'origin', ':refs/heads/stack-publish/ledger');
  const ran = await all.publish('--index', 'plan.json', '--digest', planned.document.digest ?? '');
  expect(ran).toMatchObject({ code: 0, document: { counts: { created: 2 } } });
});

test('the policy of the default branch counts, whatever the checkout says', async () => {
  const all = await prepared();
  const { document } = await all.plan();
  const strict = configFor(all.sandbox, '', '').replace('approval: { accept: [asserted] }', '');
  const other = await createCheckout();
  await other.git('remote', 'add', 'origin', all.origin);
  await other.git('pull', '-q', 'origin', 'main');
  await other.write({ [config]: strict });
  await other.commit();
  await push(other);
  const ran = await all.publish('--digest', document.digest ?? '');
  expect(ran).toMatchObject({ code: 3, document: { error: { code: 'mechanism-not-accepted' } } });
  expect(await all.sandbox.site.posts()).toEqual([]);
});

test('a forge that is not asked makes a repository public: no text of the site in its plans', async () => {
  const all = await prepared();
  await all.publishAll();
  await all.checkout.git('remote', 'add', 'elsewhere', 'https://forge.example/acme/docs.git');
  // The two are created side by side: either may be the first.
  const post = (await all.sandbox.site.posts()).find(
    (each) => 'title' in each && each.title === 'The first page',
  );
  await all.sandbox.site.edit(post?.id ?? 0, { body: 'a secret of the team\none\n' });
  await all.checkout.write({ 'docs/a.md': page('The first page', 'one\nmore\n') });
  await all.checkout.commit();
  await push(all.checkout);
  const planned = await all.plan();
  expect(planned.document.steps).toMatchObject([{ action: 'held', reason: 'public' }]);
  expect(planned.stdout + planned.stderr).not.toContain('secret');
});
