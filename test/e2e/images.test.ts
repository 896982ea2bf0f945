import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FaultSpec } from '../../sandbox/index.ts';
import { digestOfBytes } from '../../src/model/digest.ts';
import { addOrigin, createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { gitHubEnvironment } from '../kit/github-environment.ts';
import { inProcess } from '../kit/in-process.ts';
import { page } from '../kit/page.ts';
import { aPicture } from '../kit/pictures.ts';
import { stackDescription } from '../kit/stack-description.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { business, type Place, placesV2 } from './places.ts';

const description = stackDescription();
const red = aPicture('png', 'red');
const blue = aPicture('png', 'blue');

const keys = page('Rotating the keys', 'Text.\n\n![The console](../img/console.png "Here")\n');
const faq =
  '---\ntags: [tls]\nstack: faq\n---\n\n## Where is the console of the keys?\n\nHere:\n\n![It][c]\n\n[c]: /img/console.png\n';

async function prepared(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  more = '',
  { options, version }: Place = business,
) {
  const sandbox = await testSandbox(options);
  const checkout = await createCheckout({
    'docs/keys.md': keys,
    'img/console.png': red,
    ...files,
    '.github/stack-publish.yml': configFor(
      sandbox,
      more || 'visibility: private',
      undefined,
      version,
    ),
  });
  const uploads = async () =>
    (await sandbox.site.log()).filter(({ path }) => path.endsWith('/images/upload'));
  const live = async () => (await sandbox.site.posts()).filter(({ deleted }) => deleted === null);
  return {
    sandbox,
    checkout,
    uploads,
    live,
    ...commandsOf(checkout, sandbox),
    async rewrite(changed: Readonly<Record<string, string | Uint8Array>>) {
      await checkout.write(changed);
      await checkout.commit();
    },
    async bodies() {
      return (await live()).map(({ body }) => body.trim()).toSorted();
    },
    /** The address that stands in the first image of a post. */
    async shownIn(title: string) {
      const post = (await live()).find((each) => 'title' in each && each.title === title);
      return /!\[[^\]]*\]\(([^\s)]+)/.exec(post?.body ?? '')?.[1] ?? '';
    },
  };
}

const fetched = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

test('an image that two sources show is uploaded once, and never again', async () => {
  const all = await prepared({ 'docs/faq.md': faq });
  const { document } = await all.plan();
  const image = {
    path: 'img/console.png',
    bytes: red.length,
    digest: digestOfBytes(red),
    url: null,
  };
  expect(document.steps).toMatchObject([{ images: [image] }, { images: [image] }]);
  expect(await all.uploads()).toEqual([]);

  const { code, document: done } = await all.publish('--digest', document.digest ?? '');
  expect([code, done.counts]).toMatchObject([0, { created: 2, failed: 0 }]);
  const url = await all.shownIn('Rotating the keys');
  expect(await fetched(url)).toEqual(red);
  expect(await all.bodies()).toEqual([
    `Here:\n\n![It][c]\n\n[c]: ${url}`,
    `Text.\n\n![The console](${url} "Here")`,
    expect.anything(),
  ]);
  expect(await all.uploads()).toHaveLength(1);
  // The upload, the Article, the question, its answer and the acceptance.
  expect(done.requests.site.writes).toBe(5);

  const again = await all.plan();
  expect(again.document).toMatchObject({ digest: null, counts: { unchanged: 2 } });
  expect(again.document.requests.site.writes).toBe(0);

  // A change of the text uses what is there, and says so to whoever approves it.
  await all.rewrite({ 'docs/keys.md': keys.replace('Text.', 'Another text.') });
  const second = await all.plan();
  expect(second.document.steps).toMatchObject([{ action: 'update', images: [{ ...image, url }] }]);
  const updated = await all.publish('--digest', second.document.digest ?? '');
  expect(updated.document.counts).toMatchObject({ updated: 1 });
  expect(await all.shownIn('Rotating the keys')).toBe(url);
  expect(await all.uploads()).toHaveLength(1);
  for (const { method, path, sent } of await all.sandbox.site.log())
    description?.expectRequest(method, path.replace(/^\/v3/, ''), sent);
});

test('the person at the terminal sees which image it is', async () => {
  const all = await prepared();
  const ran = await all.checkout.cli(['plan'], {
    STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.read,
  });
  const digest = digestOfBytes(red);
  expect(ran.stdout).toContain(
    `image: img/console.png, ${red.length} bytes, ${digest.slice(0, 14)}, to be uploaded`,
  );
  expect(ran.stdout).toContain(`+![The console](image:${digest} "Here")`);
});

