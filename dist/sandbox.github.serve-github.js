import {
  FakeGitHubProblem,
  apiAddress,
  commentModel,
  dateOrNull,
  dateText,
  effectiveRole,
  granted,
  identify,
  nodeId,
  notAccessible,
  notFound,
  ownUserModel,
  pageAddress,
  pullModel,
  reactionModel,
  repositoryModel,
  requireRead,
  requireWrite,
  rights,
  seesRepository,
  unserved,
  userModel,
  validationFailed
} from "./sandbox.github.models.thread-model.js";
import {
  rateHeaders,
  receive,
  wait
} from "./sandbox.exchange.receive.js";
import {
  anonymous,
  atLeast
} from "./sandbox.github.tokens.js";
import {
  htmlType,
  jsonReply,
  send,
  textReply
} from "./sandbox.exchange.reply.js";
import "./esbuild-helpers.js";

// sandbox/github/git-access.ts
var pattern = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;
async function serveGit(fakeGitHub, exchange) {
  const { request, response, url, entry } = exchange;
  const [, owner = "", name = "", path] = pattern.exec(url.pathname) ?? [];
  if (path === void 0) return false;
  try {
    const service = path === "/info/refs" ? url.searchParams.get("service") : path.slice(1);
    if (service !== "git-upload-pack" && service !== "git-receive-pack")
      throw new FakeGitHubProblem(403, "Please upgrade your git client.");
    const writes = service === "git-receive-pack";
    const caller = admit(
      fakeGitHub,
      request.headers.authorization,
      fakeGitHub.isNamed(owner, name),
      writes
    );
    entry.token = caller.name;
    entry.wrote = path === "/git-receive-pack";
    entry.status = await fakeGitHub.git.serve(
      {
        path,
        query: url.search.slice(1),
        user: writes ? caller.user?.login ?? null : null
      },
      request,
      response
    );
  } catch (error) {
    if (!(error instanceof FakeGitHubProblem)) throw error;
    entry.status = error.status;
    send(response, { ...textReply(error.status, `${error.message}
`), headers: error.headers });
    request.resume();
  }
  return true;
}
function admit(fakeGitHub, authorization, exists, writes) {
  const unauthorized = (message) => new FakeGitHubProblem(401, message, {
    headers: { "WWW-Authenticate": 'Basic realm="GitHub"' }
  });
  let caller = anonymous;
  try {
    caller = identify(fakeGitHub, authorization);
  } catch {
    throw unauthorized("Invalid username or token.");
  }
  if (caller.user === null && (writes || fakeGitHub.private || !exists))
    throw unauthorized("No anonymous access.");
  if (!exists || !seesRepository(fakeGitHub, caller))
    throw new FakeGitHubProblem(404, "Repository not found.");
  if (writes) {
    const may = granted(caller, ["contents"], "write") && (caller.installation || atLeast(effectiveRole(fakeGitHub, caller), "write"));
    if (!may)
      throw new FakeGitHubProblem(
        403,
        `Permission to ${fakeGitHub.fullName}.git denied to ${caller.user?.login}.`
      );
  } else if (fakeGitHub.private && !granted(caller, ["contents"], "read")) {
    throw new FakeGitHubProblem(403, "Write access to repository not granted.");
  }
  return caller;
}

// sandbox/github/outcome.ts
function replyOf({ status, body, headers }) {
  const reply = body === null ? { status, type: null, body: null } : jsonReply(status, body);
  return { ...reply, headers };
}
function answer(response, entry, reply, cut = false) {
  if (response.destroyed) return;
  entry.status = reply.status;
  send(response, reply, cut);
}

