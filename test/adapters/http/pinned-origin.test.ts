import { describe, expect, test } from 'vitest';
import { isLoopback, joinPath, parseBase } from '../../../src/adapters/http/pinned-origin.ts';

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['[::1]', true],
  ['127.0.0.1.evil.example', false],
  ['localhost.evil.example', false],
  ['[::ffff:10.0.0.1]', false],
  ['10.0.0.1', false],
])('%s is this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

describe('a path joined to a base', () => {
  test.each([
    ['https://stack.example', '/v3/articles?page=1', 'https://stack.example/v3/articles?page=1'],
    ['https://stack.example/base/', '/x', 'https://stack.example/base/x'],
    ['https://stack.example', '/a%2F..%2Fb', 'https://stack.example/a%2F..%2Fb'],
  ])('%s and %s', (base, path, expected) => {
    expect(joinPath(parseBase(base), path).href).toBe(expected);
  });

  test.each(['x', '', '@evil.example/', '/../y', '/a/../../y', '/a#b', '/a\\..\\b', '/a b'])(
    'never leaves it: %j',
    (path) => {
      const base = parseBase('https://stack.example/base');
      expect(() => joinPath(base, path)).toThrow(expect.objectContaining({ code: 'internal' }));
    },
  );
});
