// src/approval/environment-flaw.ts
function environmentFlaw(rules, listed, defaultBranch) {
  return reviewersFlaw(rules) ?? branchesFlaw(rules, listed, defaultBranch);
}
function reviewersFlaw(rules) {
  if (!rules) return "does not exist, or the token may not see it";
  return rules.reviewers < 1 ? "has no required reviewers" : null;
}
function branchesFlaw(rules, listed, defaultBranch) {
  if (!rules || rules.branches === "all") return "is open to every branch";
  if (rules.branches === "protected") return "is open to every protected branch";
  if (!listed || listed.length === 0) return "does not show which branches it is open to";
  if (defaultBranch === null) return "is open to branches of which none is known as the default";
  const others = listed.filter(({ name, type }) => type !== "branch" || name !== defaultBranch);
  if (others.length === 0) return null;
  const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
  const shown = others.slice(0, 3).map(({ name, type }) => `${type} ${JSON.stringify(name)}`);
  return `is open to ${shown.join(", ")}${more}, not to the default branch alone`;
}

export {
  environmentFlaw,
  reviewersFlaw,
  branchesFlaw
};
