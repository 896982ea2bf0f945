import {
  currentRef,
  isElsewhere
} from "./wiring.ledger.shared.js";
import {
  version
} from "./model.version.js";
import {
  listBranches
} from "./adapters.git.remote.js";
import {
  Fault
} from "./model.error.js";

// src/wiring/default-branch.ts
function requireDefaultBranchOfEvent({ event, github }) {
  const expected = event?.defaultBranch ?? null;
  if (expected !== null && github.ref !== refOf(expected))
    throw refused(github.ref ?? "no branch", expected);
}
async function requireDefaultBranch(options) {
  const { root, head, here } = options;
  const expected = head.branch;
  if (here === null) {
    if (await isElsewhere(root, head.commit))
      throw refused("a commit that is not part of it", expected);
  } else if (expected !== null && here !== refOf(expected)) throw refused(here, expected);
}
async function defaultBranchOf(remote) {
  const head = await remote.head();
  if (head !== null) return head;
  const branches = await listBranches(remote);
  const named = branches.slice(0, 3).join(", ");
  const [seen, remedy] = branches.length === 0 ? ["the remote `origin` has no branch yet", "Push the default branch first."] : [
    `HEAD of the remote \`origin\` names no branch that it has (it has ${named}${branches.length > 3 ? ", …" : ""})`,
    "Set the default branch in the settings of the forge; for a bare repository, run `git symbolic-ref HEAD refs/heads/BRANCH` in it."
  ];
  throw new Fault("usage", "not-default-branch", `Cannot read the default branch: ${seen}.`, {
    remedy
  });
}
async function runRef(root, { github }) {
  return github.isRunner && github.ref !== null ? github.ref : currentRef(root);
}
function refOf(branch) {
  return `refs/heads/${branch}`;
}
function refused(here, expected) {
  const branch = expected ?? "the default branch";
  const wanted = expected === null ? branch : `the branch ${expected}`;
  return new Fault(
    "usage",
    "not-default-branch",
    `Cannot run here: the run is for ${here.replace("refs/heads/", "the branch ")}, expected ${wanted}.`,
    {
      remedy: `Run it on ${branch}; on other branches and pull requests run the command \`check\`.`
    }
  );
}

// src/wiring/site.ts
function siteOptions({ stackToken, stackApiKey, proxy, clock, log }, { destination, limits }) {
  const { tier, url, team, api } = destination;
  return {
    destination: { tier, site: url, team, api },
    token: stackToken,
    apiKey: stackApiKey,
    articlesPerMinute: limits["articles-per-minute"],
    userAgent: `stack-publish/${version}`,
    proxy,
    clock,
    log
  };
}

export {
  requireDefaultBranchOfEvent,
  requireDefaultBranch,
  defaultBranchOf,
  runRef,
  siteOptions
};
