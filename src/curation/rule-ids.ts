import { sourceRules } from './source-rules.ts';

// Apart from the rules of drafts, whose code a run without a changed source does not need; a test
// holds the two together.

const fixedOfDrafts = [
  'body-too-long',
  'duplicate-id',
  'empty-body',
  'empty-title',
  'no-tags',
  'title-too-long',
  'too-many-tags',
];

const othersOfDrafts = [
  'bad-tag',
  'admonition',
  'body-too-short',
  'data-image',
  'diagram',
  'emoji-picture',
  'disable-comment',
  'duplicate-title',
  'foreign-syntax',
  'hidden-text',
  'html-element',
  'html-table',
  'image-host',
  'image-missing',
  'image-too-big',
  'image-type',
  'internal-address',
  'link-missing',
  'link-refused',
  'machine-title',
  'math',
  'mention',
  'only-heading',
  'page-anchor',
  'placeholder',
  'recurring-text',
  'relative-image',
  'relative-link',
  'secret',
  'similar-text',
  'title-too-short',
  'unknown-tag',
  'unreadable-markdown',
];

/**
 * The rules that are always errors: without them a source that cannot be read, or that the site
 * would refuse, would pass. The configuration must not set their severity.
 */
export const fixedRuleIds: readonly string[] = [
  ...fixedOfDrafts,
  ...sourceRules.flatMap(({ id, fixed }) => (fixed ? [id] : [])),
].sort();

/** The ids of all rules, sorted. */
export const ruleIds: readonly string[] = [
  ...fixedOfDrafts,
  ...othersOfDrafts,
  ...sourceRules.map(({ id }) => id),
].sort();
