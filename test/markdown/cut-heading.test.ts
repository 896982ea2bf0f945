import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutHeading } from '../../src/markdown/cut-heading.ts';
import { firstHeading } from '../../src/markdown/first-heading.ts';

function cut(text: string) {
  const heading = firstHeading(text);
  if (heading === null) throw new Error('no heading');
  return cutHeading(text, heading);
}

describe('cutHeading', () => {
  it.each([
    ['at the start', '# T\n\n\ntext\n', 'text\n'],
    ['after blank lines', '\n \n# T\n \ntext\n', 'text\n'],
    ['underlined', 'T\n===\ntext', 'text'],
    ['before indented code', '# T\n\n    code\n', '    code\n'],
    ['with CRLF', '# T\r\n\r\ntext\r\n', 'text\r\n'],
    ['in the middle', 'intro\n\n# T\n\ntext\n', 'intro\n\ntext\n'],
    ['between many blank lines', 'intro\n\n\n# T\n\n\n\ntext\n', 'intro\n\ntext\n'],
    ['between two paragraphs without blank lines', 'intro\n# T\ntext', 'intro\n\ntext'],
    ['in the middle, with CRLF', 'intro\r\n\r\n# T\r\ntext\r\n', 'intro\r\n\r\ntext\r\n'],
    ['at the end', 'intro\n\n# T\n\n', 'intro\n'],
    ['alone', '# T', ''],
  ])('cuts a heading %s', (_, text, expected) => {
    expect(cut(text).text).toBe(expected);
  });

  it('tells where each line of the rest stood', () => {
    const blank = fc.constantFrom('', ' ', '\t');
    const line = fc.integer({ min: 0, max: 99 }).map((n) => `line ${n}`);
    const lines = fc.array(fc.oneof(blank, line), { maxLength: 6 });
    fc.assert(
      fc.property(lines, lines, fc.constantFrom('\n', '\r\n'), (before, after, eol) => {
        const text = [...before, '# Title', ...after].join(eol);
        const { text: rest, dropped, cut: moved } = cut(text);
        const original = text.split('\n');
        const first = text.slice(0, dropped).split('\n').length - 1;
        rest.split('\n').forEach((restLine, index) => {
          if (restLine.trim() === '') return;
          const shift = moved !== null && index + 1 > moved.after ? moved.lines : 0;
          expect(original[first + index + shift]).toBe(restLine);
        });
        const shown = (all: string[]) => all.map((l) => l.trim()).filter((l) => l !== '');
        expect(shown(rest.split('\n'))).toEqual(shown([...before, ...after]));
      }),
    );
  });
});
