import { expect, test } from 'vitest';
import { gitLabPlace } from '../../../src/wiring/ci/gitlab-place.ts';

const placeOf = (
  remote: string | null,
  apiUrl: string | null = null,
  project: string | null = null,
) => gitLabPlace({ apiUrl, project }, { remote: async () => remote });

const place = (server: string, project: string | null) => ({
  serverUrl: server,
  apiUrl: `${server}/api/v4`,
  project,
});
const gitLab = 'https://gitlab.example.com';

test.each([
  [`${gitLab}/acme/docs/handbook.git`, null, place(gitLab, 'acme/docs/handbook')],
  [
    `https://gitlab-ci-token:x@gitlab.example.com/acme/handbook.git`,
    null,
    place(gitLab, 'acme/handbook'),
  ],
  ['git@gitlab.example.com:acme/handbook.git', null, place(gitLab, 'acme/handbook')],
  [
    'ssh://git@gitlab.example.com:2222/acme/handbook.git',
    `${gitLab}/api/v4`,
    place(gitLab, 'acme/handbook'),
  ],
  [
    'https://acme.example/gitlab/acme/handbook',
    'https://acme.example/gitlab/api/v4',
    place('https://acme.example/gitlab', 'acme/handbook'),
  ],
  [
    'https://acme.example:8443/a/b.git',
    'https://acme.example:8443/api/v4',
    place('https://acme.example:8443', 'a/b'),
  ],
  ['http://localhost:1/a/b.git', 'http://127.0.0.1:2/api/v4', place('http://127.0.0.1:2', 'a/b')],
  ['/srv/git/handbook.git', 'http://127.0.0.1:2/api/v4', place('http://127.0.0.1:2', null)],
])('%s with %s', async (remote, apiUrl, expected) => {
  expect(await placeOf(remote, apiUrl)).toEqual(expected);
});

test('where `origin` names no project, a variable does; it never goes before', async () => {
  const api = 'http://127.0.0.1:2/api/v4';
  expect(await placeOf('/srv/git/handbook.git', api, 'a/b')).toMatchObject({ project: 'a/b' });
  expect(await placeOf('http://127.0.0.1/c/d.git', api, 'a/b')).toMatchObject({ project: 'c/d' });
});

test.each([
  [`${gitLab}/a/b.git`, 'https://gitlab.example.com.attacker.example/api/v4'],
  [`${gitLab}/a/b.git`, 'https://gitlab.example.com:8443/api/v4'],
  [`${gitLab}/a/b.git`, 'https://user@attacker.example/api/v4?gitlab.example.com'],
  [`${gitLab}/a/b.git`, 'http://127.0.0.1:2/api/v4'],
  ['git@gitlab.example.com:a/b.git', 'https://attacker.example/api/v4'],
  ['/srv/git/handbook.git', `${gitLab}/api/v4`],
  ['https://attacker.example@gitlab.example.com/a/b.git', 'https://attacker.example/api/v4'],
  [null, `${gitLab}/api/v4`],
  [`${gitLab}/a/b.git`, 'nonsense'],
])('%s is not on %s', async (remote, apiUrl) => {
  await expect(placeOf(remote, apiUrl)).rejects.toMatchObject({ code: 'insecure-url' });
});

test.each([
  ['https://github.com/a/b.git'],
  ['git@code.example.com:a/b.git'],
  ['/srv/git/b.git'],
  [null],
])('nothing tells that %s is on a GitLab, so no token goes there', async (remote) => {
  expect(await placeOf(remote)).toBeNull();
});
