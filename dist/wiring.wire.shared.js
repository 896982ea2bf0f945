import {
  gitHubName,
  gitHubOptions,
  proxyOf,
  repositoryNamed
} from "./adapters.github.find-github.js";
import {
  createQueue,
  fetchRefs,
  gitFault,
  gitLine,
  listRemote,
  parentsOf,
  readBlobs,
  runGit,
  splitNul,
  tryGit
} from "./adapters.ledger.branch.ledger-commit.js";
import {
  version
} from "./model.version.js";
import {
  isLoopback
} from "./adapters.http.pinned-origin.js";
import {
  errnoOf
} from "./adapters.errno-of.js";
import {
  Fault
} from "./model.error.js";
import {
  memoize
} from "./model.memoize.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// builtin-import:node:path?src/wiring/wire.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $resolve = /* @__PURE__ */ one("resolve");

// builtin-import:node:fs/promises?src/adapters/git/find-config.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one2 = (name) => all2[name];
var $realpath = /* @__PURE__ */ one2("realpath");

// builtin-import:node:path?src/adapters/git/find-config.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one3 = (name) => all3[name];
var $resolve2 = /* @__PURE__ */ one3("resolve");
var $join = /* @__PURE__ */ one3("join");
var $relative = /* @__PURE__ */ one3("relative");
var $dirname = /* @__PURE__ */ one3("dirname");
var $basename = /* @__PURE__ */ one3("basename");

// src/adapters/git/commit-tree.ts
var kinds = {
  "120000": "symlink",
  "160000": "submodule"
};
function commitTree(root, commit) {
  return {
    id: commit,
    name: `commit ${commit.slice(0, 12)}`,
    async files() {
      const listing = await runGit(root, ["ls-tree", "-r", "-z", "-l", "--full-tree", commit]);
      return splitNul(listing).map(parseEntry).sort(byPath);
    },
    async *read(files) {
      const blobs = readBlobs(
        root,
        files.filter((file) => file.kind !== "submodule").map((file) => file.revision)
      );
      try {
        for (const file of files) {
          if (file.kind === "submodule") yield { file, bytes: new Uint8Array() };
          else {
            const next = await blobs.next();
            if (next.done !== true) yield { file, bytes: next.value };
          }
        }
      } finally {
        await blobs.return(void 0);
      }
    }
  };
}
function byPath(a, b) {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
function parseEntry(entry) {
  const tab = entry.indexOf(9);
  const [mode = "", , revision = "", size = ""] = entry.toString("latin1", 0, tab).split(/ +/);
  return {
    path: entry.toString("utf8", tab + 1),
    revision,
    kind: kinds[mode] ?? "file",
    size: /^\d+$/.test(size) ? Number(size) : null
  };
}

// src/adapters/git/committed-file.ts
async function committedFile(root, commit, paths) {
  const named = paths.filter((path) => !path.includes("\n") && !/^\.\.?(?:\/|$)/.test(path));
  const args = ["cat-file", "--batch", "--follow-symlinks"];
  const input = named.map((path) => `${commit}:${path}
`).join("");
  let rest = await runGit(root, args, { input });
  for (const path of named) {
    const end = rest.indexOf("\n");
    const header = rest.toString("utf8", 0, end);
    const [, kind, size] = /^(?:[0-9a-f]{40,64} )?(blob|tree|commit|symlink|dangling|loop|notdir) (\d+)$/.exec(header) ?? [];
    if (end === -1 || kind === void 0 && !/ (?:missing|submodule)$/.test(header))
      throw gitFault(args, `an answer that is not known: ${header.slice(0, 200)}`);
    if (kind === void 0 && await isFile(root, commit, path)) throw gitFault(args, header);
    const length = size === void 0 ? 0 : Number(size) + 1;
    if (kind === "blob") return { path, bytes: rest.subarray(end + 1, end + length) };
    rest = rest.subarray(end + 1 + length);
  }
  return null;
}
async function isFile(root, commit, path) {
  const files = await commitTree(root, commit).files();
  return files.some((file) => file.path === path && file.kind !== "submodule");
}

// builtin-import:node:fs/promises?src/adapters/git/read-config-file.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one4 = (name) => all4[name];
var $readFile = /* @__PURE__ */ one4("readFile");

// src/adapters/git/read-config-file.ts
async function readConfigFile(path) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await $readFile(path));
  } catch (error) {
    const code = errnoOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    const seen = error instanceof TypeError ? "it is not UTF-8 text" : code || String(error);
    throw new Fault("usage", "config-unreadable", `Cannot read ${path}: ${seen}.`, {
      remedy: "Make it a readable UTF-8 file.",
      place: { file: path, line: null, column: null },
      cause: error
    });
  }
}

