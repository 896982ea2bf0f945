import { expect, test } from 'vitest';
import { visibleText } from '../../src/model/visible-text.ts';

test.each([
  ['composed and decomposed letters', 'caf\u00E9', 'cafe\u0301'],
  ['zero width', 'A page', '\u200BA\u2060 pa\uFEFFge\u200D'],
  ['soft hyphens', 'hyphen', 'hy\u00ADphen'],
  ['directions', 'A page', '\u202AA page\u202C'],
  ['blanks of another kind', 'A page', ' A\u00A0\u2003page\r\n'],
  ['a blank between invisible characters', 'A page', 'A \u200B page'],
  ['fillers', '', '\u115F\u1160\u3164\uFFA0\u2800'],
  ['tags and selectors', 'A', 'A\uFE0F\u{E0041}\u{E0100}'],
  ['controls', 'A', '\u0007A\u009B'],
])('looks alike with %s', (_, plain, other) => {
  expect(visibleText(other)).toBe(plain);
});

test.each([
  ['case', 'a page', 'A page'],
  ['width', 'A', '\uFF21'],
  ['accents', 'cafe', 'caf\u00E9'],
  ['words', 'apage', 'a page'],
])('tells %s apart', (_, a, b) => {
  expect(visibleText(a)).not.toBe(visibleText(b));
});

test('takes no long time for one letter with a hundred thousand marks', () => {
  expect(visibleText(`a${'\u0301\u0316'.repeat(50_000)}`)).toHaveLength(100_000);
});
