import { expect, test } from 'vitest';
import { rowsOf } from '../../src/cli/rows-of.ts';
import { line, type Line } from '../../src/report/line.ts';

const added = (text: string): Line => ({ text, tone: 'added', quoted: true });
const rows = (each: Line, columns = 20) => rowsOf(each.text, each, columns);

test('a line of a text has its marker in each row of the terminal', () => {
  expect(rows(added(`+${' '.repeat(19)}editors: everyone`))).toEqual([
    `+${' '.repeat(19)}`,
    '+…editors: everyone',
  ]);
  for (const text of ['x'.repeat(70), '漢字'.repeat(30), '\t'.repeat(9), '👩‍💻'.repeat(9)])
    for (const row of rows(added(`+${text}`))) expect(row).toMatch(/^\+/);
});

test('a long field does not go on as a line of ours', () => {
  const [, second] = rows(line(`title: ${'x'.repeat(13)}tags: none`, 'added'));
  expect(second).toBe('…tags: none');
});

test('nothing is lost, and what is to be copied stays whole', () => {
  const text = 'abc def '.repeat(20);
  expect(
    rows(added(`+${text}`))
      .join('')
      .replaceAll('+…', ''),
  ).toBe(`+${text}`);
  const digest = line(`sha256:${'0'.repeat(64)}`);
  expect(rows(digest)).toEqual([digest.text]);
  expect(rows(added('+one'), Infinity)).toEqual(['+one']);
});
