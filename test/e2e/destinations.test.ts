import { describe, expect, test } from 'vitest';
import { memoize } from '../../src/model/memoize.ts';
import type { DoctorDocument } from '../../src/report/documents/doctor.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { inProcess } from '../kit/in-process.ts';
import { page } from '../kit/page.ts';
import { aPicture } from '../kit/pictures.ts';
import { stackDescription } from '../kit/stack-description.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { business, mainSite, type Place, placesV2, placesV3, privateTeam } from './places.ts';
import { merged, note, pullRequestCheckout } from './pull-request-checkout.ts';

const config = `visibility: private
sources: { pull-requests: { since: '2026-01-01' } }
defaults: { tags: [notes] }
`;
const red = aPicture('png', 'red');
const question = 'How do I rotate the keys of a service?';
const faq = (answer: string) => `---
tags: [tls]
stack: faq
---

## ${question}

${answer}

## Who may rotate them at night?

Whoever is on call, here:

![The console](/img/console.png)
`;
const lines = (...changed: string[]) => `${changed.join('\n\n')}\n`;
/** A page of the docs, with the image at some address. */
const keys = (first: string, last: string, image = '../img/console.png') =>
  lines(first, 'Two `a < b && c`.', `![The console](${image})`, last);
const shownImage = /(!\[The console\]\()([^)]*)/;

const imageRules = ({ findings }: Pick<PlanDocument, 'findings'>) =>
  findings.flatMap(({ rule }) => (rule.startsWith('image-') ? [rule] : []));

const description = stackDescription();

/** Publishes, changes and holds at a place; gives what stands there at the end, and what was asked for. */
async function story({ options, api, pages, name, version }: Place) {
  const { sandbox, checkout, env, fakeGitHub } = await pullRequestCheckout(
    config,
    options,
    version,
  );
  const commands = inProcess(checkout, sandbox, env);
  const { url, tier, team } = sandbox.stack;
  const commit = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    await checkout.write(files);
    await checkout.commit();
  };
  await commit({
    'docs/keys.md': page('Rotating keys', keys('One.', 'Three.')),
    'docs/gone.md': page('A page that goes', 'Soon deleted.\n'),
    'docs/faq.md': faq('Issue a pair: `a && b < c`.'),
    'img/console.png': red,
  });
  await fakeGitHub.pullRequest(merged(7, 'Rotate keys alone', note('Keys rotate alone now.')));

  const first = await commands.plan();
  expect(first.destination).toMatchObject({ tier, team, site: url, api: version });
  // Where images cannot be uploaded, and readers cannot see those of the repository, it is told.
  const unseen = version === 'v3' ? [] : ['image-unavailable', 'image-unavailable'];
  expect(imageRules(first)).toEqual(unseen);
  const shown = await checkout.cli(['plan'], env);
  expect(shown.stdout).toContain(`${name} at ${url} (${tier}, API ${version}), as `);
  expect((await commands.publishAll()).counts).toMatchObject({ created: 5 });
  const posts = async () => sandbox.site.posts();
  const titled = async (title: string) => {
    const post = (await posts()).find((each) => 'title' in each && each.title === title);
    if (!post) throw new Error(`no post ${title}`);
    return post;
  };
  const article = await titled('Rotating keys');
  const asked = await titled(question);

  // Readers can open each under the address that is told.
  const { sources } = JSON.parse((await checkout.cli(['status', '--json'], env)).stdout) as {
    sources: { post: { url: string } }[];
  };
  expect(sources).toHaveLength(5);
  for (const { post } of sources) {
    expect(post.url.startsWith(`${url}${pages}`)).toBe(true);
    expect((await fetch(post.url)).status).toBe(200);
  }
  expect((await fetch(sandbox.stack.pages)).status).toBe(200);
  const image = shownImage.exec(article.body)?.[2] ?? '';
  if (version === 'v3') {
    expect(image.startsWith(`${url}${pages}images/s/`)).toBe(true);
    expect(Buffer.from(await (await fetch(image)).arrayBuffer())).toEqual(red);
    const read = await fetch(`${url}${pages}articles/${article.id}`);
    expect(await read.text()).toContain(`src="${image}"`);
  } else expect(image).toBe('../img/console.png');

  expect(await commands.plan()).toMatchObject({ digest: null, counts: { unchanged: 5 } });

  // The source changed, and a person's edit of another line: merged. A deletion is held.
  await sandbox.site.edit(article.id, { body: keys('One.', 'Three, by Ada.', image) });
  await sandbox.site.delete((await titled('A page that goes')).id);
  await commit({
    'docs/keys.md': page('Rotating keys', keys('One, anew.', 'Three.')),
    'docs/gone.md': page('A page that goes', 'Changed since.\n'),
    'docs/faq.md': faq('Issue two pairs.'),
  });
  const second = await commands.plan();
  expect(second.counts).toMatchObject({ merge: 1, update: 1, held: 1 });
  expect(second.steps.find(({ action }) => action === 'held')).toMatchObject({
    source: 'docs/gone.md',
    reason: 'deleted',
  });
  expect((await commands.publish(second.digest ?? '')).counts).toMatchObject({
    merged: 1,
    updated: 1,
  });
  expect((await titled('Rotating keys')).body).toBe(keys('One, anew.', 'Three, by Ada.', image));
  expect((await titled(question)).id).toBe(asked.id);
  const last = await commands.plan();
  expect(last).toMatchObject({ digest: null, counts: { held: 1 } });
  expect(imageRules(last)).toEqual(unseen);

  const log = await sandbox.site.log();
  for (const { method, path, sent } of log) {
    expect(path.startsWith(api)).toBe(true);
    if (version === 'v3')
      description?.expectRequest(method, path.replace(/^(?:\/api)?\/v3/, ''), sent);
  }
  const uploads = log.filter(({ path }) => path.endsWith('/images/upload'));
  expect(uploads).toHaveLength(version === 'v3' ? 1 : 0);
  // The address of an image is the site's own.
  return {
    posts: (await posts()).map((post) => ({
      ...post,
      body: post.body.replace(shownImage, '$1IMAGE'),
      created: 0,
      activity: 0,
      edited: post.edited !== null,
      deleted: post.deleted !== null,
    })),
    asked: log.map((entry) => ({
      asked: `${entry.method} ${entry.path.slice(api.length)}`,
      sent: uploads.includes(entry) ? null : (entry.sent?.replaceAll(image, 'IMAGE') ?? null),
      status: entry.status,
    })),
  };
}

