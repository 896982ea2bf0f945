import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { fakeGitHubClient, type SandboxOptions } from '../../sandbox/index.ts';
import { configFor, createCheckout, startSite } from './harness.ts';

const since =
  "sources: { docs: false, pull-requests: { since: '2026-01-01' } }\ndefaults: { tags: [notes] }\n";

/** A repository on the sandbox's GitHub, and the commands with what a job of its would have. */
async function prepared(more = since, options: SandboxOptions = {}) {
  const sandbox = await startSite(options);
  const fakeGitHub = fakeGitHubClient(sandbox.control);
  const checkout = await createCheckout({
    'README.md': 'Acme\n',
    '.github/stack-publish.yml': configFor(sandbox, more),
  });
  const { url, repository, tokens } = sandbox.github;
  const env = {
    STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
    GITHUB_REPOSITORY: repository,
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_SERVER_URL: url,
    GITHUB_TOKEN: tokens.job,
  };
  const json = async <Document>(...args: string[]) => {
    const ran = await checkout.cli([...args, '--json'], env);
    return { ...ran, document: JSON.parse(ran.stdout) as Document };
  };
  const plan = () => json<PlanDocument>('plan');
  return {
    sandbox,
    fakeGitHub,
    checkout,
    env,
    plan,
    publish: (digest: string) => json<PublishDocument>('publish', '--digest', digest),
    /** Plans and publishes until nothing is left to approve, and returns the last plan. */
    async publishAll() {
      for (let round = 0; round < 40; round++) {
        const { document } = await plan();
        if (document.digest === null) return document;
        const { code, stdout } = await json('publish', '--digest', document.digest);
        if (code !== 0) throw new Error(stdout);
      }
      throw new Error('it goes on and on');
    },
  };
}

const note = (text: string) => `Some description.\n\n\`\`\`release-note\n${text}\n\`\`\`\n`;
const merged = (number: number, title: string, body: string, labels = ['stack:article']) => ({
  number,
  title,
  body,
  labels,
  state: 'merged' as const,
  merged: '2026-11-01T10:00:00Z',
  updated: `2026-11-01T10:${String(number % 60).padStart(2, '0')}:00Z`,
});

test('a labelled merged pull request becomes an Article; the rest of it never leaves GitHub', async () => {
  const all = await prepared();
  await all.fakeGitHub.pullRequests([
    merged(1, 'feat(tls): rotate keys on their own', note('Keys are rotated on their own now.')),
    merged(2, 'fix: not for readers', note('Nobody reads this.'), []),
    { ...merged(3, 'feat: on a branch', note('Not on main.')), base: 'release-1' },
  ]);
  const last = await all.publishAll();
  expect(last.counts).toMatchObject({ unchanged: 1 });
  const posts = await all.sandbox.site.posts();
  expect(posts).toMatchObject([
    { title: 'rotate keys on their own', body: 'Keys are rotated on their own now.' },
  ]);
  expect(JSON.stringify(posts)).not.toContain('Some description');
  // Nothing to do: two lists of the site's at most, and one request to the forge.
  expect(last.requests.site.total).toBeLessThanOrEqual(3);
  expect(last.requests.forge).toMatchObject({ writes: 0 });
  expect(last.requests.forge.total).toBeLessThanOrEqual(2);
});

test('a note edited after the merge is a new revision; a label removed is reported', async () => {
  const all = await prepared();
  const pull = merged(7, 'Rotate keys on their own', note('Keys are rotated.'));
  await all.fakeGitHub.pullRequest(pull);
  await all.publishAll();
  await all.fakeGitHub.pullRequest({
    ...pull,
    body: note('Keys are rotated daily.'),
    updated: '2026-11-02T00:00:00Z',
  });
  await all.publishAll();
  expect(await all.sandbox.site.posts()).toMatchObject([{ body: 'Keys are rotated daily.' }]);
  await all.fakeGitHub.pullRequest({ ...pull, labels: [], updated: '2026-11-03T00:00:00Z' });
  const { document } = await all.plan();
  expect(document).toMatchObject({ digest: null, orphaned: [{ source: 'pull/7' }] });
  // Also once others were updated long after it.
  await all.fakeGitHub.pullRequest(merged(8, 'Another one', note('Nobody reads this.'), []));
  await all.fakeGitHub.pullRequest({
    ...merged(8, 'Another one', '', []),
    updated: '2026-11-05T00:00:00Z',
  });
  await all.plan();
  expect((await all.plan()).document).toMatchObject({ orphaned: [{ source: 'pull/7' }] });
  expect(await all.sandbox.site.posts()).toHaveLength(1);
});

