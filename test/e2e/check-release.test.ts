import { describe, expect, test } from 'vitest';
import type { CheckDocument } from '../../src/report/documents/check.ts';
import { runAction } from '../kit/run-action.ts';
import { note } from './pull-request-checkout.ts';
import { releaseCheckout, releases } from './release-checkout.ts';

async function prepared(more = releases()) {
  const all = await releaseCheckout(more);
  await all.checkout.write({
    '.github/release.yml':
      'changelog: { categories: [{ title: Fixed, labels: [bug] }], exclude: { labels: [no] } }\n',
  });
  await all.checkout.commit();
  const check = async (...args: string[]) => {
    const ran = await all.checkout.cli(['check', ...args, '--json'], {
      ...all.env,
      STACK_ACCESS_TOKEN: '',
    });
    return { ...ran, document: JSON.parse(ran.stdout) as CheckDocument };
  };
  return { ...all, check };
}

describe('check --release', () => {
  test('shows what a release says, and what the next one would', async () => {
    const all = await prepared();
    await all.merge({
      number: 1,
      body: note('Keys are rotated daily.'),
      labels: ['stack:article', 'bug'],
    });
    await all.release('v1', { name: 'The first one' });
    await all.merge(
      { number: 2, body: note('The proxy starts at once.') },
      { number: 3, body: 'Nothing for readers.' },
    );
    const first = (await all.check('--release', 'v1')).document;
    expect(first.release).toMatchObject({
      source: 'release/v1',
      title: 'The first one',
      tags: ['releases'],
    });
    expect(first.release?.body).toMatch(/^## Fixed\n\n- Keys are rotated daily\. \(\[#1\]/);
    const next = await all.check('--release', 'next');
    expect(next.code).toBe(0);
    expect(next.document.release?.body).toMatch(
      /^## Other changes\n\n- The proxy starts at once\. \(\[#2\]/,
    );
    expect(next.document.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['no-note', 'release-uncategorised']),
    );
    expect(next.document.requests.site.total).toBe(0);
    const { stdout } = await all.checkout.cli(['check', '--release', 'next'], all.env);
    expect(stdout).toContain(' - The proxy starts at once.');
    // A tag without a release.
    await all.checkout.git('tag', 'v2');
    await all.push('refs/tags/v2');
    expect((await all.check('--release', 'v2')).document.release).toMatchObject({ title: 'v2' });
    const none = await all.check('--release', 'v3');
    expect(none.code).toBe(1);
    expect(none.document).toMatchObject({ release: null, findings: [{ rule: 'release-tag' }] });
  });

  test('needs releases, and a forge with a token', async () => {
    const off = await prepared('defaults: { tags: [a] }\n');
    const ran = await off.check('--release', 'next');
    expect([ran.code, ran.document]).toMatchObject([2, { error: { code: 'usage' } }]);
    const all = await prepared();
    const { GITHUB_TOKEN: _, ...env } = all.env;
    const without = await all.checkout.cli(['check', '--release', 'next', '--json'], env);
    expect(without.code).toBe(2);
    expect(JSON.parse(without.stdout)).toMatchObject({ error: { code: 'token-missing' } });
    const body = await prepared(releases(', from: body'));
    expect((await body.check('--release', 'v9')).document).toMatchObject({
      error: { code: 'source-unknown' },
    });
  });
});

describe('a pull request that is checked', () => {
  const inReleases = prepared;
  const alone = () =>
    prepared(
      "sources: { docs: false, pull-requests: { since: '2026-01-01' } }\ndefaults: { tags: [a] }\n",
    );
  const act = async (
    { sandbox, checkout }: Awaited<ReturnType<typeof prepared>>,
    pull: { body: string; labels?: string[]; title?: string },
  ) => {
    const { labels = ['stack:article'], title = 'fix: rotate keys on their own', body } = pull;
    const payload = {
      pull_request: {
        number: 7,
        title,
        body,
        labels: labels.map((name) => ({ name })),
        user: { login: 'ada' },
        html_url: 'https://forge.example/acme/app/pull/7',
      },
    };
    const acted = await runAction(sandbox, checkout.folder, {
      event: 'pull_request',
      payload,
      ref: 'refs/pull/7/merge',
    });
    const { result = '' } = acted.outputs;
    const { readFile } = await import('node:fs/promises');
    return { ...acted, document: JSON.parse(await readFile(result, 'utf8')) as CheckDocument };
  };

  test('is shown as it will stand in its section', async () => {
    const all = await inReleases();
    const done = await act(all, {
      body: note('Keys are rotated daily.'),
      labels: ['stack:article', 'bug'],
    });
    expect(done.document.entry).toEqual({
      source: 'pull/7',
      section: 'Fixed',
      text: '- Keys are rotated daily. ([#7](https://forge.example/acme/app/pull/7))',
    });
    expect(done.summary).toContain('- Keys are rotated daily.');
    // Its comment alone is asked for.
    expect(done.document.requests).toMatchObject({ site: { total: 0 }, forge: { total: 1 } });
  });

  test.each([
    ['no label', { body: note('A note.'), labels: [] }, 'unlabelled-note'],
    ['no note', { body: 'Only words for reviewers.' }, 'no-note'],
    ['an empty block', { body: note('') }, 'no-note'],
    ['nothing to say', { body: note('NONE') }, 'note-none'],
    ['excluded', { body: note('A note.'), labels: ['stack:article', 'no'] }, 'release-excluded'],
    [
      'both labels',
      { body: note('A note.'), labels: ['stack:article', 'stack:faq'] },
      'two-labels',
    ],
  ])('what is missing is told: %s', async (_, pull, rule) => {
    for (const all of [await inReleases(), await alone()]) {
      const { document } = await act(all, pull);
      if (rule === 'release-excluded' && document.entry) continue;
      expect(document.findings).toMatchObject([{ rule, source: 'pull/7' }]);
      expect(document.entry).toBeNull();
    }
  });

  test('is shown as its own Article or its questions where it is none of a release', async () => {
    const all = await alone();
    const { document } = await act(all, { body: note('Keys are rotated daily, at night.') });
    expect(document.entry).toEqual({
      source: 'pull/7',
      section: null,
      text: '# rotate keys on their own\n\nKeys are rotated daily, at night.',
    });
    const faq = await act(all, {
      body: '## FAQ\n\n### Who rotates the keys?\n\nA job does.\n',
      labels: ['stack:faq'],
    });
    expect(faq.document.entry?.text).toContain('# Who rotates the keys?');
  });

  test('nothing is said of one that has neither label nor note, or has nothing to say', async () => {
    const all = await inReleases();
    for (const body of ['Words.', note('NONE')]) {
      const { document } = await act(all, { body, labels: [] });
      expect(document).toMatchObject({ findings: [], entry: null });
    }
  });
});
