import { expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

async function prepared() {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    '.github/stack-publish.yml': configFor(sandbox),
    'docs/a.md': page('The first page to publish', 'One thing.\n'),
    'docs/b.md': page('The second page to publish', 'Another thing.\n'),
  });
  const commands = commandsOf(checkout, sandbox);
  const { digest } = (await commands.plan()).document;
  return { ...commands, sandbox, digest: digest ?? '' };
}

test('a step that is left out stays undone, and is due again', async () => {
  const all = await prepared();
  const done = await all.publish('--digest', all.digest, '--except', 'docs/a.md');
  expect(done.code).toBe(5);
  expect(done.document.steps).toMatchObject([
    { source: 'docs/a.md', result: 'refused', reason: 'excepted' },
    { source: 'docs/b.md', result: 'created', reason: null },
  ]);
  expect(await all.sandbox.site.posts()).toHaveLength(1);
  expect((await all.plan()).document.counts).toMatchObject({ create: 1, unchanged: 1 });
  // The same approval still covers it.
  expect((await all.publish('--digest', all.digest)).document.counts).toMatchObject({
    created: 1,
    unchanged: 1,
  });
});

test('with all steps left out nothing is done', async () => {
  const all = await prepared();
  const done = await all.publish(
    '--digest',
    all.digest,
    '--except',
    'docs/a.md',
    '--except',
    'docs/b.md',
  );
  expect([done.code, done.document.decision]).toEqual([3, 'refused']);
  expect(await all.sandbox.site.posts()).toEqual([]);
});

test('what the plan does not have cannot be left out of it: nothing is published', async () => {
  const all = await prepared();
  const ran = await all.publish('--digest', all.digest, '--except', 'docs/aa.md');
  expect([ran.code, ran.document]).toMatchObject([2, { error: { code: 'source-unknown' } }]);
  expect(ran.document.error.message).toContain('docs/a.md');
  expect(await all.sandbox.site.posts()).toEqual([]);
});