test('a changed image is an update of every post that shows it', async () => {
  const all = await prepared({ 'docs/faq.md': faq });
  await all.publishAll();
  const before = await all.shownIn('Rotating the keys');
  await all.rewrite({ 'img/console.png': blue });
  const planned = await all.plan();
  expect(planned.document.counts).toMatchObject({ update: 2, unchanged: 0 });
  const { document } = await all.publish('--digest', planned.document.digest ?? '');
  expect(document.counts).toMatchObject({ updated: 2 });
  const after = await all.shownIn('Rotating the keys');
  expect(after).not.toBe(before);
  expect(await fetched(after)).toEqual(blue);
  expect(await all.uploads()).toHaveLength(2);
  // And back: the first one is still there.
  await all.rewrite({ 'img/console.png': red });
  expect((await all.publishAll()).document.counts).toMatchObject({ updated: 2 });
  expect(await all.shownIn('Rotating the keys')).toBe(before);
  expect(await all.uploads()).toHaveLength(2);
});

test('an image that is added later, at the address that a page had all along, is an update', async () => {
  const all = await prepared({
    'docs/keys.md': keys.replace('console.png', 'other.png'),
  });
  const first = await all.publishAll();
  expect(first.document.findings).toMatchObject([{ rule: 'image-missing', line: 9 }]);
  expect(await all.bodies()).toEqual(['Text.\n\n![The console](../img/other.png "Here")']);
  await all.rewrite({ 'img/other.png': blue });
  const { document } = await all.publishAll();
  expect([document.counts, document.findings]).toMatchObject([{ updated: 1 }, []]);
  expect(await fetched(await all.shownIn('Rotating the keys'))).toEqual(blue);
});

const failures: [string, FaultSpec, string][] = [
  ['refused', { kind: 'error', path: 'images/upload', status: 415 }, 'site-rejected'],
  [
    'answered with an error',
    { kind: 'error', path: 'images/upload', status: 500, times: 9 },
    'site-unavailable',
  ],
];

test.each(failures)(
  'where the upload is %s, nothing is posted, and other steps are',
  async (_, fault, code) => {
    const all = await prepared({ 'docs/plain.md': page('A page without images', 'Only text.\n') });
    await all.sandbox.site.fault(fault);
    const ran = await all.publishAll();
    expect(ran.code).toBe(4);
    expect(ran.document.steps).toMatchObject([
      { source: 'docs/keys.md', result: 'failed', error: { code } },
      { source: 'docs/plain.md', result: 'created' },
    ]);
    expect(await all.bodies()).toEqual(['Only text.']);
    await all.sandbox.site.clearFaults();
    const again = await all.publishAll();
    expect(again.document.counts).toMatchObject({ created: 1, failed: 0 });
    expect(await fetched(await all.shownIn('Rotating the keys'))).toEqual(red);
  },
);

test('an upload whose answer is lost is sent again', async () => {
  const all = await prepared();
  await all.sandbox.site.fault({ kind: 'lost', path: 'images/upload' });
  const { document } = await all.publishAll();
  expect(document.counts).toMatchObject({ created: 1 });
  expect(await all.uploads()).toHaveLength(2);
  expect((await all.plan()).document).toMatchObject({ digest: null });
});

test('a post whose answer is lost is found with its image', async () => {
  const all = await prepared();
  await all.sandbox.site.fault({ kind: 'lost', method: 'POST', path: 'articles' });
  const { document } = await all.publishAll();
  expect(document.counts).toMatchObject({ created: 1 });
  expect(await all.live()).toHaveLength(1);
  expect(await all.uploads()).toHaveLength(1);
  expect((await all.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 1 } });
});

test('after a lost ledger the post is adopted, whatever the address of its image', async () => {
  const all = await prepared();
  await all.publishAll();
  const url = await all.shownIn('Rotating the keys');
  await all.checkout.remove('.git/ledger.json');
  const planned = await all.plan();
  expect(planned.document.steps).toMatchObject([{ action: 'adopt', source: 'docs/keys.md' }]);
  expect(planned.document.steps[0]).not.toHaveProperty('images');
  const { document } = await all.publish('--digest', planned.document.digest ?? '');
  expect(document.counts).toMatchObject({ adopted: 1 });
  expect(await all.live()).toHaveLength(1);
  expect(await all.uploads()).toHaveLength(1);
  expect((await all.plan()).document).toMatchObject({ digest: null, edited: [] });
  expect(await all.shownIn('Rotating the keys')).toBe(url);
});

