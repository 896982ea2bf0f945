import type { EnvironmentRules } from '../ports/approval-forge.ts';

/**
 * What keeps an environment from being an approval, to follow its name; null: nothing. `branches` are
 * the patterns that it lists, where it does.
 */
export function environmentFlaw(
  rules: EnvironmentRules | null,
  branches: readonly string[] = [],
): string | null {
  // An environment that a workflow only names comes into being without any protection.
  if (!rules) return 'does not exist, or the token may not see it';
  if (rules.reviewers < 1) return 'has no required reviewers';
  // `*`, `**` and `*/*` are rules that rule nothing out.
  const open = branches.find((pattern) => /^[*/]+$/.test(pattern));
  if (open !== undefined) return `is open to every branch that fits ${JSON.stringify(open)}`;
  return rules.limitsBranches ? null : 'is open to every branch';
}
