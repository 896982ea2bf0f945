import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineHunks, splitLines } from '../../src/model/line-hunks.ts';

function applied(before: readonly string[], after: readonly string[]) {
  const lines: string[] = [];
  let at = 0;
  for (const { start, end, lines: own } of lineHunks(before, after).hunks) {
    lines.push(...before.slice(at, start), ...own);
    at = end;
  }
  return [...lines, ...before.slice(at)];
}

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'e'))
  .map((parts) => splitLines(parts.join('')));

test('hunks make one text the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applied(before, after)).toEqual(after);
    }),
  );
});

test('what only comes, or only goes, is one hunk however long', () => {
  const long = Array.from({ length: 50_000 }, (_, n) => `${n}\n`);
  const around = [...long.slice(0, 10), ...long.slice(-10)];
  const hunk = { start: 10, end: 10, lines: long.slice(10, -10) };
  expect(lineHunks(around, long)).toEqual({ hunks: [hunk], fine: true });
  expect(lineHunks(long, around).hunks).toEqual([{ start: 10, end: 49_990, lines: [] }]);
});

test('more than a thousand changes are taken for one', () => {
  const lines = (mark: string) =>
    Array.from({ length: 3000 }, (_, n) => `${n % 3 ? '' : mark}${n}`);
  const [before, after] = [lines('a'), lines('b')];
  const { hunks, fine } = lineHunks(before, after);
  expect({ hunks: hunks.length, fine }).toEqual({ hunks: 1, fine: false });
  expect(applied(before, after)).toEqual(after);
  expect(lineHunks(before.slice(0, 1000), after.slice(0, 1000)).fine).toBe(true);
});
