import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownLine } from '../../src/adapters/log/safe-line.ts';
import { codeInCell, inCell, inLine } from '../../src/report/markdown.ts';
import { acts, actingText, anyMarks, nodesOf, parseAsGitHub } from '../kit/github-markdown.ts';

const nothingIn = (markdown: string) => {
  const tree = parseAsGitHub(markdown);
  for (const type of ['html', 'image', 'link', 'linkReference', 'emphasis', 'strong'] as const)
    expect(nodesOf(tree, type)).toEqual([]);
  expect(actingText(tree)).not.toMatch(acts);
  return tree;
};

test('a text in a line means nothing there', () => {
  fc.assert(
    fc.property(anyMarks, (text) => {
      const tree = nothingIn(`${inLine(shownLine(text))}\n`);
      expect(tree.children.map(({ type }) => type).filter((each) => each !== 'paragraph')).toEqual(
        [],
      );
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['a text', inCell],
  ['code', codeInCell],
])('%s in a cell means nothing there, and stays in it', (_, written) => {
  fc.assert(
    fc.property(anyMarks, (text) => {
      const row = `| ${written(shownLine(text))} | end |`;
      const tree = nothingIn(`| a | b |\n| --- | --- |\n${row}\n`);
      const [, cells] = nodesOf(tree, 'tableRow');
      expect(cells?.children).toHaveLength(2);
      expect(actingText(cells?.children[1] ?? tree)).toBe('end');
    }),
    { numRuns: 500 },
  );
});

test('our own words keep their code', () => {
  const tree = parseAsGitHub(inLine('Run `stack-publish status` again, says @mia.'));
  expect(nodesOf(tree, 'inlineCode').map(({ value }) => value)).toEqual([
    'stack-publish status',
    '@mia',
  ]);
});
