import {
  lifeOf,
  timeOf
} from "./commands.login.token-life.js";
import {
  checkNames
} from "./report.check-names.js";
import {
  decisionsOf,
  readWorkflow,
  waysOf
} from "./commands.doctor.workflow.js";
import {
  counted
} from "./model.counted.js";
import {
  placeName
} from "./model.destination.js";
import {
  branchesFlaw,
  reviewersFlaw
} from "./approval.environment-flaw.js";
import {
  configFiles,
  isInConfig
} from "./config.config-places.js";
import {
  repositoryAddress
} from "./model.version.js";
import {
  Fault,
  bugFault
} from "./model.error.js";

// src/commands/doctor/seen.ts
var ok = (message, remedy = null) => ({
  state: "ok",
  code: null,
  message,
  remedy
});
var skipped = (message) => ({
  state: "skipped",
  code: null,
  message,
  remedy: null
});
var notChecked = (message, remedy) => ({
  state: "not checked",
  code: null,
  message,
  remedy
});
var failed = (code, message, remedy) => ({
  state: "failed",
  code,
  message,
  remedy
});

// src/commands/doctor/forge-checks.ts
var forgeChecks = {
  "pull-requests": {
    needs: ["configuration"],
    async look(context) {
      if ((await context.config()).sources["pull-requests"] === false)
        return skipped("sources.pull-requests is false");
      const forge = await context.pullRequests();
      if (!forge) return skipped("no repository on GitHub, GitLab or Gitea is known");
      const since = Number.MAX_SAFE_INTEGER;
      await forge.mergedPullRequests({ since, updatedSince: since, labels: [], numbers: [] });
      return ok("the token may read them");
    }
  },
  labels: {
    needs: ["pull-requests"],
    async look(context) {
      const config = await context.config();
      const pulls = config.sources["pull-requests"];
      const forge = pulls && await context.pullRequests();
      if (!pulls || !forge) return skipped("pull requests are not read");
      const names = [.../* @__PURE__ */ new Set([pulls.article, pulls.faq])];
      const found = await forge.labelsAmong(names).catch(noAnswer);
      if (found === null)
        return notChecked(
          "the forge does not tell which labels there are",
          "Look at the labels of the repository."
        );
      const missing = names.filter((name) => !found.includes(name)).map((name) => `\`${name}\``);
      if (missing.length === 0) return ok(`the repository has ${names.join(", ")}`);
      if (missing.length === names.length && !isInConfig(config, ["sources", "pull-requests"]))
        return ok(
          `the repository has neither ${missing.join(" nor ")}, so no pull request is taken`,
          `To publish from pull requests as well, create the labels ${missing.join(" and ")} under Issues → Labels; to have them not read at all, set sources.pull-requests to false.`
        );
      return failed(
        "label-missing",
        `the repository has no label ${missing.join(" and none ")}, with which pull requests are marked`,
        `Create the label ${missing.join(" and ")}, or correct sources.pull-requests (false: they are not read).`
      );
    }
  },
  environment: {
    needs: ["configuration"],
    look: (context) => atGitHub(context, (rules, { approval }) => {
      const name = JSON.stringify(approval.environment);
      const needed = approval.accept.includes("environment");
      if (!rules)
        return failed(
          "environment-unprotected",
          `the environment ${name} ${reviewersFlaw(rules)}`,
          "Create it in the settings of the repository, limit it to the default branch, and keep the token that writes there."
        );
      if (rules.reviewers > 0) return ok(`${name} has required reviewers`);
      if (!needed) return ok(`${name} is there, and no reviewers are asked for`);
      const others = approval.accept.filter((each) => each !== "environment");
      const seen = `the environment ${name} ${reviewersFlaw(rules)}, so it gives no approval`;
      return others.length > 0 ? ok(
        `${seen}; ${others.join(" or ")} does`,
        "Take `environment` out of approval.accept, or give it required reviewers."
      ) : failed(
        "environment-unprotected",
        seen,
        "Give it required reviewers, or accept `comment` or `dispatch` as well."
      );
    })
  },
  "environment-branches": {
    needs: ["environment"],
    look: (context) => atGitHub(context, async (rules, { approval }, forge) => {
      const name = JSON.stringify(approval.environment);
      const remedy = `Limit ${name} to the default branch: under "Deployment branches and tags" choose "Selected branches and tags", and list it alone.`;
      const branch = await context.defaultBranch().catch(noAnswer);
      if (branch === null && await hasBranchLedger(context))
        return skipped("needs default-branch, which failed");
      const branches = rules?.branches === "listed" ? await forge.branchesOf(approval.environment) : null;
      const alone = branches?.length === 1 && branches[0]?.type === "branch";
      const named = branch?.name ?? (alone ? branches[0]?.name ?? null : null);
      const flaw = branchesFlaw(rules, branches, named);
      if (flaw === null) return ok(`${name} is limited to ${named}`);
      return failed(
        "environment-unprotected",
        `the environment ${name} ${flaw}: what else may deploy to it can read its token`,
        remedy
      );
    })
  },
  "approval-ways": {
    needs: ["environment"],
    look: (context) => atGitHub(context, (rules, { approval }) => {
      const { accept } = approval;
      const others = accept.filter((each) => each === "comment" || each === "dispatch");
      if (!rules || rules.reviewers < 1 || others.length === 0) return ok(accept.join(", "));
      return ok(
        `${others.join(" and ")} can approve, and a run by them waits for the reviewers of ${JSON.stringify(approval.environment)} too`,
        accept.includes("environment") ? "Set approval.accept to [environment], or take the reviewers away." : "Take the reviewers away, or accept `environment` alone."
      );
    })
  }
};
function isApprovedOnGitHub({ approval }) {
  return approval.accept.some(
    (each) => each === "environment" || each === "comment" || each === "dispatch"
  );
}
async function atGitHub(context, look) {
  const config = await context.config();
  const { accept, environment } = config.approval;
  if (!isApprovedOnGitHub(config))
    return skipped(`approved by ${accept.join(", ")}, not on GitHub`);
  if (context.isGitea)
    return skipped("environments of Gitea have no reviewers and hold no secrets");
  const forge = await context.forge();
  if (!forge)
    return notChecked(
      "GitHub cannot be asked",
      "Set GITHUB_TOKEN, and GITHUB_REPOSITORY where `origin` is not on GitHub."
    );
  return look(await forge.environment(environment), config, forge);
}
async function hasBranchLedger(context) {
  return "branch" in (await context.config()).ledger;
}
function noAnswer(error) {
  if (error instanceof Fault) return null;
  throw error;
}

