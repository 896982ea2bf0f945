import { expect, test } from 'vitest';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import { note } from './pull-request-checkout.ts';
import { releaseCheckout, releases } from './release-checkout.ts';

/** What is found, but for what is short, as names and notes of tests are. */
const toldOf = ({ findings }: PlanDocument): readonly string[] =>
  findings
    .filter(({ rule }) => !rule.endsWith('-too-short'))
    .map(({ rule, source }) => `${rule} ${source}`);

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
  expect(last.requests.forge.total).toBe(1);
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
  await all.checkout.commit();
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
  expect(toldOf(document)).toEqual(['release-reverted pull/5', 'release-uncategorised release/v1']);
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
  expect((await all.publishAll()).counts).toMatchObject({ unreleased: 0 });
  await all.fakeGitHub.comment(2, 'will-write', 'It is in v2-rc1.');
  expect((await all.plan()).document.counts).toMatchObject({ unreleased: 0, unchanged: 2 });
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
  expect(toldOf(document)).toEqual(['release-empty release/v2']);
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

test('two runs at once on a new release make one Article', async () => {
  const all = await releaseCheckout(releases(), { switches: { latency: 20 } });
  await all.merge({ number: 1, body: note('Keys are rotated daily.') });
  await all.release('v1');
  const { digest } = (await all.plan()).document;
  const ends = await Promise.all([1, 2, 3].map(() => all.publish(digest ?? '')));
  expect(ends.every(({ code }) => code === 0 || code === 3 || code === 5)).toBe(true);
  expect(await all.sandbox.site.posts()).toHaveLength(1);
  expect((await all.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 1 } });
});

test('a broken file of sections touches no release', async () => {
  const all = await releaseCheckout();
  await all.checkout.write({ '.github/release.yml': 'changelog: []\n' });
  await all.checkout.commit();
  await all.merge({ number: 1, body: note('Keys are rotated daily.') });
  await all.release('v1');
  const { document } = await all.plan();
  expect(document.digest).toBeNull();
  expect(document.findings).toMatchObject([
    { rule: 'release-file', severity: 'error', file: '.github/release.yml', line: 1, column: 12 },
    { rule: 'release-file', severity: 'error', source: 'release/v1' },
  ]);
});

test('a note that cannot be read keeps its release back, until it can', async () => {
  const all = await releaseCheckout();
  await all.merge(
    { number: 1, body: note('Keys are rotated daily.') },
    { number: 2, body: '```release-note\nopen' },
    { number: 3, body: 'Nothing for readers.' },
    { number: 4, body: note('NONE') },
  );
  await all.release('v1');
  const rules = async () => toldOf((await all.plan()).document);
  const told = ['no-note pull/3', 'note-none pull/4', 'open-note release/v1'];
  expect(await rules()).toEqual(told);
  expect(await rules()).toEqual(told);
  await all.fakeGitHub.pullRequest({ number: 2, body: note('It is closed now.') });
  await all.publishAll();
  expect((await all.articles())['v1']).toContain('It is closed now.');
});

test('a label, an author or a note that comes late changes the Article', async () => {
  const all = await releaseCheckout();
  await all.merge({ number: 1, body: note('Keys are rotated daily.'), labels: [] });
  await all.release('v1');
  expect((await all.plan()).document.findings).toMatchObject([{ rule: 'release-empty' }]);
  expect((await all.plan()).document).toMatchObject({ digest: null, findings: [] });
  await all.fakeGitHub.label(1, { add: ['stack:article'] });
  await all.publishAll();
  expect((await all.articles())['v1']).toContain('daily');
  await all.fakeGitHub.comment(1, 'will-write', 'Released in v1.');
  await all.fakeGitHub.pullRequest({ number: 1, title: 'Another title' });
  const quiet = (await all.plan()).document;
  expect(quiet).toMatchObject({ digest: null, counts: { unchanged: 1 } });
  expect(quiet.requests.forge.total).toBeLessThanOrEqual(1);
  await all.fakeGitHub.label(1, { remove: ['stack:article'] });
  const gone = (await all.plan()).document;
  expect(gone.findings).toMatchObject([{ rule: 'release-empty', source: 'release/v1' }]);
  expect(gone).toMatchObject({ digest: null, orphaned: [] });
});

test('an override adds a note, changes and leaves with its file; a release has a file of its own', async () => {
  const all = await releaseCheckout();
  await all.merge({ number: 1, body: note('As it was.') }, { number: 2, body: '', labels: [] });
  await all.release('v1');
  await all.publishAll();
  const commit = async (files: Readonly<Record<string, string>>) => {
    await all.checkout.write(files);
    await all.checkout.commit();
    await all.publishAll();
    return (await all.articles())['v1'] ?? Object.values(await all.articles())[0] ?? '';
  };
  expect(await commit({ '.stack-publish/notes/2.md': 'Added by hand.\n' })).toContain(
    'Added by hand.',
  );
  expect(await commit({ '.stack-publish/notes/2.md': 'Changed by hand.\n' })).toContain('Changed');
  const head = '---\ntitle: The first release\ntags: [news]\n---\nRead this first.\n';
  expect(await commit({ '.stack-publish/notes/v1.md': head })).toMatch(
    /^Read this first\.\n\n- As it was/,
  );
  expect(Object.keys(await all.articles())).toEqual(['The first release']);
  await all.checkout.remove('.stack-publish/notes/2.md');
  expect(await commit({})).not.toContain('Changed');
  await all.checkout.write({ '.stack-publish/notes/1.md': new Uint8Array([0xff, 0x0a]) });
  await all.checkout.commit();
  expect((await all.plan()).document.findings).toContainEqual(
    expect.objectContaining({
      rule: 'release-override',
      file: '.stack-publish/notes/1.md',
      line: 1,
    }),
  );
});

test('a tag that moved is told, and what it holds now is taken where asked for', async () => {
  const all = await releaseCheckout();
  await all.merge({ number: 1, body: note('First.') });
  await all.release('v1');
  await all.publishAll();
  await all.merge({ number: 2, body: note('Second.') });
  await all.checkout.git('tag', '-f', 'v1');
  await all.push('+refs/tags/v1');
  const told = (await all.plan()).document;
  expect([told.digest, toldOf(told)]).toEqual([null, ['release-tag-moved release/v1']]);
  expect((await all.plan()).document).toMatchObject({ digest: null, findings: [] });
  const ran = await all.checkout.cli(['plan', '--recompose', '--json'], all.env);
  expect(JSON.parse(ran.stdout)).toMatchObject({ counts: { update: 1 } });
});

test('`previous` names the release that one follows', async () => {
  const all = await releaseCheckout();
  await all.merge({ number: 1, body: note('First.') });
  await all.release('v1');
  await all.merge({ number: 2, body: note('Second.') });
  await all.release('v2');
  await all.checkout.write({
    '.stack-publish/notes/v3.md': '---\nprevious: v1\n---\n',
    '.stack-publish/notes/v4.md': '---\nprevious: v0\n---\n',
  });
  await all.checkout.commit();
  await all.merge({ number: 3, body: note('Third.') });
  await all.release('v3');
  await all.release('v4');
  const { document } = await all.plan();
  expect(document.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { rule: 'release-tag', source: 'release/v4' },
  ]);
  await all.publishAll().catch(() => undefined);
  const { v2 = '', v3 = '' } = await all.articles();
  expect([v2.includes('Second'), v3.includes('Second'), v3.includes('First')]).toEqual([
    true,
    true,
    false,
  ]);
});
