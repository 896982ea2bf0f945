import { expect, test } from 'vitest';
import { readGitHub } from '../../../src/wiring/ci/github.ts';
import { gitHubToken } from '../../../src/wiring/forge.ts';

const company = 'https://github.acme.example';
const hosted = ['https://github.com', 'https://api.github.com', 'https://api.github.com/graphql'];
const own = [company, `${company}/api/v3`, `${company}/api/graphql`];

const read = (server?: string, api?: string, GITHUB_TOKEN?: string) =>
  readGitHub({ GITHUB_SERVER_URL: server, GITHUB_API_URL: api, GITHUB_TOKEN });

test.each([
  [undefined, undefined, hosted],
  ['', '', hosted],
  ['https://GitHub.com/', undefined, ['https://GitHub.com', ...hosted.slice(1)]],
  [undefined, 'https://api.github.com/', hosted],
  [company, undefined, own],
  [`${company}//`, undefined, own],
  [undefined, `${company}/api/v3/`, own],
  [
    'https://acme.ghe.com',
    undefined,
    ['https://acme.ghe.com', 'https://api.acme.ghe.com', 'https://api.acme.ghe.com/graphql'],
  ],
  ['nonsense', undefined, ['nonsense', 'nonsense/api/v3', 'nonsense/api/graphql']],
])('server %j and API %j', (server, api, expected) => {
  const { serverUrl, apiUrl, graphqlUrl } = read(server, api);
  expect([serverUrl, apiUrl, graphqlUrl]).toEqual(expected);
});

test.each([
  [company, 'https://api.github.com'],
  ['https://github.com', `${company}/api/v3`],
  [company, 'https://other.example/api/v3'],
])('of two servers, %s and %s, none gets the token', (server, api) => {
  expect(() => gitHubToken({ github: read(server, api, 'ghp_1') })).toThrow(
    expect.objectContaining({ code: 'insecure-url' }),
  );
  expect(gitHubToken({ github: read(server, api) })).toBeNull();
});

test.each([
  [undefined, undefined, false],
  [' ', '', false],
  ['https://github.com', undefined, true],
  [undefined, `${company}/api/v3`, true],
])('server %j and API %j are named by somebody: %j', (server, api, isNamed) => {
  expect(read(server, api).isNamed).toBe(isNamed);
});

test.each(['ghp_1\n', 'ghp_1\r\n', '\uFEFFghp_1', ' ghp_1\t'])('what is around %j', (token) => {
  expect(gitHubToken({ github: read(company, undefined, token) })).toBe('ghp_1');
});

test.each(['\n', ' ', 'ghp_1\nghp_2', 'ghp\u200B_1'])('%j is no token', (token) => {
  expect(() => gitHubToken({ github: read(company, undefined, token) })).toThrow(/GITHUB_TOKEN/);
});

test.each([
  ['https://git.acme.example/api/v1', {}, true],
  ['https://git.acme.example/api/v1/', {}, true],
  ['https://git.acme.example/api/v3', {}, false],
  ['https://api.github.com', {}, false],
  ['https://git.acme.example/api/v3', { GITEA_ACTIONS: 'true' }, true],
  ['https://git.acme.example/api/v3', { FORGEJO_ACTIONS: 'true' }, true],
])('by the API %s and %j it is a Gitea: %j', (api, more, isGitea) => {
  const github = readGitHub({ GITHUB_API_URL: api, ...more });
  expect(github.isGitea).toBe(isGitea);
  if (api.includes('/api/v1')) expect(github.serverUrl).toBe('https://git.acme.example');
});
