import { expect, test } from 'vitest';
import { githubPolicy } from '../../../src/adapters/github/github-policy.ts';
import type { HttpAnswer } from '../../../src/adapters/http/exchange.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const policy = githubPolicy('/graphql');

function answer(status: number, headers: HttpAnswer['headers'] = {}, words = ''): HttpAnswer {
  return { status, headers, body: Buffer.from(words) };
}

function delayOf(
  result: HttpAnswer,
  { tries = 1, refusals = 0, path = '/repos/acme/handbook', effect = 'read' as 'read' | 'write' },
): number | null {
  const method = effect === 'read' ? 'GET' : 'POST';
  const request = { method, path } as const;
  const refusedForMs = policy.refusedForMs(result, now, request);
  return policy.retryDelayMs({
    request,
    effect,
    tries,
    refusals,
    result,
    refusedForMs,
    now,
    random: 0.5,
  });
}

test.each([
  ['a secondary limit', answer(403, { 'retry-after': '30' }), 30_000],
  ['status 429', answer(429), 60_000],
  ['its words alone', answer(403, {}, 'You have exceeded a secondary rate limit'), 60_000],
  [
    'an hour that is spent',
    answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 900) }),
    900_000,
  ],
  ['another refusal', answer(403, {}, 'Resource not accessible by integration'), null],
  ['no refusal', answer(200), null],
])('how long it wants to be left alone: %s', (_, result, expected) => {
  expect(policy.refusedForMs(result, now, { method: 'GET', path: '/' })).toBe(expected);
});

test('a short limit is waited for, a write too; a longer one, or one again and again, is not', () => {
  const short = answer(403, { 'retry-after': '60' });
  expect(delayOf(short, { tries: 0, refusals: 1, effect: 'write' })).toBe(60_000);
  expect(delayOf(answer(403, { 'retry-after': '61' }), { tries: 0, refusals: 1 })).toBeNull();
  expect(delayOf(short, { tries: 1, refusals: 2 })).toBe(60_000);
  expect(delayOf(short, { tries: 1, refusals: 3 })).toBeNull();
});

test('a query that takes too long is tried once more, all else three times', () => {
  for (const status of [502, 504]) {
    expect(delayOf(answer(status), { tries: 1, path: '/graphql' })).not.toBeNull();
    expect(delayOf(answer(status), { tries: 2, path: '/graphql' })).toBeNull();
    expect(delayOf(answer(status), { tries: 3 })).not.toBeNull();
    expect(delayOf(answer(status), { tries: 4 })).toBeNull();
  }
  expect(delayOf(answer(503), { tries: 3, path: '/graphql' })).not.toBeNull();
  expect(delayOf(answer(503), { effect: 'write' })).toBeNull();
});
