import { describe, expect, test } from 'vitest';
import { curate } from '../../src/curation/curate.ts';
import type { Draft } from '../../src/model/draft.ts';
import { readText, remarks } from '../sources/read-text.ts';
import { aDraft, aQuestion, found } from './a-draft.ts';

const check = (draft: Draft) => curate([draft], { rules: {}, known: [] });
const rulesOf = (draft: Draft) => check(draft).map(({ rule }) => rule);

describe('a text that takes too long to parse', () => {
  test.each([
    ['open links', '[a]('.repeat(25_000)],
    ['brackets and nothing else', 'A text of brackets: ' + '[a]'.repeat(25_000)],
    ['nested quotes', 'A text of quotes.\n\n' + '>'.repeat(50_000)],
    ['items', '- a\n'.repeat(25_000)],
    ['images in images', 'A text of images: ' + '![a'.repeat(1000)],
  ])('is an error whatever is in it: %s', (_, body) => {
    expect(rulesOf(aDraft({ body }))).toEqual(['unreadable-markdown']);
  });

  test('is one also as an answer', () => {
    expect(rulesOf(aQuestion({ answer: '[a]('.repeat(7000) }))).toEqual(['unreadable-markdown']);
  });
});

test.each([
  ['an article', aDraft({ body: '[a]('.repeat(25_001) })],
  ['a question', aQuestion({ body: '| a | b |\n'.repeat(3001) })],
])('%s longer than the site takes is told as that alone', (_, draft) => {
  const findings = curate([draft], { rules: {}, known: [], found });
  expect(findings.map(({ rule }) => rule)).toEqual(['body-too-long']);
});

test('a long page has the title above its text, without being parsed as a whole', () => {
  const reading = readText(`---\nstack: article\n---\n\n# A title\n\n${'[a]('.repeat(120_000)}`);
  expect(reading.drafts).toMatchObject([{ title: 'A title' }]);
});

describe('findings of one rule in one source are listed up to twenty', () => {
  test('with how many follow, at the place of the next', () => {
    const findings = check(aDraft({ body: 'Thanks to @a.\n'.repeat(5000) }));
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)).toMatchObject({
      rule: 'mention',
      severity: 'warning',
      place: { line: 26, column: 11 },
      message: expect.stringContaining(' 4980 more ') as string,
    });
  });

  test('and so are those of another rule, and those of reading', () => {
    const tags = Array.from({ length: 300 }, (_, n) => `Tag ${n}`);
    const found = rulesOf(aDraft({ tags }));
    expect(found.filter((rule) => rule === 'bad-tag')).toHaveLength(21);
    const keys = Array.from({ length: 300 }, (_, n) => `key${n}: 1`).join(', ');
    const reading = readText(`---\nstack: { as: article, ${keys} }\n---\n\n# A\n`);
    expect(remarks(reading).length).toBeLessThanOrEqual(21);
  });

  test('twenty are all listed', () => {
    const findings = check(aDraft({ body: 'Thanks to @a.\n'.repeat(20) }));
    expect(new Set(findings.map(({ message }) => message)).size).toBe(1);
    expect(findings).toHaveLength(20);
  });
});