test('an earlier day, or another label, takes what was passed over before', async () => {
  const from = (day: string, label = 'stack:article') =>
    `sources: { docs: false, pull-requests: { since: '${day}', article: '${label}' } }\ndefaults: { tags: [notes] }\n`;
  const all = await prepared(from('2026-11-10'));
  const at = (number: number, day: string, labels?: string[]) => ({
    ...merged(number, `Change number ${number}`, note(`This is change ${number}.`), labels),
    merged: `${day}T10:00:00Z`,
    updated: `${day}T10:00:00Z`,
  });
  await all.fakeGitHub.pullRequests([
    at(1, '2026-11-05'),
    at(2, '2026-11-15'),
    at(3, '2026-11-14', ['notes']),
  ]);
  await all.publishAll();
  const titles = async () =>
    (await all.sandbox.site.posts()).flatMap((post) => ('title' in post ? [post.title] : []));
  expect(await titles()).toEqual(['Change number 2']);
  const configure = async (config: string) => {
    await all.checkout.write({ '.github/stack-publish.yml': configFor(all.sandbox, config) });
    await all.checkout.commit();
  };
  await configure(from('2026-11-01'));
  await all.publishAll();
  expect(await titles()).toEqual(['Change number 2', 'Change number 1']);
  // Looked at once: from now on only what is updated is listed.
  expect((await all.plan()).document.requests.forge.total).toBeLessThanOrEqual(2);
  await configure(from('2026-11-01', 'notes'));
  const last = await all.publishAll();
  expect(await titles()).toEqual(['Change number 2', 'Change number 1', 'Change number 3']);
  expect(last.orphaned.map(({ source }) => source)).toEqual(['pull/1', 'pull/2']);
});

test('what waits for an approval is still there when nobody touched it', async () => {
  const all = await prepared();
  await all.fakeGitHub.pullRequest(
    merged(7, 'Rotate keys on their own', note('Keys are rotated.')),
  );
  const first = await all.plan();
  const second = await all.plan();
  expect(second.document.digest).toBe(first.document.digest);
  expect((await all.publish(first.document.digest ?? '')).document.counts).toMatchObject({
    created: 1,
  });
});

test('a FAQ of a pull request becomes questions', async () => {
  const all = await prepared();
  const body =
    '## FAQ\n\n### How often are keys rotated?\n\nDaily.\n\n### By whom are they rotated?\n\nBy the proxy.\n';
  await all.fakeGitHub.pullRequest(merged(9, 'Rotate keys', body, ['stack:faq']));
  await all.publishAll();
  const questions = (await all.sandbox.site.posts()).flatMap((post) =>
    post.kind === 'question' ? [post.title] : [],
  );
  expect(questions.toSorted()).toEqual([
    'By whom are they rotated?',
    'How often are keys rotated?',
  ]);
});

test('without a token for the forge nothing looks as if it were gone', async () => {
  const all = await prepared();
  await all.fakeGitHub.pullRequest(
    merged(7, 'Rotate keys on their own', note('Keys are rotated.')),
  );
  await all.publishAll();
  const { GITHUB_TOKEN: _, ...env } = all.env;
  const ran = await all.checkout.cli(['plan', '--json'], env);
  expect(ran.code).toBe(2);
  expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: 'token-missing' } });
  const odd = { ...all.env, GITHUB_REPOSITORY: 'acme/platform/../x' };
  const mistyped = await all.checkout.cli(['plan', '--json'], odd);
  expect(mistyped.code).toBe(2);
  expect(JSON.parse(mistyped.stdout)).toMatchObject({ error: { code: 'usage' } });
  const { GITHUB_REPOSITORY: __, ...nowhere } = env;
  const off = await all.checkout.cli(['plan', '--json'], nowhere);
  expect(off.stderr).toContain('Pull requests are not read');
  expect(JSON.parse(off.stdout)).toMatchObject({ orphaned: [], counts: { unchanged: 1 } });
});

