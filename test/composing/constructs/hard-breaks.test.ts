import { describe } from 'vitest';
import { becomes, stays } from './becomes.ts';

describe("a line's end in a note", () => {
  becomes(
    [
      ['Line one\nline two\n\nThree', 'Line one  \nline two\n\nThree'],
      [
        'Line one\r\nline two \r\nthree\r\n\r\nFour',
        'Line one  \r\nline two  \r\nthree\r\n\r\nFour',
      ],
      ['One\r\ntwo \r\n\r\nThree', 'One  \r\ntwo \r\n\r\nThree'],
      ['a\\\nb  \nc `d`\ne', 'a\\\nb  \nc `d`  \ne'],
      ['a \nb\t\nc   \nd', 'a  \nb  \nc   \nd'],
      ['- a\n  b\n- c\n\n> d\n> e\nlazy', '- a  \n  b\n- c\n\n> d  \n> e  \nlazy'],
      ['- a\r\n  b\r\n\r\n> d\r\n> e', '- a  \r\n  b\r\n\r\n> d  \r\n> e'],
      [
        '[a\nb](https://b.example)\n**c**\n![d\ne](https://b.example/i.png)',
        '[a  \nb](https://b.example)  \n**c**  \n![d\ne](https://b.example/i.png)',
      ],
      ['a[^1]\nb\n\n[^1]: c\n    d\n', 'a<sup>1</sup>  \nb\n\n<sup>1</sup> c  \nd\n'],
      ['日本\né', '日本  \né'],
    ],
    'note',
  );
  stays(
    [
      'A title\nof two lines\n===',
      '```\nf\r\ng\n```\n\n`a\nb`',
      'x\n| h |\n| - |\n| i |\n| j |',
      '<div>\na\nb\n</div>',
      'a  \r\nb\\\r\nc',
    ],
    'note',
  );
});

describe('in a page', () => {
  stays(['Line one\nline two\r\nthree']);
});
