import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFrontMatter } from '../../src/markdown/front-matter.ts';

function parts(text: string) {
  const found = findFrontMatter(text);
  return found === null
    ? null
    : [found.kind, text.slice(found.start, found.end), text.slice(found.after)];
}

describe('findFrontMatter', () => {
  it.each([
    ['LF', '---\na: 1\n---\nbody\n', ['yaml', 'a: 1\n', 'body\n']],
    ['CRLF', '---\r\na: 1\r\n---\r\nbody\r\n', ['yaml', 'a: 1\r\n', 'body\r\n']],
    ['a byte order mark', '\uFEFF---\na: 1\n---\nbody', ['yaml', 'a: 1\n', 'body']],
    ['dots at the end', '---\na: 1\n...\nbody', ['yaml', 'a: 1\n', 'body']],
    ['blanks after the marks', '--- \t\na: 1\n--- \nbody', ['yaml', 'a: 1\n', 'body']],
    ['an empty block', '---\n---\nbody', ['yaml', '', 'body']],
    ['no body', '---\na: 1\n---', ['yaml', 'a: 1\n', '']],
    ['marks inside a line', '---\na: ---\n ---\n---\nb', ['yaml', 'a: ---\n ---\n', 'b']],
    ['four hyphens inside', '---\na: 1\n----\n---\nb', ['yaml', 'a: 1\n----\n', 'b']],
    ['U+2028 before a mark', '---\na: \u2028---\n---\nb', ['yaml', 'a: \u2028---\n', 'b']],
    ['U+2028 after a mark', '---\na: 1\n---\u2028\n---\nb', ['yaml', 'a: 1\n---\u2028\n', 'b']],
    ['an engine', '---js\nx\n---\nbody', ['foreign', 'x\n', 'body']],
    ['an engine after a blank', '--- json\nx\n---\nbody', ['foreign', 'x\n', 'body']],
    ['no end', '---\na: 1\n', ['unclosed', 'a: 1\n', '---\na: 1\n']],
  ])('parts a text with %s', (_, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each([
    ['a blank line first', '\n---\na: 1\n---\n'],
    ['a blank first', ' ---\na: 1\n---\n'],
    ['four hyphens', '----\na: 1\n---\n'],
    ['no line after it', '---'],
    ['no text', ''],
    ['TOML', '+++\na = 1\n+++\n'],
  ])('finds none where there is %s', (_, text) => {
    expect(findFrontMatter(text)).toBeNull();
  });

  it('loses and moves no character', () => {
    const end = fc.constantFrom('\n', '\r\n');
    const lines = fc.array(fc.string({ unit: 'grapheme' }).filter((line) => !/[\r\n]/.test(line)));
    fc.assert(
      fc.property(end, lines, lines, fc.constantFrom('', '\uFEFF'), (eol, block, body, mark) => {
        const yaml = block
          .filter((line) => !/^(---|\.\.\.)/.test(line))
          .map((l) => l + eol)
          .join('');
        const text = `${mark}---${eol}${yaml}---${eol}${body.join(eol)}`;
        const found = findFrontMatter(text);
        if (found === null) throw new Error('no front matter');
        expect(text.slice(found.start, found.end)).toBe(yaml);
        expect(text.slice(found.after)).toBe(body.join(eol));
      }),
    );
  });
});
