import { expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

async function prepared(files: Readonly<Record<string, string>>) {
  const sandbox = await testSandbox();
  const config = { '.github/stack-publish.yml': configFor(sandbox) };
  const checkout = await createCheckout({ ...config, ...files });
  const commands = commandsOf(checkout, sandbox);
  const says = async (path: string, text: string) => {
    await checkout.write({ [path]: page(`The page ${path}`, text) });
    await checkout.commit();
  };
  const leaveOut = (source: string) =>
    commands
      .plan()
      .then(() => checkout.cli(['resolve', source, 'skip', '--json'], commands.variables));
  const bodies = async () =>
    (await sandbox.site.posts()).flatMap((post) => ('body' in post ? [post.body] : []));
  return { ...commands, sandbox, checkout, says, leaveOut, bodies };
}

type Prepared = Awaited<ReturnType<typeof prepared>>;

const [path, one, two, three] = [
  'docs/a.md',
  'It was so.\n',
  'It is so now.\n',
  'It will be so.\n',
];

test('a new page that is skipped is not proposed again, until it says something else', async () => {
  const all = await prepared({
    [path]: page(`The page ${path}`, one),
    'docs/b.md': page('Another page to publish', 'Words.\n'),
  });
  expect((await all.leaveOut(path)).code).toBe(0);
  for (const more of [[], ['--full'], ['--recompose']]) {
    const { document } = await all.plan(...more);
    expect(document.counts).toMatchObject({ create: 1, skipped: 1, unchanged: 0 });
    expect(document.steps.map(({ source }) => source)).toEqual(['docs/b.md']);
  }
  await all.publishAll();
  expect((await all.plan()).document).toMatchObject({
    digest: null,
    counts: { skipped: 1, unchanged: 1 },
  });
  await all.says(path, two);
  expect((await all.plan()).document.counts).toMatchObject({ create: 1, skipped: 0 });
  await all.publishAll();
  expect(await all.bodies()).toContain(two);
  await all.says(path, one);
  // What was once skipped is a change like every other by now.
  expect((await all.plan()).document.counts).toMatchObject({ update: 1, skipped: 0 });
});

test('a change that is skipped leaves the post as it is, and its edits are reported', async () => {
  const all = await prepared({ [path]: page(`The page ${path}`, one) });
  await all.publishAll();
  await all.says(path, two);
  expect((await all.leaveOut(path)).code).toBe(0);
  expect((await all.plan()).document).toMatchObject({
    digest: null,
    counts: { skipped: 1, unchanged: 0 },
  });
  await all.sandbox.site.edit(1, { body: `${one}\nA person was here.\n` });
  const edited = (await all.plan()).document;
  expect(edited).toMatchObject({
    digest: null,
    counts: { skipped: 1 },
    edited: [{ source: path }],
  });
  expect((await all.plan('--source', path)).document.counts).toMatchObject({
    skipped: 1,
    unchanged: 0,
  });
  await all.says(path, one);
  expect((await all.plan()).document).toMatchObject({
    digest: null,
    counts: { skipped: 0, unchanged: 1 },
  });
  await all.says(path, `${one}\n${three}`);
  expect((await all.plan()).document.counts).toMatchObject({ held: 1, skipped: 0 });
});

test('a hold can be skipped, what asks for nothing cannot', async () => {
  const all = await prepared({ [path]: page(`The page ${path}`, one) });
  await all.publishAll();
  const nothing = await all.checkout.cli(['resolve', path, 'skip', '--json'], all.variables);
  expect([nothing.code, JSON.parse(nothing.stdout)]).toMatchObject([
    2,
    { error: { code: 'nothing-to-resolve' } },
  ]);
  await all.sandbox.site.edit(1, { body: 'Quite another text.\n' });
  await all.says(path, two);
  expect((await all.plan()).document.counts).toMatchObject({ held: 1 });
  const shown = await all.checkout.cli(['plan'], all.variables);
  expect(shown.stdout).toContain(`stack-publish resolve ${path} skip`);
  const skipped = await all.checkout.cli(['resolve', path, 'skip', '--json'], all.variables);
  expect(JSON.parse(skipped.stdout)).toMatchObject({ command: 'resolve', resolution: 'skip' });
  expect((await all.plan()).document.counts).toMatchObject({ held: 0, skipped: 1 });
  expect(await all.bodies()).toEqual(['Quite another text.\n']);
});

test.each([
  ['its post', async () => undefined],
  ['that its post is deleted', (all: Prepared) => all.sandbox.site.delete(1)],
])('a renamed page cannot be skipped, and keeps %s', async (_, happens) => {
  const all = await prepared({ [path]: page(`The page ${path}`, one) });
  await all.publishAll();
  await happens(all);
  await all.checkout.remove(path);
  await all.checkout.write({ 'docs/new.md': page(`A new title for ${path}`, one) });
  await all.checkout.commit();
  const { digest, steps } = (await all.plan()).document;
  expect(steps).toMatchObject([{ source: 'docs/new.md', post: { id: 1 } }]);
  // Nobody is told to try it.
  const shown = await all.checkout.cli(['plan'], all.variables);
  expect(shown.stdout).toContain('docs/new.md');
  expect(shown.stdout).not.toContain('docs/new.md skip');
  const refused = await all.leaveOut('docs/new.md');
  expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([
    2,
    { error: { code: 'resolution-unfit' } },
  ]);
  expect((await all.plan()).document).toMatchObject({ digest, counts: { create: 0 } });
});
