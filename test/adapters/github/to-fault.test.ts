import { expect, test } from 'vitest';
import {
  LimitSpent,
  statusToFault,
  TookTooLong,
  toFault,
} from '../../../src/adapters/github/to-fault.ts';
import { HttpFailure } from '../../../src/adapters/http/http-failure.ts';
import { Fault } from '../../../src/model/error.ts';

const asked = { doing: 'read the thing', permissions: 'contents: read' };
const at = { host: 'api.github.example', now: Date.parse('2026-11-21T12:00:00Z') };

test.each<[number, string, RegExp]>([
  [302, 'forge-refused', /GITHUB_REPOSITORY/],
  [401, 'forge-refused', /GITHUB_TOKEN/],
  [403, 'forge-refused', /permissions: \{ contents: read \}/],
  [404, 'forge-refused', /GITHUB_REPOSITORY/],
  [422, 'forge-refused', /Report this/],
  [500, 'forge-unreachable', /later/],
  [502, 'forge-unreachable', /later/],
])('status %i: %s', (status, code, remedy) => {
  const fault = statusToFault(status, 'its words', asked, at);
  expect(fault).toMatchObject({ kind: 'forge', code, remedy: expect.stringMatching(remedy) });
  expect(fault.message).toMatch(/^Cannot read the thing: .*\.$/);
  expect(fault instanceof TookTooLong).toBe(status === 502);
});

test('what the client library throws is told by its status, its words and its limit', () => {
  const error = (status: number, data: unknown, headers = {}) =>
    Object.assign(new Error('x'), { status, response: { headers, data } });
  expect(toFault(error(404, { message: 'Not Found' }), asked, at)).toMatchObject({
    code: 'forge-refused',
    message: expect.stringContaining('Not Found'),
  });
  expect(toFault(error(404, {}), asked, at)).not.toBeInstanceOf(LimitSpent);
  expect(toFault(error(429, {}, { 'retry-after': '90' }), asked, at)).toMatchObject({
    code: 'forge-refused',
    remedy: 'Run it again after 2026-11-21T12:01:30Z.',
    until: at.now + 90_000,
  });
});

test.each([
  [true, 'unknown'],
  [false, 'rejected'],
])('a failure of the connection, sent: %s', (sent, outcome) => {
  const cause = new HttpFailure('reset', { code: 'ECONNRESET', sent });
  const fault = toFault(new Error('fetch failed', { cause }), asked, at);
  expect(fault).toMatchObject({ code: 'forge-unreachable', outcome, cause });
  expect(fault.message).toContain('api.github.example (ECONNRESET: reset)');
});

test('a fault stays one, also below what the library throws', () => {
  const fault = new Fault('internal', 'internal', 'x', { remedy: 'x' });
  for (const error of [fault, new Error('x', { cause: fault })])
    expect(toFault(error, asked, at)).toBe(fault);
  expect(toFault(new Error('x'), asked, at)).toMatchObject({ code: 'forge-unreachable' });
});

test('a request that was not sent because a limit is spent is told as the limit is', () => {
  const until = at.now + 90_000;
  const failure = new HttpFailure('no more', { code: 'EQUOTA', sent: false, until });
  for (const error of [failure, Object.assign(new Error('x'), { status: 500, cause: failure })])
    expect(toFault(error, asked, at)).toMatchObject({
      code: 'forge-refused',
      outcome: 'rejected',
      until,
    });
});
