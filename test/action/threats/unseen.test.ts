import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { longestPage } from '../../../src/report/line.ts';
import { type ActionWorld, createActionWorld } from '../../kit/action-world.ts';
import { page } from '../../kit/page.ts';
import { changeLedger } from '../change-ledger.ts';

const source = 'docs/a.md';
const edited = 'one line of text that is long enough\n\nA PERSON ADDED THIS ON THE SITE\n';

async function yes({ fakeGitHub }: ActionWorld, digest: string) {
  return fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
}

/** A plan, with its document and what a reviewer sees. */
async function plan(world: ActionWorld) {
  const { code, outputs, summary } = await world.act({ event: 'push', token: 'read' });
  const document = JSON.parse(await readFile(outputs['plan'] ?? '', 'utf8')) as {
    readonly steps: readonly {
      readonly action: string;
      readonly reason: string | null;
      readonly overwrites: object | null;
    }[];
    readonly counts: Readonly<Record<string, number>>;
  };
  return { code, outputs, summary, document };
}

/** A published page that changed in the repository. */
async function changed(isPrivate: boolean, words: string | null) {
  const world = await createActionWorld({
    files: { [source]: page('The first page', 'one line of text that is long enough\n') },
    more: `visibility: ${isPrivate ? 'private' : 'public'}`,
  });
  await world.byComment(await yes(world, await world.planned()));
  const [post] = await world.site.posts();
  if (!post) throw new Error('expected a post');
  if (words !== null) await world.site.edit(post.id, { body: words });
  await world.checkout.write({
    [source]: page('The first page', 'one line of text that is long enough\n\nand a second one\n'),
  });
  await world.checkout.commit();
  await world.push();
  const now = (await world.site.posts()).find(({ id }) => id === post.id);
  if (!now) throw new Error('expected the post');
  return { world, post: now };
}

describe.each([true, false])('where the repository is private: %s', (isPrivate) => {
  const names = isPrivate ? /replaces what .* wrote/ : /replaces what somebody else wrote there/;

  test('what a forged resolution would overwrite is told as that', async () => {
    const { world, post } = await changed(isPrivate, edited);
    await changeLedger(world, ({ records }) => {
      records[source] = {
        ...records[source],
        resolution: { kind: 'source', activity: post.activity },
      };
    });
    const { summary, document } = await plan(world);
    expect(document.steps).toMatchObject([{ action: 'overwrite' }]);
    expect(document.counts).toMatchObject({ overwrite: 1, update: 0 });
    expect(document.steps[0]?.overwrites === null).toBe(!isPrivate);
    expect(summary).toMatch(names);
    expect(summary.includes('A PERSON ADDED THIS')).toBe(isPrivate);
  });

  test('the words of a person that a forged base passes for ours are theirs', async () => {
    const { world, post } = await changed(isPrivate, edited);
    const forged = {
      kind: 'article',
      title: 'The first page',
      body: edited,
      tags: ['docs'],
      type: 'knowledge-article',
      permissions: null,
    } as const;
    await changeLedger(world, ({ records }, addText) => {
      const { activity } = post;
      records[source] = { ...records[source], base: addText(forged), activity };
    });
    const { summary, document } = await plan(world);
    expect(document.steps).toMatchObject([{ action: 'overwrite' }]);
    expect(summary).toMatch(names);
  });

  test('a post of somebody else that the ledger is made to point at is theirs', async () => {
    const { world } = await changed(isPrivate, null);
    const [id = 0] = await world.site.seed([
      {
        kind: 'article',
        title: 'The first page',
        body: 'one line of text that is long enough\n',
        tags: ['docs'],
        owner: 'colleague',
      },
    ]);
    const foreign = (await world.site.posts()).find((each) => each.id === id);
    await changeLedger(world, ({ records }) => {
      records[source] = {
        ...records[source],
        post: { kind: 'article', id },
        otherOwner: true,
        activity: foreign?.activity,
      };
    });
    const { summary, document } = await plan(world);
    expect(document.steps).toMatchObject([{ action: 'overwrite' }]);
    expect(summary).toMatch(names);
  });

  test('our own words are updated', async () => {
    const { world } = await changed(isPrivate, null);
    const { outputs, summary, document } = await plan(world);
    expect(document.steps).toMatchObject([{ action: 'update', overwrites: null }]);
    expect(summary).not.toMatch(/replaces what/);
    expect(await world.byComment(await yes(world, outputs['digest'] ?? ''))).toMatchObject({
      code: 0,
      outputs: { updated: '1' },
    });
  });
});

test('an overwrite is bound to the words that were there when it was approved', async () => {
  const { world, post } = await changed(true, edited);
  const resolution = { kind: 'source', activity: post.activity };
  await changeLedger(world, ({ records }) => {
    records[source] = { ...records[source], resolution };
  });
  const { outputs } = await plan(world);
  await world.site.edit(post.id, { body: 'Other words, written since.\n' });
  const later = await world.byComment(await yes(world, outputs['digest'] ?? ''));
  expect(later).toMatchObject({ code: 3 });
  expect((await world.site.posts())[0]?.body).toBe('Other words, written since.\n');
});

test('what one page cannot show waits, and everything is published after a few rounds', async () => {
  const sizes = [60_000, 60_000, 100_000 - 30, 30_000];
  const files = Object.fromEntries(
    Array.from({ length: 24 }, (_, n) => {
      const size = sizes[n % sizes.length] ?? 0;
      const words = `Page ${n} says this in its line of words, `;
      const text = `${words.repeat(2)}\n`.repeat(Math.ceil(size / 80)).slice(0, size);
      return [`docs/p${n}.md`, page(`A page with a long enough title, number ${n}`, text)];
    }),
  );
  const world = await createActionWorld({
    files,
    more: 'rules: { recurring-text: off, similar-text: off }',
  });
  const seen = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const { outputs, summary, document } = await plan(world);
    if (!outputs['digest']) break;
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(longestPage);
    expect(summary).toContain(outputs['digest']);
    for (const { action } of document.steps) expect(action).toBe('create');
    const titles = document.steps.map((step) => (step as unknown as { title: string }).title);
    for (const title of titles) {
      expect(summary).toContain(title);
      seen.add(title);
    }
    const { outputs: done } = await world.byComment(await yes(world, outputs['digest']));
    expect(done).toMatchObject({ created: String(titles.length), failed: '0' });
  }
  expect(await world.titles()).toEqual([...seen].toSorted());
  expect(seen.size).toBe(25);
}, 120_000);
