import { expect, it } from 'vitest';
import { fixedRuleIds, ruleIds, ruleInfos } from '../../src/curation/rules.ts';

it('names every rule once, sorted', () => {
  expect(ruleIds).toEqual([
    'bad-tag',
    'body-too-long',
    'body-too-short',
    'duplicate-heading',
    'duplicate-id',
    'duplicate-title',
    'empty-body',
    'empty-title',
    'front-matter',
    'machine-title',
    'mention',
    'no-note',
    'no-questions',
    'no-tags',
    'not-utf8',
    'note-none',
    'numbered-anchor',
    'only-heading',
    'open-note',
    'placeholder',
    'question-id',
    'recurring-text',
    'relative-image',
    'relative-link',
    'secret',
    'similar-text',
    'symlink',
    'title-too-long',
    'title-too-short',
    'too-many-tags',
    'two-labels',
    'unparsable',
    'unreadable-markdown',
    'unused-setting',
  ]);
});

it('names the rules that nobody can switch off, all of them errors', () => {
  expect(fixedRuleIds).toEqual([
    'body-too-long',
    'duplicate-heading',
    'duplicate-id',
    'empty-body',
    'empty-title',
    'front-matter',
    'no-questions',
    'no-tags',
    'not-utf8',
    'open-note',
    'question-id',
    'title-too-long',
    'too-many-tags',
    'two-labels',
    'unparsable',
  ]);
  for (const { fixed, severity } of ruleInfos) expect(fixed && severity !== 'error').toBe(false);
});

it('says of every rule what it is about, in one sentence for a table', () => {
  for (const { about } of ruleInfos) expect(about).toMatch(/^[A-Z][^|\n]*[^.]\.$/);
});
