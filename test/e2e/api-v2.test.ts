import { describe, expect, test, vi } from 'vitest';
import type { DoctorDocument } from '../../src/report/documents/doctor.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { page } from '../kit/page.ts';
import { businessV2, enterpriseV2, v2Checkout } from './v2-checkout.ts';

const faq = (answer: string) => `---
tags: [tls]
stack: faq
---

## How do I rotate the keys of a service?

${answer}
`;
const rulesOf = ({ findings }: Pick<PlanDocument, 'findings'>) =>
  findings.flatMap(({ rule, source }) =>
    rule.endsWith('-unavailable') ? [`${rule} ${source}`] : [],
  );

describe('requests are few', () => {
  const many = Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [
      `docs/${index}.md`,
      page(`Page ${index}`, `Text of ${index}.\n`),
    ]),
  );

  test.each([
    ['with the list of an account', {}],
    ['with the list of the whole site', { usersArticles: false }],
  ])('a plan without news: three at most, %s', async (_, switches) => {
    const all = await v2Checkout({ ...many, 'docs/faq.md': faq('Issue a pair.') }, { switches });
    await all.site.seed([{ title: "A colleague's", owner: 'colleague' }]);
    await all.publishAll();
    for (let time = 0; time < 3; time += 1) {
      const { document } = await all.plan();
      expect(document).toMatchObject({ digest: null, counts: { unchanged: 25 } });
      expect(document.requests.site).toEqual({ total: 3, writes: 0 });
    }
  });

  test('posts are read together', async () => {
    const all = await v2Checkout(many);
    await all.publishAll();
    await all.commit(
      Object.fromEntries(Object.entries(many).map(([path, text]) => [path, `${text}\nMore.\n`])),
    );
    const since = (await all.site.log()).length;
    const { document } = await all.plan();
    expect(document.counts.update).toBe(24);
    const asked = await all.asked(since);
    expect(asked.filter((each) => each.startsWith('GET /articles/'))).toHaveLength(1);
  });

  test("a title that another's post has is taken by nobody of ours", async () => {
    const all = await v2Checkout(
      { 'docs/a.md': page('Rotating keys', 'One.\n') },
      { switches: { usersArticles: false } },
    );
    await all.site.seed([{ title: 'Rotating keys', body: 'One.\n', owner: 'colleague' }]);
    expect((await all.plan()).document.counts).toMatchObject({ create: 1, held: 0, adopt: 0 });
    await all.site.seed([{ title: 'Rotating keys', body: 'Two.\n', owner: 'account' }]);
    expect((await all.plan()).document.steps).toMatchObject([{ reason: 'title-taken' }]);
  });
});

test('an edit right behind our write is told, although it bears the same date', async () => {
  const text = (first: string) => page('Rotating keys', `${first}\n\nTwo.\n\nThree.\n`);
  const { site, publishAll, plan, commit } = await v2Checkout({ 'docs/a.md': text('One.') });
  for (const first of ['One.', 'One, anew.']) {
    const published = publishAll();
    const post = await vi.waitFor(
      async () => {
        const [written] = await site.posts();
        if (!written?.body.startsWith(first)) throw new Error('not written yet');
        return written;
      },
      { timeout: 20_000, interval: 5 },
    );
    await site.edit(post.id, { body: `${post.body}\nBy Ada, after: ${first}\n` });
    expect((await published).code).toBe(0);
    for (let time = 0; time < 2; time += 1)
      expect((await plan()).document).toMatchObject({
        digest: null,
        edited: [{ source: 'docs/a.md' }],
      });
    await commit({ 'docs/a.md': text('One, anew.') });
  }
});

