import { dialectRules } from './dialect-rules.ts';
import type { ComparingRule, Rule, RuleInfo } from './rule.ts';
import { bodyTooShort, emptyBody } from './rules/body-length.ts';
import { duplicateId, duplicateTitle } from './rules/duplicates.ts';
import { foreignSyntax } from './rules/foreign-syntax.ts';
import { hiddenText } from './rules/hidden-text.ts';
import { htmlElement, htmlTable } from './rules/html-elements.ts';
import { imageHost } from './rules/image-host.ts';
import { imageMissing, imageTooBig, imageType } from './rules/images.ts';
import { internalAddress } from './rules/internal-address.ts';
import { machineTitle } from './rules/machine-title.ts';
import { mention } from './rules/mention.ts';
import { dataImage } from './rules/data-image.ts';
import { disableComment } from './rules/disable-comment.ts';
import { diagram, emojiPicture, math } from './rules/not-drawn.ts';
import { onlyHeading } from './rules/only-heading.ts';
import { placeholder } from './rules/placeholder.ts';
import { relativeImage } from './rules/relative-addresses.ts';
import { recurringText, similarText } from './rules/repeated-texts.ts';
import { secret } from './rules/secret.ts';
import { badTag, noTags, tooManyTags } from './rules/tags.ts';
import { emptyTitle, titleTooLong, titleTooShort } from './rules/title-length.ts';
import { unreadableMarkdown } from './rules/unreadable-markdown.ts';
import { sourceRules } from './source-rules.ts';

/** Every rule that holds a draft against others. */
export const comparingRules: readonly ComparingRule[] = [
  duplicateId,
  duplicateTitle,
  recurringText,
  similarText,
];

/** Every rule that looks at a draft by itself. */
export const draftRules: readonly Rule[] = [
  badTag,
  bodyTooShort,
  dataImage,
  diagram,
  emojiPicture,
  disableComment,
  emptyBody,
  emptyTitle,
  foreignSyntax,
  hiddenText,
  htmlElement,
  htmlTable,
  imageHost,
  imageMissing,
  imageTooBig,
  imageType,
  internalAddress,
  machineTitle,
  math,
  mention,
  noTags,
  onlyHeading,
  placeholder,
  relativeImage,
  secret,
  titleTooLong,
  titleTooShort,
  tooManyTags,
  unreadableMarkdown,
];

/** Every rule, also those that reading raises, sorted by id. */
export const ruleInfos: readonly RuleInfo[] = [
  ...draftRules,
  ...comparingRules,
  ...dialectRules,
  ...sourceRules,
].sort((a, b) => (a.id < b.id ? -1 : 1));
