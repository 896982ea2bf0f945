import {
  openGitea,
  otherAnswer,
  pathOf,
  requireSame,
  user
} from "./adapters.gitea.open-gitea.js";
import "./model.bot-name.js";
import "./adapters.ci-api.open-ci-api.js";
import "./adapters.log.mask-secrets.js";
import {
  instant,
  partOf,
  withDefaults
} from "./adapters.http.in-flight-pacer.js";
import {
  Misfit,
  nullable,
  text,
  whole
} from "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/gitea/approval-shapes.ts
var thread = (value) => {
  if (value === "") return null;
  const [, number] = /\/pulls\/([1-9]\d{0,9})$/.exec(typeof value === "string" ? value : "") ?? [];
  if (number === void 0) throw new Misfit("the address of a pull request", value);
  return Number(number);
};
var repository = partOf({ full_name: text });
var giteaRun = withDefaults(
  { run_attempt: 0, actor: null, trigger_actor: null },
  partOf({
    id: whole(1),
    event: text,
    run_attempt: whole(0),
    actor: user,
    trigger_actor: user,
    started_at: instant,
    repository
  })
);
var forgejoRun = partOf({
  id: whole(1),
  trigger_event: text,
  trigger_user: user,
  created: instant,
  repository
});
var runShape = (value) => {
  if (!isObject(value) || !("trigger_event" in value)) return giteaRun(value);
  const { id, trigger_event: event, trigger_user: actor, created, ...run } = forgejoRun(value);
  return { ...run, id, event, actor, trigger_actor: actor, run_attempt: 0, started_at: created };
};
var permissionShape = withDefaults({ user: null }, partOf({ permission: text, user }));
var commentShape = withDefaults(
  { user: null, original_author: "" },
  partOf({
    id: whole(1),
    user,
    original_author: text,
    body: text,
    created_at: instant,
    updated_at: instant,
    pull_request_url: thread
  })
);
var pullShape = withDefaults(
  { user: null },
  partOf({ number: whole(1), user, updated_at: nullable(instant) })
);
var repositoryShape = partOf({ full_name: text, default_branch: text });

// src/adapters/gitea/approval-forge.ts
function createGiteaApprovalForge(options) {
  const { repository: repository2, rolesToken } = options;
  const gitea = openGitea(options);
  const roles = rolesToken === null ? gitea : openGitea({ ...options, token: rolesToken });
  const here = pathOf(repository2);
  const fullName = `${repository2.owner}/${repository2.name}`;
  const runOf = async (asked, id, attempt) => {
    const path = `${here}/actions/runs/${id}${attempt === void 0 ? "" : `/attempts/${attempt}`}`;
    const run = await gitea.find(asked, path, runShape);
    if (run === null) return null;
    requireSame(asked, run.id, id);
    requireSame(asked, run.repository.full_name, fullName);
    if (attempt !== void 0) requireSame(asked, run.run_attempt, attempt);
    return run;
  };
  const pullOf = async (asked, pull) => {
    const found = await gitea.get(asked, `${here}/pulls/${pull}`, pullShape);
    requireSame(asked, found.number, pull);
    return found;
  };
  return {
    name: "Gitea",
    async defaultBranch() {
      const asked = reading("the default branch", "code: read");
      const found = await gitea.get(asked, here, repositoryShape);
      requireSame(asked, found.full_name, fullName);
      return found.default_branch;
    },
    async workflowRun(id, attempt) {
      const asked = reading(`the run ${id}`, "actions: read");
      const latest = await runOf(asked, id);
      if (latest === null) return null;
      if (latest.run_attempt === 0)
        return (attempt ?? 1) > 1 ? null : runFrom(latest, latest.started_at);
      const isOther = attempt !== void 0 && attempt !== latest.run_attempt;
      const run = isOther ? await runOf(asked, id, attempt) : latest;
      if (run === null) return null;
      const first = run.run_attempt > 1 ? await runOf(asked, id, 1) : run;
      return first && runFrom(run, first.started_at);
    },
    // Environments have no reviewers, and no address in the API.
    reviewsOf: async () => [],
    environment: async () => null,
    branchesOf: async () => null,
    async roleOf(login) {
      const asked = {
        doing: `read the role of ${login}`,
        needs: "Gitea tells roles to administrators of a repository alone, and never to a job's own token: set GITEA_ROLES_TOKEN to the token of one, with the scope read:repository."
      };
      const path = `${here}/collaborators/${encodeURIComponent(login)}/permission`;
      const found = await roles.find(asked, path, permissionShape, [404]);
      if (found === null) return null;
      if (found.user === null) throw otherAnswer(asked, "nobody");
      requireSame(asked, found.user.login, login);
      const { user: user2, permission } = found;
      return { user: user2, role: permission === "owner" ? "admin" : permission };
    },
    async comment(id) {
      const asked = reading(`the comment ${id}`, "pull-requests: read");
      const path = `${here}/issues/comments/${id}`;
      const comment = await gitea.find(asked, path, commentShape);
      if (comment === null) return null;
      requireSame(asked, comment.id, id);
      return {
        id: comment.id,
        // What was brought over from elsewhere may name anybody.
        author: comment.original_author === "" ? comment.user : null,
        body: comment.body,
        created: comment.created_at,
        thread: comment.pull_request_url ?? 0,
        edited: comment.updated_at !== comment.created_at,
        viaApp: false
      };
    },
    async authorOf(pull) {
      const asked = reading(`the author of the pull request ${pull}`, "pull-requests: read");
      return (await pullOf(asked, pull)).user?.id ?? null;
    },
    async lastEdits({ pulls, release }) {
      if (release !== null)
        throw new Fault(
          "forge",
          "forge-refused",
          "Cannot read when a release was edited: Gitea does not tell it.",
          {
            remedy: "Decide by starting the workflow by hand."
          }
        );
      const asked = reading("when a pull request was edited", "pull-requests: read");
      const found = await Promise.all(pulls.map((pull) => pullOf(asked, pull)));
      return found.map(({ updated_at: at }) => at ?? Infinity);
    },
    now: () => gitea.now(),
    async react(comment, content) {
      const asked = { doing: `react to the comment ${comment}`, needs: needs("issues: write") };
      await gitea.write(asked, "POST", `${here}/issues/comments/${comment}/reactions`, { content });
    },
    get requests() {
      const [own, other] = [gitea.requests, roles.requests];
      if (roles === gitea) return own;
      return { total: own.total + other.total, writes: own.writes + other.writes };
    },
    async close() {
      await gitea.close();
      if (roles !== gitea) await roles.close();
    }
  };
}
function runFrom(run, created) {
  const { event, run_attempt: attempt, actor, trigger_actor: triggeringActor } = run;
  return { event, attempt: Math.max(1, attempt), actor, triggeringActor, created };
}
function reading(what, permissions) {
  return { doing: `read ${what}`, needs: needs(permissions) };
}
function needs(permissions) {
  return `Give the job \`permissions: { ${permissions} }\`, and check that the repository lets jobs have them.`;
}
export {
  createGiteaApprovalForge
};