test("a person's edit around an image is merged, and one of the image itself stays", async () => {
  const all = await prepared({
    'docs/keys.md': page('Rotating the keys', 'One.\n\n![C](../img/console.png)\n\nThree.\n'),
  });
  await all.publishAll();
  const url = await all.shownIn('Rotating the keys');
  const [post] = await all.live();
  const id = post?.id ?? 0;
  await all.sandbox.site.edit(id, { body: `One, by Ada.\n\n![C](${url})\n\nThree.\n` });
  await all.rewrite({
    'docs/keys.md': page('Rotating the keys', 'One.\n\n![C](../img/console.png)\n\nThree, anew.\n'),
  });
  const planned = await all.plan();
  expect(planned.document.counts).toMatchObject({ merge: 1 });
  await all.publish('--digest', planned.document.digest ?? '');
  const merged = `One, by Ada.\n\n![C](${url})\n\nThree, anew.`;
  expect(await all.bodies()).toEqual([merged]);

  // A person shows another image: the source's change of the text leaves it.
  const other = url.replace(/[^/]*$/, '00000000-0000-0000-0000-000000000000.png');
  await all.sandbox.site.edit(id, { body: `${merged.replace(url, other)}\n` });
  expect((await all.plan()).document).toMatchObject({ digest: null, edited: [{}] });
  await all.rewrite({
    'docs/keys.md': page('Rotating the keys', 'One.\n\n![C](../img/console.png)\n\nThree!\n'),
  });
  expect((await all.publishAll()).document.counts).toMatchObject({ merged: 1 });
  expect(await all.bodies()).toEqual([`One, by Ada.\n\n![C](${other})\n\nThree!`]);
  expect(await all.uploads()).toHaveLength(1);

  // Both changed it: a person has to say which.
  await all.rewrite({ 'img/console.png': blue });
  expect((await all.plan()).document.steps).toMatchObject([{ action: 'held', reason: 'conflict' }]);
});

test('an approval does not cover an image that changed since', async () => {
  const all = await prepared();
  const { digest } = (await all.plan()).document;
  await all.rewrite({ 'img/console.png': blue });
  const ran = await all.publish('--digest', digest ?? '');
  expect([ran.code, ran.document.steps]).toMatchObject([3, [{ result: 'refused' }]]);
  expect([await all.live(), await all.uploads()]).toEqual([[], []]);
});

test('an image that another approval uploaded meanwhile leaves this one as it was', async () => {
  const all = await prepared({
    'docs/b.md': page('Another page of keys', '![B](/img/console.png)\n'),
  });
  const both = (await all.plan()).document;
  const one = (await all.plan('--source', 'docs/b.md')).document;
  // An answer tells the time in seconds: of what happens within one, nobody can tell what was first.
  await all.sandbox.site.advance(2);
  expect((await all.publish('--digest', one.digest ?? '')).document.counts).toMatchObject({
    created: 1,
  });
  const ran = await all.publish('--digest', both.digest ?? '');
  expect(ran.document.steps).toMatchObject([
    { source: 'docs/b.md', result: 'refused' },
    { source: 'docs/keys.md', result: 'created' },
  ]);
  expect(await fetched(await all.shownIn('Rotating the keys'))).toEqual(red);
});

test('an address in the ledger that is none of the site is not used', async () => {
  const all = await prepared();
  await all.publishAll();
  const url = await all.shownIn('Rotating the keys');
  const ledger = join(all.checkout.folder, '.git/ledger.json');
  const text = await readFile(ledger, 'utf8');
  await writeFile(ledger, text.replaceAll(url, 'https://evil.example/a.png'));
  await all.rewrite({ 'docs/other.md': page('Another page of keys', '![B](/img/console.png)\n') });
  const { document } = await all.publishAll();
  expect(JSON.stringify(document)).not.toContain('evil.example');
  expect((await all.bodies()).join('\n')).not.toContain('evil.example');
  expect(await all.shownIn('Another page of keys')).not.toBe(url);
  expect(await all.uploads()).toHaveLength(2);
});

const resumed = (answer: string) =>
  `---\ntags: [tls]\nstack: faq\n---\n\n## Where is the console of the keys?\n\n![Q](../img/console.png)\n\n### Answer\n\n${answer}\n\n![A](/img/console.png)\n`;

test('a question that was begun goes on with the address that it has', async () => {
  const all = await prepared({ 'docs/faq.md': resumed('Here:') });
  await all.checkout.remove('docs/keys.md');
  await all.checkout.commit();
  await all.sandbox.site.fault({ kind: 'error', status: 400, path: 'questions/*/answers' });
  const { document: plan } = await all.plan();
  const first = await all.publish('--digest', plan.digest ?? '');
  expect(first.document.steps).toMatchObject([{ result: 'failed' }]);
  const [begun = ''] = await all.bodies();
  const [url = ''] = /http[^)]+/.exec(begun) ?? [];

  // Under the same approval.
  const again = await all.publish('--digest', plan.digest ?? '');
  expect(again.document.steps).toMatchObject([{ result: 'created' }]);
  expect(await all.bodies()).toEqual([`![Q](${url})`, `Here:\n\n![A](${url})`].toSorted());
  expect(await all.uploads()).toHaveLength(1);
  expect((await all.plan()).document).toMatchObject({ digest: null, edited: [] });

  // A new answer is another approval, with the image that is there.
  await all.rewrite({ 'docs/faq.md': resumed('There:') });
  expect((await all.publishAll()).document.counts).toMatchObject({ updated: 1 });
  expect(await all.bodies()).toEqual([`![Q](${url})`, `There:\n\n![A](${url})`].toSorted());
  expect(await all.uploads()).toHaveLength(1);
});