describe('what the API does not offer', () => {
  test('an acceptance: the rest stands, it is told at each plan, and not planned again', async () => {
    const all = await v2Checkout(
      { 'docs/faq.md': faq('Issue a pair.') },
      { switches: { accept: false } },
    );
    const { code, document } = await all.publishAll();
    expect([code, document.counts['created']]).toEqual([0, 1]);
    const key = document.steps[0]?.source ?? '';
    expect(rulesOf(document)).toEqual([`accept-unavailable ${key}`]);
    expect(document.findings.every(({ severity }) => severity === 'warning')).toBe(true);
    for (const flags of [[], [], ['--full'], ['--recompose']]) {
      const again = (await all.plan(...flags)).document;
      expect(again).toMatchObject({ digest: null, counts: { unchanged: 1 } });
      expect(rulesOf(again)).toEqual([`accept-unavailable ${key}`]);
    }
    // A later change of the answer does not ask for it again.
    const since = (await all.site.log()).length;
    await all.commit({ 'docs/faq.md': faq('Issue two pairs.') });
    expect((await all.publishAll()).code).toBe(0);
    expect((await all.asked(since)).filter((each) => each.includes('accept'))).toEqual([]);
  });

  test("an Article's edit: told, not planned again, and tried where somebody asks for it", async () => {
    const all = await v2Checkout(
      { 'docs/a.md': page('A page', 'One.\n'), 'docs/b.md': page('B page', 'Other.\n') },
      { switches: { articleEdit: false } },
    );
    await all.publishAll();
    await all.commit({ 'docs/a.md': page('A page', 'Two.\n') });
    const failed = await all.publishAll();
    expect(failed.code).toBe(4);
    expect(failed.document.steps[0]?.error?.code).toBe('article-edit-unavailable');
    expect(rulesOf(failed.document)).toEqual(['article-edit-unavailable docs/a.md']);

    for (let time = 0; time < 2; time += 1) {
      const { document } = await all.plan();
      expect(document).toMatchObject({ digest: null, counts: { unchanged: 2, update: 0 } });
      expect(rulesOf(document)).toEqual(['article-edit-unavailable docs/a.md']);
      expect(document.requests.site.total).toBeLessThanOrEqual(3);
    }
    // New Articles go on.
    await all.commit({ 'docs/c.md': page('C page', 'Four.\n') });
    expect((await all.publishAll()).document.counts).toMatchObject({ created: 1, failed: 0 });

    await all.site.switches({ articleEdit: true });
    expect((await all.plan()).document.digest).toBeNull();
    const { document } = await all.plan('--full');
    expect(document.counts.update).toBe(1);
    expect((await all.publish('--digest', document.digest ?? '')).code).toBe(0);
    expect((await all.titled('A page')).body).toBe('Two.\n');
    const last = (await all.plan()).document;
    expect([last.digest, rulesOf(last)]).toEqual([null, []]);
    await all.commit({ 'docs/a.md': page('A page', 'Three.\n') });
    expect((await all.plan()).document.counts.update).toBe(1);
  });

  test('editors: nothing of them is sent, and it is told at each plan', async () => {
    const marked = (editors: string) =>
      `---\ntitle: A page\nstack: { as: article, editors: ${editors} }\n---\n\nOne.\n`;
    const all = await v2Checkout({
      'docs/a.md': marked('{ users: [12, ada@acme.example], groups: [platform] }'),
      'docs/b.md': marked('everyone').replace('A page', 'B page').replace('One.', 'Two.'),
    });
    const { document } = await all.publishAll();
    expect(document.counts).toMatchObject({ created: 2, failed: 0 });
    expect(rulesOf(document)).toEqual(['editors-unavailable docs/a.md']);
    for (let time = 0; time < 2; time += 1) {
      const { document: again } = await all.plan();
      expect(again).toMatchObject({ digest: null, counts: { unchanged: 2 } });
      expect(rulesOf(again)).toEqual(['editors-unavailable docs/a.md']);
      expect(again.requests.site.total).toBeLessThanOrEqual(3);
    }
    await all.commit({ 'docs/a.md': marked('owner') });
    expect((await all.plan()).document.digest).toBeNull();
  });
});

