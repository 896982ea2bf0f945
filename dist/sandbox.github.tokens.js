// sandbox/github/users.ts
var roles = ["none", "read", "triage", "write", "maintain", "admin"];
var teams = [{ slug: "platform", id: 8001, name: "Platform" }];
var actionsBot = { login: "github-actions[bot]", id: 41898282, type: "Bot" };
var people = [
  ["ada-admin", 1001, "admin"],
  ["mia-maintain", 1002, "maintain"],
  ["will-write", 1003, "write"],
  ["tria-triage", 1004, "triage"],
  ["rea-read", 1005, "read"],
  ["sten-stranger", 1006, "none"]
];
var ghost = { login: "ghost", id: 10137, type: "User" };
var others = [
  ghost,
  actionsBot,
  { login: "dependabot[bot]", id: 49699333, type: "Bot" },
  { login: "release-helper[bot]", id: 2001, type: "Bot" }
];
var Directory = class {
  #users = /* @__PURE__ */ new Map();
  #roles = /* @__PURE__ */ new Map();
  #nextId = 5001;
  constructor(owner) {
    this.#put({ login: owner, id: 9001, type: "Organization" });
    for (const other of others) this.#put(other);
    for (const [login, id, role] of people) {
      this.#put({ login, id, type: "User" });
      this.#roles.set(id, role);
    }
  }
  #put(user) {
    this.#users.set(user.login.toLowerCase(), user);
  }
  find(login) {
    return this.#users.get(login.toLowerCase()) ?? null;
  }
  add(login, type, id) {
    const user = { login, type, id: id ?? this.#nextId++ };
    this.#put(user);
    return user;
  }
  setRole(user, role) {
    this.#roles.set(user.id, role);
  }
  /** What somebody was given; reading a public repository needs no role. */
  role(user) {
    return this.#roles.get(user.id) ?? "none";
  }
  get all() {
    return [...this.#users.values()].map((user) => ({ ...user, role: this.role(user) }));
  }
};
function atLeast(role, needed) {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

// builtin-import:node:crypto?sandbox/github/tokens.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");

// sandbox/github/tokens.ts
var permissionNames = [
  "contents",
  "pull-requests",
  "issues",
  "actions",
  "checks",
  "deployments"
];
var tokenNames = [
  "job",
  "job-read",
  "admin",
  "maintain",
  "write",
  "triage",
  "read",
  "stranger",
  "bot",
  "app-user",
  "invalid"
];
var anonymous = {
  name: "anonymous",
  user: null,
  permissions: null,
  installation: false,
  app: null
};
var appSlug = "release-helper";
var everyPermission = Object.fromEntries(
  permissionNames.map((name) => [name, "write"])
);
var defaultPermissions = {
  job: everyPermission,
  "job-read": { contents: "read" },
  bot: { contents: "read", issues: "write", "pull-requests": "write" },
  "app-user": { issues: "write", "pull-requests": "write" }
};
var owners = {
  admin: "ada-admin",
  maintain: "mia-maintain",
  write: "will-write",
  triage: "tria-triage",
  read: "rea-read",
  stranger: "sten-stranger",
  bot: "release-helper[bot]",
  "app-user": "mia-maintain"
};
var prefixOf = (name) => name === "app-user" ? "ghu_" : /^(job|bot)/.test(name) ? "ghs_" : "ghp_";
function tokenStrings(repository) {
  const text = (name) => {
    const hash = $createHash("sha256").update(`sandbox ${repository} ${name}`).digest("hex");
    return `${prefixOf(name)}${hash.slice(0, 36)}`;
  };
  return Object.fromEntries(tokenNames.map((name) => [name, text(name)]));
}
function callerOf(token, strings, permissions, users) {
  const name = tokenNames.find((each) => strings[each] === token);
  if (name === void 0 || name === "invalid") return null;
  const login = owners[name];
  return {
    name,
    user: login === void 0 ? actionsBot : users.find(login),
    permissions: permissions.get(name) ?? defaultPermissions[name] ?? null,
    installation: prefixOf(name) === "ghs_",
    app: name === "app-user" ? appSlug : null
  };
}

// builtin-import:node:path?sandbox/github/git/git-files.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one2 = (name) => all2[name];
var $join = /* @__PURE__ */ one2("join");

// sandbox/github/git/git-files.ts
async function findObject(git, expression) {
  const args = ["cat-file", "--batch-check=%(objectname) %(objecttype)"];
  const [oid = "", type = ""] = String(await git.command(args, { input: `${expression}
` })).trim().split(" ");
  return /^(?:blob|tree|commit)$/.test(type) ? { oid, type } : null;
}
function readBlob(git, oid) {
  return git.command(["cat-file", "blob", oid]);
}
async function listTree(git, oid) {
  const listed = String(await git.command(["ls-tree", "-z", oid]));
  return listed.split("\0").flatMap((line) => {
    const [, mode = "", type = "", id = "", name = ""] = /^(\d+) (\w+) (\w+)\t([^]*)$/.exec(line) ?? [];
    return name === "" ? [] : [{ mode, type, oid: id, name }];
  });
}
async function writeTree(git, base, entries) {
  const index = `index-${Math.random().toString(36).slice(2)}`;
  const env = { GIT_INDEX_FILE: $join(await git.open(), index) };
  if (base !== null) await git.command(["read-tree", base], { env });
  const lines = [];
  for (const { path, mode, text } of entries) {
    if (text === null) lines.push(`0 ${"0".repeat(40)}	${path}
`);
    else {
      const oid = String(await git.command(["hash-object", "-w", "--stdin"], { input: text }));
      lines.push(`${mode} ${oid.trim()}	${path}
`);
    }
  }
  await git.command(["update-index", "--add", "--index-info"], { env, input: lines.join("") });
  return String(await git.command(["write-tree"], { env })).trim();
}
async function writeCommit(git, commit) {
  const { tree, parents, message, at } = commit;
  const date = `${Math.floor(at / 1e3)} +0000`;
  const env = {
    GIT_AUTHOR_NAME: "GitHub",
    GIT_AUTHOR_EMAIL: "noreply@example.com",
    GIT_COMMITTER_NAME: "GitHub",
    GIT_COMMITTER_EMAIL: "noreply@example.com",
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date
  };
  const args = ["commit-tree", tree, ...parents.flatMap((each) => ["-p", each])];
  return String(await git.command(args, { env, input: message })).trim();
}
async function putBranch(git, name, commit) {
  await git.command(["update-ref", `refs/heads/${name}`, commit]);
}
async function commitFiles(git, branch, files, { at, from = branch }) {
  const parent = await git.resolve(`refs/heads/${branch}`) ?? await git.resolve(`refs/heads/${from}`);
  const entries = Object.entries(files).map(([path, text]) => ({ path, mode: "100644", text }));
  const tree = await writeTree(git, parent, entries);
  const parents = parent === null ? [] : [parent];
  const commit = await writeCommit(git, { tree, parents, message: "Change files", at });
  await putBranch(git, branch, commit);
  return commit;
}
async function compareCommits(git, base, head) {
  const counted = String(
    await git.command(["rev-list", "--left-right", "--count", `${base}...${head}`])
  );
  const [behind = 0, ahead = 0] = counted.trim().split("	").map(Number);
  const raw = String(
    await git.command(["diff", "--raw", "-z", "--no-abbrev", "--no-renames", `${base}...${head}`])
  ).split("\0");
  const files = raw.flatMap((line, at) => {
    const [, , , oid = "", letter = ""] = line.split(" ");
    const path = raw[at + 1] ?? "";
    if (!line.startsWith(":")) return [];
    const status = letter === "A" ? "added" : letter === "D" ? "removed" : "modified";
    return [{ status, path, oid }];
  });
  return { ahead, behind, files };
}
async function mergeCommits(git, base, head, message, at) {
  const tree = String(await git.command(["merge-tree", "--write-tree", base, head])).trim();
  return writeCommit(git, { tree, parents: [base, head], message, at });
}

export {
  roles,
  teams,
  ghost,
  Directory,
  atLeast,
  permissionNames,
  tokenNames,
  anonymous,
  tokenStrings,
  callerOf,
  findObject,
  readBlob,
  listTree,
  writeTree,
  writeCommit,
  putBranch,
  commitFiles,
  compareCommits,
  mergeCommits
};
