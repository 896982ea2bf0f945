import {
  instant,
  limitOf,
  openGitHub,
  shaped
} from "./adapters.github.open-github.js";
import {
  Misfit,
  anyObject,
  list,
  nullable,
  object,
  text,
  whole
} from "./adapters.shape.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/github/part-of.ts
function partOf(members) {
  const shape = object(members);
  return (value) => {
    const part = Object.entries(anyObject(value)).filter(([name]) => Object.hasOwn(members, name));
    return shape(Object.fromEntries(part));
  };
}

// src/adapters/github/approval-shapes.ts
var thread = (value) => {
  const [, number] = /\/issues\/([1-9]\d{0,9})$/.exec(typeof value === "string" ? value : "") ?? [];
  if (number === void 0) throw new Misfit("the address of an issue", value);
  return Number(number);
};
var anything = (value) => value;
var userShape = partOf({
  id: whole(1),
  login: text,
  type: text
});
var runShape = partOf({
  event: text,
  run_attempt: whole(1),
  actor: nullable(userShape),
  triggering_actor: nullable(userShape),
  created_at: instant
});
var reviewsShape = list(
  partOf({
    environments: list(partOf({ name: text })),
    state: text,
    user: nullable(userShape)
  })
);
var branchesShape = partOf({
  branch_policies: list(partOf({ name: text }))
});
var environmentShape = (value) => environment(withDefaults(value, { protection_rules: [], deployment_branch_policy: null }));
function withDefaults(value, defaults) {
  return typeof value === "object" && value !== null ? { ...defaults, ...value } : value;
}
var environment = partOf({
  protection_rules: list(
    (value) => partOf({ type: text })(value).type === "required_reviewers" ? partOf({ type: text, reviewers: list(anything) })(
      withDefaults(value, { reviewers: [] })
    ) : { type: "another" }
  ),
  deployment_branch_policy: nullable(
    partOf({
      protected_branches: anything,
      custom_branch_policies: anything
    })
  )
});
var permissionShape = partOf({
  role_name: text,
  user: nullable(userShape)
});
var commentShape = partOf({
  id: whole(1),
  node_id: text,
  user: nullable(userShape),
  body: text,
  created_at: instant,
  issue_url: thread,
  performed_via_github_app: anything
});
var editShape = partOf({
  node: partOf({
    fullDatabaseId: text,
    lastEditedAt: nullable(text)
  })
});
var pullShape = partOf({ user: nullable(userShape) });

// src/adapters/github/approval-forge.ts
function createApprovalForge(options) {
  const github = openGitHub(options);
  const { owner, name: repo } = options.repository;
  async function ask(asked, shape, call) {
    return shaped(shape, (await github.rest(asked, call)).data, asked);
  }
  async function askIfThere(asked, shape, call, isMissing = isNotFound) {
    let missing = false;
    const { data } = await github.rest(asked, async (octokit) => {
      try {
        return await call(octokit);
      } catch (error) {
        if (!isMissing(error)) throw error;
        missing = true;
        return { status: 200, data: null, headers: {} };
      }
    });
    return missing ? null : shaped(shape, data, asked);
  }
  const where = { owner, repo };
  return {
    async workflowRun(id) {
      const asked = { doing: `read the run ${id}`, permissions: "actions: read" };
      const run = await askIfThere(
        asked,
        runShape,
        ({ rest }) => rest.actions.getWorkflowRun({ ...where, run_id: id }),
        isDenied
      );
      return run && {
        event: run.event,
        attempt: run.run_attempt,
        actor: run.actor,
        triggeringActor: run.triggering_actor,
        created: run.created_at
      };
    },
    async reviewsOf(id) {
      const asked = { doing: `read who approved the run ${id}`, permissions: "actions: read" };
      const reviews = await ask(
        asked,
        reviewsShape,
        ({ rest }) => rest.actions.getReviewsForRun({ ...where, run_id: id })
      );
      return reviews.map(({ environments, state, user }) => ({
        environments: environments.map(({ name }) => name),
        state,
        user
      }));
    },
    async environment(name) {
      const asked = { doing: `read the environment ${name}`, permissions: "actions: read" };
      const found = await askIfThere(
        asked,
        environmentShape,
        ({ rest }) => rest.repos.getEnvironment({ ...where, environment_name: name })
      );
      if (found === null) return null;
      const counts = found.protection_rules.map(
        (rule) => "reviewers" in rule ? rule.reviewers.length : 0
      );
      return {
        reviewers: counts.reduce((sum, count) => sum + count, 0),
        limitsBranches: found.deployment_branch_policy !== null,
        listsBranches: found.deployment_branch_policy?.custom_branch_policies === true
      };
    },
    async branchesOf(environment2) {
      const asked = {
        doing: `read the branches of the environment ${environment2}`,
        permissions: "actions: read"
      };
      const found = await askIfThere(
        asked,
        branchesShape,
        ({ rest }) => rest.repos.listDeploymentBranchPolicies({
          ...where,
          environment_name: environment2,
          per_page: 100
        })
      );
      return found?.branch_policies.map(({ name }) => name) ?? [];
    },
    async roleOf(login) {
      const asked = { doing: `read the role of ${login}`, permissions: "metadata: read" };
      const found = await askIfThere(
        asked,
        permissionShape,
        ({ rest }) => rest.repos.getCollaboratorPermissionLevel({ ...where, username: login })
      );
      if (found === null) return null;
      const { user, role_name: role } = found;
      if (user !== null && user.login.toLowerCase() === login.toLowerCase()) return { user, role };
      throw new Fault(
        "forge",
        "forge-unreachable",
        `Cannot read the role of ${login}: GitHub answers for ${user?.login ?? "nobody"}.`,
        { remedy: "Run it again; if it stays, look whether the account was renamed." }
      );
    },
    async comment(id) {
      const asked = { doing: `read the comment ${id}`, permissions: "pull-requests: read" };
      const comment = await askIfThere(
        asked,
        commentShape,
        ({ rest }) => rest.issues.getComment({ ...where, comment_id: id })
      );
      if (comment === null) return null;
      const answer = await github.graphql(asked, editQuery, { id: comment.node_id });
      const { node } = shaped(editShape, answer, asked);
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
      const asked = {
        doing: `read the author of the pull request ${pull}`,
        permissions: "pull-requests: read"
      };
      const { user } = await ask(
        asked,
        pullShape,
        ({ rest }) => rest.pulls.get({ ...where, pull_number: pull })
      );
      return user?.id ?? null;
    },
    async react(comment, content) {
      const asked = { doing: `react to the comment ${comment}`, permissions: "issues: write" };
      await github.rest(
        asked,
        ({ rest }) => rest.reactions.createForIssueComment({ ...where, comment_id: comment, content })
      );
    },
    get requests() {
      return github.requests;
    },
    close: () => github.close()
  };
}
function isNotFound(error) {
  return error.status === 404;
}
function isDenied(error) {
  const { status, response } = error;
  if (status !== 403) return isNotFound(error);
  const { headers = {}, data } = response;
  return limitOf(status, headers, JSON.stringify(data ?? ""), 0) === null;
}
var editQuery = `query CommentEdit($id: ID!) {
  node(id: $id) { ... on IssueComment { fullDatabaseId lastEditedAt } }
}`;

export {
  createApprovalForge
};
