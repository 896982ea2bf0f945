import { expect, test } from 'vitest';
import { controlOver, fakeGitHubClient } from '../../../../sandbox/index.ts';
import { gitHubHarness } from '../../harness.ts';

test('is driven over HTTP as within the process, and a reset forgets', async () => {
  const { sandbox, drive, repo, control } = await gitHubHarness();
  const remote = fakeGitHubClient(controlOver(sandbox.stack.url));
  await remote.pullRequest({ title: 'One' });
  await remote.user({ login: 'new-one', id: 77, role: 'maintain' });
  expect(await drive.state()).toMatchObject({
    repository: 'acme/handbook',
    threads: [{ number: 1, title: 'One', state: 'open' }],
  });
  const { json } = await repo('GET', '/collaborators/new-one/permission', 'job');
  expect(json).toMatchObject({ role_name: 'maintain', user: { id: 77 } });
  await control.reset();
  const state = await remote.state();
  expect([state.threads, state.requests]).toEqual([[], 0]);
  expect(state.users.map(({ login }) => login)).not.toContain('new-one');
});

test.each([
  ['label', { number: 5 }],
  ['pull-request', { number: 0 }],
  ['pull-request', { author: 'nobody' }],
  ['comment', { number: 5, by: 'ada-admin', body: 'x' }],
  ['edit-comment', { id: 5, body: 'x' }],
  ['approve', { run: 1, environment: 'e', by: 'ada-admin' }],
  ['run', { actor: 'nobody' }],
  ['environment', { name: 'e', unknown: 1 }],
  ['rate-limit', { token: 'invalid', remaining: 0 }],
  ['nothing', {}],
])('%s %j is refused', async (name, body) => {
  const { sandbox } = await gitHubHarness();
  await expect(sandbox.control(`github/${name}`, body)).rejects.toMatchObject({ code: 'usage' });
});
