import type { DisableComment } from '../markdown/disable-comments.ts';
import { fixedRuleIds, ruleIds } from './rule-ids.ts';
import { sourceRules } from './source-rules.ts';

/** Rules whose findings have no text that a comment could stand in. */
const ofReading = new Set(
  sourceRules.map(({ id }) => id).filter((id) => id !== 'image-unavailable'),
);

/** Tells whether a comment in a text can let a rule pass. */
export function canBeDisabled(rule: string): boolean {
  return (
    ruleIds.includes(rule) &&
    !fixedRuleIds.includes(rule) &&
    !ofReading.has(rule) &&
    rule !== 'disable-comment'
  );
}

/** Tells whether a comment says all that it has to. */
export function isUsable({ rule, reason, suffix }: DisableComment): boolean {
  return suffix === '' && reason !== '' && canBeDisabled(rule);
}