describe('reads that may be a minute old', () => {
  test('an edit between approval and write is seen', async () => {
    const all = await v2Checkout(
      { 'docs/a.md': page('A page', 'One.\n') },
      { switches: { staleReads: 60 } },
    );
    await all.publishAll();
    await all.commit({ 'docs/a.md': page('A page', 'Two.\n') });
    const { document } = await all.plan();
    const { id } = await all.titled('A page');
    await all.site.edit(id, { body: 'One, by Ada.\n' });
    const published = await all.publish('--digest', document.digest ?? '');
    expect(published.document.counts['updated']).toBe(0);
    expect((await all.titled('A page')).body).toBe('One, by Ada.\n');
  });

  test('what was just published is known as it is', async () => {
    const all = await v2Checkout(
      { 'docs/a.md': page('A page', 'One.\n'), 'docs/faq.md': faq('Issue a pair.') },
      { switches: { staleReads: 60 } },
    );
    await all.publishAll();
    for (let time = 0; time < 2; time += 1)
      expect((await all.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 2 } });
  });
});

describe('what refuses a run', () => {
  const files = { 'docs/a.md': page('A page', 'One.\n') };
  const doctorOf = async (all: Awaited<ReturnType<typeof v2Checkout>>, env: object) => {
    const ran = await all.checkout.cli(['doctor', '--json'], { ...all.variables, ...env });
    return (JSON.parse(ran.stdout) as DoctorDocument).checks.find(({ check }) => check === 'site');
  };

  test.each([
    ['no key', {}, 'api-key-missing', 2],
    ['a wrong key', { STACK_API_KEY: 'wrong' }, 'api-key-refused', 1],
  ])('%s of an Enterprise', async (_, env, expected, exit) => {
    const all = await v2Checkout(files, enterpriseV2);
    const token = { STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.write };
    const ran = await all.checkout.cli(['plan', '--json'], { ...token, ...env });
    const { error } = JSON.parse(ran.stdout) as { error: { code: string; remedy: string } };
    expect([ran.code, error.code]).toEqual([exit, expected]);
    expect(error.remedy).toContain('STACK_API_KEY');
    expect(ran.output).not.toContain('wrong');
    expect(await doctorOf(all, { STACK_API_KEY: '', ...env })).toMatchObject({
      state: 'failed',
      remedy: error.remedy,
    });
  });

  test.each([
    ['business', 'invalid', businessV2],
    ['business', 'expired', businessV2],
    ['business', 'other', businessV2],
    ['enterprise', 'invalid', enterpriseV2],
    ['enterprise', 'expired', enterpriseV2],
  ] as const)('a token of %s that is %s', async (_, name, options) => {
    const all = await v2Checkout(files, options);
    const token = all.sandbox.stack.tokens[name];
    const { code, document } = await commandsOf(all.checkout, all.sandbox, token).plan();
    // The API does not tell one that expired from any other.
    expect([code, document.error.code]).toEqual([1, 'token-refused']);
    expect(document.error.message).toContain('expired');
    expect(await doctorOf(all, { STACK_ACCESS_TOKEN: token })).toMatchObject({ state: 'failed' });
  });

  test('a token that only reads can plan, and not publish', async () => {
    const all = await v2Checkout(files);
    const reading = commandsOf(all.checkout, all.sandbox, all.sandbox.stack.tokens.read);
    const { document } = await reading.plan();
    expect(document.counts.create).toBe(1);
    const { code, document: published } = await reading.publish('--digest', document.digest ?? '');
    expect([code, published.steps[0]?.error?.code]).toEqual([4, 'token-read-only']);
  });

  test('the quota of the day: what was done is recorded, and nothing more is asked', async () => {
    const all = await v2Checkout({
      'docs/a.md': page('A page', 'One.\n'),
      'docs/b.md': page('B page', 'Two.\n'),
      'docs/c.md': page('C page', 'Three.\n'),
    });
    const { document } = await all.plan();
    const before = await all.asked();
    // Counted from here: what the plan asked for is asked for again, but for everybody's Articles, and two
    // of three writes are left.
    await all.site.switches({ quota: before.length - 1 + 2 });
    const { code, document: published } = await all.publish('--digest', document.digest ?? '');
    expect(code).toBe(4);
    expect(published.counts).toMatchObject({ created: 2, failed: 1 });
    const failed = published.steps.find(({ result }) => result === 'failed');
    expect(failed?.error?.code).toBe('throttled');
    expect(await all.asked()).toHaveLength(2 * before.length - 1 + 2);
    await all.site.switches({ quota: 0 });
    await all.publishAll();
    const titles = (await all.site.posts()).map((post) => 'title' in post && post.title);
    expect(titles).toHaveLength(3);
    expect(new Set(titles)).toEqual(new Set(['A page', 'B page', 'C page']));
  });

  test.each(['json', 'html'] as const)('a ban as %s is not answered with more', async (ban) => {
    const all = await v2Checkout(files, {
      switches: { requestsPerSecond: 1, ban, banSeconds: 3600 },
    });
    const { code, document } = await all.plan();
    expect([code, document.error.code]).toEqual([1, 'throttled']);
    if (ban === 'json') expect(document.error.message).toMatch(/until \d{4}-/);
    expect((await all.site.log()).length).toBeLessThanOrEqual(3);
  });
});

