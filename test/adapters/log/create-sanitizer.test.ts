import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createBlockSanitizer,
  createSanitizer,
} from '../../../src/adapters/log/create-sanitizer.ts';

const secret = 'rl_pat+Zk3/9q(x))';
const sanitize = createSanitizer([secret, 'short']);
const ignorable = /[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/gu;

/** Reads a line as the runner might: blanks trimmed, characters without meaning skipped. */
function asRunner(line: string): string {
  return line.replace(ignorable, '').trimStart().toLowerCase();
}

const piece = fc.oneof(
  fc.constantFrom('::', ':', '##[', '#', '[', '##', '::error::', '::Set-Env name=A::', '##[Group]'),
  fc.constantFrom('\r', '\n', '\r\n', '\t', ' ', '\u00A0', '\u3000', '\u2028', '\u0085', '\u000B'),
  fc.constantFrom(
    '\u200B',
    '\uFEFF',
    '\u00AD',
    '\u200D',
    '\u2060',
    '\uFE0F',
    '\u0301',
    '\u{E0041}',
  ),
  fc.constantFrom('\u001B[31m', '\u001B]0;x\u0007', '\u202E', '\u2066', '\u0000', '\uD800'),
  fc.constantFrom(secret, 'short', encodeURIComponent(secret), JSON.stringify(secret)),
  fc.string({ unit: 'binary' }),
);
const hostile = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  test('is one line that fires no command and shows everything it holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = sanitize(text);
        expect(line).not.toMatch(/[[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]--\t]/v);
        expect(asRunner(line).startsWith('::')).toBe(false);
        expect(line.replace(ignorable, '')).not.toContain('##[');
        expect(line).not.toContain(secret);
      }),
      { numRuns: 2000 },
    );
  });

  test('of several lines stays so, each of them harmless', () => {
    const sanitizeBlock = createBlockSanitizer([secret]);
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of sanitizeBlock(text).split('\n')) {
          expect(asRunner(line).startsWith('::')).toBe(false);
          expect(line.replace(ignorable, '')).not.toContain('##[');
          expect(line).not.toContain(secret);
        }
      }),
      { numRuns: 1000 },
    );
    expect(sanitizeBlock('one\n  at two\n::error::x')).toBe('one\n  at two\n:\\u{3a}error::x');
  });

  test.each([
    ['plain: C++ a::b, 50 % of #12 [x]', 'plain: C++ a::b, 50 % of #12 [x]'],
    ['Größe 漢字 👩‍💻 می‌خواهم', 'Größe 漢字 👩‍💻 می‌خواهم'],
    ['a\r\nb\tc', 'a\\u{d}\\u{a}b\tc'],
    ['\u001B[1mbold', '\\u{1b}[1mbold'],
    ['\u202Ecod', '\\u{202e}cod'],
    ['  ::stop-commands::x', '  :\\u{3a}stop-commands::x'],
    ['see ##[ERROR]now', 'see ##\\u{5b}ERROR]now'],
  ])('%j becomes %j', (text, line) => {
    expect(sanitize(text)).toBe(line);
  });
});
