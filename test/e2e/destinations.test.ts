import { describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../sandbox/index.ts';
import { memoize } from '../../src/model/memoize.ts';
import type { DoctorDocument } from '../../src/report/documents/doctor.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { stackDescription } from '../kit/stack-description.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { merged, note, pullRequestCheckout } from './pull-request-checkout.ts';

interface Place {
  readonly options: SandboxOptions;
  /** What every path of the API begins with. */
  readonly api: string;
  /** What the addresses of posts begin with. */
  readonly pages: string;
  /** As plans and errors name it, before the address. */
  readonly name: string;
  readonly version: 'v3' | 'v2.3';
}

/** Articles come as fast as they are written. */
const unhurried = { articlesPerMinute: 0 };

const business: Place = {
  options: { team: 'acme' },
  api: '/v3/teams/acme/',
  pages: '/c/acme/',
  name: 'team acme',
  version: 'v3',
};
const mainSite: Place = {
  options: { tier: 'enterprise', team: null },
  api: '/api/v3/',
  pages: '/',
  name: 'the main site',
  version: 'v3',
};
const privateTeam: Place = {
  options: { tier: 'enterprise', team: 'acme' },
  api: '/api/v3/teams/acme/',
  pages: '/c/acme/',
  name: 'team acme',
  version: 'v3',
};
const businessV2: Place = {
  ...business,
  options: { ...business.options, switches: unhurried },
  api: '/2.3/',
  version: 'v2.3',
};
const mainSiteV2: Place = {
  ...mainSite,
  options: { ...mainSite.options, switches: unhurried },
  api: '/api/2.3/',
  version: 'v2.3',
};

const config = `visibility: private
sources: { pull-requests: { since: '2026-01-01' } }
defaults: { tags: [notes] }
`;
const question = 'How do I rotate the keys of a service?';
const faq = (answer: string) => `---
tags: [tls]
stack: faq
---

## ${question}

${answer}

## Who may rotate them at night?

Whoever is on call.
`;
const lines = (...changed: string[]) => `${changed.join('\n\n')}\n`;

const description = stackDescription();

/** Publishes, changes and holds at a place; gives what stands there at the end, and what was asked for. */
async function story({ options, api, pages, name, version }: Place) {
  const all = await pullRequestCheckout(config, options, version);
  const { sandbox, checkout } = all;
  const { url, tier, team } = sandbox.stack;
  const commit = async (files: Record<string, string>) => {
    await checkout.write(files);
    await checkout.commit();
  };
  await commit({
    'docs/keys.md': page('Rotating keys', lines('One.', 'Two `a < b && c`.', 'Three.')),
    'docs/gone.md': page('A page that goes', 'Soon deleted.\n'),
    'docs/faq.md': faq('Issue a pair: `a && b < c`.'),
  });
  await all.fakeGitHub.pullRequest(merged(7, 'Rotate keys alone', note('Keys rotate alone now.')));

  const first = (await all.plan()).document;
  expect(first.destination).toMatchObject({ tier, team, site: url, api: version });
  const shown = await checkout.cli(['plan'], all.env);
  expect(shown.stdout).toContain(`${name} at ${url} (${tier}, API ${version}), as `);
  await all.publishAll();
  const posts = async () => sandbox.site.posts();
  const titled = async (title: string) => {
    const post = (await posts()).find((each) => 'title' in each && each.title === title);
    if (!post) throw new Error(`no post ${title}`);
    return post;
  };
  const keys = await titled('Rotating keys');
  const asked = await titled(question);

  // Readers can open each under the address that is told.
  const { sources } = JSON.parse((await checkout.cli(['status', '--json'], all.env)).stdout) as {
    sources: { post: { url: string } }[];
  };
  expect(sources).toHaveLength(5);
  for (const { post } of sources) {
    expect(post.url.startsWith(`${url}${pages}`)).toBe(true);
    expect((await fetch(post.url)).status).toBe(200);
  }
  expect((await fetch(sandbox.stack.pages)).status).toBe(200);

  expect((await all.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 5 } });

  // The source changed, and a person's edit of another line: merged. A deletion is held.
  await sandbox.site.edit(keys.id, { body: lines('One.', 'Two `a < b && c`.', 'Three, by Ada.') });
  await sandbox.site.delete((await titled('A page that goes')).id);
  await commit({
    'docs/keys.md': page('Rotating keys', lines('One, anew.', 'Two `a < b && c`.', 'Three.')),
    'docs/gone.md': page('A page that goes', 'Changed since.\n'),
    'docs/faq.md': faq('Issue two pairs.'),
  });
  const second = (await all.plan()).document;
  expect(second.counts).toMatchObject({ merge: 1, update: 1, held: 1 });
  expect(second.steps.find(({ action }) => action === 'held')).toMatchObject({
    source: 'docs/gone.md',
    reason: 'deleted',
  });
  const { document: done } = await all.publish(second.digest ?? '');
  expect(done.counts).toMatchObject({ merged: 1, updated: 1 });
  expect((await titled('Rotating keys')).body).toBe(
    lines('One, anew.', 'Two `a < b && c`.', 'Three, by Ada.'),
  );
  expect((await titled(question)).id).toBe(asked.id);
  expect((await all.plan()).document).toMatchObject({ digest: null, counts: { held: 1 } });

  const log = await sandbox.site.log();
  for (const { method, path, sent } of log) {
    expect(path.startsWith(api)).toBe(true);
    if (version === 'v3')
      description?.expectRequest(method, path.replace(/^(?:\/api)?\/v3/, ''), sent);
  }
  return {
    posts: (await posts()).map((post) => ({
      ...post,
      created: 0,
      activity: 0,
      edited: post.edited !== null,
      deleted: post.deleted !== null,
    })),
    asked: log.map(({ method, path, sent, status }) => ({
      asked: `${method} ${path.slice(api.length)}`,
      sent,
      status,
    })),
  };
}

/** Told once, for all that is compared with it. */
const onBusiness = memoize(() => story(business));

test('the same posts come of the same sources on Business, on a main site and in a private team', async () => {
  const expected = await onBusiness();
  expect(expected.posts.map(({ kind }) => kind).toSorted()).toEqual([
    'answer',
    'answer',
    'article',
    'article',
    'article',
    'question',
    'question',
  ]);
  for (const place of [mainSite, privateTeam]) {
    const seen = await story(place);
    expect(seen.posts).toEqual(expected.posts);
    expect(seen.asked.toSorted(bySpelling)).toEqual(expected.asked.toSorted(bySpelling));
  }
});

test.each([
  ['Business', businessV2],
  ['the main site of an Enterprise', mainSiteV2],
])('they are the same over API v2.3 on %s', async (_, place) => {
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
