import {
  createQueue,
  parentsOf
} from "./adapters.ledger.branch.create-queue.js";
import {
  gitHubToken
} from "./wiring.forge.shared.js";
import {
  isLoopback
} from "./adapters.http.pinned-origin.js";
import {
  fetchRefs,
  listRemote
} from "./adapters.git.remote.js";
import {
  gitLine,
  runGit,
  settingsFor,
  tryGit
} from "./adapters.git.read-blobs.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";

// builtin-import:node:path?src/wiring/ledger.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $resolve = /* @__PURE__ */ one("resolve");

// src/adapters/git/remote-access.ts
function remoteAccess(options) {
  const { addresses, token } = options;
  const server = URL.parse(options.server);
  const secure = server?.protocol === "https:" || isLoopback(server?.hostname ?? "");
  const ofForge = addresses.every((address) => URL.parse(address)?.origin === server?.origin);
  const local = addresses.every((address) => folder.test(address));
  if (!token || !server || !secure || !ofForge || addresses.length === 0) return { env: {}, local };
  const key = `http.${server.origin}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const env = {
    GIT_ALLOW_PROTOCOL: server.protocol.slice(0, -1),
    ...settingsFor([
      // An empty value clears what the checkout may have left: two headers are refused by the forge.
      [key, ""],
      [key, `AUTHORIZATION: basic ${basic}`],
      ["credential.helper", ""]
    ])
  };
  return { env, local };
}
var folder = /^(?:file:|[a-z]:[\\/]|[^:]*(?:\/|$))/i;

// src/adapters/git/head.ts
async function currentRef(root) {
  const { code, stdout } = await tryGit(root, ["symbolic-ref", "--quiet", "HEAD"]);
  return code === 0 ? stdout.toString("utf8").trim() : null;
}
async function isElsewhere(root, commit) {
  const { code } = await tryGit(root, ["merge-base", "--is-ancestor", "HEAD", commit]);
  return code === 1 && !await isShallow(root);
}
async function isShallow(root) {
  return await gitLine(root, ["rev-parse", "--is-shallow-repository"]) === "true";
}

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

// src/wiring/ledger.ts
async function ledgerPlace(environment, repository, ledger) {
  const { root } = repository;
  if ("file" in ledger) return $resolve(root, ledger.file) + (ledger.file.endsWith("/") ? "/" : "");
  const addresses = await repository.routes("origin");
  if (addresses.length === 0)
    throw new Fault(
      "usage",
      "config-invalid",
      "Cannot open the ledger: it is a branch of the remote `origin`, and there is no such remote.",
      { remedy: "Add the remote, or set ledger to { file: PATH } for a trial." }
    );
  return ledgerRemote(
    await originOf(environment, repository, addresses),
    ledger.branch,
    repository.commit
  );
}
async function originOf(environment, repository, addresses) {
  const token = gitHubToken(environment) ?? void 0;
  const access = remoteAccess({ addresses, server: environment.github.serverUrl, token });
  const sshCommand = await repository.sshCommand();
  return { root: repository.root, name: "origin", ...access, sshCommand };
}
function openHistory(environment, repository) {
  let opened = null;
  const open = memoize(async () => {
    const { gitHistory } = await import("./adapters.git.history.js");
    const addresses = await repository.routes("origin");
    const remote = addresses.length === 0 ? null : await originOf(environment, repository, addresses);
    opened = gitHistory({ root: repository.root, remote });
    return opened;
  });
  return {
    fetch: async (refs) => (await open()).fetch(refs),
    range: async (from, to) => (await open()).range(from, to),
    contains: async (descendant, ancestor) => (await open()).contains(descendant, ancestor),
    [Symbol.asyncDispose]: async () => opened?.[Symbol.asyncDispose]()
  };
}
async function openLedger(place) {
  if (typeof place === "string")
    return (await import("./adapters.ledger.file.file-ledger.js")).fileLedger(place);
  const { branchLedger } = await import("./adapters.ledger.branch.branch-ledger.js");
  return branchLedger(place);
}

export {
  currentRef,
  isElsewhere,
  ledgerPlace,
  openHistory,
  openLedger
};