// sandbox/github/models/run-model.ts
function runModel(fakeGitHub, caller, run, attempt) {
  const base = `${apiAddress(fakeGitHub)}/actions/runs/${run.id}`;
  const page2 = `${pageAddress(fakeGitHub)}/actions/runs/${run.id}`;
  const first = attempt.number === 1;
  const url = first ? base : `${base}/attempts/${attempt.number}`;
  return {
    id: run.id,
    name: run.path.replace(/^.*\/|\.ya?ml$/g, ""),
    node_id: nodeId("WFR", run.id),
    head_branch: run.branch,
    head_sha: run.sha,
    path: run.path,
    display_title: run.event,
    run_number: run.number,
    run_attempt: attempt.number,
    event: run.event,
    status: attempt.status,
    conclusion: attempt.conclusion,
    workflow_id: 501,
    check_suite_id: 601,
    check_suite_node_id: nodeId("CS", 601),
    url: base,
    html_url: first ? page2 : `${page2}/attempts/${attempt.number}`,
    pull_requests: [],
    created_at: dateText(run.created),
    updated_at: dateText(attempt.started),
    run_started_at: dateText(attempt.started),
    actor: userModel(fakeGitHub, run.actor),
    triggering_actor: userModel(fakeGitHub, attempt.triggeredBy),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${apiAddress(fakeGitHub)}/check-suites/601`,
    artifacts_url: `${base}/artifacts`,
    cancel_url: `${base}/cancel`,
    rerun_url: `${base}/rerun`,
    previous_attempt_url: first ? null : `${base}/attempts/${attempt.number - 1}`,
    workflow_url: `${apiAddress(fakeGitHub)}/actions/workflows/501`,
    referenced_workflows: [],
    head_commit: {
      id: run.sha,
      tree_id: fakeGitHub.madeUpCommit("tree"),
      message: "Work",
      timestamp: dateText(run.created),
      author: { name: run.actor.login, email: "somebody@acme.example" },
      committer: { name: "GitHub", email: "noreply@acme.example" }
    },
    repository: repositoryModel(fakeGitHub, caller),
    head_repository: repositoryModel(fakeGitHub, caller)
  };
}
function environmentAddress(fakeGitHub, name) {
  const id = fakeGitHub.environments.get(name.toLowerCase())?.id ?? 0;
  const part = encodeURIComponent(name);
  return {
    id,
    node_id: nodeId("EN", id),
    name,
    url: `${apiAddress(fakeGitHub)}/environments/${part}`,
    html_url: `${pageAddress(fakeGitHub)}/deployments/activity_log?environments_filter=${part}`
  };
}
function approvalModel(fakeGitHub, approval) {
  return {
    environments: approval.environments.map((name) => {
      const created = dateText(
        fakeGitHub.environments.get(name.toLowerCase())?.created ?? fakeGitHub.born
      );
      return { ...environmentAddress(fakeGitHub, name), created_at: created, updated_at: created };
    }),
    state: approval.state,
    user: userModel(fakeGitHub, approval.user),
    comment: approval.comment
  };
}
function pendingModel(fakeGitHub, caller, name) {
  const environment = fakeGitHub.environments.get(name.toLowerCase());
  const reviewers = environment?.reviewers ?? [];
  return {
    environment: environmentAddress(fakeGitHub, name),
    wait_timer: environment?.waitTimer ?? 0,
    wait_timer_started_at: null,
    current_user_can_approve: reviewers.some(({ id }) => id === caller.user?.id),
    reviewers: reviewers.map((user) => ({ type: "User", reviewer: userModel(fakeGitHub, user) }))
  };
}
function environmentModel(fakeGitHub, environment) {
  const { id, name, reviewers, branches } = environment;
  const rule = (type, number2) => ({
    id: id * 10 + number2,
    node_id: nodeId("GA", id * 10 + number2),
    type
  });
  return {
    ...environmentAddress(fakeGitHub, name),
    created_at: dateText(environment.created),
    updated_at: dateText(environment.created),
    can_admins_bypass: environment.adminsBypass,
    protection_rules: [
      ...environment.waitTimer > 0 ? [{ ...rule("wait_timer", 1), wait_timer: environment.waitTimer }] : [],
      ...reviewers.length > 0 ? [
        {
          ...rule("required_reviewers", 2),
          prevent_self_review: environment.preventSelfReview,
          reviewers: reviewers.map((user) => ({
            type: "User",
            reviewer: userModel(fakeGitHub, user)
          }))
        }
      ] : [],
      ...branches === "all" ? [] : [rule("branch_policy", 3)]
    ],
    deployment_branch_policy: branches === "all" ? null : {
      protected_branches: branches === "protected",
      custom_branch_policies: branches !== "protected"
    }
  };
}
function branchPoliciesModel({ id, branches }) {
  const patterns = typeof branches === "string" ? [] : branches;
  return {
    total_count: patterns.length,
    branch_policies: patterns.map((name, index) => ({
      id: id * 100 + index,
      node_id: nodeId("DBP", id * 100 + index),
      name,
      type: "branch"
    }))
  };
}
function releaseModel(fakeGitHub, release) {
  const url = `${apiAddress(fakeGitHub)}/releases/${release.id}`;
  const tag = encodeURIComponent(release.tag);
  return {
    url,
    html_url: `${pageAddress(fakeGitHub)}/releases/tag/${tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${apiAddress(fakeGitHub)}/tarball/${tag}`,
    zipball_url: `${apiAddress(fakeGitHub)}/zipball/${tag}`,
    id: release.id,
    node_id: nodeId("RE", release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    created_at: dateText(release.created),
    published_at: dateOrNull(release.draft ? null : release.created),
    author: userModel(fakeGitHub, release.author),
    assets: []
  };
}

// sandbox/github/rest/rest-call.ts
var ok = (body) => ({ status: 200, body });

// sandbox/github/rest/actions-routes.ts
var route = (path, run) => ({
  method: "GET",
  path: `repos/*/*/${path}`,
  needs: ["actions"],
  level: "read",
  run
});
var actionsRoutes = [
  route("actions/runs/*", ({ fakeGitHub, caller, parts: [id = ""] }) => {
    const run = runOf(fakeGitHub, id);
    const latest = run.attempts.at(-1);
    if (latest === void 0) throw notFound();
    return ok(runModel(fakeGitHub, caller, run, latest));
  }),
  route("actions/runs/*/attempts/*", ({ fakeGitHub, caller, parts: [id = "", number2 = ""] }) => {
    const run = runOf(fakeGitHub, id);
    const attempt = run.attempts.find((each) => String(each.number) === number2);
    if (attempt === void 0) throw notFound();
    return ok(runModel(fakeGitHub, caller, run, attempt));
  }),
  route(
    "actions/runs/*/approvals",
    ({ fakeGitHub, parts: [id = ""] }) => ok(runOf(fakeGitHub, id).approvals.map((approval) => approvalModel(fakeGitHub, approval)))
  ),
  route(
    "actions/runs/*/pending_deployments",
    ({ fakeGitHub, caller, parts: [id = ""] }) => ok(runOf(fakeGitHub, id).waitsFor.map((name) => pendingModel(fakeGitHub, caller, name)))
  ),
  route(
    "environments/*",
    ({ fakeGitHub, parts: [name = ""] }) => ok(environmentModel(fakeGitHub, environmentOf(fakeGitHub, name)))
  ),
  route(
    "environments/*/deployment-branch-policies",
    ({ fakeGitHub, parts: [name = ""] }) => ok(branchPoliciesModel(environmentOf(fakeGitHub, name)))
  )
];
function runOf(fakeGitHub, id) {
  const run = /^\d{1,15}$/.test(id) ? fakeGitHub.runs.get(Number(id)) : void 0;
  if (run === void 0) throw notFound();
  return run;
}
function environmentOf(fakeGitHub, name) {
  const environment = fakeGitHub.environments.get(name.toLowerCase());
  if (environment === void 0) throw notFound();
  return environment;
}

// sandbox/github/rest/paged.ts
function paged({ fakeGitHub, query }, path, items) {
  const size = Math.min(100, Math.max(1, number(query.get("per_page"), 30)));
  const page2 = Math.max(1, number(query.get("page"), 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to, rel) => {
    const search = new URLSearchParams(query);
    search.set("page", String(to));
    return `<${fakeGitHub.origin}/repositories/${fakeGitHub.id}/${path}?${search.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...page2 > 1 ? [link(page2 - 1, "prev")] : [],
    ...page2 < last ? [link(page2 + 1, "next"), link(last, "last")] : [],
    ...page2 > 1 ? [link(1, "first")] : []
  ];
  return {
    status: 200,
    body: items.slice((page2 - 1) * size, page2 * size),
    headers: links.length === 0 ? {} : { Link: links.join(", ") }
  };
}
function number(text, otherwise) {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}

// sandbox/github/rest/repository-routes.ts
var legacy = {
  none: "none",
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin"
};
var repositoryRoutes = [
  {
    method: "GET",
    path: "repos/*/*",
    needs: [],
    level: "read",
    run: ({ fakeGitHub, caller, version }) => {
      const { has_downloads: downloads, ...rest } = repositoryModel(fakeGitHub, caller);
      return ok(version < "2026-03-10" ? { ...rest, has_downloads: downloads } : rest);
    }
  },
  {
    method: "GET",
    path: "repos/*/*/collaborators/*/permission",
    needs: [],
    level: "read",
    run: permission
  },
  {
    method: "GET",
    path: "repos/*/*/releases",
    needs: ["contents"],
    level: "read",
    run: (call) => {
      const { fakeGitHub, caller } = call;
      const drafts = caller.installation || atLeast(effectiveRole(fakeGitHub, caller), "write");
      const shown = [...fakeGitHub.releases.values()].filter(({ draft }) => drafts || !draft).sort((a, b) => b.created - a.created || b.id - a.id);
      return paged(
        call,
        "releases",
        shown.map((release) => releaseModel(fakeGitHub, release))
      );
    }
  },
  {
    method: "GET",
    path: "repos/*/*/releases/tags/*",
    needs: ["contents"],
    level: "read",
    run: ({ fakeGitHub, parts: [tag = ""] }) => {
      const release = fakeGitHub.releases.get(tag);
      if (release === void 0 || release.draft) throw notFound();
      return ok(releaseModel(fakeGitHub, release));
    }
  },
  {
    method: "GET",
    path: "user",
    needs: [],
    level: "none",
    run: ({ fakeGitHub, caller }) => {
      if (caller.user === null) throw new FakeGitHubProblem(401, "Requires authentication");
      if (caller.installation) throw notAccessible();
      return ok(ownUserModel(fakeGitHub, caller.user));
    }
  },
  {
    method: "GET",
    path: "rate_limit",
    needs: [],
    level: "none",
    run: ({ fakeGitHub, caller, version }) => {
      const now = fakeGitHub.clock.now();
      const core = fakeGitHub.rates.peek(caller, "core", now);
      const resources = {
        core,
        search: { ...core, limit: 30, used: 0, remaining: 30, resource: "search" },
        graphql: fakeGitHub.rates.peek(caller, "graphql", now)
      };
      return ok(version < "2026-03-10" ? { resources, rate: core } : { resources });
    }
  }
];
function permission({ fakeGitHub, caller, parts: [login = ""] }) {
  if (!caller.installation && !atLeast(effectiveRole(fakeGitHub, caller), "write")) {
    if (caller.user === null) throw new FakeGitHubProblem(401, "Requires authentication");
    throw new FakeGitHubProblem(403, "Must have push access to view collaborator permission.");
  }
  const user = fakeGitHub.users.find(login);
  if (user === null) throw new FakeGitHubProblem(404, `${login} is not a user`);
  const role = effectiveRole(fakeGitHub, { user });
  const name = role === "none" ? "" : role;
  return ok({
    permission: legacy[role],
    user: { ...userModel(fakeGitHub, user), permissions: rights(role), role_name: name },
    role_name: name
  });
}

// sandbox/github/records.ts
var reactionContents = [
  "+1",
  "-1",
  "laugh",
  "confused",
  "heart",
  "hooray",
  "rocket",
  "eyes"
];

// sandbox/github/rest/thread-routes.ts
var either = ["issues", "pull-requests"];
var longestBody = 65536;
var threadRoutes = [
  {
    method: "GET",
    path: "repos/*/*/pulls/*",
    needs: ["pull-requests"],
    level: "read",
    run: ({ fakeGitHub, caller, parts: [number2 = ""], version }) => {
      const thread = threadOf(fakeGitHub, number2);
      if (thread.kind !== "pull") throw notFound();
      return ok(pullModel(fakeGitHub, caller, thread, version));
    }
  },
  {
    method: "GET",
    path: "repos/*/*/issues/*/comments",
    needs: either,
    level: "read",
    run: (call) => {
      const { fakeGitHub, query } = call;
      const thread = threadOf(fakeGitHub, call.parts[0] ?? "");
      const since = Date.parse(query.get("since") ?? "") || 0;
      const comments = [...fakeGitHub.comments.values()].filter(
        (comment) => comment.thread === thread.number && comment.updated >= since
      );
      return paged(
        call,
        `issues/${thread.number}/comments`,
        comments.map((comment) => commentModel(fakeGitHub, comment))
      );
    }
  },
  {
    method: "POST",
    path: "repos/*/*/issues/*/comments",
    needs: either,
    level: "write",
    run: (call) => {
      const { fakeGitHub, caller } = call;
      const thread = threadOf(fakeGitHub, call.parts[0] ?? "");
      const comment = fakeGitHub.addComment(thread, userOf(call), bodyOf(call), caller.app);
      return { status: 201, body: commentModel(fakeGitHub, comment), wrote: true };
    }
  },
  {
    method: "GET",
    path: "repos/*/*/issues/comments/*",
    needs: either,
    level: "read",
    run: ({ fakeGitHub, parts: [id = ""] }) => ok(commentModel(fakeGitHub, commentOf(fakeGitHub, id)))
  },
  {
    method: "PATCH",
    path: "repos/*/*/issues/comments/*",
    needs: either,
    level: "write",
    run: (call) => {
      const comment = ownComment(call);
      const edited = call.fakeGitHub.editComment(comment, userOf(call), bodyOf(call));
      return { ...ok(commentModel(call.fakeGitHub, edited)), wrote: true };
    }
  },
  {
    method: "DELETE",
    path: "repos/*/*/issues/comments/*",
    needs: either,
    level: "write",
    run: (call) => {
      call.fakeGitHub.comments.delete(ownComment(call).id);
      return { status: 204, body: null, wrote: true };
    }
  },
  {
    method: "POST",
    path: "repos/*/*/issues/comments/*/reactions",
    needs: ["issues"],
    level: "write",
    run: (call) => {
      const { fakeGitHub } = call;
      const comment = commentOf(fakeGitHub, call.parts[0] ?? "");
      const given = member(call.input, "content");
      const content = reactionContents.find((each) => each === given);
      if (content === void 0) throw validationFailed("Reaction", "content", "invalid");
      const { reaction, created } = fakeGitHub.react(comment, userOf(call), content);
      return {
        status: created ? 201 : 200,
        body: reactionModel(fakeGitHub, reaction),
        wrote: created
      };
    }
  }
];
function threadOf(fakeGitHub, number2) {
  const thread = /^\d{1,10}$/.test(number2) ? fakeGitHub.threads.get(Number(number2)) : void 0;
  if (thread === void 0) throw notFound();
  return thread;
}
function commentOf(fakeGitHub, id) {
  const comment = /^\d{1,15}$/.test(id) ? fakeGitHub.comments.get(Number(id)) : void 0;
  if (comment === void 0) throw notFound();
  return comment;
}
function ownComment({ fakeGitHub, caller, parts: [id = ""] }) {
  const comment = commentOf(fakeGitHub, id);
  const may = comment.author?.id === caller.user?.id || caller.installation || atLeast(effectiveRole(fakeGitHub, caller), "write");
  if (!may) throw new FakeGitHubProblem(403, "Must have admin rights to Repository.");
  return comment;
}
function userOf({ caller }) {
  if (caller.user === null) throw new FakeGitHubProblem(401, "Requires authentication");
  return caller.user;
}
function bodyOf({ input }) {
  const body = member(input, "body");
  if (typeof body !== "string" || body.trim() === "")
    throw validationFailed("IssueComment", "body", "missing_field");
  if (body.length > longestBody)
    throw new FakeGitHubProblem(422, "Validation Failed", {
      errors: [
        {
          resource: "IssueComment",
          field: "body",
          code: "custom",
          message: `body is too long (maximum is ${longestBody} characters)`
        }
      ]
    });
  return body;
}
function member(input, name) {
  return typeof input === "object" && input !== null ? input[name] : void 0;
}

// sandbox/github/rest/serve-rest.ts
var routes = [...repositoryRoutes, ...threadRoutes, ...actionsRoutes];
var versions = ["2022-11-28", "2026-03-10"];
function serveRest(fakeGitHub, caller, request) {
  const version = request.version ?? "2022-11-28";
  if (!versions.includes(version))
    throw new FakeGitHubProblem(400, `Invalid value for "X-GitHub-Api-Version": ${version}.`);
  const segments = named(fakeGitHub, request.segments);
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route2 = routes.find((each) => each.method === method && fits(each, segments));
  const elsewhere = segments[0] === "repos" && !fakeGitHub.isNamed(segments[1] ?? "", segments[2] ?? "");
  if (elsewhere) throw notFound();
  if (route2 === void 0) throw unserved(`${request.method} /${segments.join("/")}`);
  const { needs, level } = route2;
  if (level === "read") requireRead(fakeGitHub, caller, needs);
  if (level === "write")
    requireWrite(fakeGitHub, caller, needs, fakeGitHub.private ? "read" : "none");
  const answer2 = route2.run({
    fakeGitHub,
    caller,
    method,
    parts: openParts(route2, segments),
    query: request.query,
    input: parse(request.body),
    version
  });
  return {
    ...answer2,
    headers: { ...answer2.headers, "X-GitHub-Api-Version-Selected": version }
  };
}
function acceptedPermissions(request) {
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route2 = routes.find((each) => each.method === method && fits(each, request.segments));
  if (route2 === void 0 || route2.needs.length === 0) return null;
  return route2.needs.map((name) => `${name.replaceAll("-", "_")}=${route2.level}`).join("; ");
}
function named(fakeGitHub, segments) {
  const [root, id, ...rest] = segments;
  if (root !== "repositories") return segments;
  if (id !== String(fakeGitHub.id)) throw notFound();
  return ["repos", fakeGitHub.owner, fakeGitHub.name, ...rest];
}
function fits({ path }, segments) {
  const parts = path.split("/");
  return parts.length === segments.length && parts.every((part, index) => part === "*" || part === segments[index]);
}
function openParts({ path }, segments) {
  const open = path.split("/").flatMap((part, index) => part === "*" ? [index] : []);
  return open.filter((index) => index > 2).map((index) => segments[index] ?? "");
}
function parse(body) {
  if (body.length === 0) return null;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new FakeGitHubProblem(400, "Problems parsing JSON");
  }
}

// sandbox/github/inject-fault.ts
var page = "<!DOCTYPE html><html><head><title>Unicorn!</title></head><body></body></html>\n";
async function injectFault(fault, request) {
  const { response, entry, closing, carryOut } = request;
  const leave = () => {
    if (fault.end !== "silence") response.destroy();
  };
  const refuse = (status, message) => {
    const headers = typeof fault.retryAfter === "number" ? { "Retry-After": String(fault.retryAfter) } : {};
    const { body } = new FakeGitHubProblem(status, message);
    answer(response, entry, { ...jsonReply(status, body), headers });
  };
  switch (fault.kind) {
    case "lost":
      await carryOut();
      return leave();
    case "late":
      leave();
      await wait((fault.seconds ?? 10) * 1e3, closing);
      if (!closing.aborted) await carryOut();
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "silence":
      return;
    case "throttled":
      return refuse(fault.status ?? 403, "You have exceeded a secondary rate limit.");
    case "unauthorized":
      return refuse(401, "Bad credentials");
    case "error":
      if (fault.when === "after") await carryOut();
      return refuse(fault.status ?? 500, "Server Error");
    case "html":
      if (fault.when === "after") await carryOut();
      return answer(response, entry, { status: fault.status ?? 200, type: htmlType, body: page });
    case "slow": {
      const pause = () => wait(fault.milliseconds ?? 1e3, closing);
      if (fault.when !== "after") await pause();
      if (closing.aborted) return;
      const outcome = await carryOut();
      if (fault.when === "after") await pause();
      return answer(response, entry, replyOf(outcome));
    }
    case "truncated":
      return answer(response, entry, replyOf(await carryOut()), true);
  }
}

// sandbox/github/serve-github.ts
async function serveGitHub(fakeGitHub, request, response, closing) {
  const url = URL.parse(request.url ?? "/", "http://sandbox.invalid");
  const segments = url === null ? null : segmentsOf(url.pathname);
  if (url === null || segments === null) return send(response, textReply(400, "Bad request\n"));
  const method = request.method ?? "GET";
  const entry = fakeGitHub.log.open({
    at: fakeGitHub.clock.now(),
    method,
    path: url.pathname,
    query: url.search,
    sent: null
  });
  response.sendDate = false;
  response.setHeader("Date", new Date(fakeGitHub.clock.now()).toUTCString());
  if (await serveGit(fakeGitHub, { request, response, url, entry })) return;
  const body = await receive(request);
  if (body === null) return answer(response, entry, textReply(413, "Too long\n"));
  if (method !== "GET" && method !== "HEAD") entry.sent = body.toString("utf8");
  const path = segments[0] === "api" ? enterprise(segments) : segments;
  const carryOut = () => respond(fakeGitHub, request, { method, path, url, body }, entry);
  const fault = fakeGitHub.faults.take(method, path, nameOf(fakeGitHub, request));
  entry.fault = fault?.kind ?? null;
  if (fault === null) return answer(response, entry, replyOf(await carryOut()));
  await injectFault(fault, { fakeGitHub, response, entry, closing, carryOut });
}
async function respond(fakeGitHub, request, { method, path, url, body }, entry) {
  const graphql = path.length === 1 && path[0] === "graphql";
  const resource = graphql ? "graphql" : "core";
  let caller = anonymous;
  const headers = {};
  const now = fakeGitHub.clock.now();
  try {
    caller = identify(fakeGitHub, request.headers.authorization);
    entry.token = caller.name;
    const free = path[0] === "rate_limit";
    const allowed = free || fakeGitHub.rates.take(caller, resource, now);
    Object.assign(headers, rateHeaders(fakeGitHub.rates.peek(caller, resource, now)));
    if (!allowed) return limited(caller, graphql, headers);
    if (graphql) {
      if (method !== "POST") throw notFound();
      if (caller.user === null)
        throw new FakeGitHubProblem(401, "This endpoint requires you to be authenticated.");
      const { serveGraphql } = await import("./sandbox.github.graphql.serve-graphql.js");
      return { status: 200, body: await serveGraphql(fakeGitHub, caller, body), headers };
    }
    const version = request.headers["x-github-api-version"]?.toString();
    const rest = { method, segments: path, query: url.searchParams, version, body };
    const accepted = caller.permissions === null ? null : acceptedPermissions(rest);
    if (accepted !== null) headers["X-Accepted-GitHub-Permissions"] = accepted;
    const { wrote, ...outcome } = serveRest(fakeGitHub, caller, rest);
    entry.wrote ||= wrote === true;
    return { ...outcome, headers: { ...headers, ...outcome.headers } };
  } catch (error) {
    if (!(error instanceof FakeGitHubProblem)) throw error;
    return { status: error.status, body: error.body, headers: { ...headers, ...error.headers } };
  }
}
function limited(caller, graphql, headers) {
  const message = `API rate limit exceeded for ${caller.user?.login ?? "this address"}.`;
  if (graphql)
    return { status: 200, body: { errors: [{ type: "RATE_LIMITED", message }] }, headers };
  return { status: 403, body: new FakeGitHubProblem(403, message).body, headers };
}
function nameOf(fakeGitHub, request) {
  try {
    return identify(fakeGitHub, request.headers.authorization).name;
  } catch {
    return "";
  }
}
function enterprise(segments) {
  if (segments[1] === "graphql") return segments.slice(1);
  return segments[1] === "v3" ? segments.slice(2) : segments;
}
function segmentsOf(pathname) {
  try {
    return pathname.split("/").filter((part) => part !== "").map((part) => decodeURIComponent(part));
  } catch {
    return null;
  }
}
export {
  serveGitHub
};