// src/commands/doctor/repository-checks.ts
var repositoryChecks = {
  programs: {
    needs: [],
    async look({ node, gitVersion }) {
      const git = await gitVersion();
      const seen = `Node.js ${node}, ${git}`;
      if (Number.parseInt(node, 10) >= 24) return ok(seen);
      const message = `${seen}, expected Node.js 24 or newer`;
      return failed("node-too-old", message, "Install a newer Node.js.");
    }
  },
  repository: {
    needs: ["programs"],
    look: async (context) => ok((await context.repository()).root)
  },
  configuration: {
    needs: ["repository"],
    async look(context) {
      const config = await context.config();
      const { destination, approval } = config;
      return ok(
        `${placeName({ site: destination.url, team: destination.team })} (${destination.tier}); approved by ${approval.accept.join(", ")}; from ${configFiles(config).join(" over ")}`
      );
    }
  },
  "default-branch": {
    needs: ["configuration"],
    async look(context) {
      const branch = await context.defaultBranch();
      if (branch === null) return skipped("the ledger is a file: the commit of HEAD counts");
      const { name, here } = branch;
      if (name === null || here === null || here === `refs/heads/${name}`)
        return ok(`plans are made from ${name ?? "what the remote has"}`);
      return failed(
        "not-default-branch",
        `this is ${here}, where a plan is refused`,
        `Plan and publish on ${name}; on other branches run \`stack-publish check\`.`
      );
    }
  },
  ledger: {
    needs: ["configuration"],
    async look(context) {
      const ledger = await context.ledger();
      const { index } = await ledger.read();
      const count = Object.keys(index.records).length;
      return ok(`${ledger.name} can be read and has ${counted(count, "record")}`);
    }
  },
  "ledger-push": {
    needs: ["ledger"],
    async look(context) {
      const { commit } = await context.repository();
      if (commit === null) return skipped("the repository has no commit yet");
      const words = await context.pushRefusal();
      if (words === null) return ok("it can be written, as far as that shows without writing");
      return failed(
        "ledger-not-writable",
        `git may not push the ledger: ${words}`,
        "Let the run push: `permissions: { contents: write }` in a workflow, and no rule that protects the branch."
      );
    }
  }
};

