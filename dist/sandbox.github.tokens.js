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
  callerOf
};
