import { expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { merged, pullRequestCheckout } from './pull-request-checkout.ts';

const question = (title: string, answer: string, id = '') =>
  `## ${title}\n\n${id && `<!-- stack-publish-id: ${id} -->\n\n`}${answer}\n\n`;
const sharp = (id = '') => question('What is F#, the language?', 'A functional language.', id);
const plain = (id = '') => question('What is F, the language?', 'A subset of another one.', id);
const key = 'docs/faq.md#what-is-f-the-language';

async function published(faq: string) {
  const sandbox = await testSandbox();
  const file = (text: string) => ({ 'docs/faq.md': `---\ntags: [docs]\nstack: faq\n---\n${text}` });
  const checkout = await createCheckout({
    ...file(faq),
    '.github/stack-publish.yml': configFor(sandbox),
  });
  const commands = commandsOf(checkout, sandbox);
  await commands.publishAll();
  return {
    ...commands,
    /** What a plan does with each source after the file was changed to this. */
    async after(text: string) {
      await checkout.write(file(text));
      await checkout.commit();
      const { document } = await commands.plan();
      expect(document.orphaned).toEqual([]);
      const steps = document.steps.map(({ action, source, post }) => [
        action,
        source,
        post?.id ?? null,
      ]);
      const errors = document.findings.filter(({ severity }) => severity === 'error');
      return { steps, errors: errors.map(({ rule, source }) => [rule, source]) };
    },
    /** Each living question with its answer, by its number. */
    async posts() {
      const posts = (await sandbox.site.posts()).filter(({ deleted }) => deleted === null);
      return posts.flatMap((post) => {
        if (post.kind !== 'question') return [];
        const answers = posts.flatMap((each) =>
          each.kind === 'answer' && each.question === post.id ? [each.body.trim()] : [],
        );
        return [[post.id, post.title, ...answers]];
      });
    },
  };
}

const sharpPost = [1, 'What is F#, the language?', 'A functional language.'];
const plainPost = [expect.any(Number), 'What is F, the language?', 'A subset of another one.'];

test.each([
  ['above it', plain() + sharp()],
  ['below it', sharp() + plain()],
])(
  'a question of the same anchor, added %s, takes no post over: both are errors',
  async (_, faq) => {
    const all = await published(sharp());
    expect(await all.after(faq)).toEqual({
      steps: [],
      errors: [
        ['same-anchor', key],
        ['same-anchor', `${key}-1`],
      ],
    });
    expect((await all.plan()).document.digest).toBe(null);
    expect(await all.posts()).toEqual([sharpPost]);
  },
);

test.each([
  [
    'the new one above is',
    plain('f') + sharp(),
    [
      ['adopt', `${key}-1`, 1],
      ['create', 'id/f', null],
    ],
  ],
  ['the new one below is', sharp() + plain('f'), [['create', 'id/f', null]]],
  [
    'both are',
    plain('f') + sharp('f-sharp'),
    [
      ['create', 'id/f', null],
      ['adopt', 'id/f-sharp', 1],
    ],
  ],
])('once %s pinned, each has a post of its own', async (_, faq, steps) => {
  const all = await published(sharp());
  await all.after(plain() + sharp());
  expect((await all.after(faq)).steps).toEqual(steps);
  await all.publishAll();
  expect(await all.posts()).toEqual([sharpPost, plainPost]);
  expect((await all.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 2 } });
});

test('once the old one is pinned, its post goes with it before the new one has its key', async () => {
  const all = await published(sharp());
  expect(await all.after(plain() + sharp('f-sharp'))).toEqual({
    steps: [['adopt', 'id/f-sharp', 1]],
    errors: [['same-anchor', key]],
  });
  await all.publishAll();
  expect((await all.plan()).document.steps).toMatchObject([{ action: 'create', source: key }]);
  await all.publishAll();
  expect(await all.posts()).toEqual([sharpPost, plainPost]);
});

test('a post stays with a question that has an error', async () => {
  const all = await published(sharp());
  const broken = question('What is F#, the language?', 'TODO', 'f-sharp');
  expect(await all.after(plain() + broken)).toEqual({
    steps: [],
    errors: [
      ['same-anchor', key],
      ['placeholder', 'id/f-sharp'],
    ],
  });
});

test('a heading that is no question changes a key, and not the post', async () => {
  const all = await published(sharp());
  expect(await all.after(`# What is F (the language)\n\n${sharp()}`)).toEqual({
    steps: [['adopt', `${key}-1`, 1]],
    errors: [],
  });
});

test('a pinned question keeps its post under another heading, also where one takes the old', async () => {
  const all = await published(sharp('f-sharp'));
  const reworded = question('What is F# good for?', 'A functional language.', 'f-sharp');
  const other = question('What is F#, the language?', 'It came from ML.');
  expect(await all.after(reworded + other)).toEqual({
    steps: [
      ['create', key, null],
      ['update', 'id/f-sharp', 1],
    ],
    errors: [],
  });
});

test('an id that was put under another question does not take the post along', async () => {
  const all = await published(sharp('f-sharp'));
  expect(await all.after(plain('f-sharp') + sharp())).toEqual({
    steps: [['adopt', `${key}-1`, 1]],
    errors: [['same-anchor', 'id/f-sharp']],
  });
});

test('the questions of a pull request keep their posts in the same way', async () => {
  const all = await pullRequestCheckout();
  const faq = (text: string) => `## FAQ\n\n${text.replaceAll('## ', '### ')}`;
  const pull = (text: string, minute: number) => ({
    ...merged(7, 'F and F#', faq(text), ['stack:faq']),
    updated: `2026-11-02T00:0${minute}:00Z`,
  });
  await all.fakeGitHub.pullRequest(pull(sharp(), 1));
  await all.publishAll();
  await all.fakeGitHub.pullRequest(pull(plain() + sharp(), 2));
  const { document } = await all.plan();
  expect(document).toMatchObject({ digest: null, orphaned: [] });
  expect(document.findings.map(({ rule, source }) => [rule, source])).toEqual([
    ['same-anchor', 'pull/7#what-is-f-the-language'],
    ['same-anchor', 'pull/7#what-is-f-the-language-1'],
  ]);
  await all.fakeGitHub.pullRequest(pull(plain('f') + sharp(), 3));
  await all.publishAll();
  const titles = (await all.sandbox.site.posts()).flatMap((post) =>
    post.kind === 'question' ? [[post.id, post.title]] : [],
  );
  expect(titles).toEqual([sharpPost.slice(0, 2), plainPost.slice(0, 2)]);
});
