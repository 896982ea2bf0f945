import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noteBlocks,
  parsedBlocks,
  plainBlocks,
} from '../../../src/sources/pull-request/note-blocks.ts';

function texts(text: string): string[] | undefined {
  return noteBlocks(text)?.map(({ text }) => text);
}

const lines = [
  '  ```',
  '  ```sh',
  '   ~~~',
  '     ```',
  '1) ```',
  '- ```sh',
  '  <!-- a',
  ' <div>',
  '  x -->',
  '\tb',
  '  - c',
  '<!--->',
  '  ```faq',
  '```release-note',
  '```faq',
  '~~~faq',
  '````release-note',
  '```',
  '~~~',
  '````',
  '```sh',
  ' ```release-note',
  '- ```faq',
  '> ```faq',
  '    ```faq',
  '``` faq x',
  '```faq`',
  '\t```',
  '<!--',
  '-->',
  '<!-- a -->',
  '<!-->',
  'a <!-- b',
  '<!-- ```',
  '<div>',
  'a<b',
  '<!-- a --> <p>',
  '',
  '',
  'a',
  '- a',
  '  b',
  '> a',
  '1. a',
  '[^1]: a',
  '# a',
  '---',
  '===',
  '|a|b|',
  '|-|-|',
  '$$',
  '[a]: b "c',
  '`<!--`',
  '    code',
  '\u2028',
  'a ``` b',
  '```faq ```',
  '`',
];

describe('noteBlocks', () => {
  it.each([
    ['a block', 'a\n```release-note\nb\n```\nc', ['b']],
    ['a block of a FAQ', '```faq\nb\n```', ['b']],
    ['upper case', '```Release-Note\nb\n```', ['b']],
    ['tildes', '~~~release-note\nb\n```\n~~~\n', ['b\n```']],
    ['a blank before the name', '``` release-note\nb\n```', ['b']],
    ['more words', '```release-note for=users\nb\n```', ['b']],
    ['longer fences around others', '````release-note\n```sh\nb\n```\n````\n', ['```sh\nb\n```']],
    ['a longer closing fence', '```release-note\nb\n`````\nc', ['b']],
    ['a closing fence with blanks', '```release-note\nb\n   ``` \t\nc', ['b']],
    ['a closing fence that is too deep', '```release-note\nb\n    ```\n```', ['b\n    ```']],
    ['a closing fence with text', '```release-note\nb\n``` c\n```', ['b\n``` c']],
    ['CRLF', 'a\r\n```release-note\r\nb\r\n\r\nc\r\n```\r\n', ['b\r\n\r\nc']],
    ['an indented block', '  ```release-note\n  b\n c\n    d\n  ```', ['b\nc\n  d']],
    ['blank lines', '```release-note\n\nb\n\n```', ['\nb\n']],
    ['no lines', '```release-note\n```', ['']],
    ['several', '```faq\na\n```\n\n```sh\nb\n```\n\n```release-note\nc\n```', ['a', 'c']],
    ['one after a comment', '<!-- a -->\n```release-note\nb\n```', ['b']],
    ['one after a comment of lines', '<!--\n# a\n-->\n```release-note\nb\n```', ['b']],
    ['one after a list', '- a\n- b\n```release-note\nc\n```', ['c']],
    ['one in a comment', '<!--\n```release-note\nb\n```\n-->', []],
    ['one in a comment that has no end', '<!--\n```release-note\nb\n```', []],
    ['one in HTML', '<div>\n```release-note\nb\n```\n</div>', []],
    ['one in a list', '- a\n  ```release-note\n  b\n  ```', []],
    ['one in a quote', '> ```release-note\n> b\n> ```', []],
    ['one in other code', '````\n```release-note\nb\n```\n````', []],
    ['one in indented code', 'a\n\n    ```release-note\n    b\n    ```', []],
    ['one in a line', 'a ```release-note b``` c', []],
    ['another name', '```release-note-none\nb\n```\n```release\nc\n```', []],
    ['a backtick after the name', '```release-note `a`\nb\n```', []],
  ])('of %s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('says that a block is open', () => {
    expect(noteBlocks('```release-note\nb\n')).toMatchObject([{ text: 'b', closed: false }]);
  });

  it('finds without the parser what the parser finds', () => {
    const line = fc.constantFrom(...lines);
    let plain = 0;
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.constantFrom('\n', '\r\n'),
        (picked, eol) => {
          const text = picked.join(eol);
          const found = plainBlocks(text);
          if (found === null) return;
          plain += found.length;
          expect(found).toEqual(parsedBlocks(text));
        },
      ),
      { numRuns: Number(process.env['STACK_PUBLISH_RUNS'] ?? 3000) },
    );
    expect(plain).toBeGreaterThan(100);
  });
});
