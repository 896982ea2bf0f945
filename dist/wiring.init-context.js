import {
  workflowsOf
} from "./wiring.workflows-of.js";
import {
  openWholeFile
} from "./adapters.whole-file.shared.js";
import {
  fileUnwritable
} from "./adapters.text-files.js";
import {
  configOnDisk,
  configPlace,
  loadParser,
  sharedConfigs
} from "./wiring.configuration.shared.js";
import "./wiring.evidence.js";
import {
  openRepository
} from "./adapters.git.repository.js";
import "./config.config-paths.js";
import {
  currentRef
} from "./adapters.git.head.js";
import "./approval.asserted.js";
import "./adapters.git.commit-tree.js";
import {
  createApprovalForge,
  environmentShape,
  requireSame
} from "./adapters.github.approval-forge.js";
import "./adapters.git.read-blobs.js";
import "./curation.rule-ids.js";
import {
  gitHubPages
} from "./model.forge-addresses.js";
import {
  tryGit
} from "./adapters.git.git.js";
import "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import {
  errnoOf
} from "./adapters.errno-of.js";
import {
  gitHubName,
  gitHubOptions,
  gitHubToken
} from "./wiring.forge.shared.js";
import {
  isElsewhere
} from "./commands.audience-of.js";
import {
  parseRepositoryName
} from "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./wiring.ci.remote-place.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import {
  readLabels
} from "./adapters.github.labels.js";
import "./adapters.github.repository-about.js";
import {
  openGitHub,
  shaped
} from "./adapters.github.open-github.js";
import {
  partOf
} from "./adapters.http.in-flight-pacer.js";
import {
  flag,
  list,
  nullable,
  oneOf,
  text,
  whole
} from "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./npm.undici.js";
import {
  isLoopback,
  parseBase
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// src/adapters/github/setup-shapes.ts
var withDefaults = (value, defaults) => typeof value === "object" && value !== null ? { ...defaults, ...value } : value;
var repository = partOf({
  full_name: text,
  default_branch: text,
  private: flag,
  visibility: nullable(text),
  owner: partOf({ login: text, type: text })
});
var repositoryShape = (value) => repository(withDefaults(value, { visibility: null }));
var plan = nullable(partOf({ name: text }));
var planShape = (value) => partOf({ plan })(withDefaults(value, { plan: null })).plan?.name ?? null;
var idShape = partOf({ id: whole(1) });
var secretsShape = partOf({
  total_count: whole(0),
  secrets: list(partOf({ name: text }))
});
var identified = partOf({ id: whole(1), name: text, can_admins_bypass: nullable(flag) });
var rule = partOf({ type: text });
var waitTimer = partOf({ wait_timer: whole(0) });
var required = partOf({
  prevent_self_review: flag,
  reviewers: list(partOf({ type: oneOf("User", "Team"), reviewer: partOf({ id: whole(1) }) }))
});
var rulesShape = partOf({
  protection_rules: list((value) => value)
});
var foundEnvironmentShape = (value) => {
  const {
    id,
    name,
    can_admins_bypass: adminsBypass
  } = identified(withDefaults(value, { can_admins_bypass: null }));
  const policy = environmentShape(value).deployment_branch_policy;
  let reviewers = [];
  let preventSelfReview = false;
  let minutes = 0;
  const { protection_rules: rules } = rulesShape(withDefaults(value, { protection_rules: [] }));
  for (const each of rules) {
    const { type } = rule(each);
    if (type === "wait_timer")
      minutes = waitTimer(withDefaults(each, { wait_timer: 0 })).wait_timer;
    if (type !== "required_reviewers") continue;
    const found = required(withDefaults(each, { reviewers: [], prevent_self_review: false }));
    reviewers = found.reviewers.map(({ type: type2, reviewer }) => ({ type: type2, id: reviewer.id }));
    preventSelfReview = found.prevent_self_review;
  }
  const branches = policy === null ? "all" : policy.protected_branches ? "protected" : "listed";
  return { id, name, adminsBypass, reviewers, preventSelfReview, waitTimer: minutes, branches };
};
function settingsBody({
  reviewers,
  preventSelfReview,
  waitTimer: waitTimer2,
  branches
}) {
  return {
    wait_timer: waitTimer2,
    prevent_self_review: preventSelfReview,
    reviewers: reviewers.map(({ type, id }) => ({ type, id })),
    deployment_branch_policy: branches === "all" ? null : {
      protected_branches: branches === "protected",
      custom_branch_policies: branches === "listed"
    }
  };
}

// src/adapters/github/forge-setup.ts
function createForgeSetup(options) {
  const github = openGitHub(options);
  const approvals = createApprovalForge(options);
  const { owner, name: repo } = options.repository;
  const where = { owner, repo };
  const ask = async (asked, shape, call) => shaped(shape, await github.rest(asked, call), asked);
  const askIfAllowed = async (asked, shape, call) => ask(asked, shape, call).catch((error) => {
    if (error instanceof Fault && error.code === "forge-refused") return null;
    throw error;
  });
  const askIfThere = async (asked, shape, call) => {
    const data = await github.rest(
      asked,
      (octokit) => call(octokit).catch((error) => {
        if (error.status === 404)
          return { data: missing, headers: {} };
        throw error;
      })
    );
    return data === missing ? null : shaped(shape, data, asked);
  };
  const planOf = (organisation) => askIfAllowed(
    reading(`what ${organisation} pays for`),
    planShape,
    ({ rest }) => rest.orgs.get({ org: organisation })
  );
  return {
    async repository() {
      const asked = reading("the repository");
      const found = await ask(asked, repositoryShape, ({ rest }) => rest.repos.get(where));
      requireSame(asked, found.full_name, `${owner}/${repo}`);
      const { host, hostname } = parseBase(options.apiUrl);
      const isOwn = host !== "api.github.com" && !isLoopback(hostname);
      const open = !found.private || found.visibility === "internal" || isOwn;
      const isTeam = found.owner.type === "Organization";
      const plan2 = open || !isTeam ? null : await planOf(found.owner.login);
      return {
        defaultBranch: found.default_branch,
        mayHaveReviewers: open || isTeam && (plan2 === null ? null : plan2 === "enterprise")
      };
    },
    labelsAmong: (names) => readLabels(github, names),
    async createLabel(label) {
      const asked = writing(`create the label ${label.name}`, "issues: write");
      await github.rest(asked, ({ rest }) => rest.issues.createLabel({ ...where, ...label }));
    },
    async environment(name) {
      const asked = reading(`the environment ${name}`, "actions: read");
      const found = await askIfThere(
        asked,
        foundEnvironmentShape,
        ({ rest }) => rest.repos.getEnvironment({ ...where, environment_name: name })
      );
      if (found !== null) requireSame(asked, found.name, name);
      return found;
    },
    branchesOf: (name) => approvals.branchesOf(name),
    async putEnvironment(name, settings) {
      const asked = writing(`set up the environment ${name}`, "administration: write");
      const found = await ask(
        asked,
        foundEnvironmentShape,
        ({ rest }) => rest.repos.createOrUpdateEnvironment({
          ...where,
          environment_name: name,
          ...settingsBody(settings)
        })
      );
      requireSame(asked, found.name, name);
      return found;
    },
    async addBranch(environment, branch) {
      const asked = writing(
        `limit the environment ${environment} to ${branch}`,
        "administration: write"
      );
      await github.rest(asked, async ({ rest }) => {
        const { status, ...answer } = await rest.repos.createDeploymentBranchPolicy({
          ...where,
          environment_name: environment,
          name: branch,
          type: "branch"
        });
        return { ...answer, status: status === 303 ? 200 : status };
      });
    },
    async secretsOf(environment) {
      const found = await askIfAllowed(
        reading(`the names of the secrets of ${environment}`, "environments: read"),
        secretsShape,
        ({ rest }) => rest.actions.listEnvironmentSecrets({
          ...where,
          environment_name: environment,
          per_page: 100
        })
      );
      return found && found.secrets.map(({ name }) => name);
    },
    async reviewer(name) {
      const [organisation = "", team] = name.split("/");
      const asked = reading(`who ${name} is`, "members: read");
      const found = team === void 0 ? await askIfThere(
        asked,
        idShape,
        ({ rest }) => rest.users.getByUsername({ username: name })
      ) : await askIfThere(
        asked,
        idShape,
        ({ rest }) => rest.teams.getByName({ org: organisation, team_slug: team })
      );
      return found && { type: team === void 0 ? "User" : "Team", id: found.id };
    },
    get requests() {
      const both = [github.requests, approvals.requests];
      const sum = (member) => both.reduce((all7, each) => all7 + each[member], 0);
      return { total: sum("total"), writes: sum("writes") };
    },
    async close() {
      await Promise.all([github.close(), approvals.close()]);
    }
  };
}
var missing = /* @__PURE__ */ Symbol("missing");
var reading = (what, permissions = "metadata: read") => ({
  doing: `read ${what}`,
  permissions
});
var writing = (doing, permissions) => ({ doing, permissions });

// builtin-import:node:fs?src/adapters/new-files.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one = (name) => all[name];
var $constants = /* @__PURE__ */ one("constants");

// builtin-import:node:fs/promises?src/adapters/new-files.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one2 = (name) => all2[name];
var $open = /* @__PURE__ */ one2("open");
var $rm = /* @__PURE__ */ one2("rm");
var $mkdir = /* @__PURE__ */ one2("mkdir");
var $lstat = /* @__PURE__ */ one2("lstat");

// builtin-import:node:path?src/adapters/new-files.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one3 = (name) => all3[name];
var $join = /* @__PURE__ */ one3("join");
var $dirname = /* @__PURE__ */ one3("dirname");

// src/adapters/new-files.ts
function newFiles(root) {
  const isReachable = async (path) => {
    const folders = path.split("/").slice(0, -1);
    for (const at of folders.keys()) {
      const found = await $lstat($join(root, ...folders.slice(0, at + 1))).catch(() => null);
      if (found === null) return true;
      if (!found.isDirectory()) return false;
    }
    return true;
  };
  return {
    async read(path) {
      if (!await isReachable(path)) return "something else";
      try {
        var _stack = [];
        try {
          const flags = $constants.O_RDONLY | $constants.O_NOFOLLOW | $constants.O_NONBLOCK;
          const file = __using(_stack, await $open($join(root, path), flags), true);
          if (!(await file.stat()).isFile()) return "something else";
          return { text: await file.readFile("utf8") };
        } catch (_) {
          var _error = _, _hasError = true;
        } finally {
          var _promise = __callDispose(_stack, _error, _hasError);
          _promise && await _promise;
        }
      } catch (error) {
        return errnoOf(error) === "ENOENT" ? "nothing" : "something else";
      }
    },
    /** Writes a file that is not there yet, with its folders. Throws `file-unwritable`. */
    async create(path, text2) {
      const target = $join(root, path);
      try {
        await $mkdir($dirname(target), { recursive: true });
        const file = await $open(target, "wx");
        try {
          await file.writeFile(text2);
        } catch (error) {
          await $rm(target, { force: true });
          throw error;
        } finally {
          await file.close();
        }
      } catch (error) {
        throw fileUnwritable(path, errnoOf(error), error);
      }
    },
    /** Puts a text in the place of what a file has. Throws `file-unwritable`. */
    async replace(path, text2) {
      await (await openWholeFile(root, path, { isSecret: false })).write(text2);
    }
  };
}

// builtin-import:node:fs/promises?src/adapters/shipped-workflows.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one4 = (name) => all4[name];
var $readdir = /* @__PURE__ */ one4("readdir");
var $readFile = /* @__PURE__ */ one4("readFile");

// builtin-import:node:path?src/adapters/shipped-workflows.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one5 = (name) => all5[name];
var $join2 = /* @__PURE__ */ one5("join");

// builtin-import:node:url?src/adapters/shipped-workflows.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:url");
var one6 = (name) => all6[name];
var $fileURLToPath = /* @__PURE__ */ one6("fileURLToPath");

// src/adapters/shipped-workflows.ts
var places = ["./assets/workflows/", "../../examples/workflows/"];
async function shippedWorkflows() {
  for (const place of places) {
    const folder = $fileURLToPath(new URL(place, import.meta.url));
    const names = (await $readdir(folder).catch(() => [])).filter((name) => name.endsWith(".yml"));
    if (names.length === 0) continue;
    const read = async (name) => ({
      name,
      text: await $readFile($join2(folder, name), "utf8")
    });
    return Promise.all(names.toSorted().map(read));
  }
  throw new Error("the package lacks its workflows");
}

// src/wiring/init-context.ts
async function openInit(environment) {
  if (environment.configFile !== null)
    throw new Fault("usage", "usage", "Cannot set up: --config names a file, expected none.", {
      remedy: "Leave it out: the configuration is written where every command looks for it."
    });
  const repository2 = await openRepository(environment.cwd);
  const [parser, remote] = await Promise.all([loadParser(), repository2.remote("origin")]);
  const place = configPlace(environment, repository2);
  const found = await configOnDisk(place).catch((error) => {
    if (error instanceof Fault && error.code === "config-not-found") return null;
    throw error;
  });
  const shared = sharedConfigs(environment, repository2, { mayMiss: false });
  const parse = (each) => parser(each, shared, (path) => configOnDisk({ ...place, file: null, usual: [path] }));
  const config = found && { config: await parse(found), name: found.name };
  const github = await gitHubOf(environment, repository2);
  const [workflows, shipped, branch] = await Promise.all([
    repository2.workingTree().then(workflowsOf),
    shippedWorkflows(),
    branchOf(repository2.root)
  ]);
  return {
    repository: repository2,
    files: newFiles(repository2.root),
    config,
    parse: (text2, name) => parse({ text: text2, name }),
    github,
    host: remote === null ? null : hostOf(remote),
    branch,
    workflows,
    shipped,
    async isIgnored(path) {
      const args = ["--no-literal-pathspecs", "check-ignore", "--quiet", "--no-index", "--"];
      return (await tryGit(repository2.root, [...args, `./${path}`])).code === 0;
    },
    async [Symbol.asyncDispose]() {
      await github?.setup?.close();
    }
  };
}
async function gitHubOf(environment, repository2) {
  const name = await gitHubName(environment, repository2);
  if (name === null || environment.github.isGitea) return null;
  const named = parseRepositoryName(name);
  if (!named)
    throw new Fault(
      "usage",
      "usage",
      `Cannot set up: the repository on GitHub is ${JSON.stringify(name)}, expected OWNER/NAME.`,
      { remedy: "Correct GITHUB_REPOSITORY, or the remote `origin`." }
    );
  const token = gitHubToken(environment);
  return {
    name,
    pages: gitHubPages(environment.github.serverUrl, name),
    setup: token === null ? null : createForgeSetup(gitHubOptions(environment, named, token))
  };
}
async function branchOf(root) {
  const args = ["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"];
  const { code, stdout } = await tryGit(root, args);
  const ref = code === 0 ? stdout.toString("utf8").trim() : null;
  const name = ref ?? await currentRef(root) ?? "refs/heads/main";
  return name.replace(/^refs\/(?:remotes\/origin|heads)\//, "");
}
function hostOf(address) {
  if (!isElsewhere(address)) return URL.parse(address)?.host ?? "";
  return URL.parse(address)?.host || (/^(?:[^@/]*@)?([^:/]+):/.exec(address)?.[1] ?? "");
}
export {
  openInit
};
