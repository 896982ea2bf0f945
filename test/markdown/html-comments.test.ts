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
    ['```\n<!-- a -->\n```', false],
  ])('tells of %j: %s', (text, blank) => {
    expect(isBlankMarkdown(text)).toBe(blank);
  });
});
