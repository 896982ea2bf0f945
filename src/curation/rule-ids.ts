// Apart from the rules, whose code a run without a changed source does not need; a test holds the two
// together.

/** The ids of all rules, sorted. */
export const ruleIds: readonly string[] = [
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
];

/**
 * The rules that are always errors: without them a source that cannot be read, or that the site
 * would refuse, would pass. The configuration must not set their severity.
 */
export const fixedRuleIds: readonly string[] = [
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
];
