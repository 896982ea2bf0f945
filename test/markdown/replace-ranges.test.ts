import { expect, test } from 'vitest';
import { replaceRanges } from '../../src/markdown/replace-ranges.ts';

test.each([
  ['nothing', [], 'abcd'],
  [
    'in any order',
    [
      { start: 3, end: 4, by: '3' },
      { start: 0, end: 1, by: '0' },
    ],
    '0bc3',
  ],
  [
    'between two characters',
    [
      { start: 2, end: 3, by: 'y' },
      { start: 2, end: 2, by: 'x' },
    ],
    'abxyd',
  ],
  [
    'what overlaps',
    [
      { start: 1, end: 3, by: 'x' },
      { start: 2, end: 4, by: 'y' },
    ],
    'axd',
  ],
  ['at the end', [{ start: 4, end: 4, by: 'x' }], 'abcdx'],
])('replaces %s', (_, replacements, expected) => {
  expect(replaceRanges('abcd', replacements)).toBe(expected);
});
