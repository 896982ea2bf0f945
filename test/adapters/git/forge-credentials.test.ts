import { expect, test } from 'vitest';
import { forgeCredentials } from '../../../src/adapters/git/forge-credentials.ts';

const given = {
  remote: 'https://github.example/acme/handbook.git',
  server: 'https://github.example',
  token: 's3cret',
};

test("the forge's own remote gets the token, in a header that replaces what the checkout left", () => {
  const basic = Buffer.from('x-access-token:s3cret').toString('base64');
  expect(forgeCredentials(given)).toEqual({
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'http.https://github.example/.extraheader',
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: 'http.https://github.example/.extraheader',
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  });
  const local = { ...given, remote: 'http://127.0.0.1:81/x.git', server: 'http://127.0.0.1:81' };
  expect(forgeCredentials(local)).toHaveProperty('GIT_CONFIG_COUNT');
});

test.each<[string, Partial<Parameters<typeof forgeCredentials>[0]>]>([
  ['another host', { remote: 'https://evil.example/acme/handbook.git' }],
  ['a host that only begins like it', { remote: 'https://github.example.evil.example/x.git' }],
  ['another port', { remote: 'https://github.example:444/x.git' }],
  ['ssh', { remote: 'git@github.example:acme/handbook.git' }],
  ['a folder', { remote: '/srv/handbook.git' }],
  ['no token', { token: undefined }],
  ['an empty token', { token: '' }],
  ['plain http', { remote: 'http://github.example/x.git', server: 'http://github.example' }],
  [
    'a name that looks like this machine',
    { remote: 'http://localhost.evil.example/x.git', server: 'http://localhost.evil.example' },
  ],
  ['a server that is no address', { server: 'github.example' }],
])('%s gets nothing', (_, change) => {
  expect(forgeCredentials({ ...given, ...change })).toEqual({});
});
