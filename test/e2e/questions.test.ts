import { describe, expect, test } from 'vitest';
import type { FaultSpec } from '../../sandbox/index.ts';
import type { StatusDocument } from '../../src/report/documents/status.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const file = 'docs/faq.md';
const faq = (questions: Readonly<Record<string, string>>) =>
  `---\ntags: [tls]\nstack: faq\n---\n\n${Object.entries(questions)
    .map(([question, answer]) => `## ${question}\n\n${answer}\n`)
    .join('\n')}`;

const two = {
  'How do I rotate the keys of a service?':
    'Issue a pair, wait an hour, remove the old one: `a && b < c`.',
  'Who may rotate them at night?': 'Whoever is on call.',
};

async function prepared(questions: Readonly<Record<string, string>> = two) {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    [file]: faq(questions),
    '.github/stack-publish.yml': configFor(sandbox, 'visibility: private'),
  });
  const posts = async () => {
    const all = (await sandbox.site.posts()).filter(({ deleted }) => deleted === null);
    return {
      questions: all.flatMap((post) => (post.kind === 'question' ? [post] : [])),
      answers: all.flatMap((post) => (post.kind === 'answer' ? [post] : [])),
    };
  };
  return {
    sandbox,
    checkout,
    posts,
    ...commandsOf(checkout, sandbox),
    async rewrite(changed: Readonly<Record<string, string>>) {
      await checkout.write({ [file]: faq(changed) });
      await checkout.commit();
    },
    /** Each question has just one answer, which is accepted and is the source's. */
    async expectWhole(expected: Readonly<Record<string, string>>) {
      const { questions: asked, answers } = await posts();
      expect(asked.map(({ title }) => title).toSorted()).toEqual(Object.keys(expected).toSorted());
      expect(answers).toHaveLength(asked.length);
      for (const { id, title, accepted } of asked) {
        const own = answers.filter(({ question }) => question === id);
        expect(own.map(({ body }) => body.trim())).toEqual([expected[title]]);
        expect(accepted).toBe(own[0]?.id);
      }
    },
  };
}

test('a FAQ becomes questions with accepted answers; a second run is silent', async () => {
  const all = await prepared();
  const { code, document } = await all.publishAll();
  expect(code).toBe(0);
  expect(document.counts).toMatchObject({ created: 2 });
  expect(document.steps[0]?.post).toMatchObject({ kind: 'question', answer: expect.any(Number) });
  await all.expectWhole(two);
  const again = await all.plan();
  expect(again.document).toMatchObject({ digest: null, counts: { unchanged: 2 } });
  expect(again.document.requests.site.total).toBeLessThanOrEqual(3);
});

test('a changed answer is written alone, and a reader’s edit of a question is merged', async () => {
  const all = await prepared();
  await all.publishAll();
  const { questions } = await all.posts();
  const night = questions.find(({ title }) => title.startsWith('Who'));
  await all.sandbox.site.edit(night?.id ?? 0, { tags: ['tls', 'on-call'] });
  const changed = {
    ...two,
    'Who may rotate them at night?': 'Whoever is on call, with a second pair of eyes.',
  };
  await all.rewrite(changed);
  const { document } = await all.publishAll();
  expect(document.counts).toMatchObject({ merged: 1 });
  await all.expectWhole(changed);
  expect((await all.posts()).questions.find(({ id }) => id === night?.id)?.tags).toEqual([
    'tls',
    'on-call',
  ]);
});

const writes = ['/questions', '/questions/*/answers', '/questions/*/answers/*/accept'];

describe.each(writes)('at POST %s', (path) => {
  const one = { 'Who may rotate them at night?': 'Whoever is on call.' };
  const faults: [string, Partial<FaultSpec> & Pick<FaultSpec, 'kind'>][] = [
    ['the answer is lost after the commit', { kind: 'lost' }],
    ['the connection is reset before it', { kind: 'reset' }],
    ['it is committed late', { kind: 'late', seconds: 10 }],
    ['500', { kind: 'error', status: 500 }],
    ['403', { kind: 'error', status: 403 }],
    ['401', { kind: 'unauthorized' }],
    ['too many calls', { kind: 'throttled', retryAfter: 0 }],
  ];
  test.each(faults)(
    '%s: it ends whole, and once, under the same approval',
    async (_name, fault) => {
      const all = await prepared(one);
      const { document: planned } = await all.plan();
      const approved = planned.digest ?? '';
      await all.sandbox.site.fault({ ...fault, method: 'POST', path });
      const first = await all.publish('--digest', approved);
      const whole = first.document.counts.created === 1;
      expect(first.code).toBe(whole ? 0 : 4);
      if (whole) await all.expectWhole(one);
      await all.sandbox.site.advance(360);
      const second = await all.publish('--digest', approved);
      expect(second.code).toBe(0);
      await all.expectWhole(one);
      expect((await all.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 1 } });
    },
  );
});

const unread: [string, boolean, Partial<FaultSpec>][] = [
  ['a new question', false, {}],
  // The first read is the look before the change.
  ['a changed question', true, { nth: 2 }],
];
test.each(unread)('%s cannot be read back: unknown, and done by the next run', async (...given) => {
  const [, published, more] = given;
  const one = { 'Who may rotate them at night?': 'Whoever is on call.' };
  const changed = { 'Who may rotate them at night?': 'Whoever is on call, and one more.' };
  const all = await prepared(published ? one : changed);
  if (published) {
    await all.publishAll();
    await all.rewrite(changed);
  }
  const { document: planned } = await all.plan();
  const approved = planned.digest ?? '';
  const path = '/questions/*';
  await all.sandbox.site.fault({
    kind: 'error',
    status: 403,
    method: 'GET',
    path,
    times: 9,
    ...more,
  });
  const first = await all.publish('--digest', approved);
  expect(first.code).toBe(4);
  expect(first.document.steps).toMatchObject([{ error: { code: 'outcome-unknown' } }]);
  await all.sandbox.site.clearFaults();
  const second = await all.publish('--digest', approved);
  expect(second.code).toBe(0);
  await all.expectWhole(changed);
  expect((await all.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 1 } });
});

test('the site refuses a question whose title exists: failed, with its own words', async () => {
  const all = await prepared();
  await all.sandbox.site.seed([
    {
      kind: 'question',
      title: 'Who may rotate them at night?',
      body: 'By a colleague.',
      owner: 'colleague',
    },
  ]);
  const { code, document } = await all.publishAll();
  expect(code).toBe(4);
  expect(document.counts).toMatchObject({ created: 1, failed: 1 });
  const failed = document.steps.find(({ result }) => result === 'failed');
  expect(failed?.error).toMatchObject({ code: 'duplicate-post' });
});

test('a new address in a definition is one in every post that refers to it, and in no other', async () => {
  const all = await prepared();
  const questions = (address: string) => ({
    'How do I rotate the keys of a service?': 'As [the guide][keys] says, in an hour.',
    'Who may rotate them at night?': 'Whoever [is on call][keys] that night.',
    'What is a key, after all?': `A secret of a service.\n\n[keys]: ${address}`,
  });
  await all.rewrite(questions('https://docs.example/a'));
  await all.publishAll();
  await all.rewrite(questions('https://docs.example/b'));
  const { document } = await all.publishAll();
  expect(document.counts).toMatchObject({ updated: 2, created: 0 });
  await all.expectWhole({
    'How do I rotate the keys of a service?':
      'As [the guide][keys] says, in an hour.\n\n[keys]: https://docs.example/b',
    'Who may rotate them at night?':
      'Whoever [is on call][keys] that night.\n\n[keys]: https://docs.example/b',
    'What is a key, after all?': 'A secret of a service.',
  });
});

test('a reworded heading is held: pin the id', async () => {
  const all = await prepared();
  await all.publishAll();
  await all.rewrite({
    'How do I rotate the keys of a service?': two['How do I rotate the keys of a service?'],
    'Who may do so at night?': two['Who may rotate them at night?'],
  });
  const { document } = await all.plan();
  expect(document.steps).toMatchObject([{ action: 'held', reason: 'ambiguous' }]);
  expect(document.steps[0]?.detail?.remedy).toContain('stack-publish-id');
});

test('a deleted answer is a decision: it comes back only on request', async () => {
  const all = await prepared();
  await all.publishAll();
  const { answers } = await all.posts();
  const gone = answers.find(({ body }) => body.startsWith('Whoever'));
  await all.sandbox.site.delete(gone?.id ?? 0);
  const { document } = await all.plan('--full');
  expect(document.steps).toMatchObject([{ action: 'held', reason: 'deleted' }]);
  const source = document.steps[0]?.source ?? '';
  // Recorded: the next plan, which reads less, still knows.
  expect((await all.plan()).document.steps).toMatchObject([{ reason: 'deleted' }]);
  await all.checkout.cli(['resolve', source, 'recreate'], {
    STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write,
  });
  await all.publishAll();
  await all.expectWhole(two);
});

describe('an answer that is gone', () => {
  const night = 'Who may rotate them at night?';
  const source = `${file}#who-may-rotate-them-at-night`;

  async function without() {
    const all = await prepared();
    await all.publishAll();
    const { questions, answers } = await all.posts();
    const question = questions.find(({ title }) => title === night)?.id ?? 0;
    const answer = answers.find((post) => post.question === question)?.id ?? 0;
    await all.sandbox.site.delete(answer);
    expect((await all.plan('--full')).document.steps).toMatchObject([{ reason: 'deleted' }]);
    const env = { STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write };
    const decide = async (how: string) =>
      expect((await all.checkout.cli(['resolve', source, how], env)).code).toBe(0);
    const shown = async () => (await all.checkout.cli(['plan'], env)).stdout;
    return { ...all, question, answer, decide, shown };
  }

  test('comes back beside what people made of the question, and the plan shows it', async () => {
    const all = await without();
    await all.sandbox.site.edit(all.question, { title: `${night} Edited by a person.` });
    await all.plan();
    await all.decide('recreate');
    const shown = await all.shown();
    expect(shown).toContain(two[night]);
    expect(shown).not.toMatch(/^\s*-.*Edited by a person/m);
    const { document } = await all.publishAll();
    expect(document.counts).toMatchObject({ merged: 1 });
    await all.expectWhole({
      'How do I rotate the keys of a service?': two['How do I rotate the keys of a service?'],
      [`${night} Edited by a person.`]: two[night],
    });
    expect((await all.plan()).document.digest).toBeNull();
  });

  test('is a conflict where both sides changed the question', async () => {
    const all = await without();
    await all.rewrite({
      'How do I rotate the keys of a service?': two['How do I rotate the keys of a service?'],
      [night]: `By day too?\n\n### Answer\n\n${two[night]}`,
    });
    await all.sandbox.site.edit(all.question, { body: 'A question of a person, in other words.' });
    await all.plan();
    await all.decide('recreate');
    expect((await all.plan()).document.steps).toMatchObject([{ reason: 'conflict' }]);
    await all.decide('source');
    expect(await all.shown()).toMatch(/^\s*-.*of a person/m);
    await all.publishAll();
    expect((await all.sandbox.site.post(all.question)).body).toContain('By day too?');
    expect((await all.posts()).answers).toHaveLength(2);
    expect((await all.plan()).document.digest).toBeNull();
  });

  test.each(['is nothing to decide once it was restored', 'also where it was decided already'])(
    '%s',
    async (name) => {
      const all = await without();
      if (name.startsWith('also')) await all.decide('recreate');
      await all.sandbox.site.restore(all.answer);
      expect((await all.plan()).document).toMatchObject({ digest: null, steps: [] });
      await all.expectWhole(two);
      await all.rewrite({ ...two, [night]: 'Nobody may.' });
      expect((await all.publishAll()).document.counts).toMatchObject({ updated: 1 });
      await all.expectWhole({ ...two, [night]: 'Nobody may.' });
    },
  );
});

