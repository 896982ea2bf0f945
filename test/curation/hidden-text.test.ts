import { describe, expect, it } from 'vitest';
import { curate } from '../../src/curation/curate.ts';
import type { Draft } from '../../src/model/draft.ts';
import { aDraft, aQuestion } from './a-draft.ts';

const check = (draft: Draft, rules: Record<string, 'warning' | 'off'> = {}) =>
  curate([draft], { rules, known: [] });
const inBody = (text: string) =>
  check(aDraft({ body: `A line that is long enough.\n\n${text}\n` }));

describe('a character that nobody sees is a warning', () => {
  it.each([
    ['zero\u200Bwidth', 5, 'U+200B'],
    ['a soft\u00ADhyphen', 7, 'U+00AD'],
    ['a joiner\u200Dbetween', 9, 'U+200D'],
    ['a filler \u3164', 10, 'U+3164'],
    ['selected\uFE0F', 9, 'U+FE0F'],
    ['\u202Eturned', 1, 'U+202E'],
    ['a mark\uFEFF', 7, 'U+FEFF'],
    ['a line\u2028', 7, 'U+2028'],
    ['an escape\u001B[1m', 10, 'U+001B'],
    ['`code\u2060`', 6, 'U+2060'],
    ['葛\u{E0100}\u{E0101}', 4, 'U+E0101'],
    ['👩‍💻\u200D', 6, 'U+200D'],
    ['one\rtwo', 4, 'U+000D'],
  ])('%j', (text, column, name) => {
    const [finding, ...others] = inBody(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'hidden-text', severity: 'warning' });
    expect(finding?.place).toMatchObject({ line: 8, column });
    expect(finding?.message).toMatch(new RegExp(`: ${name.replace('+', '\\+')}\\.$`));
  });

  it('and a run of them is one', () => {
    const [finding, ...others] = inBody(`hello\u{E0048}${'\u{E0069}'.repeat(9)} world`);
    expect(others).toEqual([]);
    expect(finding?.message).toMatch(/ 10 characters .*: U\+E0048 U\+E0069 .*…\.$/);
  });

  it('in an answer as in a body', () => {
    const draft = aQuestion({ answer: 'An answer\u200B that is long enough.', answerLine: 20 });
    expect(check(draft)).toMatchObject([{ rule: 'hidden-text', place: { line: 20, column: 10 } }]);
  });
});

it('is an error in a title, unless the configuration says otherwise', () => {
  const draft = aDraft({ title: 'A title\u200B that is long enough' });
  expect(check(draft)).toMatchObject([
    { rule: 'hidden-text', severity: 'error', place: { line: 2, column: 1 } },
  ]);
  expect(check(draft, { 'hidden-text': 'warning' })).toMatchObject([{ severity: 'warning' }]);
  expect(check(draft, { 'hidden-text': 'off' })).toEqual([]);
});

it.each([
  'Emoji: ❤️ 👩🏽‍💻 👨‍👩‍👧‍👦 🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ ©️',
  'می‌خواهم ക്‍ഷ ශ්‍රී ক্‌ষ',
  'Names: 葛\u{E0100}城市 辻\u{E0101}',
  'ᠨᠢᠭᠡ\u180B',
  'Blanks\u00A0that are no\u202Fspace, and　全角',
  'A tab\tand an icon \uE0A0',
  'Lines as Windows ends them\r\nand the next one',
])('nothing is found in %j', (text) => {
  expect(inBody(text)).toEqual([]);
});