// src/adapters/git/find-config.ts
async function configOnDisk({ root, file, usual }) {
  const candidates = file === null ? usual : [$relative(root, file)];
  for (const name of candidates) {
    const text = await readConfigFile($resolve2(root, name));
    if (text !== null) return { text, name };
  }
  throw notFound(candidates);
}
async function configOfCommit(place, commit, log) {
  const { root, file, usual } = place;
  const paths = file === null ? usual : [await pathIn(root, file)];
  const committed = await committedFile(root, commit.id, paths);
  if (committed === null) {
    const found = await configOnDisk(place);
    if (!found.name.startsWith(".."))
      log.warn(`${found.name} is not in ${commit.name}; it is read as it is on disk.`);
    return found;
  }
  const { path, bytes } = committed;
  const text = new TextDecoder().decode(bytes);
  const onDisk = await readConfigFile($join(root, path));
  if (onDisk !== null && onDisk !== text)
    log.warn(`${path} differs from ${commit.name}; the commit counts.`);
  return { text, name: path };
}
async function pathIn(root, file) {
  const folder = $dirname(file);
  const real = await $realpath(folder).catch(() => folder);
  return $relative(root, $join(real, $basename(file))).replaceAll("\\", "/");
}
function notFound(names) {
  return new Fault(
    "usage",
    "config-not-found",
    `Cannot find the configuration: there is no ${names.join(" or ")}.`,
    {
      remedy: "Write .github/stack-publish.yml; its smallest form is `destination: { tier: business, team: YOUR-TEAM }`."
    }
  );
}

// src/adapters/git/default-branch.ts
async function requireDefaultBranch({
  root,
  head,
  here
}) {
  const expected = head.branch;
  if (here !== null) {
    if (expected !== null && here !== `refs/heads/${expected}`) throw refused(here, expected);
    return;
  }
  if (await isElsewhere(root, head.commit))
    throw refused("a commit that is not part of it", expected);
}
function refused(here, expected) {
  const branch = expected ?? "the default branch";
  return new Fault(
    "usage",
    "not-default-branch",
    `Cannot run here: HEAD is ${here.replace("refs/heads/", "the branch ")}, expected ${branch}.`,
    {
      remedy: `Run it on ${branch}; on other branches and pull requests run \`stack-publish check\`.`
    }
  );
}
async function refOf(root, env) {
  const given = env["GITHUB_ACTIONS"] ? env["GITHUB_REF"] : void 0;
  if (given !== void 0) return given;
  const { code, stdout } = await tryGit(root, ["symbolic-ref", "--quiet", "HEAD"]);
  return code === 0 ? stdout.toString("utf8").trim() : null;
}
async function isElsewhere(root, commit) {
  const { code } = await tryGit(root, ["merge-base", "--is-ancestor", "HEAD", commit]);
  if (code === 0) return false;
  const shallow = await tryGit(root, ["rev-parse", "--is-shallow-repository"]);
  return code === 1 && shallow.stdout.toString("utf8").trim() === "false";
}

// src/adapters/git/forge-credentials.ts
function forgeCredentials(options) {
  const { remote, token } = options;
  const server = URL.parse(options.server);
  const address = URL.parse(remote);
  if (!token || !server || address?.origin !== server.origin) return {};
  const secure = server.protocol === "https:" || isLoopback(server.hostname);
  if (!secure) return {};
  const key = `http.${server.origin}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "2",
    // An empty value clears what the checkout may have left: two headers are refused by the forge.
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: "",
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`
  };
}

// src/adapters/git/is-shallow.ts
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
  const list2 = async () => {
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
    const listing = list2();
    listing.catch(() => {
    });
    await checkName(root, branch);
    return listing;
  };
  const firstAnswer = async () => {
    try {
      return await (first ??= ask());
    } catch (error) {
      first = null;
      throw error;
    }
  };
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
      const now = await (firstUsed ? list2() : firstAnswer());
      firstUsed = true;
      return fetchListed(now);
    }),
    current: async () => (await list2()).branch,
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

// builtin-import:node:fs?src/adapters/git/working-tree.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one5 = (name) => all5[name];
var $constants = /* @__PURE__ */ one5("constants");

// builtin-import:node:fs/promises?src/adapters/git/working-tree.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one6 = (name) => all6[name];
var $open = /* @__PURE__ */ one6("open");
var $readlink = /* @__PURE__ */ one6("readlink");
var $lstat = /* @__PURE__ */ one6("lstat");

