import { describe, expect, test } from 'vitest';
import { readGraphql } from '../../../src/adapters/github/read-graphql.ts';
import { LimitSpent, TookTooLong } from '../../../src/adapters/github/to-fault.ts';
import { Fault } from '../../../src/model/error.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const asked = { doing: 'read the thing', permissions: 'contents: read' };

function read(data: unknown, headers = {}) {
  const mayMiss = (path: readonly unknown[]) => path[0] === 'gone';
  return readGraphql(data, headers, asked, { host: 'api.github.example', now, mayMiss });
}

function thrownBy(data: unknown, headers = {}): unknown {
  try {
    return read(data, headers);
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    return error;
  }
}

const refusal = (error: object, headers = {}) =>
  thrownBy({ data: null, errors: [{ message: 'said', ...error }] }, headers);

test('data is given, also where a part of it may be missing', () => {
  expect(read({ data: { a: 1 } })).toEqual({ a: 1 });
  const errors = [{ type: 'NOT_FOUND', path: ['gone', 'x'], message: '' }];
  expect(read({ data: { gone: null }, errors })).toEqual({ gone: null });
});

describe('what is refused under status 200', () => {
  test('a spent limit holds for all requests until it ends', () => {
    const headers = { 'x-ratelimit-reset': String(now / 1000 + 900) };
    expect(refusal({ type: 'RATE_LIMITED' }, headers)).toMatchObject({
      kind: 'forge',
      code: 'forge-refused',
      until: now + 900_000,
    });
  });

  test.each([
    ['NOT_FOUND', 'forge-refused', /GITHUB_REPOSITORY/],
    ['FORBIDDEN', 'forge-refused', /contents: read/],
    ['INSUFFICIENT_SCOPES', 'forge-refused', /contents: read/],
    ['SOMETHING_ELSE', 'forge-unreachable', /later/],
  ])('%s', (type, code, remedy) => {
    const fault = refusal({ type, path: ['x'] });
    expect(fault).toMatchObject({ code, message: expect.stringContaining('said') });
    expect(fault).not.toBeInstanceOf(LimitSpent);
    expect(refusal({ type })).toMatchObject({ remedy: expect.stringMatching(remedy) });
  });

  test('what took too long is told apart, as a smaller request may do', () => {
    expect(refusal({ message: 'Something went wrong' })).toBeInstanceOf(TookTooLong);
  });
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['errors that are no list', { data: {}, errors: 'x' }],
  ['no data', { data: null }],
])('%s is not an answer of GitHub', (_, data) => {
  expect(thrownBy(data)).toMatchObject({ code: 'forge-unreachable' });
  expect(thrownBy(data)).not.toBeInstanceOf(LimitSpent);
});
