import { expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const text = 'One text of a page that two of them say.\n';

async function prepared(files: Readonly<Record<string, string>>) {
  const sandbox = await testSandbox();
  const config = { '.github/stack-publish.yml': configFor(sandbox) };
  const checkout = await createCheckout({ ...config, ...files });
  const commands = commandsOf(checkout, sandbox);
  return {
    ...commands,
    add: async (more: Readonly<Record<string, string>>) => {
      await checkout.write(more);
      await checkout.commit();
    },
    /** What a plan finds, and what it would do. */
    planned: async (...args: string[]) => {
      const { document } = await commands.plan(...args);
      return [
        ...document.findings.map(({ rule, source }) => `${rule} ${source}`),
        ...document.steps.map(({ action, source }) => `${action} ${source}`),
      ];
    },
  };
}

test('a text that recurs but for its blanks is an error before and after the first is published', async () => {
  const all = await prepared({
    'docs/a.md': page('The first page of two', text),
    'docs/b.md': page('The second page of two', text.replaceAll(' ', '\n')),
  });
  expect(await all.planned()).toEqual(['recurring-text docs/b.md', 'create docs/a.md']);
  await all.publishAll();
  expect(await all.planned()).toEqual(['recurring-text docs/b.md']);
});

test('a new page with the text or title of a published one is the error, and not the other', async () => {
  const all = await prepared({ 'docs/m.md': page('A page that is published', text) });
  await all.publishAll();
  await all.add({
    'docs/a.md': page('A page that is new', text),
    'docs/b.md': page('A page that is publ\u00ADished', 'Another text, of its own making.\n'),
  });
  const expected = [
    'recurring-text docs/a.md',
    'duplicate-title docs/b.md',
    'hidden-text docs/b.md',
  ];
  expect(await all.planned()).toEqual(expected);
  expect(await all.planned('--recompose')).toEqual(expected);
  await all.add({ 'docs/m.md': page('A page that is published', `${text}\nAnd more.\n`) });
  expect(await all.planned()).toEqual([
    'duplicate-title docs/b.md',
    'hidden-text docs/b.md',
    'create docs/a.md',
    'update docs/m.md',
  ]);
});
