import type { EnvironmentRules } from '../ports/approval-forge.ts';

/** What keeps an environment from being an approval, to follow its name; null: nothing. */
export function environmentFlaw(rules: EnvironmentRules | null): string | null {
  // An environment that a workflow only names comes into being without any protection.
  if (!rules) return 'does not exist, or the token may not see it';
  if (rules.reviewers < 1) return 'has no required reviewers';
  return rules.limitsBranches ? null : 'is open to every branch';
}
