import {
  lifeOf,
  timeOf
} from "./commands.login.token-life.js";
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
  Fault,
  bugFault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/report/check-names.ts
var checkNames = [
  "programs",
  "repository",
  "configuration",
  "default-branch",
  "ledger",
  "ledger-push",
  "site",
  "account",
  "pull-requests",
  "environment",
  "environment-branches",
  "approval-ways"
];

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

// src/commands/doctor/examine.ts
var ok = (message) => ({ state: "ok", message, remedy: null });
var skipped = (message) => ({ state: "skipped", message, remedy: null });
var warning = (message, remedy) => ({ state: "warning", message, remedy });
var failed = (message, remedy) => ({ state: "failed", message, remedy });
async function examine(context) {
  const checks = [];
  const causes = /* @__PURE__ */ new Map();
  for (const check of checkNames) {
    const { needs, look } = examinations[check];
    const cause = needs.map((name) => causes.get(name)).find((name) => name !== void 0);
    const seen = cause ? skipped(`needs ${cause}, which failed`) : await look(context).catch(failureOf);
    if (cause ?? seen.state === "failed") causes.set(check, cause ?? check);
    checks.push({ check, ...seen });
  }
  return { schema: 1, command: "doctor", checks };
}
function failureOf(error) {
  const { message, remedy, forTeam } = error instanceof Fault ? error : bugFault(error);
  return { ...failed(message, remedy), forTeam };
}
var examinations = {
  programs: {
    needs: [],
    async look({ node, gitVersion }) {
      const git = await gitVersion();
      const seen = `Node.js ${node}, ${git}`;
      if (Number.parseInt(node, 10) >= 24) return ok(seen);
      return failed(`${seen}, expected Node.js 24 or newer`, "Install a newer Node.js.");
    }
  },
  repository: {
    needs: ["programs"],
    look: async (context) => ok((await context.repository()).root)
  },
  configuration: {
    needs: ["repository"],
    async look(context) {
      const { destination, approval } = await context.config();
      return ok(
        `${placeName({ site: destination.url, team: destination.team })} (${destination.tier}); approved by ${approval.accept.join(", ")}`
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
      return warning(
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
      const words = await context.pushRefusal();
      if (words === null) return ok("it can be written, as far as that shows without writing");
      return failed(
        `git may not push the ledger: ${words}`,
        "Let the run push: `permissions: { contents: write }` in a workflow, and no rule that protects the branch."
      );
    }
  },
  site: {
    needs: ["configuration"],
    async look(context) {
      const site = await context.site();
      const me = await site.me();
      const { total } = await site.list("article", me.id, 1);
      const seen = `the token belongs to account ${me.id}, which has ${counted(total, "Article")} there`;
      const end = tokenEnd(context.tokenExpires, context.now());
      return {
        ...end ? warning(`${seen}; ${end.message}`, end.remedy) : ok(seen),
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
      return warning(
        `destination.account is ${account}, and the token belongs to ${me.id}: it can plan, and not publish`,
        "Publish with a token of that account, or correct destination.account."
      );
    }
  },
  "pull-requests": {
    needs: ["configuration"],
    async look(context) {
      if ((await context.config()).sources["pull-requests"] === false)
        return skipped("sources.pull-requests is false");
      const forge = await context.pullRequests();
      if (!forge) return skipped("no GitHub repository is known");
      const since = Number.MAX_SAFE_INTEGER;
      await forge.mergedPullRequests({ since, updatedSince: since, labels: [], numbers: [] });
      return ok("GitHub lets the token read them");
    }
  },
  environment: {
    needs: ["configuration"],
    look: (context) => atGitHub(context, (rules, { approval }) => {
      const name = JSON.stringify(approval.environment);
      const needed = approval.accept.includes("environment");
      if (!rules)
        return failed(
          `the environment ${name} ${reviewersFlaw(rules)}`,
          "Create it in the settings of the repository, limit it to the default branch, and keep the token that writes there."
        );
      if (rules.reviewers > 0) return ok(`${name} has required reviewers`);
      if (!needed) return ok(`${name} is there, and no reviewers are asked for`);
      const others = approval.accept.filter((each) => each !== "environment");
      const seen = `the environment ${name} ${reviewersFlaw(rules)}, so it gives no approval`;
      return others.length > 0 ? warning(
        seen,
        `Give it required reviewers, or approve by ${others.join(" or ")} and take \`environment\` out of approval.accept.`
      ) : failed(seen, "Give it required reviewers, or accept `comment` or `dispatch` as well.");
    })
  },
  "environment-branches": {
    needs: ["environment", "default-branch"],
    look: (context) => atGitHub(context, async (rules, { approval }, forge) => {
      const name = JSON.stringify(approval.environment);
      const remedy = `Limit ${name} to the default branch: under "Deployment branches and tags" choose "Selected branches and tags", and list it alone.`;
      const branches = rules?.branches === "listed" ? await forge.branchesOf(approval.environment) : null;
      const expected = (await context.defaultBranch())?.name ?? null;
      const alone = branches?.length === 1 && branches[0]?.type === "branch";
      const named = expected ?? (alone ? branches[0]?.name ?? null : null);
      const flaw = branchesFlaw(rules, branches, named);
      if (flaw === null) return ok(`${name} is limited to ${named}`);
      return failed(
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
      return warning(
        `${others.join(" and ")} can approve, and a run by them waits for the reviewers of ${JSON.stringify(approval.environment)} too`,
        accept.includes("environment") ? "Set approval.accept to [environment], or take the reviewers away." : "Take the reviewers away, or accept `environment` alone."
      );
    })
  }
};
async function atGitHub(context, look) {
  const config = await context.config();
  const { accept, environment } = config.approval;
  if (!accept.some((each) => each === "environment" || each === "comment" || each === "dispatch"))
    return skipped(`approved by ${accept.join(", ")}, not on GitHub`);
  const forge = await context.forge();
  if (!forge)
    return {
      ...skipped("GitHub cannot be asked"),
      remedy: "Set GITHUB_TOKEN, and GITHUB_REPOSITORY where `origin` is not on GitHub."
    };
  return look(await forge.environment(environment), config, forge);
}
export {
  examine
};
