import { expect, test } from 'vitest';
import { limitOf, endOfHour } from '../../../src/adapters/github/limit-of.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const after = (seconds: number) => now + seconds * 1000;
const spent = { 'x-ratelimit-remaining': '0' };
const resetIn = (seconds: number) => ({
  ...spent,
  'x-ratelimit-reset': String(now / 1000 + seconds),
});

test.each<[string, number, Record<string, unknown>, string, number | null]>([
  ['a time that is named', 403, { 'retry-after': '30' }, '', after(30)],
  ['the time counts before the hour', 429, { ...spent, 'retry-after': 5 }, '', after(5)],
  ['the hour', 403, resetIn(900), '', after(900)],
  ['the hour, about to end', 403, resetIn(-5), '', after(1)],
  ['the hour, without its end', 403, spent, '', after(60)],
  ['words alone', 403, {}, 'You have exceeded a secondary rate limit.', after(60)],
  ['older words', 403, {}, 'You have triggered an abuse detection mechanism.', after(60)],
  ['status 429 alone', 429, {}, '', after(60)],
  ['a missing permission', 403, { 'x-ratelimit-remaining': '12' }, 'Not accessible', null],
  ['another status', 404, resetIn(900), 'rate limit', null],
  ['a time that is none', 403, { 'retry-after': 'soon' }, '', null],
])('%s', (_, status, headers, words, expected) => {
  expect(limitOf(status, headers, words, now)).toBe(expected);
});

test("the hour's end is counted by GitHub's own clock", () => {
  const headers = { ...resetIn(7200), date: 'Sat, 21 Nov 2026 13:59:00 GMT' };
  expect(endOfHour(headers, now)).toBe(after(60));
});