// src/commands/doctor/token-end.ts
var soonMs = 7 * 24 * 36e5;
function tokenEnd(said, now) {
  const text = said?.trim() ?? "";
  if (text === "") return null;
  const end = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(end))
    return {
      message: "STACK_TOKEN_EXPIRES is no time, expected one such as 2026-11-30T12:00:00Z",
      remedy: "Correct STACK_TOKEN_EXPIRES, or take it away."
    };
  if (end <= now)
    return {
      message: `STACK_TOKEN_EXPIRES says that the token ended at ${timeOf(end)}, and the site takes it`,
      remedy: "Correct STACK_TOKEN_EXPIRES: it is that of another token."
    };
  if (end - now > soonMs) return null;
  return {
    message: `the token ends in ${lifeOf(end - now)}, at ${timeOf(end)}, as STACK_TOKEN_EXPIRES says`,
    remedy: "Store a new token in STACK_ACCESS_TOKEN before that; for runs without a person take one that lives longer, such as that of a service key."
  };
}

// src/commands/doctor/site-checks.ts
var siteChecks = {
  site: {
    needs: ["configuration"],
    async look(context) {
      const site = await context.site();
      const me = await site.me();
      const { total } = await site.list("article", me.id, 1);
      const isWhole = site.quirks?.memory.wholeLists.includes("article") === true;
      const seen = `the token belongs to account ${me.id}; ${isWhole ? "the site has" : "it has"} ${counted(total, "Article")}${isWhole ? "" : " there"}`;
      const end = tokenEnd(context.tokenExpires, context.now());
      return {
        ...end ? ok(`${seen}; ${end.message}`, end.remedy) : ok(seen),
        forTeam: `(its name is ${me.name})`
      };
    }
  },
  account: {
    needs: ["site"],
    async look(context) {
      const { account } = (await context.config()).destination;
      const me = await (await context.site()).me();
      if (account === null || account === me.id) return ok(`posts belong to account ${me.id}`);
      return ok(
        `destination.account is ${account}, and the token belongs to ${me.id}: it can plan, and not publish`,
        "Publish with a token of that account, or correct destination.account."
      );
    }
  },
  "write-access": {
    needs: ["site"],
    async look(context, { tryWrite }) {
      if (!tryWrite)
        return notChecked(
          "no API tells whether a token may write",
          "Run `stack-publish doctor --try-write` with the token that publishes: it sends one write that the site has to refuse."
        );
      await (await context.site()).tryWrite();
      return ok(
        "the token is writable: the site refused the text of a trial, not the token; or probably writable, where the site looks at texts first"
      );
    }
  },
  requests: {
    needs: ["site"],
    async look(context) {
      const each = 1 + await listsOf(context);
      return ok(
        `a plan with nothing to do takes ${each} requests to the site and no write, so that 10 runs a day come to ${each * 300} a month; what is written comes on top`
      );
    }
  }
};
async function listsOf(context) {
  const kinds = await context.ledger().then((ledger) => ledger.read()).then(({ index }) => new Set(Object.values(index.records).map(({ kind }) => kind))).catch(() => /* @__PURE__ */ new Set());
  return kinds.size === 0 ? 2 : kinds.size;
}