describe('a question that is linked by hand', () => {
  const one = { 'Who may rotate them at night?': 'Whoever is on call.' };
  const title = 'Who is allowed to rotate them at night?';

  async function linked(all: Awaited<ReturnType<typeof prepared>>, id: number) {
    const env = { STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write };
    const key = `${file}#who-is-allowed-to-rotate-them-at-night`;
    const url = `${all.sandbox.stack.url}/c/acme/questions/${id}`;
    const adopted = await all.checkout.cli(['adopt', key, url], env);
    expect(adopted).toMatchObject({ code: 0 });
    return (how: string) => all.checkout.cli(['resolve', key, how], env);
  }

  test('comes with the answer that we gave it', async () => {
    const all = await prepared(one);
    await all.publishAll();
    await all.rewrite({ [title]: one['Who may rotate them at night?'] });
    const { questions } = await all.posts();
    const resolve = await linked(all, questions[0]?.id ?? 0);
    expect((await all.plan()).document.steps).toMatchObject([{ reason: 'no-base' }]);
    await resolve('source');
    expect((await all.publishAll()).document.counts).toMatchObject({ updated: 1 });
    await all.expectWhole({ [title]: one['Who may rotate them at night?'] });
  });

  test('gets an answer where it had none', async () => {
    const all = await prepared({ [title]: 'Whoever is on call.' });
    const [id = 0] = await all.sandbox.site.seed([
      { kind: 'question', title: 'Rotating at night, who?', body: 'Who may?', tags: ['tls'] },
    ]);
    const resolve = await linked(all, id);
    expect((await all.plan()).document.steps).toMatchObject([{ reason: 'no-base' }]);
    await resolve('source');
    expect((await all.publishAll()).document.counts).toMatchObject({ updated: 1 });
    await all.expectWhole({ [title]: 'Whoever is on call.' });
    expect((await all.plan()).document.digest).toBeNull();
  });
});

