import { expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const config =
  'visibility: private\nsources: { pull-requests: false }\ndefaults: { tags: [notes] }';
const about = (other: string) => `A page that leads to [the other one](${other}#limits).\n`;

/** A checkout with these files, whose remote is on GitHub; no request goes there. */
async function linked(files: Readonly<Record<string, string>>) {
  const sandbox = await testSandbox({ team: 'acme' });
  const checkout = await createCheckout({
    ...files,
    '.github/stack-publish.yml': configFor(sandbox, config),
  });
  await checkout.git('remote', 'add', 'origin', 'https://github.com/acme/app.git');
  const { publishAll, plan } = commandsOf(checkout, sandbox);
  const titled = async (title: string) => {
    const post = (await sandbox.site.posts()).find(
      (each) => 'title' in each && each.title === title,
    );
    if (!post) throw new Error(`no post ${title}`);
    return post;
  };
  const urlOf = (id: number) => `${sandbox.stack.url}/c/acme/articles/${id}`;
  return { sandbox, checkout, publishAll, plan, titled, urlOf };
}

test('pages that lead to each other do so on the site, and a second run has nothing to do', async () => {
  const world = await linked({
    'docs/a.md': page('Rotating keys of services', about('b.md')),
    'docs/b.md': page('Restoring a backup alone', about('/docs/a.md')),
    'docs/c.md': page('A page with other links', '[v](../values.yaml) and [s](#x), both.\n'),
  });
  expect((await world.publishAll()).document.counts).toMatchObject({ created: 3, failed: 0 });
  const [a, b] = [
    await world.titled('Rotating keys of services'),
    await world.titled('Restoring a backup alone'),
  ];
  expect(a.body).toContain(`[the other one](${world.urlOf(b.id)})`);
  expect(b.body).toContain(`[the other one](${world.urlOf(a.id)})`);
  expect((await world.titled('A page with other links')).body).toContain(
    '[v](https://github.com/acme/app/blob/HEAD/values.yaml) and s, both.',
  );
  for (let time = 0; time < 2; time += 1)
    expect((await world.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 3 } });
});

test('a page that becomes a source is linked to, in a step of its own', async () => {
  const world = await linked({
    'docs/a.md': page('Rotating keys of services', about('b.md')),
    'docs/b.md': 'Not published yet, but soon it will be.\n',
  });
  await world.publishAll();
  expect((await world.titled('Rotating keys of services')).body).toContain(
    '(https://github.com/acme/app/blob/HEAD/docs/b.md#limits)',
  );
  await world.checkout.write({ 'docs/b.md': page('Restoring a backup alone', 'Now it is.\n') });
  await world.checkout.commit();
  expect((await world.publishAll()).document.counts).toMatchObject({ created: 1, updated: 0 });
  const { document } = await world.plan();
  expect(document.steps).toMatchObject([{ action: 'update', source: 'docs/a.md', links: true }]);
  await world.publishAll();
  const b = await world.titled('Restoring a backup alone');
  expect((await world.titled('Rotating keys of services')).body).toContain(
    `(${world.urlOf(b.id)})`,
  );
  expect((await world.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 2 } });
});