// builtin-import:node:path?src/adapters/git/working-tree.ts
var all7 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one7 = (name) => all7[name];
var $join2 = /* @__PURE__ */ one7("join");

// src/adapters/git/working-tree.ts
function workingTree(root) {
  return {
    name: "the working tree",
    files: () => list(root),
    async *read(files) {
      for (const file of files) yield { file, bytes: await readFrom(root, file) };
    }
  };
}
async function list(root) {
  const [tracked, others] = await Promise.all([
    runGit(root, ["ls-files", "-z", "--stage"]),
    runGit(root, ["ls-files", "-z", "--others", "--exclude-standard"])
  ]);
  const submodules = /* @__PURE__ */ new Map();
  for (const entry of splitNul(tracked)) {
    const tab = entry.indexOf(9);
    submodules.set(entry.toString("utf8", tab + 1), entry.toString("latin1", 0, 6) === "160000");
  }
  for (const entry of splitNul(others)) {
    const path = entry.toString("utf8");
    if (!path.endsWith("/")) submodules.set(path, false);
  }
  const plain = plainFolders(root);
  const look = async ([path, submodule]) => {
    if (!await plain(parentOf(path))) return null;
    const found = await $lstat($join2(root, path)).catch(() => null);
    const kind = found === null ? null : kindOf(found, submodule);
    if (found === null || kind === null) return null;
    return { path, revision: "", kind, size: kind === "submodule" ? null : found.size };
  };
  const files = await Promise.all([...submodules].map(look));
  return files.filter((file) => file !== null).sort(byPath);
}
function kindOf(found, submodule) {
  if (submodule) return found.isDirectory() ? "submodule" : null;
  if (found.isSymbolicLink()) return "symlink";
  return found.isFile() ? "file" : null;
}
async function readFrom(root, file) {
  if (file.kind === "submodule") return new Uint8Array();
  const path = $join2(root, file.path);
  if (!await plainFolders(root)(parentOf(file.path))) throw changed(file);
  try {
    var _stack = [];
    try {
      if (file.kind === "symlink") return await $readlink(path, "buffer");
      const flags = $constants.O_RDONLY | $constants.O_NOFOLLOW | $constants.O_NONBLOCK;
      const handle = __using(_stack, await $open(path, flags), true);
      if (!(await handle.stat()).isFile()) throw changed(file);
      return await handle.readFile();
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    throw error instanceof Fault ? error : changed(file, error);
  }
}
function changed(file, cause) {
  const seen = errnoOf(cause) || "something else";
  return new Fault(
    "repository",
    "git-failed",
    `Cannot read ${file.path} in the working tree: expected the ${file.kind} that was listed, got ${seen}`,
    { remedy: "Run the command again while nothing else changes the checkout.", cause }
  );
}
function plainFolders(root) {
  const known = /* @__PURE__ */ new Map([["", Promise.resolve(true)]]);
  const plain = (folder) => {
    let answer = known.get(folder);
    if (answer === void 0) {
      answer = look(folder);
      known.set(folder, answer);
    }
    return answer;
  };
  const look = async (folder) => {
    if (!await plain(parentOf(folder))) return false;
    const found = await $lstat($join2(root, folder)).catch(() => null);
    return found?.isDirectory() === true;
  };
  return plain;
}
function parentOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

// src/adapters/git/repository.ts
async function openRepository(cwd) {
  const args = ["rev-parse", "--show-toplevel", "--quiet", "--verify", "HEAD^{commit}"];
  const { code, stdout, stderr } = await tryGit(cwd, args);
  const [, root, commit] = /^([^]*?)\n(?:([0-9a-f]{40,64})\n)?$/.exec(stdout.toString("utf8")) ?? [];
  if (code > 1 || stderr !== "") throw gitFault(args, stderr || `exit code ${code}`);
  if (!root) throw gitFault(args, "this operation must be run in a work tree");
  const known = memoize(() => settings(root));
  return {
    root,
    commit: commit ?? null,
    workingTree: async () => workingTree(root),
    head: async () => commitTree(root, commit ?? noCommit()),
    changedPaths: () => changedPaths(root),
    remotes: async () => [...await known()].flatMap(([name, values]) => name.startsWith("remote.") ? values : []),
    remote: async (name) => (await known()).get(`remote.${name}.url`)?.at(-1) ?? null,
    sshCommand: async () => (await known()).get("core.sshcommand")?.at(-1) ?? null
  };
}
function noCommit() {
  throw new Fault("usage", "no-commit", "Cannot read HEAD: the repository has no commit yet", {
    remedy: "Make a first commit."
  });
}
async function changedPaths(root) {
  const status = await runGit(root, [
    "status",
    "--porcelain=v1",
    "-z",
    "--untracked-files=all",
    "--no-renames",
    "--ignore-submodules=dirty"
  ]);
  return splitNul(status).map((entry) => entry.toString("utf8", 3)).sort();
}
async function settings(root) {
  const wanted = String.raw`^(core\.sshcommand|remote\..*\.(url|pushurl))$`;
  const args = ["config", "-z", "--get-regexp", wanted];
  const { code, stdout, stderr } = await tryGit(root, args);
  if (code !== 0 && code !== 1) throw gitFault(args, stderr);
  const entries = splitNul(stdout).map(
    (entry) => /^([^\n]*)\n?([^]*)$/.exec(entry.toString("utf8"))
  );
  const found = /* @__PURE__ */ new Map();
  for (const [, name = "", value = ""] of entries.filter((entry) => entry !== null)) {
    const values = found.get(name);
    if (values) values.push(value);
    else found.set(name, [value]);
  }
  return found;
}

// src/config/config-paths.ts
var configPaths = [
  ".github/stack-publish.yml",
  ".github/stack-publish.yaml",
  "stack-publish.yml"
];

// src/curation/rule-ids.ts
var ruleIds = [
  "bad-tag",
  "body-too-long",
  "body-too-short",
  "duplicate-heading",
  "duplicate-id",
  "duplicate-title",
  "empty-body",
  "empty-title",
  "front-matter",
  "machine-title",
  "mention",
  "no-note",
  "no-questions",
  "no-tags",
  "not-utf8",
  "note-none",
  "numbered-anchor",
  "only-heading",
  "open-note",
  "placeholder",
  "question-id",
  "recurring-text",
  "relative-image",
  "relative-link",
  "secret",
  "similar-text",
  "symlink",
  "title-too-long",
  "title-too-short",
  "too-many-tags",
  "two-labels",
  "unparsable",
  "unreadable-markdown",
  "unused-setting"
];
var fixedRuleIds = [
  "body-too-long",
  "duplicate-heading",
  "duplicate-id",
  "empty-body",
  "empty-title",
  "front-matter",
  "no-questions",
  "no-tags",
  "not-utf8",
  "open-note",
  "question-id",
  "title-too-long",
  "too-many-tags",
  "two-labels",
  "unparsable"
];

// builtin-import:node:v8?src/wiring/small-heap.ts
var all8 = /* @__PURE__ */ process.getBuiltinModule("node:v8");
var one8 = (name) => all8[name];
var $setFlagsFromString = /* @__PURE__ */ one8("setFlagsFromString");

// src/wiring/small-heap.ts
function keepHeapSmall() {
  $setFlagsFromString("--semi-space-growth-factor=1");
}

// src/wiring/wire.ts
async function openCheckout(surroundings) {
  const opening = openRepository(surroundings.cwd);
  const parser = loadParser();
  const repository = await opening;
  const found = await configOnDisk(placeOf(surroundings, repository));
  const config = (await parser)(found);
  keepHeapSmall();
  tellOfReleases(config, surroundings.log);
  return { repository, config };
}
async function connect(surroundings, { ask }) {
  const { log, clock } = surroundings;
  const opening = openRepository(surroundings.cwd);
  const parser = loadParser();
  const repository = await opening;
  const reading = readPolicy(surroundings, repository, await parser);
  const loading = import("./adapters.stack.open-site.js");
  const { config, tree, ledger: place } = await reading;
  tellOfReleases(config, log);
  const { openSite } = await loading;
  const { site, sent, close } = openSite(siteOptions(surroundings, config));
  const forge = await openForge(surroundings, repository, config);
  if (ask) await Promise.race([sent, site.me().catch(() => {
  })]);
  keepHeapSmall();
  const [ledger, { currentRun, isRunning }] = await Promise.all([
    openLedger(place),
    import("./adapters.ledger.run.js")
  ]);
  return {
    config,
    repository,
    tree,
    site,
    forge,
    ledger,
    clock,
    log,
    run: currentRun(),
    isRunning,
    async [Symbol.asyncDispose]() {
      await Promise.all([close(), forge?.close()]);
    }
  };
}
async function openForge(surroundings, repository, { sources, visibility }) {
  const { env, log } = surroundings;
  const wanted = sources["pull-requests"] !== false;
  if (!wanted && visibility !== "auto") return null;
  const name = await gitHubName(env, repository);
  const named = repositoryNamed(name);
  if (name && !named)
    throw new Fault(
      "usage",
      "usage",
      `Cannot read pull requests: GITHUB_REPOSITORY is ${JSON.stringify(name)}, expected OWNER/NAME.`,
      { remedy: "Set GITHUB_REPOSITORY to the repository on GitHub, or unset it." }
    );
  if (!named) {
    if (wanted) log.info("Pull requests are not read: no GitHub repository is known.");
    return null;
  }
  const token = env["GITHUB_TOKEN"];
  if (!token) {
    if (!wanted) return null;
    throw new Fault(
      "usage",
      "token-missing",
      `Cannot read the pull requests of ${name}: GITHUB_TOKEN is not set.`,
      { remedy: "Set GITHUB_TOKEN, or set sources.pull-requests to false." }
    );
  }
  const { createGitHubForge } = await import("./adapters.github.forge.js");
  return createGitHubForge(gitHubOptions(surroundings, named, token));
}
async function readPolicy(surroundings, repository, parse) {
  const { env, log } = surroundings;
  const { root } = repository;
  const place = placeOf(surroundings, repository);
  const head = remembered(await repository.head());
  const [found] = await Promise.all([
    configOfCommit(place, head, log),
    // Needed right below, and remembered.
    repository.remote("origin")
  ]);
  const config = parse(found);
  const ledger = await ledgerPlace(env, repository, config.ledger);
  if (typeof ledger === "string") return { config, tree: head, ledger };
  const asked = Promise.all([ledger.head(), refOf(root, env)]);
  head.files().catch(() => {
  });
  const [remoteHead, here] = await asked;
  if (remoteHead === null)
    throw new Fault(
      "usage",
      "not-default-branch",
      "Cannot read the default branch: the remote `origin` has none yet.",
      { remedy: "Push the default branch first." }
    );
  await requireDefaultBranch({ root, head: remoteHead, here });
  const tree = remembered(commitTree(root, remoteHead.commit));
  if (tree.id === head.id) return { config, tree: head, ledger };
  log.info(`Reading ${tree.name}, which the default branch has now; HEAD is ${head.name}.`);
  const current = parse(await configOfCommit(place, tree, log));
  const moved = "file" in current.ledger || current.ledger.branch !== ledger.branch;
  if (!moved) return { config: current, tree, ledger };
  throw new Fault(
    "usage",
    "config-invalid",
    "Cannot open the ledger: the default branch names another one than HEAD does.",
    { remedy: "Update the checkout to what the default branch has now." }
  );
}
async function ledgerPlace(env, repository, ledger) {
  const { root } = repository;
  if ("file" in ledger) return $resolve(root, ledger.file) + (ledger.file.endsWith("/") ? "/" : "");
  const address = await repository.remote("origin");
  if (address === null)
    throw new Fault(
      "usage",
      "config-invalid",
      "Cannot open the ledger: it is a branch of the remote `origin`, and there is no such remote.",
      { remedy: "Add the remote, or set ledger to { file: PATH } for a trial." }
    );
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const credentials = forgeCredentials({ remote: address, server, token: env["GITHUB_TOKEN"] });
  const sshCommand = await repository.sshCommand();
  return ledgerRemote(
    { root, name: "origin", env: credentials, sshCommand },
    ledger.branch,
    repository.commit
  );
}
async function openLedger(place) {
  if (typeof place === "string")
    return (await import("./adapters.ledger.file.file-ledger.js")).fileLedger(place);
  const { branchLedger } = await import("./adapters.ledger.branch.branch-ledger.js");
  return branchLedger(place);
}
function tellOfReleases({ sources }, log) {
  if (sources.releases !== false)
    log.warn("sources.releases is set, and this version does not read releases yet.");
}
function placeOf({ configFile }, { root }) {
  return { root, file: configFile, usual: configPaths };
}
async function loadParser() {
  const { parseConfig } = await import("./config.parse-config.js");
  return ({ text, name }) => parseConfig(text, name, { ids: ruleIds, fixed: fixedRuleIds });
}
function siteOptions({ env, clock, log }, { destination }) {
  const { tier, url, team, api } = destination;
  return {
    destination: { tier, site: url, team, api },
    token: env["STACK_ACCESS_TOKEN"],
    userAgent: `stack-publish/${version}`,
    proxy: proxyOf(env),
    clock,
    log
  };
}
function remembered(tree) {
  let files = null;
  return { ...tree, files: () => files ??= tree.files() };
}

export {
  refOf,
  openRepository,
  openCheckout,
  connect,
  ledgerPlace,
  openLedger,
  siteOptions
};