/** Told once, for all that is compared with it. */
const onBusiness = memoize(() => story(business));

describe('one story: docs, questions and a pull request, an edit merged, a deletion held', () => {
  test('it is told on Business, API v3', async () => {
    const { posts } = await onBusiness();
    expect(posts.map(({ kind }) => kind).toSorted()).toEqual([
      'answer',
      'answer',
      'article',
      'article',
      'article',
      'question',
      'question',
    ]);
  });

  test.each(placesV3.slice(1))('the same requests and posts come of it on %s', async (_, place) => {
    const expected = await onBusiness();
    const seen = await story(place);
    expect(seen.posts).toEqual(expected.posts);
    expect(seen.asked.toSorted(bySpelling)).toEqual(expected.asked.toSorted(bySpelling));
  });

  test.each(placesV2)('the same posts come of it on %s', async (_, place) => {
    const expected = (await onBusiness()).posts;
    const seen = await story(place);
    expect(seen.posts.map(said).toSorted(bySpelling)).toEqual(
      expected.map(said).toSorted(bySpelling),
    );
    // In a few requests, of which none had to be tried again.
    expect(seen.asked.filter(({ status }) => status !== 200)).toEqual([]);
    const reads = seen.asked.filter(({ asked }) =>
      /^GET (?:articles|questions|answers)\//.test(asked),
    );
    for (const { asked } of reads) expect(asked).toContain(';');
  });
});

/** What a reader sees of a post, whatever its id. */
const said = (seen: Awaited<ReturnType<typeof story>>['posts'][number]) => {
  const post = { ...seen, id: 0 };
  return 'answers' in post
    ? { ...post, answers: post.answers.length, accepted: post.accepted !== null }
    : { ...post, question: 0 };
};

/** Reads of one plan go out side by side, in no order. */
const bySpelling = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('a token of', () => {
  test.each([
    ['the main site in a private team', privateTeam, 'token-elsewhere', 'destination.team', 2],
    ['a private team on the main site', mainSite, 'token-refused', 'destination.team', 1],
    ['another team on Business', business, 'token-refused', 'acme', 1],
  ])('%s is told by plan and doctor', async (_, { options, name }, code, named, requests) => {
    const sandbox = await testSandbox(options);
    const checkout = await createCheckout({
      'docs/a.md': page('A page', 'One.\n'),
      '.github/stack-publish.yml': configFor(sandbox, 'sources: { pull-requests: false }'),
    });
    const { other } = sandbox.stack.tokens;
    const { code: exit, document } = await commandsOf(checkout, sandbox, other).plan();
    expect([exit, document.error.code]).toEqual([1, code]);
    expect(document.error.message).toContain(name.replace('the main site', 'main site'));
    expect(document.error.remedy).toContain(named);
    expect(await sandbox.site.log()).toHaveLength(requests);
    expect((await sandbox.site.log()).filter(({ method }) => method !== 'GET')).toEqual([]);

    const doctor = await checkout.cli(['doctor', '--json'], { STACK_ACCESS_TOKEN: other });
    const checks = (JSON.parse(doctor.stdout) as DoctorDocument).checks;
    expect(doctor.code).toBe(1);
    const { message, remedy } = document.error;
    expect(checks.find(({ check }) => check === 'site')).toMatchObject({
      state: 'failed',
      message,
      remedy,
    });
    expect(checks.find(({ check }) => check === 'configuration')?.message).toContain(
      `${name} at ${sandbox.stack.url} (${sandbox.stack.tier})`,
    );
  });

  test('no place, and one that ran out, are no tokens of the main site', async () => {
    const sandbox = await testSandbox(privateTeam.options);
    const checkout = await createCheckout({
      'docs/a.md': page('A page', 'One.\n'),
      '.github/stack-publish.yml': configFor(sandbox, 'sources: { pull-requests: false }'),
    });
    const { invalid, expired } = sandbox.stack.tokens;
    const codeOf = async (token: string) =>
      (await commandsOf(checkout, sandbox, token).plan()).document.error.code;
    expect(await codeOf(invalid)).toBe('token-refused');
    expect(await codeOf(expired)).toBe('token-expired');
  });
});

test('a ledger of the main site is none of a private team', async () => {
  const main = await testSandbox(mainSite.options);
  const files = { 'docs/a.md': page('A page', 'One.\n') };
  const checkout = await createCheckout({
    ...files,
    '.github/stack-publish.yml': configFor(main, 'sources: { pull-requests: false }'),
  });
  await commandsOf(checkout, main).publishAll();
  await checkout.write({
    '.github/stack-publish.yml': configFor(main, 'sources: { pull-requests: false }').replace(
      'url:',
      'team: private, url:',
    ),
  });
  await checkout.commit();
  const { document } = await commandsOf(checkout, main, main.stack.tokens.other).plan();
  expect(document.error.code).toBe('ledger-other-destination');
  expect(document.error.message).toMatch(/posts of the main site at .*expected team private at /);
});
