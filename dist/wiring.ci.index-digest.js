import {
  digestOf
} from "./model.digest.js";
import {
  refused,
  requireAccepted
} from "./approval.policy.js";
import {
  assertedSource
} from "./approval.asserted.js";

// src/wiring/ci/index-digest.ts
function indexDigest(mechanism, ci, ...[environment, { config, site }, given]) {
  const { accept } = config.approval;
  const isAsserted = given.index === null || !accept.includes(mechanism);
  if (isAsserted && accept.includes("asserted"))
    return assertedSource(environment.operator, () => site.now());
  requireAccepted(mechanism, accept);
  if (given.index === null)
    throw refused(
      "approval-missing",
      `a job of ${ci} approves the plan of its own run alone, and no index of it was given`,
      "Keep the file of `plan --index FILE` as an artifact, and run `publish --index FILE`: a digest on the command line may be of a variable, which whoever starts a run can set."
    );
  return digestOf(given.index);
}

export {
  indexDigest
};
