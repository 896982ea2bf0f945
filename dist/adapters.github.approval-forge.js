import {
  repositoryOf
} from "./adapters.github.repository-about.js";
import {
  limitOf,
  openGitHub,
  shaped
} from "./adapters.github.open-github.js";
import {
  instant,
  partOf
} from "./adapters.http.in-flight-pacer.js";
import {
  Misfit,
  flag,
  list,
  nullable,
  text,
  whole
} from "./adapters.shape.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/github/approval-shapes.ts
var thread = (value) => {
  const [, number] = /\/issues\/([1-9]\d{0,9})$/.exec(typeof value === "string" ? value : "") ?? [];
  if (number === void 0) throw new Misfit("the address of an issue", value);
  return Number(number);
};
var anything = (value) => value;
var user = nullable(partOf({ id: whole(1), login: text, type: text }));
var repositoryShape = partOf({ full_name: text, default_branch: text });
var runShape = partOf({
  id: whole(1),
  event: text,
  run_attempt: whole(1),
  actor: user,
  triggering_actor: user,
  created_at: instant
});
var reviewsShape = list(
  partOf({ environments: list(partOf({ name: text })), state: text, user })
);
var branchesShape = partOf({
  total_count: whole(0),
  branch_policies: list(partOf({ name: text, type: text }))
});
var environmentShape = (value) => environment(withDefaults(value, { protection_rules: [], deployment_branch_policy: null }));
function withDefaults(value, defaults) {
  return typeof value === "object" && value !== null ? { ...defaults, ...value } : value;
}
var ruleShape = partOf({ type: text });
var reviewersShape = partOf({
  reviewers: list(partOf({ type: text, reviewer: partOf({ id: whole(1) }) }))
});
var policy = (value) => {
  const found = partOf({ protected_branches: flag, custom_branch_policies: flag })(value);
  if (found.protected_branches !== found.custom_branch_policies) return found;
  throw new Misfit("either protected_branches or custom_branch_policies", value);
};
var environment = partOf({
  name: text,
  protection_rules: list(
    (value) => ruleShape(value).type === "required_reviewers" ? reviewersShape(withDefaults(value, { reviewers: [] })) : { reviewers: [] }
  ),
  deployment_branch_policy: nullable(policy)
});
var permissionShape = partOf({ role_name: text, user });
var commentShape = partOf({
  id: whole(1),
  node_id: text,
  user,
  body: text,
  created_at: instant,
  issue_url: thread,
  performed_via_github_app: anything
});
var editShape = partOf({
  node: partOf({ fullDatabaseId: text, lastEditedAt: nullable(text) })
});
var pullShape = partOf({ number: whole(1), user });

// src/adapters/github/last-edits.ts
var asked = {
  doing: "read when a source was edited",
  permissions: "contents: read, pull-requests: read"
};
var mostAtOnce = 100;
var pullShape2 = partOf({ number: whole(1), lastEditedAt: nullable(instant) });
var releaseShape = nullable(partOf({ updatedAt: instant }));
async function readLastEdits(github, { pulls, release }) {
  if (pulls.length === 0 && release === null) return [];
  const edits = [];
  const count = Math.max(1, Math.ceil(pulls.length / mostAtOnce));
  for (let at = 0; at < count; at += 1) {
    const numbers = pulls.slice(at * mostAtOnce, (at + 1) * mostAtOnce);
    const fields = numbers.map(
      (number) => `pull${number}: pullRequest(number: ${number}) { number lastEditedAt }`
    );
    const tag = at === 0 ? release : null;
    if (tag !== null) fields.push("release(tagName: $tag) { updatedAt }");
    const query = `query LastEdits($owner: String!, $name: String!${tag === null ? "" : ", $tag: String!"}) {
  repository(owner: $owner, name: $name) { ${fields.join("\n")} }
}`;
    const variables = { ...github.repository, ...tag !== null && { tag } };
    const repository = repositoryOf(await github.graphql(asked, query, variables), asked);
    for (const number of numbers) {
      const { lastEditedAt } = shaped(pullShape2, repository[`pull${number}`], asked);
      if (lastEditedAt !== null) edits.push(lastEditedAt);
    }
    const found = tag === null ? null : shaped(releaseShape, repository["release"], asked);
    if (found) edits.push(found.updatedAt);
  }
  return edits;
}

// src/adapters/github/require-same.ts
function requireSame(asked2, seen, wanted) {
  if (String(seen).toLowerCase() === String(wanted).toLowerCase()) return;
  throw otherAnswer(asked2, JSON.stringify(seen).slice(0, 100));
}
function otherAnswer({ doing }, seen) {
  return new Fault("forge", "forge-unreachable", `Cannot ${doing}: GitHub answers for ${seen}.`, {
    remedy: "Run it again; if it stays, look whether something of that name was renamed."
  });
}

