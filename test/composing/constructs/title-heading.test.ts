import { describe, expect, test } from 'vitest';
import { composedText } from '../composed-text.ts';

describe('a heading with the title', () => {
  const title = 'How keys rotate here';
  test.each([
    ['# How *keys* rotate here\n\nText', 'Text'],
    ['\n## How keys  rotate here\nText', 'Text'],
    ['How keys rotate here\n===\n\nText', 'Text'],
    ['<!-- x -->\n\n# How keys rotate here\n\nText', 'Text'],
    ['Text\n\n# How keys rotate here\n', 'Text\n\n# How keys rotate here\n'],
    ['# How keys rotate\n\nText', '# How keys rotate\n\nText'],
  ])('%j', (body, expected) => {
    expect(composedText(body, { title }).text).toBe(expected);
  });
});