// src/commands/doctor/workflow-checks.ts
var examples = `${repositoryAddress}/tree/main/examples/workflows`;
var workflowChecks = {
  workflows: {
    needs: ["configuration"],
    look: (context) => atWorkflows(context, (workflows, { approval }) => {
      const { environment, accept } = approval;
      const name = JSON.stringify(environment);
      const publishing = workflows.filter(({ jobs }) => jobs.length > 0);
      if (publishing.length === 0)
        return failed(
          "workflow-unfit",
          `no workflow has a job in the environment ${name}, which keeps the token that writes`,
          `Give the job that publishes \`environment: ${environment}\`, or copy a workflow from ${examples}.`
        );
      const offered = publishing.flatMap(
        (workflow) => waysOf(workflow).map((way) => ({ way, path: workflow.path }))
      );
      const fitting = offered.filter(({ way }) => accept.includes(way));
      const told = (ways) => ways.map(({ way, path }) => `${way} by ${path}`).join(", ");
      if (fitting.length === 0)
        return failed(
          "workflow-unfit",
          `approval.accept lists ${accept.join(", ")}, and the workflows offer ${offered.length === 0 ? "none of the ways" : told(offered)}`,
          `Accept what the workflow offers, or give it what it lacks: a job that needs the one which plans (environment), an input \`digest\` (dispatch), the event \`issue_comment\` (comment).`
        );
      const decided = workflows.flatMap(
        (workflow) => decisionsOf(workflow).map((way) => `${way} by ${workflow.path}`)
      );
      const holds = decided.length > 0 ? `; holds are ended by ${decided.join(", ")}` : "";
      const left = offered.filter(({ way }) => !accept.includes(way));
      if (left.length === 0) return ok(`${told(fitting)}${holds}`);
      return ok(
        `${told(fitting)}; ${told(left)} is refused, as approval.accept does not list it${holds}`,
        "List it in approval.accept, or take it out of the workflow."
      );
    })
  },
  permissions: {
    needs: ["workflows"],
    look: (context) => atWorkflows(context, async (workflows, config) => {
      const isPublic = await isPublicAtGitHub(context) ?? false;
      const jobs = workflows.flatMap(
        (workflow) => [
          ...workflow.jobs.map((job) => ({ ...job, asks: neededBy(workflow, config, isPublic) })),
          ...workflow.resolving.map((job) => ({
            ...job,
            asks: neededToDecide(workflow, config, isPublic)
          }))
        ].map((job) => ({ ...job, workflow }))
      );
      const unknown = jobs.filter(({ permissions }) => permissions === null);
      const lacking = jobs.flatMap(
        ({ name, permissions, workflow, asks }) => asks.filter(([permission, level]) => !gives(permissions, permission, level)).map(([permission, level]) => ({ name, path: workflow.path, permission, level }))
      );
      const [first] = lacking;
      if (first) {
        const { name, path } = first;
        const missing = lacking.filter((each) => each.name === name && each.path === path).map(({ permission, level }) => `${permission}: ${level}`).join(", ");
        return failed(
          "permission-missing",
          `the job ${JSON.stringify(name)} of ${path} does not get \`${missing}\``,
          `Add \`${missing}\` to the \`permissions\` of the job ${JSON.stringify(name)} in ${path}.`
        );
      }
      if (unknown[0])
        return notChecked(
          `the job ${JSON.stringify(unknown[0].name)} of ${unknown[0].workflow.path} has what the repository gives by default`,
          "Name its `permissions` in the workflow."
        );
      return ok("the jobs that publish and decide get what they need");
    })
  }
};
function neededBy(workflow, { ledger, sources }, isPublic) {
  const comments = waysOf(workflow).includes("comment");
  const pulls = comments || sources["pull-requests"] !== false;
  return [
    ..."branch" in ledger ? [["contents", "write"]] : [],
    ...isPublic ? [] : [["actions", "read"]],
    ...isPublic || !pulls ? [] : [["pull-requests", "read"]],
    ...comments ? [["issues", "write"]] : []
  ];
}
function neededToDecide(workflow, { ledger, sources }, isPublic) {
  const ways = decisionsOf(workflow);
  const comments = ways.includes("comment");
  const pulls = comments || sources["pull-requests"] !== false;
  return [
    ..."branch" in ledger ? [["contents", "write"]] : [],
    ...isPublic || !ways.includes("dispatch") ? [] : [["actions", "read"]],
    ...isPublic || !pulls ? [] : [["pull-requests", "read"]],
    ...comments ? [["issues", "write"]] : []
  ];
}
function gives(permissions, name, level) {
  if (permissions === null) return true;
  const given = "all" in permissions ? permissions.all : permissions[name];
  return given === "write" || given === level;
}
async function isPublicAtGitHub(context) {
  const { visibility } = await context.config();
  if (visibility !== "auto") return visibility === "public";
  try {
    return await (await context.pullRequests())?.isPublic() ?? null;
  } catch {
    return null;
  }
}
async function atWorkflows(context, look) {
  const config = await context.config();
  if (!isApprovedOnGitHub(config))
    return skipped(`approved by ${config.approval.accept.join(", ")}, not on GitHub`);
  const files = await context.workflows();
  if (files.length === 0) return skipped("the commit has no workflow");
  const workflows = files.map((file) => readWorkflow(file, config.approval.environment)).filter((workflow) => workflow !== null);
  const opaque = workflows.find(({ isOpaque }) => isOpaque);
  if (opaque && workflows.every(({ jobs }) => jobs.length === 0))
    return notChecked(
      `${opaque.path} calls another workflow, or names its environment only when it runs`,
      "Look there for a job in the environment, and for its permissions."
    );
  return look(workflows, config);
}