// src/adapters/github/approval-forge.ts
function createApprovalForge(options) {
  return approvalForgeOver(openGitHub(options));
}
function approvalForgeOver(github) {
  const { owner, name: repo } = github.repository;
  const where = { owner, repo };
  async function ask(asked2, shape, call) {
    return shaped(shape, await github.rest(asked2, call), asked2);
  }
  async function askIfThere(asked2, shape, call, isMissing = isNotFound) {
    const data = await github.rest(
      asked2,
      (octokit) => call(octokit).catch((error) => {
        if (isMissing(error)) return { data: missing, headers: {} };
        throw error;
      })
    );
    return data === missing ? null : shaped(shape, data, asked2);
  }
  return {
    name: "GitHub",
    async defaultBranch() {
      const asked2 = reading("the default branch", "metadata: read");
      const found = await ask(asked2, repositoryShape, ({ rest }) => rest.repos.get(where));
      requireSame(asked2, found.full_name, `${owner}/${repo}`);
      return found.default_branch;
    },
    async workflowRun(id, attempt) {
      const asked2 = reading(`the run ${id}`, "actions: read");
      const run = await askIfThere(
        asked2,
        runShape,
        ({ rest }) => attempt === void 0 ? rest.actions.getWorkflowRun({ ...where, run_id: id }) : rest.actions.getWorkflowRunAttempt({ ...where, run_id: id, attempt_number: attempt }),
        isDenied
      );
      if (run === null) return null;
      requireSame(asked2, run.id, id);
      requireSame(asked2, run.run_attempt, attempt ?? run.run_attempt);
      return {
        event: run.event,
        attempt: run.run_attempt,
        actor: run.actor,
        triggeringActor: run.triggering_actor,
        created: run.created_at
      };
    },
    async reviewsOf(id) {
      const asked2 = reading(`who approved the run ${id}`, "actions: read");
      const reviews = await ask(asked2, reviewsShape, async ({ rest }) => {
        const answer = await rest.actions.getReviewsForRun({ ...where, run_id: id });
        if (hasMore(answer.headers)) throw otherAnswer(asked2, "a part of the list");
        return answer;
      });
      return reviews.map(({ environments, ...review }) => ({
        ...review,
        environments: environments.map(({ name }) => name)
      }));
    },
    async environment(name) {
      const asked2 = reading(`the environment ${name}`, "actions: read");
      const found = await askIfThere(
        asked2,
        environmentShape,
        ({ rest }) => rest.repos.getEnvironment({ ...where, environment_name: name })
      );
      if (found === null) return null;
      requireSame(asked2, found.name, name);
      const policy2 = found.deployment_branch_policy;
      return {
        reviewers: found.protection_rules.flatMap(({ reviewers }) => reviewers).length,
        branches: policy2 === null ? "all" : policy2.protected_branches ? "protected" : "listed"
      };
    },
    async branchesOf(environment2) {
      const asked2 = reading(`the branches of the environment ${environment2}`, "actions: read");
      const policies = [];
      let more = false;
      for (let page = 1; page <= mostPages; page += 1) {
        const found = await askIfThere(asked2, branchesShape, async ({ rest }) => {
          const answer = await rest.repos.listDeploymentBranchPolicies({
            ...where,
            environment_name: environment2,
            per_page: 100,
            page
          });
          more = hasMore(answer.headers);
          return answer;
        });
        if (found === null) return null;
        policies.push(...found.branch_policies);
        if (policies.length === found.total_count && !more) return policies;
        if (found.branch_policies.length === 0 || policies.length >= found.total_count) break;
      }
      return null;
    },
    async roleOf(login) {
      const asked2 = reading(`the role of ${login}`, "metadata: read");
      const found = await askIfThere(
        asked2,
        permissionShape,
        ({ rest }) => rest.repos.getCollaboratorPermissionLevel({ ...where, username: login })
      );
      if (found === null) return null;
      const { user: user2, role_name: role } = found;
      if (user2 === null) throw otherAnswer(asked2, "nobody");
      requireSame(asked2, user2.login, login);
      return { user: user2, role };
    },
    async comment(id) {
      const asked2 = reading(`the comment ${id}`, "pull-requests: read");
      const comment = await askIfThere(
        asked2,
        commentShape,
        ({ rest }) => rest.issues.getComment({ ...where, comment_id: id })
      );
      if (comment === null) return null;
      const answer = await github.graphql(asked2, editQuery, { id: comment.node_id });
      const { node } = shaped(editShape, answer, asked2);
      return {
        id: comment.id,
        author: comment.user,
        body: comment.body,
        created: comment.created_at,
        thread: comment.issue_url,
        // What is not surely the same comment is not surely unchanged.
        edited: node.lastEditedAt !== null || node.fullDatabaseId !== String(comment.id),
        viaApp: comment.performed_via_github_app !== null
      };
    },
    async authorOf(pull) {
      const asked2 = reading(`the author of the pull request ${pull}`, "pull-requests: read");
      const { number, user: user2 } = await ask(
        asked2,
        pullShape,
        ({ rest }) => rest.pulls.get({ ...where, pull_number: pull })
      );
      requireSame(asked2, number, pull);
      return user2?.id ?? null;
    },
    lastEdits: (of) => readLastEdits(github, of),
    now: () => github.now(),
    async react(comment, content) {
      const asked2 = { doing: `react to the comment ${comment}`, permissions: "issues: write" };
      await github.rest(
        asked2,
        ({ rest }) => rest.reactions.createForIssueComment({ ...where, comment_id: comment, content })
      );
    },
    get requests() {
      return github.requests;
    },
    close: () => github.close()
  };
}
var mostPages = 10;
function hasMore(headers) {
  return /\brel="?next\b/.test(headers.link ?? "");
}
var missing = /* @__PURE__ */ Symbol("missing");
function reading(what, permissions) {
  return { doing: `read ${what}`, permissions };
}
function isNotFound(error) {
  return error.status === 404;
}
function isDenied(error) {
  const { status, response } = error;
  if (status !== 403) return isNotFound(error);
  return limitOf(status, { ...response?.headers }, JSON.stringify(response?.data ?? ""), 0) === null;
}
var editQuery = `query CommentEdit($id: ID!) {
  node(id: $id) { ... on IssueComment { fullDatabaseId lastEditedAt } }
}`;

export {
  environmentShape,
  requireSame,
  otherAnswer,
  createApprovalForge,
  approvalForgeOver
};
