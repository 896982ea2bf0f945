import type { Rule, RuleInfo } from './rule.ts';
import { badTag } from './rules/bad-tag.ts';
import { bodyTooLong } from './rules/body-too-long.ts';
import { bodyTooShort } from './rules/body-too-short.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { duplicateTitle } from './rules/duplicate-title.ts';
import { emptyBody } from './rules/empty-body.ts';
import { emptyTitle } from './rules/empty-title.ts';
import { machineTitle } from './rules/machine-title.ts';
import { mention } from './rules/mention.ts';
import { noTags } from './rules/no-tags.ts';
import { onlyHeading } from './rules/only-heading.ts';
import { placeholder } from './rules/placeholder.ts';
import { recurringText } from './rules/recurring-text.ts';
import { relativeImage } from './rules/relative-image.ts';
import { relativeLink } from './rules/relative-link.ts';
import { secret } from './rules/secret.ts';
import { similarText } from './rules/similar-text.ts';
import { titleTooLong } from './rules/title-too-long.ts';
import { titleTooShort } from './rules/title-too-short.ts';
import { tooManyTags } from './rules/too-many-tags.ts';
import { unreadableMarkdown } from './rules/unreadable-markdown.ts';
import { sourceRules } from './source-rules.ts';

/** Every rule that looks at a draft. */
export const draftRules: readonly Rule[] = [
  badTag,
  bodyTooLong,
  bodyTooShort,
  duplicateId,
  duplicateTitle,
  emptyBody,
  emptyTitle,
  machineTitle,
  mention,
  noTags,
  onlyHeading,
  placeholder,
  recurringText,
  relativeImage,
  relativeLink,
  secret,
  similarText,
  titleTooLong,
  titleTooShort,
  tooManyTags,
  unreadableMarkdown,
];

/** Every rule, also those that reading raises, sorted by id. */
export const ruleInfos: readonly RuleInfo[] = [...draftRules, ...sourceRules]
  .map(({ id, severity, fixed, about }) => ({ id, severity, fixed, about }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