describe('an answer that is lost', () => {
  test.each([
    ['POST', '/articles/add'],
    ['POST', '/questions/add'],
    ['POST', '/questions/*/answers/add'],
    ['POST', '/answers/*/accept'],
    ['POST', '/articles/*/edit'],
    ['POST', '/answers/*/edit'],
  ])('%s %s: nothing is posted twice, and nothing is missing', async (method, path) => {
    const files = { 'docs/a.md': page('A page', 'One.\n'), 'docs/faq.md': faq('Issue a pair.') };
    // A read may be a minute old while the lost post is looked for.
    const all = await v2Checkout(files, { switches: { staleReads: 60 } });
    if (path.endsWith('/edit')) await all.publishAll();
    const changed = path.endsWith('/edit')
      ? { 'docs/a.md': page('A page', 'Two.\n'), 'docs/faq.md': faq('Issue two pairs.') }
      : files;
    await all.commit(changed);
    await all.site.fault({ kind: 'lost', method, path });
    await all.publishAll();
    for (let round = 0; round < 2; round += 1) {
      await all.site.advance(301);
      const { document } = await all.plan();
      if (document.digest) await all.publish('--digest', document.digest);
    }
    expect((await all.plan()).document).toMatchObject({
      digest: null,
      counts: { unchanged: 2, held: 0 },
    });
    const posts = await all.site.posts();
    expect(posts.map(({ kind }) => kind).toSorted()).toEqual(['answer', 'article', 'question']);
    const question = posts.find((post) => post.kind === 'question');
    expect(question?.accepted).toBe(posts.find(({ kind }) => kind === 'answer')?.id);
    expect((await all.titled('A page')).body).toBe(path.endsWith('/edit') ? 'Two.\n' : 'One.\n');
  });
});

test('status, adopt and resolve work over it', async () => {
  const all = await v2Checkout({ 'docs/a.md': page('A page', 'One.\n') });
  const [id = 0] = await all.site.seed([{ title: 'Elsewhere', body: 'One.\n', owner: 'account' }]);
  const url = `${all.sandbox.stack.url}/c/acme/articles/${id}/elsewhere`;
  const run = async (...args: string[]) =>
    JSON.parse((await all.checkout.cli([...args, '--json'], all.variables)).stdout) as {
      sources: { state: string; reason: string | null }[];
    };
  await run('adopt', 'docs/a.md', url);
  expect((await run('status')).sources).toMatchObject([{ state: 'held', reason: 'no-base' }]);
  await run('resolve', 'docs/a.md', 'source');
  expect((await run('status')).sources).toMatchObject([{ state: 'overwrite' }]);
  await all.publishAll();
  expect((await all.titled('A page')).id).toBe(id);
  expect((await run('status')).sources).toMatchObject([{ state: 'unchanged' }]);
});
