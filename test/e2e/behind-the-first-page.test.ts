import { describe, expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

/** What one page of 15 does not show any more. */
const many = 20;

const linesOf = (words: string) => `First ${words}.\n\nSecond ${words}.\n\nThird ${words}.\n`;
const long = (word: string) =>
  `${`${word} `.repeat(120)}\n`.repeat(90_000 / (120 * (word.length + 1)));

/** Published pages and a FAQ, on a site whose lists have pages of 15, under an account that others share. */
async function published(files: Readonly<Record<string, string>>) {
  const sandbox = await testSandbox({ switches: { mostOnPage: 15 } });
  const { site } = sandbox;
  const checkout = await createCheckout({
    ...files,
    '.github/stack-publish.yml': configFor(sandbox, 'visibility: private'),
  });
  const commands = commandsOf(checkout, sandbox);
  await commands.publishAll();
  await commands.plan();
  const posts = await site.posts();
  return {
    ...commands,
    site,
    checkout,
    idOf: (kind: string, words: string) =>
      posts.find((post) => post.kind === kind && JSON.stringify(post).includes(words))?.id ?? 0,
    async rewrite(changed: Readonly<Record<string, string>>) {
      await checkout.write(changed);
      await checkout.commit();
    },
    /** Others make so many newer posts of both kinds under the account. */
    async flood() {
      await site.advance(3600);
      const kinds = ['article', 'question'] as const;
      for (const kind of kinds)
        await site.seed(
          Array.from({ length: many }, (_, n) => ({ kind, title: `Another ${kind} ${n}, is it?` })),
        );
    },
    /** Plan after plan is the same, however far the lists are looked through; returns the first. */
    async expectSame() {
      const { document } = await commands.plan();
      for (const more of [[], [], ['--full'], []]) {
        const again = await commands.plan(...more);
        expect(again.document.steps).toEqual(document.steps);
        expect(again.document.digest).toBe(document.digest);
      }
      return document;
    },
    async requestsOfPlan(...args: string[]) {
      return (await commands.plan(...args)).document.requests.site.total;
    },
  };
}

const other = { 'docs/b.md': page('The other page', linesOf('words of another page')) };

describe('a post that was edited on the site, and is not on the first page any more', () => {
  const text = linesOf('words');
  const edit = { body: text.replace('Third words', 'Third words, by a person') };

  test('is merged', async () => {
    const world = await published({ 'docs/a.md': page('The page', text), ...other });
    const post = world.idOf('article', 'The page');
    await world.site.edit(post, edit);
    await world.rewrite({ 'docs/a.md': page('The page', text.replace('First', 'Foremost')) });
    expect((await world.plan()).document.steps).toMatchObject([{ action: 'merge' }]);
    await world.flood();
    const { digest, steps } = await world.expectSame();
    expect(steps).toMatchObject([{ action: 'merge', source: 'docs/a.md' }]);
    await world.publish('--digest', digest ?? '');
    expect((await world.site.post(post)).body).toContain('by a person');
    expect((await world.site.post(post)).body).toContain('Foremost');
    expect((await world.expectSame()).digest).toBeNull();
  });

  test('is held', async () => {
    const world = await published({ 'docs/a.md': page('The page', text), ...other });
    await world.site.edit(world.idOf('article', 'The page'), edit);
    await world.rewrite({ 'docs/a.md': page('The page', text.replace('Third', 'Last')) });
    expect((await world.plan()).document.steps).toMatchObject([{ reason: 'conflict' }]);
    await world.flood();
    expect((await world.expectSame()).steps).toMatchObject([{ reason: 'conflict' }]);
    // What was held is merged once the two do not touch.
    await world.rewrite({ 'docs/a.md': page('The page', text.replace('First', 'Foremost')) });
    expect((await world.expectSame()).steps).toMatchObject([{ action: 'merge' }]);
  });

  test('waits for a later plan', async () => {
    const names = ['a', 'b', 'c', 'd', 'w'];
    const files = (word: string) =>
      Object.fromEntries(
        names.map((name) => [
          `docs/${name}.md`,
          page(`Page ${name}`, `${long(`${word}-${name}`)}\nThe end.\n`),
        ]),
      );
    const world = await published(files('old'));
    const post = world.idOf('article', 'Page w');
    const { body } = (await world.site.post(post)) as { readonly body: string };
    await world.rewrite(files('new'));
    await world.site.edit(post, { body: body.replace('The end.', 'The end, by a person.') });
    const waits = { counts: { waiting: 2, update: 3 } };
    expect((await world.plan()).document).toMatchObject(waits);
    await world.flood();
    const { digest } = await world.expectSame();
    await world.publish('--digest', digest ?? '');
    expect(await world.expectSame()).toMatchObject({ counts: { merge: 1, update: 1 } });
  });
});

describe('a question whose answer was edited, and that is not on the first page any more', () => {
  const title = 'How do I rotate the keys?';
  const faq = (answer: string) => `---\ntags: [tls]\nstack: faq\n---\n\n## ${title}\n\n${answer}`;
  const answer = linesOf('words');

  async function edited() {
    const world = await published({ 'docs/faq.md': faq(answer), ...other });
    const id = world.idOf('answer', 'First words');
    await world.site.edit(id, { body: answer.replace('Third words', 'Third words, by a person') });
    return { ...world, id };
  }

  test('is merged', async () => {
    const world = await edited();
    await world.rewrite({ 'docs/faq.md': faq(answer.replace('First', 'Foremost')) });
    expect((await world.plan()).document.steps).toMatchObject([{ action: 'merge' }]);
    await world.flood();
    const { digest, steps } = await world.expectSame();
    expect(steps).toMatchObject([{ action: 'merge' }]);
    await world.publish('--digest', digest ?? '');
    expect((await world.site.post(world.id)).body).toContain('by a person');
    expect((await world.site.post(world.id)).body).toContain('Foremost');
    expect((await world.expectSame()).digest).toBeNull();
  });

  test('is held', async () => {
    const world = await edited();
    await world.rewrite({ 'docs/faq.md': faq(answer.replace('Third', 'Last')) });
    expect((await world.plan()).document.steps).toMatchObject([{ reason: 'conflict' }]);
    await world.flood();
    expect((await world.expectSame()).steps).toMatchObject([{ reason: 'conflict' }]);
  });

  test.each([true, false])('is held where the answer was deleted, bumped: %s', async (bumped) => {
    const world = await edited();
    await world.site.switches({ answerEditBumps: bumped });
    await world.site.delete(world.id);
    await world.rewrite({ 'docs/faq.md': faq(answer.replace('First', 'Foremost')) });
    expect((await world.plan()).document.steps).toMatchObject([{ reason: 'deleted' }]);
    await world.flood();
    expect((await world.expectSame()).steps).toMatchObject([{ reason: 'deleted' }]);
  });
});

test('a plan asks for the changed posts alone, and a publish looks at each once', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const files = (changed: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => [
        `docs/${name}.md`,
        page(`Page ${name}`, linesOf(`words of ${name}${changed.includes(name) ? ', anew' : ''}`)),
      ]),
    );
  const world = await published(files([]));
  await world.flood();
  await world.plan();
  const none = await world.requestsOfPlan();
  expect(none).toBeLessThanOrEqual(3);
  const changed = ['a', 'c', 'f'];
  await world.rewrite(files(changed));
  expect(await world.requestsOfPlan()).toBe(none + changed.length);
  const { document: plan } = await world.plan();
  const { document } = await world.publish('--digest', plan.digest ?? '');
  expect(document.counts).toMatchObject({ updated: changed.length });
  expect(document.requests.site.total).toBeLessThanOrEqual(none + 2 * changed.length);
});

