import {
  assertedSource
} from "./approval.asserted.js";
import {
  refused,
  requireAccepted,
  requireApprover
} from "./approval.policy.js";
import {
  digestOf
} from "./model.digest.js";
import {
  memoize
} from "./model.memoize.js";

// src/wiring/ci/own-run-evidence.ts
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
function ownRunEvidence(ci) {
  return async (environment, context, given) => {
    const digest = indexDigest(ci.mechanism, ci.name, environment, context, given);
    if (typeof digest !== "string") return digest;
    const forge = await ci.open(environment, context, given);
    try {
      const { read, authorsOf } = await ci.examine(forge, environment, context, given);
      const approval = memoize(() => read(digest));
      requireApprover(await approval(), context.config.approval);
      return {
        // The plan made here is the one that the file has: what else was named is refused by its digest.
        read: async () => approval(),
        digest,
        authorsOf,
        get requests() {
          return forge.requests;
        },
        answered: (work) => work(),
        [Symbol.asyncDispose]: () => forge.close()
      };
    } catch (error) {
      await forge.close();
      throw error;
    }
  };
}

export {
  ownRunEvidence
};
