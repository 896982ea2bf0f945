import { expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const pageOf = (name: string, text: string) =>
  page(`A page in a file called ${name}`, `${text} of ${name}, which is long enough.\n`);

test('sources with the names of members of every object are sources like others', async () => {
  const sandbox = await testSandbox();
  const pinned = names.map((name) =>
    page(`A page that is pinned as ${name}`, `The text of it, as ${name}.\n`).replace(
      'stack: article',
      `stack: { as: article, id: ${name} }`,
    ),
  );
  const questions = names.map((name) => `\n## \`${name}\`\n\nThe answer of ${name}, at length.\n`);
  const include = `include: [${[...names, 'docs'].join(', ')}]`;
  const sources = `sources: { docs: { ${include} }, pull-requests: false }`;
  const checkout = await createCheckout({
    '.github/stack-publish.yml': configFor(sandbox, sources),
    'docs/faq.md': `---\ntags: [tls]\nstack: faq\n---\n${questions.join('')}`,
    ...Object.fromEntries(pinned.map((text, n) => [`docs/pinned-${n}.md`, text])),
    ...Object.fromEntries(names.map((name) => [name, pageOf(name, 'The text')])),
  });
  const { plan, publishAll } = commandsOf(checkout, sandbox);
  const keys = names.flatMap((name) => [name, `id/${name}`, `docs/faq.md#${name.toLowerCase()}`]);
  const published = await publishAll();
  expect(published.document.steps.map(({ source }) => source).toSorted()).toEqual(keys.toSorted());
  expect(published.document.counts.created).toBe(keys.length);
  expect((await plan()).document).toMatchObject({ digest: null, steps: [] });

  await checkout.write(Object.fromEntries(names.map((name) => [name, pageOf(name, 'Another')])));
  await checkout.commit();
  const { document } = await plan();
  expect(document.steps.map(({ action, source }) => `${action} ${source}`).toSorted()).toEqual(
    names.map((name) => `update ${name}`).toSorted(),
  );
  await publishAll();
  expect((await plan()).document).toMatchObject({ digest: null, steps: [] });
  expect(await sandbox.site.posts()).toHaveLength(8 + 2 * 4);
});
