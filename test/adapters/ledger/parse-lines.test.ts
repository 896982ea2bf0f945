import { expect, test } from 'vitest';
import { parseLines } from '../../../src/adapters/ledger/parse-lines.ts';

const parse = (text: string) => parseLines(Buffer.from(text));

test('objects that span lines are read, and have no prototype', () => {
  const value = parse('{\n"a": {\n"b": {"c":[1,"x"]},\n"d": 2\n},\n"e": "ü"\n}\n');
  expect(value).toEqual({ a: { b: { c: [1, 'x'] }, d: 2 }, e: 'ü' });
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(parse('{\n}\n')).toEqual({});
});

test.each([
  ['nothing', ''],
  ['all in one line', '{"a":1}'],
  ['another form', '{\n  "a": 1\n}\n'],
  ['a value with blanks', '{\n"a": {"b": 1}\n}\n'],
  ['a member twice', '{\n"a": 1,\n"a": 2\n}\n'],
  ['a member twice within a line', '{\n"a": {"b":1,"b":1}\n}\n'],
  ['a comma too few', '{\n"a": 1\n"b": 2\n}\n'],
  ['a comma too many', '{\n"a": 1,\n}\n'],
  ['no end', '{\n"a": 1\n'],
  ['something behind the end', '{\n"a": 1\n}\n{\n'],
])('%s is left to the parser that tells the place of a flaw', (_, text) => {
  expect(parse(text)).toBeUndefined();
});

test('what is not UTF-8 is left too', () => {
  expect(parseLines(Uint8Array.of(0x7b, 0x0a, 0xff, 0x0a, 0x7d))).toBeUndefined();
});