// src/commands/doctor/examine.ts
var examinations = {
  ...repositoryChecks,
  ...siteChecks,
  ...forgeChecks,
  ...workflowChecks
};
async function examine(context, options) {
  const checks = [];
  const causes = /* @__PURE__ */ new Map();
  for (const check of checkNames) {
    const { needs, look } = examinations[check];
    const cause = needs.map((name) => causes.get(name)).find((name) => name !== void 0);
    const seen = cause ? skipped(`needs ${cause}, which ${stateOf(checks, cause)}`) : await look(context, options).catch((error) => failureOf(error, options));
    const isMissing = seen.state === "not checked" && seen.code === "token-missing";
    if (cause ?? (seen.state === "failed" || isMissing)) causes.set(check, cause ?? check);
    checks.push({ check, ...seen });
  }
  return {
    schema: 1,
    command: "doctor",
    checks,
    next: nextOf(checks),
    requests: context.requests()
  };
}
function failureOf(error, { tokensMayLack = false }) {
  const { code, message, remedy, forTeam } = error instanceof Fault ? error : bugFault(error);
  if (tokensMayLack && code === "token-missing") return { ...notChecked(message, remedy), code };
  return { state: "failed", code, message, remedy, forTeam };
}
var stateOf = (checks, name) => checks.find(({ check, state }) => check === name && state === "not checked") ? "is not checked" : "failed";
function nextOf(checks) {
  const first = checks.find(({ state }) => state === "failed");
  return first?.remedy ?? "Run `stack-publish plan`: it shows what would be published, with the digest to approve.";
}

export {
  examine
};