test('an account with 10,000 posts of others: nothing to do costs 3 requests, and a create that waits one more', async () => {
  const sandbox = await testSandbox({ switches: { throttle: false } });
  const checkout = await createCheckout({
    'docs/a.md': page('The page', 'Words.\n'),
    '.github/stack-publish.yml': configFor(sandbox),
  });
  const { plan, publishAll } = commandsOf(checkout, sandbox);
  await publishAll();
  await sandbox.site.advance(7 * 24 * 3600);
  await sandbox.site.seedMany(10_000);
  await plan();
  const idle = await plan();
  expect(idle.document).toMatchObject({ digest: null });
  expect(idle.document.requests.site.total).toBeLessThanOrEqual(3);
  await checkout.write({ 'docs/new.md': page('A new page', 'Other words.\n') });
  await checkout.commit();
  const first = await plan();
  expect(first.document).toMatchObject({ counts: { create: 1 } });
  const second = await plan();
  expect(second.document.digest).toBe(first.document.digest);
  // For the titles of everybody's posts, which a new page may share.
  expect(second.document.requests.site.total).toBeLessThanOrEqual(4);
});

test('an edit that plans of another source alone have seen is not forgotten', async () => {
  const world = await published({
    'docs/a.md': page('A page about something', linesOf('of the page')),
    'docs/b.md': page('Another one of these', linesOf('of the other')),
  });
  await world.site.advance(60);
  await world.site.edit(world.idOf('article', 'of the page'), { body: linesOf('of a person') });
  for (let time = 0; time < 2; time += 1) {
    await world.plan('--source', 'docs/b.md');
    await world.flood();
  }
  const { document } = await world.plan();
  expect(document.edited).toMatchObject([{ source: 'docs/a.md' }]);
});
