import { expect, test } from 'vitest';
import { normalizations } from '../../src/model/ledger.ts';
import { anyNormalization, denormalized, normalized } from '../../src/planning/normalizations.ts';

test('a text that is to be found again may be spelled in every way that a site has', () => {
  expect(anyNormalization).toEqual(normalizations);
});

test.each([
  ['a blank line at the end that has blanks', 'Run it.\n \n', 'Run it.'],
  ['blanks and line ends of Windows', 'Run it. \r\nAgain.\t\r\n', 'Run it.\nAgain.'],
])('finds %s', (_what, read, written) => {
  expect(normalized(read, anyNormalization)).toBe(normalized(written, anyNormalization));
});

test('gives the same text in whatever order they are listed', () => {
  const text = 'One \r\n\r\n \r\n';
  const [first, ...others] = [
    ['crlf', 'trailing-space', 'final-newline'],
    ['final-newline', 'trailing-space', 'crlf'],
    ['crlf', 'final-newline', 'trailing-space'],
  ] as const;
  for (const other of others) expect(normalized(text, other)).toBe(normalized(text, first));
});

test('brings an edit back to our own line ends, and changes nothing else in it', () => {
  expect(denormalized('One\nmore', 'One\r\n', ['crlf', 'final-newline'])).toBe('One\r\nmore\r\n');
  expect(denormalized('One \n', 'One\n', ['trailing-space'])).toBe('One \n');
});