test('a question that another approval goes on with keeps its address, too', async () => {
  const all = await prepared({ 'docs/faq.md': resumed('Here:') });
  await all.sandbox.site.fault({ kind: 'error', status: 400, path: 'questions/*/answers' });
  expect((await all.publishAll()).document.counts).toMatchObject({ failed: 1, created: 1 });
  const again = await all.publishAll();
  expect(again.document).toMatchObject({ counts: { created: 1, failed: 0 } });
  expect(await all.uploads()).toHaveLength(1);
  expect((await all.plan()).document).toMatchObject({ digest: null, edited: [] });
});

test('a ledger in a branch keeps the address for another clone, in public as well', async () => {
  const all = await prepared();
  await all.rewrite({
    '.github/stack-publish.yml': configFor(all.sandbox, 'visibility: public', ''),
  });
  const origin = await addOrigin(all.checkout);
  await all.publishAll();
  const url = await all.shownIn('Rotating the keys');
  const other = await createCheckout();
  await other.git('remote', 'add', 'origin', origin);
  await other.git('pull', '-q', 'origin', 'main');
  await other.write({ 'docs/b.md': page('Another page of keys', '![B](/img/console.png)\n') });
  await other.commit();
  await other.git('push', '-q', 'origin', 'main');
  const there = commandsOf(other, all.sandbox);
  const { document } = await there.plan();
  expect(document.steps).toMatchObject([{ source: 'docs/b.md', images: [{ url }] }]);
  const done = await there.publish('--digest', document.digest ?? '');
  expect(done.document.counts).toMatchObject({ created: 1 });
  expect(await all.shownIn('Another page of keys')).toBe(url);
  expect(await all.uploads()).toHaveLength(1);
});

test('check tells of images in the working tree, and a name cannot pass for a line of the plan', async () => {
  const name = 'img/a\n+b\u202e.png';
  const all = await prepared({
    [name]: blue,
    'img/svg.png': '<svg/>',
    'docs/b.md': page(
      'Another page of keys',
      `![B](<../img/a%0A+b%E2%80%AE.png>) ![C](/img/svg.png) ![D](/img/none.png)\n`,
    ),
  });
  const checked = await all.check();
  expect(checked.document.findings.map(({ rule, line, column }) => [rule, line, column])).toEqual([
    ['image-type', 7, 41],
    ['image-missing', 7, 60],
  ]);
  const ran = await all.checkout.cli(['plan'], {
    STACK_ACCESS_TOKEN: all.sandbox.stack.tokens.read,
  });
  const line = ran.stdout.split('\n').find((each) => each.startsWith('image: img/a'));
  expect(line).toMatch(
    /^image: img\/a\S*\+b\S*\.png, \d+ bytes, sha256:[\da-f]{7}, to be uploaded$/,
  );
  expect(ran.stdout).not.toContain('\u202e');
});

const seenV2 = [
  ['private', ['image-unavailable'], /!\[The console\]\(\.\.\/img\/console\.png "Here"\)/],
  [
    'public',
    [],
    /!\[The console\]\(http[^ ]+\/acme\/handbook\/raw\/HEAD\/img\/console\.png "Here"\)/,
  ],
] as const;

describe.each(placesV2)('on %s', (_, place) => {
  test.each(seenV2)(
    'a %s repository shows its images as it can',
    async (visibility, rules, shown) => {
      const all = await prepared({}, `visibility: ${visibility}`, place);
      const commands = inProcess(all.checkout, all.sandbox, {
        ...gitHubEnvironment(all.sandbox),
        GITHUB_TOKEN: all.sandbox.github.tokens.job,
      });
      const planned = await commands.plan();
      expect(planned.findings.map(({ rule }) => rule)).toEqual(rules);
      expect(planned.steps[0]).not.toHaveProperty('images');
      await commands.publishAll();
      expect((await all.bodies()).join('\n')).toMatch(shown);
      expect(await all.uploads()).toEqual([]);
      // What readers cannot see is told each time.
      const again = await commands.plan();
      expect(again).toMatchObject({ digest: null, counts: { unchanged: 1 } });
      expect(again.findings.map(({ rule }) => rule)).toEqual(rules);
    },
  );
});
