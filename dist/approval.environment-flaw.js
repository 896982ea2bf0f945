// src/approval/environment-flaw.ts
function environmentFlaw(rules, branches = []) {
  if (!rules) return "does not exist, or the token may not see it";
  if (rules.reviewers < 1) return "has no required reviewers";
  const open = branches.find((pattern) => /^[*/]+$/.test(pattern));
  if (open !== void 0) return `is open to every branch that fits ${JSON.stringify(open)}`;
  return rules.limitsBranches ? null : "is open to every branch";
}

export {
  environmentFlaw
};
