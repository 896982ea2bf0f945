import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { inProcess } from '../kit/in-process.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { placesV2, placesV3, type Place } from './places.ts';

const title = 'Rotating the keys of a service';
/** What stands on the site alone. */
const planted = 'Planted-by-a-colleague';
const theirs = `Words of a colleague, ${planted}.\n`;

async function world(
  { options, version }: Place = placesV3[0][1],
  more = 'visibility: private',
  files: Readonly<Record<string, string>> = {},
) {
  const sandbox = await testSandbox(options);
  const config = '.github/stack-publish.yml';
  const checkout = await createCheckout({
    'docs/keys.md': page(title, 'Other words that are long enough.\n'),
    'docs/new.md': page('A page that nobody has yet', 'Its words are new, and long enough.\n'),
    [config]: configFor(sandbox, more, undefined, version),
    ...files,
  });
  const commit = async (changed: Readonly<Record<string, string>>) => {
    await checkout.write(changed);
    await checkout.commit();
  };
  const [id = 0] = await sandbox.site.seed([
    { kind: 'article', title, body: theirs, owner: 'colleague' },
  ]);
  return { sandbox, site: sandbox.site, checkout, commit, id, ...inProcess(checkout, sandbox) };
}

const dueOf = ({ steps }: PlanDocument) =>
  steps.map(({ action, source, reason }) => [action, source, reason ?? ''].join(' ').trim());

describe.each([...placesV3, ...placesV2])("a colleague's Article, on %s", (_, place) => {
  test('is proposed, linked under the approval of that, and nothing of it is written', async () => {
    const all = await world(place);
    const before = await all.site.post(all.id);
    const plan = await all.adoptAll();
    expect(dueOf(plan)).toEqual(['adopt docs/keys.md title-taken']);
    expect(plan).toMatchObject({
      command: 'plan',
      counts: { adopt: 1, create: 0, waiting: 1 },
      steps: [
        {
          title,
          post: { id: all.id },
          adopts: { owner: { name: expect.any(String) }, agrees: false, locked: false },
        },
      ],
      findings: [],
    });
    expect(plan.requests.site.writes).toBe(0);
    const published = await all.publish(plan.digest ?? '');
    expect(published).toMatchObject({
      counts: { adopted: 1 },
      steps: [{ source: 'docs/keys.md', result: 'adopted', post: { id: all.id } }],
    });
    expect(published.requests.site.writes).toBe(0);
    expect(await all.site.post(all.id)).toEqual(before);
    // Approved once, it is done once.
    expect((await all.publish(plan.digest ?? '')).steps).toMatchObject([{ result: 'unchanged' }]);
    expect((await all.adoptAll()).digest).toBeNull();
  });
});

describe.each([placesV3[0], placesV2[0]])('what comes of it, on %s', (_, place) => {
  test('another text is held with both sides, and replaced only as an overwrite', async () => {
    const all = await world(place);
    await all.publish((await all.adoptAll()).digest ?? '');
    expect(dueOf(await all.plan())).toEqual(['held docs/keys.md no-base', 'create docs/new.md']);
    await all.resolve('docs/keys.md', 'source');
    const plan = await all.plan();
    expect(dueOf(plan)).toEqual(['overwrite docs/keys.md', 'create docs/new.md']);
    expect(plan.steps[0]?.overwrites).toMatchObject({ owner: { name: expect.any(String) } });
    expect(await all.site.post(all.id)).toMatchObject({ body: theirs });
  });

  test('to keep the post, and an equal text, leave nothing to do', async () => {
    const all = await world(place, 'visibility: private', {
      'docs/same.md': page('A text that both have', 'The very same words, long enough.\n'),
    });
    const [same = 0] = await all.site.seed([
      {
        kind: 'article',
        title: 'A text that both have',
        body: 'The very same words, long enough.\n',
        tags: ['docs'],
        owner: 'colleague',
      },
    ]);
    const plan = await all.adoptAll();
    expect(plan.counts).toMatchObject({ adopt: 2, waiting: 1 });
    expect(plan.steps.map(({ adopts }) => adopts?.agrees)).toEqual([false, true]);
    await all.publish(plan.digest ?? '');
    expect(dueOf(await all.plan())).toEqual(['held docs/keys.md no-base', 'create docs/new.md']);
    await all.resolve('docs/keys.md', 'site');
    expect(dueOf(await all.plan())).toEqual(['create docs/new.md']);
    expect(await all.site.post(same)).toMatchObject({
      body: 'The very same words, long enough.\n',
    });
  });

  test('a question is looked for among questions alone', async () => {
    const faq = (question: string) =>
      `---\ntags: [tls]\nstack: faq\n---\n\n## ${question}\n\nIssue a pair of them.\n`;
    const all = await world(place, 'visibility: private', {
      'docs/faq.md': faq('Who asks for keys?'),
      'docs/other.md': faq('How are keys made?'),
    });
    const [asked = 0] = await all.site.seed([
      { kind: 'question', title: 'How are keys made?', owner: 'colleague' },
      { kind: 'article', title: 'Who asks for keys?', owner: 'colleague' },
    ]);
    const plan = await all.adoptAll();
    expect(dueOf(plan)).toEqual([
      'adopt docs/keys.md title-taken',
      'adopt docs/other.md#how-are-keys-made title-taken',
    ]);
    expect(plan.steps[1]?.post).toMatchObject({ kind: 'question', id: asked });
    expect((await all.publish(plan.digest ?? '')).counts.adopted).toBe(2);
  });
});

