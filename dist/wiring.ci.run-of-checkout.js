import {
  defaultBranchOf,
  ledgerRemote,
  requireDefaultBranch
} from "./adapters.ledger.branch.ledger-remote.js";
import {
  refused
} from "./approval.policy.js";
import {
  originOf
} from "./wiring.origin.js";
import {
  isSameRepository
} from "./wiring.ci.remote-place.js";
import {
  Fault
} from "./model.error.js";

// src/wiring/ci/run-of-checkout.ts
async function requireRunOfCheckout(environment, { config, repository }, { word, ...run }) {
  if (!isSameRepository(run.repository, await repository.remote("origin")))
    throw refused(
      "approval-missing",
      `the ${word} is of another repository than the remote \`origin\``,
      "Publish from the pipeline of this repository, and leave `origin` as the agent cloned it."
    );
  if (run.commit !== repository.commit)
    throw refused(
      "approval-missing",
      `the ${word} is for ${JSON.stringify(run.commit.slice(0, 40))}, and ${repository.commit} is checked out`,
      `Check out the commit of the ${word}; where one is started by hand, with a whole commit.`
    );
  if (run.isOfPullRequest || !run.ref.startsWith("refs/heads/"))
    throw new Fault(
      "usage",
      "not-default-branch",
      `Cannot run here: the ${word} is for a pull request or a tag, expected one for the default branch.`,
      { remedy: "Run the command `check` there, and publish for the default branch." }
    );
  if ("file" in config.ledger) return;
  const origin = await originOf(environment, repository, await repository.routes("origin"));
  const head = await defaultBranchOf(ledgerRemote(origin, config.ledger.branch, repository.commit));
  const { root } = repository;
  await requireDefaultBranch({ root, head, here: run.ref });
  await requireDefaultBranch({ root, head, here: null });
}

export {
  requireRunOfCheckout
};
