import { expect, test } from 'vitest';
import { endOfOpenBlock } from '../../src/markdown/open-block.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

test.each([
  ['Words', ''],
  ['```\na', '```'],
  ['  ~~~~ js\na\n~~~', '~~~~'],
  ['```\na\n```', ''],
  ['    a', ''],
  ['<!-- a', '-->'],
  ['<!-- a\n-->', ''],
  ['<?a', '?>'],
  ['<![CDATA[\na', ']]>'],
  ['<!DOCTYPE', '>'],
  ['<PRE>\na', '</PRE>'],
  ['<script>\n</style>', ''],
  ['<div>\na', ''],
  ['```\na\n```\n\n<!-- b', '-->'],
  ['<!-- a', '-->'],
])('%j ends with %j', (text, end) => {
  const tree = parseMarkdown(text);
  if (tree === null) throw new Error('it cannot be parsed');
  expect(endOfOpenBlock(text, tree)).toBe(end);
  const closed = `${text}\n${end}\n\nWords`;
  expect(parseMarkdown(closed)?.children.at(-1)?.type).toBe('paragraph');
});
