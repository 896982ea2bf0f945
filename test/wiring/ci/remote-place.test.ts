import { expect, test } from 'vitest';
import { isSameRepository } from '../../../src/wiring/ci/remote-place.ts';

const https = 'https://github.com/acme/handbook.git';

test.each([
  [https, 'git@github.com:acme/handbook'],
  [https, 'ssh://git@github.com:22/acme/handbook.git'],
  [https, 'https://x-token@GitHub.com/Acme/Handbook/'],
  ['http://127.0.0.1:80/a/b.git', 'http://127.0.0.1/a/b'],
])('%s and %s are one repository', (one, other) => {
  expect(isSameRepository(one, other)).toBe(true);
  expect(isSameRepository(other, one)).toBe(true);
});

test.each([
  [https, 'https://github.com/acme/handbook2.git'],
  [https, 'https://github.com/acme'],
  [https, 'https://github.com.attacker.example/acme/handbook.git'],
  [https, 'git@gitlab.com:acme/handbook.git'],
  [https, 'https://github.com:8443/acme/handbook.git'],
  ['http://127.0.0.1:1/a/b', 'http://127.0.0.1:2/a/b'],
  [https, '/srv/acme/handbook.git'],
  ['/srv/handbook.git', '/srv/handbook.git'],
  ['https://github.com', 'https://github.com/'],
  [https, ''],
  [null, null],
])('%s and %s are not', (one, other) => {
  expect(isSameRepository(one, other)).toBe(false);
  expect(isSameRepository(other, one)).toBe(false);
});
