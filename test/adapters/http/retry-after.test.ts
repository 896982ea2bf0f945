import { expect, test } from 'vitest';
import { retryAfterMs } from '../../../src/adapters/http/retry-delay.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

test.each<[Record<string, string>, number | null]>([
  [{}, null],
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': ' 0 ' }, 0],
  [{ 'retry-after': '-1' }, null],
  [{ 'retry-after': '1.5' }, null],
  [{ 'retry-after': '9999999999' }, null],
  [{ 'retry-after': 'soon' }, null],
  [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT' }, 9000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
  // Our clock is wrong by an hour, and does not count.
  [{ 'retry-after': 'Sat, 21 Nov 2026 13:00:09 GMT', date: 'Sat, 21 Nov 2026 13:00:00 GMT' }, 9000],
])('%j: %s', (headers, expected) => {
  expect(retryAfterMs(headers, now)).toBe(expected);
});
