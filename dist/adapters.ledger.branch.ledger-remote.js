import {
  currentRef,
  isElsewhere,
  isShallow
} from "./adapters.git.head.js";
import {
  createQueue,
  parentsOf
} from "./adapters.ledger.branch.create-queue.js";
import {
  fetchRefs,
  listBranches,
  listRemote
} from "./adapters.git.remote.js";
import {
  gitLine,
  runGit,
  tryGit
} from "./adapters.git.git.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/ledger/branch/ledger-remote.ts
function ledgerRemote(remote, branch, localCommit) {
  const { root } = remote;
  const name = `${branch} of ${remote.name}`;
  const namespace = `refs/stack-publish/${encodeURIComponent(remote.name)}`;
  const branchRef = `${namespace}/ledger/${encodeURIComponent(branch)}`;
  const branchSpec = `+refs/heads/${branch}:${branchRef}`;
  let seen;
  let head = null;
  let first = null;
  let firstUsed = false;
  const list = async () => {
    const answer = await listRemote(remote, branch);
    if ("code" in answer) throw unreachable(name, answer);
    return answer;
  };
  const fetch = async (refspecs, depth) => {
    const answer = await fetchRefs(remote, refspecs, depth);
    if (answer.code !== 0) throw unreachable(name, answer);
  };
  const descends = async (from, to, deepen = true) => {
    const open = [to];
    const known = new Set(open);
    for (let commit = open.pop(); commit !== void 0; commit = open.pop()) {
      if (commit === from) return true;
      const parents = await parentsOf(root, commit);
      if (parents === null) {
        if (!deepen) return false;
        await fetch([branchSpec], "--deepen=1000");
        return descends(from, to, false);
      }
      for (const parent of parents) {
        if (!known.has(parent)) open.push(parent);
        known.add(parent);
      }
    }
    return false;
  };
  const ask = async () => {
    const listing = list();
    listing.catch(() => {
    });
    await checkName(root, branch);
    return listing;
  };
  const firstAnswer = () => first ??= ask().catch((error) => {
    first = null;
    throw error;
  });
  const fetchListed = async (now) => {
    const initial = seen === void 0;
    if (initial) head = now.head;
    const specs = /* @__PURE__ */ new Map();
    if (initial && head !== null) specs.set(head.commit, `+HEAD:${namespace}/head`);
    if (now.branch !== null) specs.set(now.branch, branchSpec);
    const missing = await missingCommits(root, [...specs.keys()]);
    if (missing.length > 0) {
      const depth = initial && await isShallow(root) ? "--depth=1" : null;
      await fetch(
        [...missing].flatMap((commit2) => specs.get(commit2) ?? []),
        depth
      );
    }
    const moved = missing.length > 0 ? await missingCommits(root, missing) : [];
    if (head !== null && moved.includes(head.commit))
      head = { ...head, commit: await commitOf(root, `${namespace}/head`) };
    let commit = now.branch;
    if (commit !== null && moved.includes(commit)) commit = await commitOf(root, branchRef);
    if (typeof seen === "string") {
      if (commit === null || !await descends(seen, commit)) throw rewound(name, seen, commit);
    }
    seen = commit;
    return commit;
  };
  const inTurn = createQueue();
  return {
    ...remote,
    branch,
    refresh: () => inTurn(async () => {
      const now = await (firstUsed ? list() : firstAnswer());
      firstUsed = true;
      return fetchListed(now);
    }),
    current: async () => (await list()).branch,
    pushed: (commit) => inTurn(async () => {
      seen = commit;
      await tryGit(root, ["update-ref", branchRef, commit]);
    }),
    head: () => inTurn(async () => {
      const now = await firstAnswer();
      if (seen !== void 0) return head;
      if (now.head === null || now.head.commit === localCommit) return now.head;
      await fetchListed(now);
      return head;
    })
  };
}
async function checkName(root, branch) {
  if (plainName.test(branch)) return;
  const { code } = await tryGit(root, ["check-ref-format", `refs/heads/${branch}`]);
  if (code === 0) return;
  throw new Fault(
    "usage",
    "config-invalid",
    `Cannot use the ledger branch ${JSON.stringify(branch)}: it is not a name that git allows`,
    { remedy: "Set `ledger.branch` to the name of a branch, such as stack-publish/ledger." }
  );
}
var plainName = /^[a-z][a-z-]*(?:\/[a-z][a-z-]*)*$/;
async function missingCommits(root, commits) {
  if (commits.length === 0) return [];
  const input = commits.map((commit) => `${commit}^{commit}
`).join("");
  const answer = await runGit(root, ["cat-file", "--batch-check"], { input });
  const lines = answer.toString("latin1").split("\n");
  return commits.filter((_, at) => !/^[0-9a-f]+ commit \d+$/.test(lines[at] ?? ""));
}
function commitOf(root, ref) {
  return gitLine(root, ["rev-parse", "--verify", `${ref}^{commit}`]);
}
function unreachable(name, answer) {
  return new Fault(
    "ledger",
    "ledger-unreadable",
    `Cannot read the ledger ${name}: git cannot reach the remote (${answer.stderr || `exit code ${answer.code}`})`,
    { remedy: "Check that the checkout has this remote, and that the run may read it." }
  );
}
function rewound(name, seen, found) {
  const now = found === null ? "is gone" : `is at ${found}, which does not descend from that`;
  return new Fault(
    "ledger",
    "ledger-rewound",
    `Cannot write the ledger ${name}: this run saw the branch at ${seen}, and now it ${now}`,
    { remedy: `Find out who changed the branch, and set it back to ${seen} or a later commit.` }
  );
}

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

export {
  ledgerRemote,
  requireDefaultBranchOfEvent,
  requireDefaultBranch,
  defaultBranchOf,
  runRef
};