test('several posts of one title, and several sources, are told and not guessed', async () => {
  const all = await world(undefined, 'visibility: private\nrules: { duplicate-title: "off" }', {
    'docs/twice.md': page('A title of two pages', 'One of two pages, long enough.\n'),
    'docs/again.md': page('A title of two pages', 'The other one of them, long enough.\n'),
  });
  const [second] = await all.site.seed([
    { kind: 'article', title, owner: 'account' },
    { kind: 'article', title: 'A title of two pages', owner: 'colleague' },
  ]);
  const plan = await all.adoptAll();
  expect(plan.digest).toBeNull();
  expect(dueOf(plan)).toEqual([
    'held docs/again.md ambiguous',
    'held docs/keys.md ambiguous',
    'held docs/twice.md ambiguous',
  ]);
  const told = plan.steps[1]?.detail?.message;
  expect(told).toContain(`/articles/${all.id}`);
  expect(told).toContain(`/articles/${second}`);
  // What it was held for is for this alone.
  await all.resolve('docs/keys.md', 'skip');
  expect(dueOf(await all.adoptAll())).not.toContain('held docs/keys.md ambiguous');
});

describe('what was approved is linked, and nothing else', () => {
  test('also where another post has the title since', async () => {
    const all = await world();
    const { digest } = await all.adoptAll();
    await all.site.seed([{ kind: 'article', title, owner: 'colleague' }]);
    const { steps } = await all.publish(digest ?? '');
    expect(steps).toMatchObject([{ result: 'adopted', post: { id: all.id } }]);
  });

  test.each([
    ['its post has another title since', (all: World) => all.site.edit(all.id, { title: 'Other' })],
    ['its post was deleted', (all: World) => all.site.delete(all.id)],
    [
      'its source says something else',
      (all: World) => all.commit({ 'docs/keys.md': page(title, 'Changed, and long enough.\n') }),
    ],
  ])('not where %s', async (_, change) => {
    const all = await world();
    const { digest } = await all.adoptAll();
    await change(all);
    const published = await all.publish(digest ?? '');
    expect(published.steps).toMatchObject([{ result: 'refused' }]);
    expect(published.requests.site.writes).toBe(0);
    expect(await all.adoptAll()).not.toMatchObject({ digest });
  });

  test('not where another source has the post since', async () => {
    const all = await world();
    const { digest } = await all.adoptAll();
    const cli = commandsOf(all.checkout, all.sandbox);
    const [url = ''] = (await all.adoptAll()).steps.map(({ post }) => post?.url ?? '');
    await all.checkout.cli(['adopt', 'docs/new.md', url], cli.variables);
    expect((await all.publish(digest ?? '')).steps).toMatchObject([{ result: 'refused' }]);
  });

  test('a locked post is told as one, and what follows is held', async () => {
    const all = await world();
    await all.site.lock(all.id);
    const plan = await all.adoptAll();
    expect(plan.steps).toMatchObject([{ action: 'adopt', adopts: { locked: true } }]);
    await all.publish(plan.digest ?? '');
    expect(dueOf(await all.plan())).toContain('held docs/keys.md locked');
  });
});

type World = Awaited<ReturnType<typeof world>>;

