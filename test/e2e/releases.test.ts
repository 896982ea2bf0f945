import { expect, test } from 'vitest';
import { note } from './pull-request-checkout.ts';
import { releaseCheckout, releases } from './release-checkout.ts';

const link = (url: string, number: number) => `([#${number}](${url}/pull/${number}))`;

test('a release becomes one Article of the notes in it, and a correction updates it', async () => {
  const all = await releaseCheckout();
  const url = `${all.sandbox.github.url}/${all.sandbox.github.repository}`;
  await all.merge(
    { number: 1, body: note('Keys are rotated daily.') },
    { number: 2, body: note('Not for readers.'), labels: [] },
    { number: 3, body: note('The proxy starts in a second.'), base: 'release-1' },
  );
  await all.release('v1.0.0');
  await all.merge({ number: 4, body: note('Comes later.') });
  const last = await all.publishAll();
  expect(last.counts).toMatchObject({ unchanged: 1, unreleased: 1, create: 0 });
  expect(await all.articles()).toEqual({
    'v1.0.0': `- Keys are rotated daily. ${link(url, 1)}\n- The proxy starts in a second. ${link(url, 3)}`,
  });
  expect(last.requests.forge.total).toBeLessThanOrEqual(2);
  expect(last.requests.site.total).toBeLessThanOrEqual(3);

  await all.fakeGitHub.pullRequest({ number: 1, body: note('Keys are rotated hourly.') });
  const { document } = await all.plan();
  expect(document).toMatchObject({ counts: { update: 1, unreleased: 1 } });
  expect(document.requests.forge.total).toBeLessThanOrEqual(3);
  await all.publishAll();
  expect((await all.articles())['v1.0.0']).toContain('rotated hourly');
  expect(Object.keys(await all.articles())).toHaveLength(1);

  await all.release('v1.1.0', { name: 'Winter' });
  await all.publishAll();
  expect(await all.articles()).toMatchObject({ Winter: `- Comes later. ${link(url, 4)}` });
});

test('sections come from the file that GitHub reads, and overrides go before notes', async () => {
  const all = await releaseCheckout();
  await all.checkout.write({
    '.github/release.yml': `changelog:
  exclude: { labels: [internal], authors: [dependabot] }
  categories:
    - { title: Features, labels: [kind/feature] }
    - { title: Fixed, labels: [kind/bug] }
`,
    '.stack-publish/notes/3.md': '---\ntitle: Rotation\n---\nKeys are rotated *hourly*.\n',
  });
  const label = (...names: string[]) => ({ labels: ['stack:article', ...names] });
  await all.merge(
    { number: 1, body: note('A bug is gone.'), ...label('kind/bug') },
    { number: 2, body: note('Nobody reads it.'), ...label('kind/bug', 'internal') },
    { number: 3, body: note('Rotation.'), ...label('kind/feature', 'kind/bug') },
    { number: 4, body: note('Fits nowhere.'), ...label() },
    { number: 5, body: note('It was a mistake.'), ...label('kind/bug') },
    { number: 6, title: 'Revert "Change 5"', body: 'Reverts #5', labels: [] },
  );
  await all.release('v1');
  const { document } = await all.plan();
  expect(document.findings.map(({ rule, source }) => `${rule} ${source}`)).toEqual([
    'release-reverted pull/5',
    'release-uncategorised release/v1',
    'title-too-short release/v1',
  ]);
  await all.publishAll();
  const { v1 = '' } = await all.articles();
  expect(v1.replaceAll(/ \(\[#(\d)\][^ \n]*\)/g, ' #$1')).toBe(
    [
      '## Features\n\n- **Rotation**\n\n  Keys are rotated *hourly*. #3',
      '## Fixed\n\n- A bug is gone. #1',
      '## Other changes\n\n- Fits nowhere. #4',
    ].join('\n\n'),
  );
});

test('what went out on its own before stays as it is, and is told once', async () => {
  const all = await releaseCheckout(
    "sources: { docs: false, pull-requests: { since: '2026-01-01' } }\ndefaults: { tags: [a] }\n",
  );
  await all.merge({ number: 1, body: note('Keys are rotated daily.') });
  await all.publishAll();
  await all.configure(releases());
  expect((await all.plan()).document.counts).toMatchObject({ unreleased: 1, unchanged: 1 });
  await all.release('v1');
  const told = (await all.plan()).document;
  expect(told.findings).toContainEqual(
    expect.objectContaining({ rule: 'superseded', source: 'pull/1' }),
  );
  expect(told.orphaned).toEqual([]);
  await all.publishAll();
  const last = (await all.plan()).document;
  expect(last).toMatchObject({
    digest: null,
    findings: [],
    orphaned: [],
    counts: { unreleased: 0 },
  });
  expect(Object.keys(await all.articles()).sort()).toEqual(['Change 1', 'v1']);
});

test('a pre-release that becomes the release keeps its Article; a deleted one is orphaned', async () => {
  const all = await releaseCheckout();
  await all.merge({ number: 1, body: note('Keys are rotated daily.') });
  await all.release('v1', { prerelease: true });
  await all.merge({ number: 2, body: note('Another one.') });
  await all.release('v2-rc1', { prerelease: true });
  await all.publishAll();
  await all.fakeGitHub.release({ tag: 'v1', name: 'Version 1', prerelease: false });
  expect((await all.plan()).document.counts).toMatchObject({ update: 1, create: 0 });
  await all.publishAll();
  expect(Object.keys(await all.articles()).sort()).toEqual(['Version 1', 'v2-rc1']);
  await all.release('v2');
  await all.publishAll();
  const { v2 = '', 'v2-rc1': rc = '' } = await all.articles();
  expect([v2, rc].map((text) => text.includes('Another one'))).toEqual([true, true]);
  expect(v2).not.toContain('daily');
  await all.fakeGitHub.deleteRelease('v1');
  const { document } = await all.plan();
  expect(document).toMatchObject({ digest: null, orphaned: [{ source: 'release/v1' }] });
});

test("a release's own text", async () => {
  const all = await releaseCheckout(releases(', from: body, type: policy'));
  await all.release('v1', { name: 'First', body: 'Made by @ada, see #12.\r\nNext line.' });
  await all.release('v2', { body: '' });
  const { document } = await all.plan();
  expect(document.findings.map(({ rule, source }) => `${rule} ${source}`)).toEqual([
    'title-too-short release/v1',
    'release-empty release/v2',
  ]);
  await all.publishAll();
  const url = `${all.sandbox.github.url}/${all.sandbox.github.repository}`;
  expect(await all.articles()).toEqual({
    First: `Made by \`@ada\`, see [#12](${url}/issues/12).  \r\nNext line.`,
  });
  expect((await all.plan()).document.findings).toEqual([]);
  await all.fakeGitHub.release({ tag: 'v1', body: 'Made by Ada.' });
  await all.publishAll();
  expect(await all.articles()).toEqual({ First: 'Made by Ada.' });
});
