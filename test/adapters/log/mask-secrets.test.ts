import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createBlockSanitizer,
  createSanitizer,
} from '../../../src/adapters/log/create-sanitizer.ts';
import { isMaskable } from '../../../src/adapters/log/mask-secrets.ts';

const secret = 'rl_pat+Zk3/9q(x))';
const sanitize = createSanitizer([secret, 'short']);

describe('a secret', () => {
  test.each([
    ['as it is', secret],
    ['in a header', `Bearer ${secret}`],
    ['in an address', `https://x/?t=${encodeURIComponent(secret)}`],
    ['in an address, brackets too', 'rl_pat%2BZk3%2F9q%28x%29%29'],
    ['in an address, lower-case', 'rl_pat%2bZk3%2f9q%28x%29%29'],
    ['inside an error', String(new Error(`refused ${secret}`).stack)],
  ])('%s is masked', (_, text) => {
    const line = sanitize(text);
    expect(line).toContain('***');
    expect(line).not.toMatch(/Zk3/);
  });

  test('is masked in base64 at any offset', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (before, after, url) => {
        const whole = Buffer.from(before + secret + after).toString(url ? 'base64url' : 'base64');
        const core = Buffer.from(secret);
        const shown = Buffer.from(sanitize(whole).replaceAll('***', ''), 'base64');
        expect(sanitize(whole)).toContain('***');
        expect(shown.includes(core)).toBe(false);
      }),
    );
    const basic = Buffer.from(`x-access-token:${secret}`).toString('base64');
    expect(sanitize(`AUTHORIZATION: basic ${basic}`)).toContain('***');
  });

  test('with quotes and line breaks is masked also where JSON or the log escaped it', () => {
    const key = '-----BEGIN "K"-----\nMIIEabc\n-----END-----\n';
    const mask = createSanitizer([key]);
    for (const text of [
      key,
      JSON.stringify({ key }),
      `x${key.trim()}y`,
      key.replaceAll('\n', '\\n'),
    ])
      expect(mask(text)).not.toContain('MIIE');
    expect(createBlockSanitizer([key])(`a\n${key}\nb`)).toBe('a\n***\nb');
  });

  test.each([
    ['as it is', secret],
    // Without its end, which depends on what follows.
    ['in base64', Buffer.from(secret).toString('base64').slice(0, -2)],
    ['URL-encoded', encodeURIComponent(secret)],
  ])('is masked %s wherever a text was cut', (_name, form) => {
    const text = `token: ${form}`;
    for (let length = text.length; length >= 'token: '.length + 12; length -= 1)
      expect(sanitize(text.slice(0, length))).toBe('token: ***');
    expect(sanitize(`${form.slice(0, 12)}${form}|${form}`)).toBe('******|***');
  });

  test('too short to be told from a word is left, and can be warned of', () => {
    expect(sanitize('a short story')).toBe('a short story');
    expect(isMaskable('short')).toBe(false);
    expect(isMaskable('  abc  \n')).toBe(false);
    expect(isMaskable(secret)).toBe(true);
  });
});
