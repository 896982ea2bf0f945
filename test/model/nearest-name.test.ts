import { expect, test } from 'vitest';
import { nearestName } from '../../src/model/nearest-name.ts';

test.each([
  ['max_age', 'max-age'],
  ['MaxAge', 'max-age'],
  ['acount', 'account'],
  ['tag', 'tags'],
  ['tgas', 'tags'],
  ['zebra', null],
  ['', null],
])('%s means %s', (seen, meant) => {
  expect(nearestName(seen, ['max-age', 'account', 'tags'])).toBe(meant);
});
