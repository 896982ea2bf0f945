import { describe, expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { configFor } from '../kit/config-for.ts';
import { inProcess } from '../kit/in-process.ts';
import { linkTo, onForge } from '../kit/linked-pages.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { business, placesV2, placesV3, type Place } from './places.ts';

const linking = (title: string, ...keys: string[]) =>
  page(title, `Text of ${title}.\n\n${keys.map(linkTo).join('\n')}\n`);
const [a, b, c] = ['docs/a.md', 'docs/b.md', 'docs/c.md'];
const faq = 'docs/faq.md#who-may-do-it';
/** Two pages that link to each other, one that links to both, and a question in the middle of it. */
const files = {
  [a]: linking('Page A', b),
  [b]: linking('Page B', a, faq),
  [c]: linking('Page C', a, b),
  'docs/faq.md': `---\ntags: [docs]\nstack: faq\n---\n\n## Who may do it?\n\nSee ${linkTo(b)}.\n\n### Answer\n\nSee ${linkTo(c)}.\n`,
};

async function prepared(
  given: Readonly<Record<string, string>> = files,
  {
    more = 'visibility: private',
    place: { options, version } = business,
  }: { more?: string; place?: Place } = {},
) {
  const sandbox = await testSandbox(options);
  const config = (extra = more) =>
    configFor(sandbox, `${extra}\nsources: { pull-requests: false }`, undefined, version);
  const checkout = await createCheckout({ ...given, '.github/stack-publish.yml': config() });
  await checkout.git('remote', 'add', 'origin', 'https://forge.example/o/r.git');
  const commands = inProcess(checkout, sandbox, { GITHUB_SERVER_URL: 'https://forge.example' });
  const live = async () => (await sandbox.site.posts()).filter(({ deleted }) => deleted === null);
  const titleAt = async (url: string) => {
    const id = Number(/\/(?:articles|questions)\/(\d+)$/.exec(url)?.[1]);
    const post = (await live()).find((each) => each.id === id);
    return post && 'title' in post ? post.title : url;
  };
  return {
    sandbox,
    checkout,
    config,
    ...commands,
    async rewrite(changed: Readonly<Record<string, string>>) {
      await checkout.write(changed);
      await checkout.commit();
    },
    /** The titles of the posts that each post leads to, or an address that is none of theirs. */
    async shown() {
      const all: Record<string, string[]> = {};
      for (const post of await live()) {
        const title = 'title' in post ? post.title : 'the answer';
        const links = post.body.matchAll(/\]\(([^)]+)\)/g);
        all[title] = await Promise.all([...links].map(([, url = '']) => titleAt(url)));
      }
      return all;
    },
    async postOf(title: string) {
      const found = (await live()).find((each) => 'title' in each && each.title === title);
      if (!found) throw new Error(`no ${title}`);
      return found;
    },
  };
}

const right = {
  'Page A': ['Page B'],
  'Page B': ['Page A', 'Who may do it?'],
  'Page C': ['Page A', 'Page B'],
  'Who may do it?': ['Page B'],
  'the answer': ['Page C'],
};

test.each([...placesV3, ...placesV2])(
  'pages and a question lead to each other: %s',
  async (_, place) => {
    const all = await prepared(files, { place });
    const planned = await all.plan();
    expect(planned.counts).toMatchObject({ create: 4 });
    expect(planned.steps[1]).toMatchObject({
      source: b,
      linksTo: [
        { source: a, url: null, else: onForge(a) },
        { source: faq, url: null, else: onForge('docs/faq.md') + '#who-may-do-it' },
      ],
    });
    const done = await all.publish(planned.digest ?? '');
    expect(done.counts).toMatchObject({ created: 4, failed: 0 });
    expect(await all.shown()).toEqual(right);
    // Three Articles, a question, its answer and the acceptance, and the second write of the ring.
    expect(done.requests.site.writes).toBe(7);

    const again = await all.plan();
    expect(again).toMatchObject({ digest: null, counts: { unchanged: 4 } });
    expect(again.requests.site.writes).toBe(0);
  },
);

