import { describe, expect, it } from 'vitest';
import { blankComments, isBlankMarkdown } from '../../src/markdown/html-comments.ts';

describe('blankComments', () => {
  it.each([
    ['a<!-- b -->c', 'a          c'],
    ['a<!-- b', 'a      '],
    ['<!---->x', '       x'],
    ['no comment -->', 'no comment -->'],
  ])('blanks %j', (text, expected) => {
    expect(blankComments(text)).toBe(expected);
  });
});

describe('isBlankMarkdown', () => {
  it.each([
    ['', true],
    [' \r\n\t', true],
    ['<!-- a -->\n\n<!-- b\n-->', true],
    ['<!-- a --> b', false],
    ['\u200B\u2060 \u00AD\uFEFF\u3164\u2800', true],
    ['&nbsp; &#8203;&#x2060;&shy;&ZeroWidthSpace;', true],
    ['<br>\n<p align="center"></p>', true],
    ['<p>&nbsp;<!-- a --></p>', true],
    ['\u200Ba', false],
    ['&amp;', false],
    ['<img src="a.png">', false],
    ['<p>a</p>', false],
    ['    <br>', false],
    ['`<br>`', false],
    ['![](a.png)', false],
    ['```\n<!-- a -->\n```', false],
  ])('tells of %j: %s', (text, blank) => {
    expect(isBlankMarkdown(text)).toBe(blank);
  });
});
