import { expect, test } from 'vitest';
import type { HttpAnswer } from '../../../src/adapters/http/exchange.ts';
import { HttpFailure } from '../../../src/adapters/http/http-failure.ts';
import { backoffMs, retryDelayMs } from '../../../src/adapters/http/retry-delay.ts';

const answer = (status: number, headers: HttpAnswer['headers'] = {}): HttpAnswer => ({
  status,
  headers,
  body: Buffer.alloc(0),
});
const failure = (code: string, sent: boolean) => new HttpFailure('x', { code, sent });

test.each<[string, HttpAnswer | HttpFailure, number | null, number | null]>([
  // [what came, the wait of a read, of a write]
  ['a server error', answer(503), 250, null],
  ['a server error that names a time', answer(503, { 'retry-after': '7' }), 7000, null],
  ['a server error for hours', answer(503, { 'retry-after': '9999' }), null, null],
  ['a timeout', answer(408), 250, null],
  ['no such method', answer(501), null, null],
  ['a refusal', answer(400), null, null],
  ['a success', answer(200), null, null],
  ['a reset', failure('ECONNRESET', true), 250, null],
  ['nobody there', failure('ECONNREFUSED', false), 250, 250],
  ['a certificate', failure('CERT_HAS_EXPIRED', false), null, null],
  ['too long an answer', failure('ETOOLARGE', true), null, null],
  ['too late', failure('ETOOLATE', false), null, null],
])('%s', (_, result, read, write) => {
  const attempt = { tries: 1, result, refusedForMs: null, now: 0, random: 0.5 };
  expect(retryDelayMs({ ...attempt, effect: 'read' })).toBe(read);
  expect(retryDelayMs({ ...attempt, effect: 'write' })).toBe(write);
  expect(retryDelayMs({ ...attempt, effect: 'read', tries: 4 })).toBeNull();
});

test('the wait doubles up to half a minute, half of it left to chance', () => {
  expect([1, 2, 3, 4].map((tries) => backoffMs(tries, 0.5))).toEqual([250, 500, 1000, 2000]);
  expect([0, 1].map((random) => backoffMs(1, random))).toEqual([125, 375]);
  expect(backoffMs(50, 1)).toBe(45_000);
});