const corpus = join(
  import.meta.dirname,
  '../../../shared/corpus/kubernetes-1.36-release-notes.json',
);
const absent = !existsSync(corpus);
if (absent) console.log(`skipped: real release notes, as there is no ${corpus}`);

interface RealNote {
  readonly number: number;
  readonly release_note: string;
  readonly labels: readonly string[];
}

/** As such descriptions look: the template's remarks, another fence, and the note between. */
function description({ number, release_note: text }: RealNote): string {
  const fence = '`'.repeat(
    Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)),
  );
  return [
    '<!-- Thanks for sending a pull request! Please read the guide first. -->',
    '#### What type of PR is this?\n\n/kind bug\n',
    `#### What this PR does / why we need it:\n\nIt makes things better.\n\n\`\`\`go\nfmt.Println(${number})\n\`\`\`\n`,
    `Fixes #${number - 1}\n`,
    '#### Does this PR introduce a user-facing change?\n\n<!-- If no, just write "NONE" in the release-note block below. -->\n',
    `${fence}release-note\n${text}\n${fence}\n`,
    '#### Additional documentation\n\n```docs\n\n```\n',
  ].join('\n');
}

describe.skipIf(absent).each([
  ['\n', 'raw', ''],
  ['\r\n', 'once', 'limits: { create: 200 }\n'],
  ['\n', 'twice', 'limits: { create: 200 }\n'],
] as const)('359 real release notes, line ends %j, reads encoded %s', (end, encoding, limits) => {
  test(
    '341 are published byte for byte, in batches, and a further run is silent',
    { timeout: 240_000 },
    async () => {
      const notes = JSON.parse(await readFile(corpus, 'utf8')) as RealNote[];
      expect(notes).toHaveLength(359);
      const all = await prepared(since + limits, {
        switches: { throttle: false, titleEncoding: encoding, bodyEncoding: encoding },
      });
      const title = ({ release_note: text, number }: RealNote) =>
        `${(text.split('\n')[0] ?? '').slice(0, 100)} (${number})`;
      await all.fakeGitHub.pullRequests(
        notes.map((each, place) => ({
          ...merged(each.number, title(each), description(each).replaceAll('\n', end)),
          labels: [...each.labels, 'stack:article'],
          updated: new Date(Date.UTC(2026, 10, 1) + place * 60_000).toISOString(),
        })),
      );

      const { document } = await all.plan();
      const errors = document.findings.filter(({ severity }) => severity === 'error');
      expect(errors).toHaveLength(6);
      expect(document.findings.filter(({ rule }) => rule === 'note-none')).toHaveLength(12);
      expect(document.counts).toMatchObject(
        limits ? { create: 200, waiting: 141 } : { create: 25, waiting: 316 },
      );

      const last = await all.publishAll();
      expect(last.counts).toMatchObject({ unchanged: 341, held: 0, waiting: 0 });
      const bodies = new Map(
        (await all.sandbox.site.posts()).flatMap((post) =>
          'title' in post ? [[post.title, post.body]] : [],
        ),
      );
      expect(bodies.size).toBe(341);
      for (const each of notes) {
        const body = bodies.get(title(each).trim());
        if (body !== undefined) expect(body).toBe(each.release_note.replaceAll('\n', end));
      }
      const before = (await all.sandbox.site.log()).length;
      const silent = await all.plan();
      expect(silent.document.digest).toBeNull();
      expect(silent.document.requests.site.total).toBeLessThanOrEqual(3);
      const log = (await all.sandbox.site.log()).slice(before);
      expect(log.filter(({ method }) => method !== 'GET')).toEqual([]);
    },
  );
});