describe('what a page links to', () => {
  test('is a new page: the next plan has the link, and nothing else', async () => {
    const all = await prepared({ [a]: linking('Page A', b) });
    await all.publishAll();
    expect(await all.shown()).toEqual({ 'Page A': [onForge(b)] });
    await all.rewrite({ [b]: linking('Page B') });
    expect((await all.publishAll()).counts).toMatchObject({ created: 1, updated: 0 });

    const planned = await all.plan();
    const url = planned.steps[0]?.linksTo?.[0]?.url;
    expect(planned).toMatchObject({
      counts: { update: 1, unchanged: 1 },
      steps: [
        {
          action: 'update',
          source: a,
          links: true,
          linksTo: [{ source: b, url: expect.stringMatching(/\/articles\/\d+$/), was: onForge(b) }],
        },
      ],
    });
    expect((await all.plan()).digest).toBe(planned.digest);
    const done = await all.publish(planned.digest ?? '');
    expect(done.counts).toMatchObject({ updated: 1 });
    expect((await all.postOf('Page A')).body).toContain(`](${String(url)})`);
    expect(await all.shown()).toEqual({ 'Page A': ['Page B'], 'Page B': [] });
    expect((await all.plan()).digest).toBeNull();
  });

  test('is deleted: what leads there leads to the forge, in the very plan that finds it', async () => {
    const all = await prepared({ [a]: linking('Page A', b), [b]: linking('Page B') });
    await all.publishAll();
    await all.sandbox.site.delete((await all.postOf('Page B')).id);
    const planned = await all.plan();
    expect(planned.steps).toMatchObject([
      { action: 'held', source: b, reason: 'deleted' },
      { action: 'update', source: a, links: true, linksTo: [{ source: b, url: null }] },
    ]);
    expect((await all.plan()).digest).toBe(planned.digest);
    const done = await all.publish(planned.digest ?? '');
    expect(done.counts).toMatchObject({ updated: 1, refused: 0 });
    expect(await all.shown()).toEqual({ 'Page A': [onForge(b)] });
    expect((await all.plan()).digest).toBeNull();
  });

  test('is renamed: what follows it needs no write, what stays behind leads to the forge', async () => {
    const d = 'docs/d.md';
    const all = await prepared({
      [a]: linking('Page A', b),
      [c]: linking('Page C', b),
      [b]: linking('Page B'),
    });
    await all.publishAll();
    await all.checkout.remove(b);
    await all.rewrite({ [d]: linking('Page B'), [a]: linking('Page A', d) });
    const planned = await all.plan();
    expect(planned.steps).toMatchObject([
      { action: 'update', source: c },
      { action: 'adopt', source: d },
    ]);
    const done = await all.publish(planned.digest ?? '');
    expect(done.counts).toMatchObject({ adopted: 1, updated: 1 });
    expect(done.requests.site.writes).toBe(1);
    expect(await all.shown()).toEqual({
      'Page A': ['Page B'],
      'Page B': [],
      'Page C': [onForge(b)],
    });
    expect((await all.plan()).digest).toBeNull();
    // The author follows: an ordinary update, and its link is right.
    await all.rewrite({ [c]: linking('Page C', d) });
    expect((await all.publishAll()).steps).toMatchObject([{ action: 'update', result: 'updated' }]);
    expect(await all.shown()).toMatchObject({ 'Page C': ['Page B'] });
  });

  test('has moved since the approval: the step is refused', async () => {
    const all = await prepared({ [a]: linking('Page A', b), [b]: linking('Page B') });
    await all.publishAll();
    await all.rewrite({ [a]: linking('Page A', b).replace('Text of', 'Other text of') });
    const planned = await all.plan();
    expect(planned.steps).toMatchObject([{ action: 'update', linksTo: [{ source: b }] }]);
    await all.sandbox.site.delete((await all.postOf('Page B')).id);
    await all.plan();
    const done = await all.publish(planned.digest ?? '');
    expect(done.steps).toMatchObject([{ source: a, result: 'refused' }]);
    expect(done.requests.site.writes).toBe(0);
  });
});

test('an edit on the site stays, and its link leads to the new post', async () => {
  const all = await prepared({ [a]: linking('Page A', b) });
  await all.publishAll();
  const { id, body } = await all.postOf('Page A');
  await all.sandbox.site.edit(id, { body: `A word of a reader.\n\n${body}` });
  await all.rewrite({ [b]: linking('Page B') });
  await all.publishAll();
  const planned = await all.plan();
  expect(planned.steps).toMatchObject([{ action: 'merge', source: a }]);
  await all.publish(planned.digest ?? '');
  expect(await all.shown()).toEqual({ 'Page A': ['Page B'], 'Page B': [] });
  expect((await all.postOf('Page A')).body).toContain('A word of a reader.');
  expect(await all.plan()).toMatchObject({ digest: null, edited: [{ source: a }] });
});

test('a lost ledger is found again, with all links', async () => {
  const all = await prepared();
  await all.publishAll();
  await all.checkout.remove('.git/ledger.json');
  const planned = await all.plan();
  expect(planned.counts).toMatchObject({ adopt: 4, create: 0, held: 0 });
  const done = await all.publish(planned.digest ?? '');
  expect(done.requests.site.writes).toBe(0);
  expect(await all.plan()).toMatchObject({ digest: null, counts: { unchanged: 4 } });
});

test('links alone wait as new posts do, and come last', async () => {
  const names = ['docs/k1.md', 'docs/k2.md', 'docs/k3.md'];
  const linkers = Object.fromEntries(
    names.map((name) => [name, linking(`Page ${name}`, 'docs/z.md')]),
  );
  const all = await prepared(linkers);
  await all.publishAll();
  await all.rewrite({ 'docs/z.md': linking('Page Z') });
  await all.publishAll();
  const limit = 'visibility: public\nlimits: { create: 2 }';
  await all.rewrite({
    '.github/stack-publish.yml': all.config(limit),
    'docs/zz.md': linking('Page ZZ', 'docs/zzz.md'),
    'docs/zzz.md': linking('Page ZZZ'),
  });
  const planned = await all.plan();
  expect(planned.counts).toMatchObject({ create: 2, update: 2, waiting: 1 });
  // In public, addresses that are made of ids stand there as well.
  expect(planned.steps[2]).toMatchObject({ links: true, linksTo: [{ url: expect.any(String) }] });
});
