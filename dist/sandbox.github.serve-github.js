import {
  GitHubProblem,
  apiAddress,
  blobId,
  callerThere,
  changedFileModel,
  commentModel,
  dateOrNull,
  dateText,
  effectiveRole,
  granted,
  identify,
  nodeId,
  notAccessible,
  notFound,
  otherRepository,
  ownUserModel,
  pageAddress,
  pullModel,
  reactionModel,
  readJson,
  repositoryModel,
  requireRead,
  requireWrite,
  rights,
  seesRepository,
  unserved,
  userModel,
  userOrNull,
  validationFailed
} from "./sandbox.github.models.thread-model.js";
import {
  Exchange,
  pathSegments,
  putPull,
  rateHeaders,
  receive,
  respond
} from "./sandbox.exchange.respond.js";
import {
  htmlType,
  jsonReply,
  matchPath,
  send,
  textReply,
  withRetryAfter
} from "./sandbox.exchange.match-path.js";
import {
  anonymous,
  atLeast,
  compareCommits,
  findObject,
  listTree,
  putBranch,
  teams,
  writeCommit,
  writeTree
} from "./sandbox.github.tokens.js";
import {
  _enum,
  _gte,
  _lte,
  _maxLength,
  _minLength,
  _regex,
  array,
  boolean,
  int,
  literal,
  nullable,
  nullish,
  object,
  optional,
  refine,
  safeParse,
  strictObject,
  string
} from "./npm.zod.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// sandbox/exchange/serve-git.ts
var pattern = /^\/(.+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;
function pathOf({ pathname }) {
  return `/${pathSegments(pathname)?.join("/") ?? ""}`;
}
async function serveGitOf({ git, admit: admit2, refusal: refusal2 }, exchange) {
  const { request, response, url, entry } = exchange;
  const [, repository = "", path] = pattern.exec(pathOf(url)) ?? [];
  if (path === void 0) return false;
  const refuse = (reply) => {
    exchange.answer(reply);
    request.resume();
    return true;
  };
  const service = path === "/info/refs" ? url.searchParams.get("service") : path.slice(1);
  if (service !== "git-upload-pack" && service !== "git-receive-pack")
    return refuse(textReply(403, "Please upgrade your git client.\n"));
  const writes = service === "git-receive-pack";
  try {
    const { name, pushesAs } = admit2(repository, request.headers.authorization, writes);
    entry.token = name;
    entry.wrote = path === "/git-receive-pack";
    entry.status = await git.serve(
      {
        path,
        query: url.search.slice(1),
        user: writes ? pushesAs : null
      },
      request,
      response
    );
    return true;
  } catch (error) {
    const reply = refusal2(error);
    if (reply === null) throw error;
    return refuse(reply);
  }
}

// sandbox/github/git/serve-git.ts
function serveGit(github, exchange) {
  return serveGitOf(
    {
      git: github.git,
      admit(repository, authorization, writes) {
        const [owner = "", name = "", ...more] = repository.split("/");
        const exists = more.length === 0 && github.isNamed(owner, name);
        const caller = admit(github, authorization, exists, writes);
        return { name: caller.name, pushesAs: caller.user?.login ?? null };
      },
      refusal: (error) => error instanceof GitHubProblem ? { ...textReply(error.status, `${error.message}
`), headers: error.headers } : null
    },
    exchange
  );
}
function admit(github, authorization, exists, writes) {
  const unauthorized = (message) => new GitHubProblem(401, message, {
    headers: { "WWW-Authenticate": 'Basic realm="GitHub"' }
  });
  let caller = anonymous;
  try {
    caller = identify(github, authorization);
  } catch {
    throw unauthorized("Invalid username or token.");
  }
  if (caller.user === null && (writes || github.private || !exists))
    throw unauthorized("No anonymous access.");
  if (!exists || !seesRepository(github, caller))
    throw new GitHubProblem(404, "Repository not found.");
  if (writes) {
    const may = granted(caller, ["contents"], "write") && (caller.installation || atLeast(effectiveRole(github, caller), "write"));
    if (!may)
      throw new GitHubProblem(
        403,
        `Permission to ${github.fullName}.git denied to ${caller.user?.login}.`
      );
  } else if (github.private && !granted(caller, ["contents"], "read")) {
    throw new GitHubProblem(403, "Write access to repository not granted.");
  }
  return caller;
}

// sandbox/github/models/team-model.ts
function teamModel(github, { id, name, slug }) {
  const url = `${github.origin}/organizations/9001/team/${id}`;
  return {
    id,
    node_id: nodeId("T", id),
    name,
    slug,
    description: null,
    privacy: "closed",
    permission: "pull",
    url,
    html_url: `${github.origin}/orgs/${github.owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    parent: null
  };
}
function fullTeamModel(github, team) {
  const born = dateText(github.born);
  return {
    ...teamModel(github, team),
    members_count: 3,
    repos_count: 1,
    created_at: born,
    updated_at: born,
    organization: organizationModel(github, false)
  };
}
function organizationModel(github, forOwner) {
  const { owner, origin, plan } = github;
  const url = `${origin}/orgs/${owner}`;
  const born = dateText(github.born);
  return {
    login: owner,
    id: 9001,
    node_id: nodeId("O", 9001),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${origin}/avatars/9001`,
    description: null,
    html_url: `${origin}/${owner}`,
    has_organization_projects: false,
    has_repository_projects: false,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: "Organization",
    created_at: born,
    updated_at: born,
    archived_at: null,
    ...forOwner && {
      plan: { name: plan, space: 1, private_repos: 1, filled_seats: 3, seats: 9 }
    }
  };
}

// sandbox/github/models/run-model.ts
function runModel(github, caller, run, attempt) {
  const base = `${apiAddress(github)}/actions/runs/${run.id}`;
  const page2 = `${pageAddress(github)}/actions/runs/${run.id}`;
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
    actor: userModel(github, run.actor),
    triggering_actor: userModel(github, attempt.triggeredBy),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${apiAddress(github)}/check-suites/601`,
    artifacts_url: `${base}/artifacts`,
    cancel_url: `${base}/cancel`,
    rerun_url: `${base}/rerun`,
    previous_attempt_url: first ? null : `${base}/attempts/${attempt.number - 1}`,
    workflow_url: `${apiAddress(github)}/actions/workflows/501`,
    referenced_workflows: [],
    head_commit: {
      id: run.sha,
      tree_id: github.madeUpCommit("tree"),
      message: "Work",
      timestamp: dateText(run.created),
      author: { name: run.actor.login, email: "somebody@acme.example" },
      committer: { name: "GitHub", email: "noreply@acme.example" }
    },
    repository: repositoryModel(github, caller),
    head_repository: repositoryModel(github, caller)
  };
}
function environmentAddress(github, name) {
  const id = github.environments.get(name.toLowerCase())?.id ?? 0;
  const part = encodeURIComponent(name);
  return {
    id,
    node_id: nodeId("EN", id),
    name,
    url: `${apiAddress(github)}/environments/${part}`,
    html_url: `${pageAddress(github)}/deployments/activity_log?environments_filter=${part}`
  };
}
function approvalModel(github, approval) {
  return {
    environments: approval.environments.map((name) => {
      const created = dateText(github.environments.get(name.toLowerCase())?.created ?? github.born);
      return { ...environmentAddress(github, name), created_at: created, updated_at: created };
    }),
    state: approval.state,
    user: userModel(github, approval.user),
    comment: approval.comment
  };
}
function pendingModel(github, caller, name) {
  const environment = github.environments.get(name.toLowerCase());
  const { reviewers = [] } = environment ?? {};
  return {
    environment: environmentAddress(github, name),
    wait_timer: environment?.waitTimer ?? 0,
    wait_timer_started_at: null,
    current_user_can_approve: reviewers.some(({ id }) => id === caller.user?.id),
    reviewers: environment === void 0 ? [] : reviewerModels(github, environment)
  };
}
function reviewerModels(github, { reviewers, teams: teams2 }) {
  return [
    ...reviewers.map((user) => ({ type: "User", reviewer: userModel(github, user) })),
    ...teams2.map((team) => ({ type: "Team", reviewer: teamModel(github, team) }))
  ];
}
function environmentModel(github, environment) {
  const { id, name, branches } = environment;
  const reviewers = reviewerModels(github, environment);
  const rule = (type, number2) => ({
    id: id * 10 + number2,
    node_id: nodeId("GA", id * 10 + number2),
    type
  });
  return {
    ...environmentAddress(github, name),
    created_at: dateText(environment.created),
    updated_at: dateText(environment.created),
    can_admins_bypass: environment.adminsBypass,
    protection_rules: [
      ...environment.waitTimer > 0 ? [{ ...rule("wait_timer", 1), wait_timer: environment.waitTimer }] : [],
      ...reviewers.length > 0 ? [
        {
          ...rule("required_reviewers", 2),
          prevent_self_review: environment.preventSelfReview,
          reviewers
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
function branchPolicyModels({ id, branches, tags }) {
  if (typeof branches === "string") return [];
  const patterns = [
    ...branches.map((name) => ({ name, type: "branch" })),
    ...tags.map((name) => ({ name, type: "tag" }))
  ];
  return patterns.map(({ name, type }, index) => ({
    id: id * 1e3 + index,
    node_id: nodeId("DBP", id * 1e3 + index),
    name,
    type
  }));
}
function releaseModel(github, release) {
  const url = `${apiAddress(github)}/releases/${release.id}`;
  const tag = encodeURIComponent(release.tag);
  return {
    url,
    html_url: `${pageAddress(github)}/releases/tag/${tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${apiAddress(github)}/tarball/${tag}`,
    zipball_url: `${apiAddress(github)}/zipball/${tag}`,
    id: release.id,
    node_id: nodeId("RE", release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    created_at: dateText(release.created),
    published_at: dateOrNull(release.published),
    author: userModel(github, release.author),
    assets: []
  };
}

// sandbox/github/rest/environment-of.ts
function environmentOf(github, name) {
  const environment = github.environments.get(name.toLowerCase());
  if (environment === void 0) throw notFound();
  return environment;
}

// sandbox/github/rest/paged.ts
function paged({ github, query }, path, items) {
  const size = Math.min(100, Math.max(1, number(query.get("per_page"), 30)));
  const page2 = Math.max(1, number(query.get("page"), 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to, rel) => {
    const search = new URLSearchParams(query);
    search.set("page", String(to));
    return `<${github.origin}/repositories/${github.id}/${path}?${search.toString()}>; rel="${rel}"`;
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
  route("actions/runs/*", ({ github, caller, parts: [id = ""] }) => {
    const run = runOf(github, id);
    const latest = run.attempts.at(-1);
    if (latest === void 0) throw notFound();
    return ok(runModel(github, caller, run, latest));
  }),
  route("actions/runs/*/attempts/*", ({ github, caller, parts: [id = "", number2 = ""] }) => {
    const run = runOf(github, id);
    const attempt = run.attempts.find((each) => String(each.number) === number2);
    if (attempt === void 0) throw notFound();
    return ok(runModel(github, caller, run, attempt));
  }),
  route(
    "actions/runs/*/approvals",
    ({ github, parts: [id = ""] }) => ok(runOf(github, id).approvals.map((approval) => approvalModel(github, approval)))
  ),
  route(
    "actions/runs/*/pending_deployments",
    ({ github, caller, parts: [id = ""] }) => ok(runOf(github, id).waitsFor.map((name) => pendingModel(github, caller, name)))
  ),
  route(
    "environments/*",
    ({ github, parts: [name = ""] }) => ok(environmentModel(github, environmentOf(github, name)))
  ),
  route("environments/*/deployment-branch-policies", (call) => {
    const name = call.parts[0] ?? "";
    const items = branchPolicyModels(environmentOf(call.github, name));
    const path = `environments/${encodeURIComponent(name)}/deployment-branch-policies`;
    const answer = paged(call, path, items);
    return { ...answer, body: { total_count: items.length, branch_policies: answer.body } };
  })
];
function runOf(github, id) {
  const run = /^\d{1,15}$/.test(id) ? github.runs.get(Number(id)) : void 0;
  if (run === void 0) throw notFound();
  return run;
}

// sandbox/github/rest/contents.ts
function serveContents(github, caller, method, segments, query) {
  const [root, owner = "", name = "", what, ...parts] = segments;
  if (root !== "repos" || what !== "contents" || !/^(?:GET|HEAD)$/.test(method)) return null;
  const path = parts.join("/");
  if (github.isNamed(owner, name) && !github.others.has(`${owner}/${name}`.toLowerCase()))
    throw unserved("files of its repository over REST");
  const repository = otherRepository(github, caller, owner, name);
  const ref = query.get("ref");
  const text = repository.files.get(`${ref ?? "HEAD"}:${path}`);
  if (text === void 0) throw notFound();
  const sha = blobId(text);
  const at = `${github.origin}/repos/${repository.owner}/${repository.name}`;
  const self = `${at}/contents/${path}?ref=${ref ?? "main"}`;
  const git = `${at}/git/blobs/${sha}`;
  const html = `${github.origin}/${repository.owner}/${repository.name}/blob/${ref ?? "main"}/${path}`;
  const encoded = Buffer.from(text).toString("base64");
  return ok({
    name: parts.at(-1) ?? "",
    path,
    sha,
    size: Buffer.byteLength(text),
    url: self,
    html_url: html,
    git_url: git,
    download_url: html.replace("/blob/", "/raw/"),
    type: "file",
    // In lines, as the real one.
    content: encoded.replace(/.{60}/g, "$&\n"),
    encoding: "base64",
    _links: { self, git, html }
  });
}

// sandbox/github/models/commit-model.ts
function commitModel(github, sha, user) {
  const url = `${apiAddress(github)}/commits/${sha}`;
  const person = { name: "GitHub", email: "noreply@example.com", date: dateText(github.born) };
  return {
    url,
    sha,
    node_id: nodeId("C", sha),
    html_url: `${pageAddress(github)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${apiAddress(github)}/git/commits/${sha}`,
      author: person,
      committer: person,
      message: "Change files",
      comment_count: 0,
      tree: { sha, url: `${apiAddress(github)}/git/trees/${sha}` }
    },
    author: user,
    committer: user,
    parents: []
  };
}

// sandbox/github/rest/git-routes.ts
var write = (path, run) => ({
  method: "POST",
  path: `repos/*/*/git/${path}`,
  needs: ["contents"],
  level: "write",
  role: "write",
  run
});
var gitRoutes = [
  write("trees", createTree),
  write("commits", createCommit),
  write("refs", createRef),
  { method: "GET", path: "repos/*/*/compare/*", needs: ["contents"], level: "read", run: compare }
];
var treeSchema = object({
  base_tree: optional(string()),
  tree: array(
    object({
      path: string().check(_regex(/^[^/].*$/)),
      mode: _enum(["100644", "100755"]),
      type: optional(literal("blob")),
      content: string()
    })
  )
});
async function createTree(call) {
  const { github, input } = call;
  await requireCommits(call);
  const { base_tree: base, tree } = parsed(treeSchema, input);
  const found = base === void 0 ? null : await findObject(github.git, `${base}^{tree}`);
  if (base !== void 0 && found === null)
    throw new GitHubProblem(422, "base_tree is not a valid tree oid.");
  const entries = tree.map(({ path, mode, content }) => ({ path, mode, text: content }));
  const sha = await writeTree(github.git, found?.oid ?? null, entries);
  const items = (await listTree(github.git, sha)).map(({ name, mode, type, oid }) => ({
    path: name,
    mode,
    type,
    sha: oid,
    url: `${apiAddress(github)}/git/${type}s/${oid}`
  }));
  const url = `${apiAddress(github)}/git/trees/${sha}`;
  return { status: 201, body: { sha, url, tree: items, truncated: false }, wrote: true };
}
var commitSchema = object({
  message: string().check(_minLength(1)),
  tree: string(),
  parents: optional(array(string()))
});
async function createCommit(call) {
  const { github, input } = call;
  await requireCommits(call);
  const { message, tree, parents = [] } = parsed(commitSchema, input);
  if ((await findObject(github.git, tree))?.type !== "tree")
    throw new GitHubProblem(422, "Tree SHA does not exist");
  for (const parent of parents)
    if ((await findObject(github.git, parent))?.type !== "commit")
      throw new GitHubProblem(422, "Parent SHA does not exist or is not a commit object");
  const at = github.clock.now();
  const sha = await writeCommit(github.git, { tree, parents, message, at });
  const api = `${apiAddress(github)}/git`;
  const person = { name: "GitHub", email: "noreply@example.com", date: dateText(at) };
  const body = {
    sha,
    node_id: nodeId("C", sha),
    url: `${api}/commits/${sha}`,
    html_url: `${pageAddress(github)}/commit/${sha}`,
    author: person,
    committer: person,
    message,
    tree: { sha: tree, url: `${api}/trees/${tree}` },
    parents: parents.map((each) => ({
      sha: each,
      url: `${api}/commits/${each}`,
      html_url: `${pageAddress(github)}/commit/${each}`
    })),
    verification: {
      verified: false,
      reason: "unsigned",
      signature: null,
      payload: null,
      verified_at: null
    }
  };
  return { status: 201, body, wrote: true };
}
var refSchema = object({ ref: string(), sha: string() });
async function createRef(call) {
  const { github, input } = call;
  await requireCommits(call);
  const { ref, sha } = parsed(refSchema, input);
  const [, branch] = /^refs\/heads\/(.+)$/.exec(ref) ?? [];
  if (branch === void 0) throw new GitHubProblem(422, "Reference name must start with refs/");
  if ((await findObject(github.git, sha))?.type !== "commit")
    throw new GitHubProblem(422, "Object does not exist");
  if (await github.git.resolve(ref) !== null)
    throw new GitHubProblem(422, "Reference already exists");
  await putBranch(github.git, branch, sha);
  const api = `${apiAddress(github)}/git`;
  const body = {
    ref,
    node_id: nodeId("REF", ref),
    url: `${api}/${ref}`,
    object: { type: "commit", sha, url: `${api}/commits/${sha}` }
  };
  return { status: 201, body, wrote: true };
}
async function compare(call) {
  const { github, caller, parts } = call;
  const [from = "", to = ""] = (parts[0] ?? "").split("...");
  const find = async (name) => await github.git.resolve(`refs/heads/${name}`) ?? await github.git.resolve(`${name}^{commit}`);
  const [base, head] = await Promise.all([find(from), find(to)]);
  if (base === null || head === null) throw notFound();
  const { ahead, behind, files } = await compareCommits(github.git, base, head).catch(() => {
    throw new GitHubProblem(404, `No common ancestor between ${from} and ${to}.`);
  });
  const page2 = `${pageAddress(github)}/compare/${from}...${to}`;
  const state = ahead === 0 ? behind === 0 ? "identical" : "behind" : behind === 0 ? "ahead" : "diverged";
  const commit = commitModel(github, base, userOrNull(github, caller.user));
  return ok({
    url: `${apiAddress(github)}/compare/${from}...${to}`,
    html_url: page2,
    permalink_url: page2,
    diff_url: `${page2}.diff`,
    patch_url: `${page2}.patch`,
    base_commit: commit,
    merge_base_commit: commit,
    status: state,
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: [],
    files: files.map(({ status, path, oid }) => ({
      sha: oid,
      filename: path,
      status,
      additions: 1,
      deletions: 0,
      changes: 1,
      blob_url: `${pageAddress(github)}/blob/${head}/${path}`,
      raw_url: `${pageAddress(github)}/raw/${head}/${path}`,
      contents_url: `${apiAddress(github)}/contents/${path}?ref=${head}`
    }))
  });
}
async function requireCommits({ github }) {
  if (await github.git.resolve(`refs/heads/${github.defaultBranch}`) === null)
    throw new GitHubProblem(409, "Git Repository is empty.");
}
function parsed(schema, input) {
  const { success, data } = safeParse(schema, input);
  if (!success) throw new GitHubProblem(422, "Invalid request.");
  return data;
}

// sandbox/github/rest/organization-routes.ts
var organizationRoutes = [
  {
    method: "GET",
    path: "orgs/*/repos",
    needs: [],
    level: "none",
    run: (call) => {
      const { github, caller, parts } = call;
      if (parts[0]?.toLowerCase() !== github.owner.toLowerCase()) throw notFound();
      const shown = [github, ...github.siblings.values()].filter(
        (each) => seesRepository(each, callerThere(each, caller))
      );
      const items = shown.toSorted((a, b) => a.name < b.name ? -1 : 1).map((each) => repositoryModel(each, callerThere(each, caller)));
      return paged(call, `../orgs/${github.owner}/repos`, items);
    }
  }
];

// sandbox/github/rest/people-routes.ts
var peopleRoutes = [
  {
    method: "GET",
    path: "users/*",
    needs: [],
    level: "none",
    run: ({ github, parts: [login = ""] }) => {
      const user = github.users.find(login);
      if (user === null) throw notFound();
      return ok(ownUserModel(github, user));
    }
  },
  {
    method: "GET",
    path: "orgs/*",
    needs: [],
    level: "none",
    run: (call) => {
      requireOwner(call);
      const { github, caller } = call;
      const owns = !caller.installation && effectiveRole(github, caller) === "admin";
      return ok(organizationModel(github, owns));
    }
  },
  {
    method: "GET",
    path: "orgs/*/teams/*",
    needs: [],
    level: "none",
    run: (call) => {
      requireOwner(call);
      const { github, caller, parts } = call;
      if (caller.installation) throw notAccessible();
      const isMember = caller.user !== null && github.users.role(caller.user) !== "none";
      const team = teams.find(({ slug }) => slug === parts[1]?.toLowerCase());
      if (!isMember || team === void 0) throw notFound();
      return ok(fullTeamModel(github, team));
    }
  }
];
function requireOwner({ github, parts: [name = ""] }) {
  if (name.toLowerCase() !== github.owner.toLowerCase()) throw notFound();
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
    run: ({ github, caller, version }) => {
      const { has_downloads: downloads, ...rest } = repositoryModel(github, caller);
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
      const { github, caller } = call;
      const drafts = caller.installation || atLeast(effectiveRole(github, caller), "write");
      const shown = [...github.releases.values()].filter(({ draft }) => drafts || !draft).sort((a, b) => b.created - a.created || b.id - a.id);
      return paged(
        call,
        "releases",
        shown.map((release) => releaseModel(github, release))
      );
    }
  },
  {
    method: "GET",
    path: "repos/*/*/releases/tags/*",
    needs: ["contents"],
    level: "read",
    run: ({ github, parts: [tag = ""] }) => {
      const release = github.releases.get(tag);
      if (release === void 0 || release.draft) throw notFound();
      return ok(releaseModel(github, release));
    }
  },
  {
    method: "GET",
    path: "user",
    needs: [],
    level: "none",
    run: ({ github, caller }) => {
      if (caller.user === null) throw new GitHubProblem(401, "Requires authentication");
      if (caller.installation) throw notAccessible();
      return ok(ownUserModel(github, caller.user));
    }
  },
  {
    method: "GET",
    path: "rate_limit",
    needs: [],
    level: "none",
    run: ({ github, caller, version }) => {
      const now = github.clock.now();
      const core = github.rates.peek(caller, "core", now);
      const resources = {
        core,
        search: { ...core, limit: 30, used: 0, remaining: 30, resource: "search" },
        graphql: github.rates.peek(caller, "graphql", now)
      };
      return ok(version < "2026-03-10" ? { resources, rate: core } : { resources });
    }
  }
];
function permission({ github, caller, parts: [login = ""] }) {
  if (!caller.installation && !atLeast(effectiveRole(github, caller), "write")) {
    if (caller.user === null) throw new GitHubProblem(401, "Requires authentication");
    throw new GitHubProblem(403, "Must have push access to view collaborator permission.");
  }
  const user = github.users.find(login);
  if (user === null) throw new GitHubProblem(404, `${login} is not a user`);
  const role = effectiveRole(github, { user });
  const name = role === "none" ? "" : role;
  return ok({
    permission: legacy[role],
    user: { ...userModel(github, user), permissions: rights(role), role_name: name },
    role_name: name
  });
}

// sandbox/github/rest/set-up-routes.ts
var setUpRoutes = [
  {
    method: "POST",
    path: "repos/*/*/labels",
    needs: ["issues", "pull-requests"],
    level: "write",
    role: "write",
    run: createLabel
  },
  {
    method: "PUT",
    path: "repos/*/*/environments/*",
    needs: ["administration"],
    level: "write",
    role: "admin",
    run: putEnvironment
  },
  {
    method: "POST",
    path: "repos/*/*/environments/*/deployment-branch-policies",
    needs: ["administration"],
    level: "write",
    role: "admin",
    run: addBranch
  },
  {
    method: "GET",
    path: "repos/*/*/environments/*/secrets",
    needs: ["environments"],
    level: "none",
    run: listSecrets
  }
];
var labelSchema = object({
  name: string().check(_minLength(1), _maxLength(50)),
  color: optional(string().check(_regex(/^[0-9a-f]{6}$/i))),
  description: optional(string().check(_maxLength(100)))
});
function createLabel({ github, input }) {
  const { success, data } = safeParse(labelSchema, input);
  if (!success) throw validationFailed("Label", "name", "invalid");
  const { name, color = "ededed", description = null } = data;
  if (github.label(name) !== null) throw validationFailed("Label", "name", "already_exists");
  github.labels.add(name);
  const id = github.newId();
  const url = `${apiAddress(github)}/labels/${encodeURIComponent(name)}`;
  const body = { id, node_id: nodeId("LA", id), url, name, color, description, default: false };
  return { status: 201, body, wrote: true };
}
var environmentSchema = nullable(
  strictObject({
    wait_timer: optional(int().check(_gte(0), _lte(43200))),
    prevent_self_review: optional(boolean()),
    reviewers: nullish(
      array(strictObject({ type: _enum(["User", "Team"]), id: int() })).check(_maxLength(6))
    ),
    deployment_branch_policy: nullish(
      strictObject({ protected_branches: boolean(), custom_branch_policies: boolean() }).check(
        refine(
          ({ protected_branches: some, custom_branch_policies: listed }) => some !== listed
        )
      )
    )
  })
);
function putEnvironment({ github, input, parts: [name = ""] }) {
  const { success, data } = safeParse(environmentSchema, input);
  if (!success) throw new GitHubProblem(422, "Invalid request.");
  const { wait_timer: waitTimer = 0, prevent_self_review: noSelf = false, ...rest } = data ?? {};
  const wanted = rest.reviewers ?? [];
  if (wanted.length > 0 && github.private && github.plan !== "enterprise")
    throw new GitHubProblem(
      422,
      "Failed to create the environment protection rule. Please ensure the billing plan supports the required reviewers protection rule."
    );
  const people = github.users.all.filter(
    ({ id, role }) => (role !== "none" || !github.private) && wanted.some((each) => each.type === "User" && each.id === id)
  );
  const groups = teams.filter(
    ({ id }) => wanted.some((each) => each.type === "Team" && each.id === id)
  );
  if (people.length + groups.length < wanted.length)
    throw new GitHubProblem(422, "Validation Failed");
  const known = github.environments.get(name.toLowerCase());
  const policy = rest.deployment_branch_policy;
  const listed = typeof known?.branches === "object" ? known.branches : [];
  const environment = {
    id: known?.id ?? github.newId(),
    name: known?.name ?? name,
    reviewers: people.map(({ login, id, type }) => ({ login, id, type })),
    teams: groups,
    preventSelfReview: noSelf,
    waitTimer,
    adminsBypass: known?.adminsBypass ?? true,
    branches: policy ? policy.protected_branches ? "protected" : listed : "all",
    tags: known?.tags ?? [],
    secrets: known?.secrets ?? [],
    created: known?.created ?? github.clock.now()
  };
  github.environments.set(name.toLowerCase(), environment);
  return { ...ok(environmentModel(github, environment)), wrote: true };
}
var branchSchema = object({
  name: string().check(_minLength(1)),
  type: optional(_enum(["branch", "tag"]))
});
function addBranch({ github, input, parts: [name = ""] }) {
  const environment = environmentOf(github, name);
  if (typeof environment.branches === "string") throw notFound();
  const { success, data } = safeParse(branchSchema, input);
  if (!success) throw new GitHubProblem(422, "Invalid request.");
  const { name: pattern2, type = "branch" } = data;
  const { branches, tags } = environment;
  if ((type === "branch" ? branches : tags).includes(pattern2)) return { status: 303, body: null };
  const next = type === "branch" ? { ...environment, branches: [...branches, pattern2] } : { ...environment, tags: [...tags, pattern2] };
  github.environments.set(name.toLowerCase(), next);
  const models = branchPolicyModels(next);
  const made = models.find((each) => each.name === pattern2 && each.type === type);
  return { ...ok(made ?? {}), wrote: true };
}
function listSecrets(call) {
  const { github, caller, parts } = call;
  if (!seesRepository(github, caller)) throw notFound();
  if (!granted(caller, ["environments"], "read")) throw notAccessible();
  if (!atLeast(effectiveRole(github, caller), "write")) throw notFound();
  const { name, secrets } = environmentOf(github, parts[0] ?? "");
  const born = dateText(github.born);
  const items = secrets.map((each) => ({ name: each, created_at: born, updated_at: born }));
  const answer = paged(call, `environments/${encodeURIComponent(name)}/secrets`, items);
  return { ...answer, body: { total_count: items.length, secrets: answer.body } };
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
    method: "POST",
    path: "repos/*/*/pulls",
    needs: ["pull-requests"],
    level: "write",
    run: openPull
  },
  {
    method: "GET",
    path: "repos/*/*/pulls/*",
    needs: ["pull-requests"],
    level: "read",
    run: ({ github, caller, parts: [number2 = ""], version }) => {
      const thread = threadOf(github, number2);
      if (thread.kind !== "pull") throw notFound();
      return ok(pullModel(github, caller, thread, version));
    }
  },
  {
    method: "GET",
    path: "repos/*/*/pulls/*/files",
    needs: ["pull-requests"],
    level: "read",
    run: async (call) => {
      const { github } = call;
      const thread = threadOf(github, call.parts[0] ?? "");
      if (thread.kind !== "pull") throw notFound();
      const branch = (name) => github.git.resolve(`refs/heads/${name}`);
      const [base, head] = await Promise.all([branch(thread.base), branch(thread.head)]);
      const changes = base === null || head === null ? [] : await github.git.changes(base, head);
      return paged(
        call,
        `pulls/${thread.number}/files`,
        changes.map((change) => changedFileModel(github, thread, change))
      );
    }
  },
  {
    method: "GET",
    path: "repos/*/*/issues/*/comments",
    needs: either,
    level: "read",
    run: (call) => {
      const { github, query } = call;
      const thread = threadOf(github, call.parts[0] ?? "");
      const since = Date.parse(query.get("since") ?? "") || 0;
      const comments = [...github.comments.values()].filter(
        (comment) => comment.thread === thread.number && comment.updated >= since
      );
      return paged(
        call,
        `issues/${thread.number}/comments`,
        comments.map((comment) => commentModel(github, comment))
      );
    }
  },
  {
    method: "POST",
    path: "repos/*/*/issues/*/comments",
    needs: either,
    level: "write",
    run: (call) => {
      const { github, caller } = call;
      const thread = threadOf(github, call.parts[0] ?? "");
      const comment = github.addComment(thread, userOf(call), bodyOf(call), caller.app);
      return { status: 201, body: commentModel(github, comment), wrote: true };
    }
  },
  {
    method: "GET",
    path: "repos/*/*/issues/comments/*",
    needs: either,
    level: "read",
    run: ({ github, parts: [id = ""] }) => ok(commentModel(github, commentOf(github, id)))
  },
  {
    method: "PATCH",
    path: "repos/*/*/issues/comments/*",
    needs: either,
    level: "write",
    run: (call) => {
      const comment = ownComment(call);
      const edited = call.github.editComment(comment, userOf(call), bodyOf(call));
      return { ...ok(commentModel(call.github, edited)), wrote: true };
    }
  },
  {
    method: "DELETE",
    path: "repos/*/*/issues/comments/*",
    needs: either,
    level: "write",
    run: (call) => {
      call.github.comments.delete(ownComment(call).id);
      return { status: 204, body: null, wrote: true };
    }
  },
  {
    method: "POST",
    path: "repos/*/*/issues/comments/*/reactions",
    needs: ["issues"],
    level: "write",
    run: (call) => {
      const { github } = call;
      const comment = commentOf(github, call.parts[0] ?? "");
      const given = member(call.input, "content");
      const content = reactionContents.find((each) => each === given);
      if (content === void 0) throw validationFailed("Reaction", "content", "invalid");
      const { reaction, created } = github.react(comment, userOf(call), content);
      return {
        status: created ? 201 : 200,
        body: reactionModel(github, reaction),
        wrote: created
      };
    }
  }
];
async function openPull(call) {
  const { github, caller, input, version } = call;
  const text = (name) => {
    const value = member(input, name);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const [title, head, base] = [text("title"), text("head"), text("base")];
  if (title === null) throw validationFailed("PullRequest", "title", "missing_field");
  for (const [field, name] of [
    ["head", head],
    ["base", base]
  ])
    if (name === null || await github.git.resolve(`refs/heads/${name}`) === null)
      throw validationFailed("PullRequest", field, "invalid");
  const waits = [...github.threads.values()].some(
    (each) => each.state === "open" && each.head === head && each.base === base && !each.fork
  );
  if (waits)
    throw new GitHubProblem(422, "Validation Failed", {
      errors: [
        {
          resource: "PullRequest",
          code: "custom",
          message: `A pull request already exists for ${github.owner}:${head}.`
        }
      ]
    });
  const author = userOf(call);
  const thread = putPull(github, {
    title,
    body: text("body"),
    author: author.login,
    head: head ?? "",
    base: base ?? ""
  });
  return { status: 201, body: pullModel(github, caller, thread, version), wrote: true };
}
function threadOf(github, number2) {
  const thread = /^\d{1,10}$/.test(number2) ? github.threads.get(Number(number2)) : void 0;
  if (thread === void 0) throw notFound();
  return thread;
}
function commentOf(github, id) {
  const comment = /^\d{1,15}$/.test(id) ? github.comments.get(Number(id)) : void 0;
  if (comment === void 0) throw notFound();
  return comment;
}
function ownComment({ github, caller, parts: [id = ""] }) {
  const comment = commentOf(github, id);
  const may = comment.author?.id === caller.user?.id || caller.installation || atLeast(effectiveRole(github, caller), "write");
  if (!may) throw new GitHubProblem(403, "Must have admin rights to Repository.");
  return comment;
}
function userOf({ caller }) {
  if (caller.user === null) throw new GitHubProblem(401, "Requires authentication");
  return caller.user;
}
function bodyOf({ input }) {
  const body = member(input, "body");
  if (typeof body !== "string" || body.trim() === "")
    throw validationFailed("IssueComment", "body", "missing_field");
  if (body.length > longestBody)
    throw new GitHubProblem(422, "Validation Failed", {
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
var routes = [
  ...repositoryRoutes,
  ...threadRoutes,
  ...actionsRoutes,
  ...setUpRoutes,
  ...gitRoutes,
  ...peopleRoutes,
  ...organizationRoutes
].map((route2) => ({ route: route2, pattern: route2.path.split("/") }));
var versions = ["2022-11-28", "2026-03-10"];
async function serveRest(github, caller, request) {
  const version = request.version ?? "2022-11-28";
  if (!versions.includes(version))
    throw new GitHubProblem(400, `Invalid value for "X-GitHub-Api-Version": ${version}.`);
  const segments = named(github, request.segments);
  const place = placeOf(github, segments);
  if (place !== github)
    return serveRest(place, callerThere(place, caller), { ...request, segments });
  const file = serveContents(github, caller, request.method, segments, request.query);
  if (file !== null) return { ...file, headers: { "X-GitHub-Api-Version-Selected": version } };
  const found = locate(request.method, segments);
  const elsewhere = segments[0] === "repos" && !github.isNamed(segments[1] ?? "", segments[2] ?? "");
  if (elsewhere) throw notFound();
  if (found === null) throw unserved(`${request.method} /${segments.join("/")}`);
  const { route: route2, open } = found;
  const { needs, level, role = github.private ? "read" : "none" } = route2;
  if (level === "read") requireRead(github, caller, needs);
  if (level === "write") requireWrite(github, caller, needs, role);
  const answer = await route2.run({
    github,
    caller,
    // Owner and name of the repository are known by now.
    parts: segments[0] === "repos" ? open.slice(2) : open,
    query: request.query,
    input: request.body.length === 0 ? null : readJson(request.body),
    version
  });
  return {
    ...answer,
    headers: { ...answer.headers, "X-GitHub-Api-Version-Selected": version }
  };
}
function acceptedPermissions(request) {
  const route2 = locate(request.method, request.segments)?.route;
  if (route2 === void 0 || route2.needs.length === 0) return null;
  return route2.needs.map((name) => `${name.replaceAll("-", "_")}=${route2.level}`).join("; ");
}
function locate(method, segments) {
  const asked = method === "HEAD" ? "GET" : method;
  for (const { route: route2, pattern: pattern2 } of routes) {
    const open = route2.method === asked ? matchPath(pattern2, segments) : null;
    if (open !== null) return { route: route2, open };
  }
  return null;
}
function named(github, segments) {
  const [root, id, ...rest] = segments;
  if (root !== "repositories") return segments;
  const all = [github, ...github.siblings.values()];
  const found = all.find((each) => String(each.id) === id);
  if (found === void 0) throw notFound();
  return ["repos", found.owner, found.name, ...rest];
}
function placeOf(github, [root, owner = "", name = ""]) {
  return (root === "repos" ? github.repository(owner, name) : null) ?? github;
}

// sandbox/github/run-request.ts
async function runRequest(github, { request, url, method, entry }, path, body) {
  const graphql = path.length === 1 && path[0] === "graphql";
  const resource = graphql ? "graphql" : "core";
  let caller = anonymous;
  const headers = {};
  const now = github.clock.now();
  try {
    caller = identify(github, request.headers.authorization);
    entry.token = caller.name;
    const free = path[0] === "rate_limit";
    const allowed = free || github.rates.take(caller, resource, now);
    Object.assign(headers, rateHeaders(github.rates.peek(caller, resource, now)));
    if (!allowed) return limited(caller, graphql, headers);
    if (graphql) {
      if (method !== "POST") throw notFound();
      if (caller.user === null)
        throw new GitHubProblem(401, "This endpoint requires you to be authenticated.");
      const { serveGraphql } = await import("./sandbox.github.graphql.serve-graphql.js");
      return { ...jsonReply(200, await serveGraphql(github, caller, body)), headers };
    }
    const version = request.headers["x-github-api-version"]?.toString();
    const rest = { method, segments: path, query: url.searchParams, version, body };
    const accepted = caller.permissions === null ? null : acceptedPermissions(rest);
    if (accepted !== null) headers["X-Accepted-GitHub-Permissions"] = accepted;
    const answer = await serveRest(github, caller, rest);
    entry.wrote ||= answer.wrote === true;
    return replyOf(answer, headers);
  } catch (error) {
    if (!(error instanceof GitHubProblem)) throw error;
    return replyOf(error, headers);
  }
}
function replyOf({ status, body, headers }, common) {
  const reply = body === null ? { status, type: null, body } : jsonReply(status, body);
  return { ...reply, headers: { ...common, ...headers } };
}
function limited(caller, graphql, headers) {
  const message = `API rate limit exceeded for ${caller.user?.login ?? "this address"}.`;
  if (!graphql) return replyOf(new GitHubProblem(403, message), headers);
  return { ...jsonReply(200, { errors: [{ type: "RATE_LIMITED", message }] }), headers };
}

// sandbox/github/serve-github.ts
async function serveGitHub(github, request, response, url, closing) {
  const segments = pathSegments(url.pathname);
  if (segments === null) return send(response, textReply(400, "Bad request\n"));
  const { clock, log, faults, late } = github;
  const exchange = new Exchange({ request, response, url, clock, log, closing });
  if (await serveGit(github, exchange)) return;
  const body = await receive(request);
  if (body === null) return exchange.answer(textReply(413, "Too long\n"));
  exchange.noteBody(body);
  const path = segments[0] === "api" ? enterprise(segments) : segments;
  await respond(
    exchange,
    faults,
    { segments: path, token: nameOf(github, request) },
    {
      carryOut: async () => {
        const reply = await runRequest(github, exchange, path, body);
        return () => Promise.resolve(reply);
      },
      refusals,
      late,
      lateClock: "real"
    }
  );
}
var page = "<!DOCTYPE html><html><head><title>Unicorn!</title></head><body></body></html>\n";
var refusals = {
  throttled: ({ status = 403, retryAfter }) => refusal(status, "You have exceeded a secondary rate limit.", retryAfter),
  unauthorized: ({ retryAfter }) => refusal(401, "Bad credentials", retryAfter),
  error: ({ status = 500, retryAfter }) => refusal(status, "Server Error", retryAfter),
  html: ({ status = 200 }) => ({ status, type: htmlType, body: page })
};
function refusal(status, message, retryAfter) {
  const { body } = new GitHubProblem(status, message);
  return { ...jsonReply(status, body), headers: withRetryAfter({}, retryAfter) };
}
function nameOf(github, request) {
  try {
    return identify(github, request.headers.authorization).name;
  } catch {
    return "";
  }
}
function enterprise(segments) {
  if (segments[1] === "graphql") return segments.slice(1);
  return segments[1] === "v3" ? segments.slice(2) : segments;
}
export {
  serveGitHub
};
