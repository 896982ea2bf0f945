import { expect, test } from 'vitest';
import { historyPage, pageOf, pagesAt } from '../../src/model/forge-addresses.ts';
import { pagesOf } from '../../src/wiring/pages.ts';
import { remotePages } from '../../src/wiring/remote-pages.ts';

const gitLab = 'https://gitlab.com/acme/team/app/-/blob/HEAD/docs/a.md#x';
const gitea = 'https://codeberg.org/acme/app/src/branch/HEAD/docs/a.md#x';
const azure = 'https://dev.azure.com/acme/My%20Project/_git/app?path=/docs/a.md';

test.each([
  ['https://gitlab.com/acme/team/app.git', gitLab],
  ['https://oauth2:secret@gitlab.com/acme/team/app.git', gitLab],
  ['git@gitlab.com:acme/team/app.git', gitLab],
  ['ssh://git@gitlab.com:2222/acme/team/app', gitLab],
  ['https://gitlab.acme.example:8443/a/b.git', 'https://gitlab.acme.example:8443/a/b/-/blob/HEAD/'],
  ['https://codeberg.org/acme/app', gitea],
  ['git@codeberg.org:acme/app.git', gitea],
  ['https://gitea.acme.example/a/b.git', 'https://gitea.acme.example/a/b/src/branch/HEAD/'],
  ['https://ada@bitbucket.org/acme/app.git', 'https://bitbucket.org/acme/app/src/HEAD/docs/a.md#x'],
  ['git@bitbucket.org:acme/app.git', 'https://bitbucket.org/acme/app/src/HEAD/docs/a.md#x'],
  [
    'https://git.acme.example/scm/APP/web.git',
    'https://git.acme.example/projects/APP/repos/web/browse/',
  ],
  [
    'https://git.acme.example/scm/~ada/web.git',
    'https://git.acme.example/users/ada/repos/web/browse/',
  ],
  ['https://acme@dev.azure.com/acme/My%20Project/_git/app', azure],
  ['git@ssh.dev.azure.com:v3/acme/My%20Project/app', azure],
  [
    'https://acme.visualstudio.com/DefaultCollection/Web/_git/app',
    'https://acme.visualstudio.com/Web/_git/app?path=/docs/a.md',
  ],
])('a file of %s is at %s', (remote, address) => {
  const pages = remotePages(remote);
  expect(pages && pageOf(pages, 'docs/a.md', 'file', '#x')).toContain(address);
});

test.each([null, '/srv/git/app.git', 'https://git.acme.example/a/b.git', 'file:///srv/app'])(
  '%s names no forge that is known',
  (remote) => expect(remotePages(remote)).toBeNull(),
);

test('the pages of a commit, and who changed a file', () => {
  const pages = remotePages('https://codeberg.org/acme/app');
  if (!pages) throw new Error('no pages');
  expect(pageOf(pagesAt(pages, '1a2b'), 'a.md', 'file')).toBe(
    'https://codeberg.org/acme/app/src/commit/1a2b/a.md',
  );
  expect(historyPage(pages, { kind: 'file', path: 'a.md' })).toBe(
    'https://codeberg.org/acme/app/commits/branch/HEAD/a.md',
  );
});

test('a runner of Gitea names itself as GitHub does, and has its own pages', async () => {
  const repository = { remote: async () => 'https://git.acme.example/acme/app.git' };
  const fileOf = async (isGitea: boolean) => {
    const github = { serverUrl: 'https://git.acme.example', repository: 'acme/app', isGitea };
    const pages = await pagesOf({ github }, repository);
    return pages && pageOf(pages, 'a.md', 'file');
  };
  expect(await fileOf(true)).toBe('https://git.acme.example/acme/app/src/branch/HEAD/a.md');
  expect(await fileOf(false)).toBe('https://git.acme.example/acme/app/blob/HEAD/a.md');
});