test('our own post is found behind pages of others, in few requests', async () => {
  const all = await world();
  const [own = 0] = await all.site.seed([
    { kind: 'article', title: 'A page that nobody has yet', created: '2020-01-01T00:00:00Z' },
  ]);
  await all.site.seedMany(250, 'colleague');
  const plan = await all.adoptAll();
  expect(plan.steps).toMatchObject([{ post: { id: all.id } }, { post: { id: own } }]);
  // The account, its list, three pages and the first once more, and the two posts.
  expect(plan.requests.site.total).toBeLessThanOrEqual(9);
  expect((await all.publish(plan.digest ?? '')).counts.adopted).toBe(2);
});

test('what is published already, forgotten or not wanted is not looked for', async () => {
  const all = await world();
  await all.publish((await all.plan()).digest ?? '');
  const { requests } = await all.plan();
  const looked = await all.adoptAll();
  expect(looked).toMatchObject({ digest: null, counts: { unchanged: 2 } });
  expect(looked.requests).toEqual(requests);
});

describe('what is shown', () => {
  const shown = async (visibility: string, ...args: string[]) => {
    const all = await world(undefined, `visibility: ${visibility}`);
    const cli = commandsOf(all.checkout, all.sandbox);
    if (args[0] === 'plan') await all.publish((await all.adoptAll()).digest ?? '');
    const files = ['out.md', 'out.html'] as const;
    const more = ['--markdown', files[0], '--preview', files[1]];
    const ran = await all.checkout.cli([...args, ...more], cli.variables);
    expect(ran.code).toBe(0);
    const read = (name: string) => readFile(join(all.checkout.folder, name), 'utf8');
    return [ran.output, await read(files[0]), await read(files[1])];
  };
  const colleague = 'Ada Colleague';

  test('the team sees whose post it is; everyone its address and when it was touched', async () => {
    for (const text of await shown('private', 'adopt', '--all')) {
      expect(text).toContain(colleague);
      expect(text).toContain('another text: the next plan');
      expect(text).toMatch(/sha256:[0-9a-f]{64}/);
    }
    for (const text of await shown('public', 'adopt', '--all')) {
      expect(text).not.toContain(colleague);
      expect(text).not.toContain('another text: the next plan');
      expect(text).not.toContain(planted);
      expect(text).toMatch(/articles\/\d+/);
      expect(text).toContain('last touched');
    }
  });

  test('both sides of the hold that follows, and in public neither', async () => {
    for (const text of await shown('private', 'plan')) {
      expect(text).toContain(`-Words of a colleague, ${planted}`);
      expect(text).toContain('+Other words');
    }
    for (const text of await shown('public', 'plan')) {
      expect(text).toContain('no-base');
      expect(text).not.toContain(planted);
      expect(text).toMatch(/articles\/\d+/);
    }
  });
});

describe('at the command line', () => {
  test('only what is named is looked for', async () => {
    const all = await world();
    const { variables } = commandsOf(all.checkout, all.sandbox);
    const planned = async (...args: string[]) => {
      const ran = await all.checkout.cli(['adopt', '--all', ...args, '--json'], variables);
      return JSON.parse(ran.stdout) as PlanDocument & ErrorDocument;
    };
    const other = await planned('--source', 'docs/new.md');
    expect(other).toMatchObject({ digest: null, counts: { adopt: 0, waiting: 1 } });
    expect(dueOf(await planned('--source', 'docs/keys.md'))).toEqual([
      'adopt docs/keys.md title-taken',
    ]);
    expect((await planned('--source', 'docs/none.md')).error.code).toBe('source-unknown');
  });

  test.each([
    [['adopt'], '--all'],
    [['adopt', '--all', 'docs/a.md'], 'none'],
    [['adopt', 'docs/a.md', 'https://a.example/1', '--preview', 'x.html'], '--all'],
  ])('%j is a mistake', async (args, told) => {
    const all = await createCheckout();
    const ran = await all.cli([...args, '--json']);
    expect(ran).toMatchObject({ code: 2, stdout: expect.stringContaining(told) });
  });

  test('it says where there is none', async () => {
    const all = await world();
    await all.site.delete(all.id);
    const { variables } = commandsOf(all.checkout, all.sandbox);
    const ran = await all.checkout.cli(['adopt', '--all'], variables);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('No source without a post');
    expect(ran.stdout).not.toContain('sha256:');
  });
});
