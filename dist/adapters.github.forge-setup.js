import {
  approvalForgeOver,
  environmentShape,
  requireSame
} from "./adapters.github.approval-forge.js";
import {
  readLabels
} from "./adapters.github.labels.js";
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
import {
  isLoopback,
  parseBase
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";

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
  return forgeSetupOver(openGitHub(options), options);
}
function forgeSetupOver(github, options) {
  const approvals = approvalForgeOver(github);
  const { owner, name: repo } = github.repository;
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
      const open = isOpen(found, options.apiUrl);
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
      return github.requests;
    },
    close: () => github.close()
  };
}
function isOpen(found, apiUrl) {
  const { host, hostname } = parseBase(apiUrl);
  const isOwn = host !== "api.github.com" && !isLoopback(hostname);
  return !found.private || found.visibility === "internal" || isOwn;
}
var missing = /* @__PURE__ */ Symbol("missing");
var reading = (what, permissions = "metadata: read") => ({
  doing: `read ${what}`,
  permissions
});
var writing = (doing, permissions) => ({ doing, permissions });

// builtin-import:node:fs/promises?src/adapters/shipped-workflows.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one = (name) => all[name];
var $readdir = /* @__PURE__ */ one("readdir");
var $readFile = /* @__PURE__ */ one("readFile");

// builtin-import:node:path?src/adapters/shipped-workflows.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one2 = (name) => all2[name];
var $join = /* @__PURE__ */ one2("join");

// builtin-import:node:url?src/adapters/shipped-workflows.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:url");
var one3 = (name) => all3[name];
var $fileURLToPath = /* @__PURE__ */ one3("fileURLToPath");

// src/adapters/shipped-workflows.ts
var places = ["./assets/", "../../examples/"];
async function shippedWorkflows(kind) {
  for (const place of places) {
    const folder = $fileURLToPath(new URL(`${place}${kind}/`, import.meta.url));
    const names = (await $readdir(folder).catch(() => [])).filter((name) => name.endsWith(".yml"));
    if (names.length === 0) continue;
    const read = async (name) => ({
      name,
      text: await $readFile($join(folder, name), "utf8")
    });
    return Promise.all(names.toSorted().map(read));
  }
  throw new Error("the package lacks its workflows");
}

export {
  planShape,
  createForgeSetup,
  forgeSetupOver,
  isOpen,
  shippedWorkflows
};
