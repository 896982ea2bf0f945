import { expect, test } from 'vitest';
import { remoteAccess } from '../../../src/adapters/git/remote-access.ts';

const given = {
  addresses: ['https://github.example/acme/handbook.git'],
  server: 'https://github.example',
  token: 's3cret',
};
const basic = Buffer.from('x-access-token:s3cret').toString('base64');

test("the forge's own remote gets the token, in a header that replaces what the checkout left", () => {
  expect(remoteAccess(given).env).toEqual({
    GIT_ALLOW_PROTOCOL: 'https',
    GIT_CONFIG_COUNT: '3',
    GIT_CONFIG_KEY_0: 'http.https://github.example/.extraheader',
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: 'http.https://github.example/.extraheader',
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
    GIT_CONFIG_KEY_2: 'credential.helper',
    GIT_CONFIG_VALUE_2: '',
  });
  const local = { addresses: ['http://127.0.0.1:81/x.git'], server: 'http://127.0.0.1:81' };
  expect(remoteAccess({ ...given, ...local }).env).toMatchObject({ GIT_ALLOW_PROTOCOL: 'http' });
});

test.each<[string, Partial<Parameters<typeof remoteAccess>[0]>]>([
  ['another host', { addresses: ['https://evil.example/acme/handbook.git'] }],
  ['two places', { addresses: [...given.addresses, 'https://evil.example/x.git'] }],
  ['a push by ssh', { addresses: [...given.addresses, 'git@github.example:acme/handbook.git'] }],
  ['a host that only begins like it', { addresses: ['https://github.example.evil.example/x.git'] }],
  ['another port', { addresses: ['https://github.example:444/x.git'] }],
  ['ssh', { addresses: ['git@github.example:acme/handbook.git'] }],
  ['a folder', { addresses: ['/srv/handbook.git'] }],
  ['no remote', { addresses: [] }],
  ['no token', { token: undefined }],
  ['an empty token', { token: '' }],
  ['plain http', { addresses: ['http://github.example/x.git'], server: 'http://github.example' }],
  [
    'a name that looks like this machine',
    {
      addresses: ['http://localhost.evil.example/x.git'],
      server: 'http://localhost.evil.example',
    },
  ],
  ['a server that is no address', { server: 'github.example' }],
])('%s gets no token', (_, change) => {
  expect(remoteAccess({ ...given, ...change }).env).toEqual({});
});

test.each([
  ['/srv/handbook.git', true],
  ['../handbook', true],
  ['handbook', true],
  ['./odd:name', true],
  ['file:///srv/handbook.git', true],
  ['C:\\handbook', true],
  ['ext::program', false],
  ['https://evil.example/x.git', false],
  ['git@github.example:acme/handbook.git', false],
  ['build:handbook.git', false],
  ['ssh://github.example/acme/handbook.git', false],
])('%s is a folder: %s', (address, local) => {
  expect(remoteAccess({ ...given, addresses: [address] }).local).toBe(local);
});