test('an edit of an answer that moves nothing in the lists is merged', async () => {
  const question = 'Who may rotate them at night?';
  const all = await prepared({ [question]: 'First line.\n\nSecond line.\n\nThird line.' });
  await all.publishAll();
  await all.sandbox.site.switches({ answerEditBumps: false });
  const { answers } = await all.posts();
  await all.sandbox.site.edit(answers[0]?.id ?? 0, {
    body: 'First line.\n\nSecond line.\n\nThird line, by a person.',
  });
  await all.rewrite({ [question]: 'First line, changed.\n\nSecond line.\n\nThird line.' });
  expect((await all.publishAll()).document.counts).toMatchObject({ merged: 1 });
  await all.expectWhole({
    [question]: 'First line, changed.\n\nSecond line.\n\nThird line, by a person.',
  });
});

test('status shows the posts of questions that have an error now', async () => {
  const all = await prepared();
  await all.publishAll();
  const env = { STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.read };
  const states = async () => {
    const { stdout } = await all.checkout.cli(['status', '--json'], env);
    const { sources } = JSON.parse(stdout) as StatusDocument;
    return sources.map(({ source, post, state }) => [source.split('#')[1], post?.kind, state]);
  };
  await all.rewrite({ ...two, 'Who may rotate them at night?': 'TODO' });
  const rotate = 'how-do-i-rotate-the-keys-of-a-service';
  const night = 'who-may-rotate-them-at-night';
  expect(await states()).toEqual([
    [rotate, 'question', 'unchanged'],
    [night, 'question', 'error'],
  ]);
  await all.checkout.write({ [file]: `---\nstack: faq\ntags: [\n---\n` });
  await all.checkout.commit();
  expect(await states()).toEqual([
    [undefined, undefined, 'error'],
    [rotate, 'question', 'error'],
    [night, 'question', 'error'],
  ]);
});
