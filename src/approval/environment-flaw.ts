import type { BranchPolicy, EnvironmentRules } from '../ports/approval-forge.ts';

/** What keeps an environment from being an approval, to follow its name; null: nothing. */
export function environmentFlaw(
  rules: EnvironmentRules | null,
  listed: readonly BranchPolicy[] | null,
  defaultBranch: string | null,
): string | null {
  return reviewersFlaw(rules) ?? branchesFlaw(rules, listed, defaultBranch);
}

/** The part of it that the reviewers are. */
export function reviewersFlaw(rules: EnvironmentRules | null): string | null {
  // An environment that a workflow only names comes into being without any protection.
  if (!rules) return 'does not exist, or the token may not see it';
  return rules.reviewers < 1 ? 'has no required reviewers' : null;
}

/** The part of it that the branches are: only the default branch, by its name, is a limit. */
export function branchesFlaw(
  rules: EnvironmentRules | null,
  listed: readonly BranchPolicy[] | null,
  defaultBranch: string | null,
): string | null {
  if (!rules || rules.branches === 'all') return 'is open to every branch';
  // Where no branch is protected, that is every branch.
  if (rules.branches === 'protected') return 'is open to every protected branch';
  if (!listed || listed.length === 0) return 'does not show which branches it is open to';
  if (defaultBranch === null) return 'is open to branches of which none is known as the default';
  // A branch's name cannot hold what makes a pattern.
  const others = listed.filter(({ name, type }) => type !== 'branch' || name !== defaultBranch);
  if (others.length === 0) return null;
  const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
  const shown = others.slice(0, 3).map(({ name, type }) => `${type} ${JSON.stringify(name)}`);
  return `is open to ${shown.join(', ')}${more}, not to the default branch alone`;
}
