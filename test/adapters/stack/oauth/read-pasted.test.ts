import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../../../src/adapters/stack/oauth/read-pasted.ts';

const state = 'S3cret-state_0123456789';
const end = 'https://stack.example/oauth/login_success';
const read = (text: string, writes = true) => codeOf(text, { state, writes });

test.each([
  ['an address', `${end}?code=abc%29%29&state=${state}`],
  ['one whose code is not encoded', `${end}?code=abc))&state=${state}`],
  ['one with the state first', `${end}?state=${state}&code=abc%29%29`],
  ['one with more parameters and a fragment', `${end}?a=b&code=abc))&state=${state}&c#top`],
  ['one with blanks around it', `  ${end}?code=abc))&state=${state}\t`],
  ['one in quotes', `"${end}?code=abc))&state=${state}"`],
  ['one in brackets', `<${end}?code=abc))&state=${state}>`],
  ['its query', `?code=abc))&state=${state}`],
  ['what stands behind the question mark', `code=abc))&state=${state}`],
  ['what stands behind code=', `abc%29%29&state=${state}`],
  ['the code alone', 'abc))'],
  ['the code alone, encoded', 'abc%29%29'],
])('%s has the code', (_, text) => {
  expect(read(text)).toBe('abc))');
});

test.each(['a+b/c==))', 'a%b))', 'a&b))', 'x'.repeat(400)])(
  '%j comes out of an address',
  (code) => {
    expect(read(`${end}?code=${encodeURIComponent(code)}&state=${state}`)).toBe(code);
  },
);

test.each<[string, string, string]>([
  ['nothing', '', 'login-code-missing'],
  ['blanks', '  \t', 'login-code-missing'],
  ['words', 'I do not know', 'login-code-missing'],
  ['a code with a control character', 'abc\u0007', 'login-code-missing'],
  ['a code with a line end in it', `${end}?code=abc%0A))&state=${state}`, 'login-code-missing'],
  ['a letter that no code has', 'abcö))', 'login-code-missing'],
  ['too much', 'x'.repeat(20_000), 'login-code-missing'],
  ['an address without a code', `${end}?state=${state}`, 'login-code-missing'],
  ['an address without anything', end, 'login-code-missing'],
  [
    'the address to open',
    `https://stack.example/oauth?client_id=1&state=${state}`,
    'login-code-missing',
  ],
  ['an empty code', `${end}?code=&state=${state}`, 'login-code-missing'],
  ['two codes', `${end}?code=abc&code=def&state=${state}`, 'login-code-missing'],
  ['a token of the old way', `${end}#access_token=abc))`, 'login-code-missing'],
  ['no state', `${end}?code=abc))`, 'login-state'],
  ['an empty state', `${end}?code=abc))&state=`, 'login-state'],
  ['another state', `${end}?code=abc))&state=other`, 'login-state'],
  ['the state and more', `${end}?code=abc))&state=${state}x`, 'login-state'],
  ['two states', `${end}?code=abc))&state=${state}&state=other`, 'login-state'],
  ['a no', `${end}?error=access_denied&error_description=No&state=${state}`, 'login-denied'],
  ['a no without a state', `${end}?error=access_denied`, 'login-denied'],
  ['a no beside a code', `${end}?error=access_denied&code=abc&state=${state}`, 'login-denied'],
  ['a scope that may not be', `${end}?error=invalid_scope&state=${state}`, 'login-read-only'],
  ['words about it', `${end}?error=x&error_description=It+is+read-only`, 'login-read-only'],
])('%s is refused', (_, text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code, kind: 'site' }));
});

test('what the site said is for the team alone', () => {
  const denied = `${end}?error=access_denied&error_description=Not+by%20Ada%0A${state}`;
  expect(() => read(denied)).toThrow(
    expect.objectContaining({
      message: 'Cannot log in: the site did not grant access.',
      forTeam: 'The site says: “access_denied: Not by Ada ***”.',
    }),
  );
});

test('who asked to read only is not told of writing', () => {
  const scope = `${end}?error=invalid_scope&state=${state}`;
  expect(() => read(scope, false)).toThrow(expect.objectContaining({ code: 'login-denied' }));
});

describe('whatever is pasted', () => {
  test('ends in a code or in a fault that shows nothing of it to everyone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        let code: string;
        try {
          code = read(text);
        } catch (error) {
          expect(error).toMatchObject({ kind: 'site', name: 'Fault' });
          const { message, remedy } = error as { message: string; remedy: string };
          if (text.trim().length > 12) expect(`${message}${remedy}`).not.toContain(text.trim());
          return;
        }
        expect(code).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });
});
