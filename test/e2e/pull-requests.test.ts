import { expect, test } from 'vitest';
import { configFor } from '../kit/config-for.ts';
import { merged, note, pullRequestCheckout } from './pull-request-checkout.ts';

test('a labelled merged pull request becomes an Article; the rest of it never leaves GitHub', async () => {
  const all = await pullRequestCheckout();
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
  const all = await pullRequestCheckout();
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
  const all = await pullRequestCheckout(from('2026-11-10'));
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
  const all = await pullRequestCheckout();
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
  const all = await pullRequestCheckout();
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
  const all = await pullRequestCheckout();
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

test('a pinned id and an error: the pull request is asked for again until it is right', async () => {
  const all = await pullRequestCheckout();
  const pinned = (text: string) => note(`---\nstack: { id: list-view }\n---\n${text}`);
  const broken = merged(301, 'Improve the list view', pinned('TODO write this text later on.'));
  await all.fakeGitHub.pullRequest(broken);
  const seen = [{ rule: 'placeholder', source: 'id/list-view', severity: 'error' }];
  expect((await all.plan()).document.findings).toMatchObject(seen);
  // The cursor moves on with another one.
  await all.fakeGitHub.pullRequest({
    ...merged(302, 'Improve the tree view', note('The tree view shows more than it did.')),
    updated: '2026-11-20T00:00:00Z',
  });
  await all.publishAll();
  expect((await all.plan()).document).toMatchObject({ digest: null, findings: seen });
  await all.fakeGitHub.pullRequest({
    ...broken,
    body: pinned('The list view shows more than it did.'),
  });
  expect((await all.plan()).document).toMatchObject({
    steps: [{ action: 'create', source: 'id/list-view' }],
    findings: [],
  });
});

test('of a section only what its author wrote is posted, and of a note that says nothing nothing', async () => {
  const all = await pullRequestCheckout();
  const section =
    '## Release note\n\nThe list is sorted by name now.\n\nFixes #4\nSigned-off-by: Kim <k@acme.example>\n\n<!-- A_BOT -->\n---\nRisky: touches acme/secret.\n<!-- /A_BOT -->\n';
  await all.fakeGitHub.pullRequests([
    merged(1, 'Sort the list by name', section),
    merged(2, 'Rename a function inside', note('N/A')),
    merged(3, 'Rename another function', '## Release note\n\n- None\n\nFixes #4\n'),
  ]);
  const last = await all.publishAll();
  expect(last.findings).toMatchObject([
    { rule: 'note-none', source: 'pull/2' },
    { rule: 'note-none', source: 'pull/3' },
  ]);
  expect(await all.sandbox.site.posts()).toMatchObject([
    { title: 'Sort the list by name', body: 'The list is sorted by name now.' },
  ]);
});
