import {
  anonymous,
  atLeast,
  ghost
} from "./sandbox.github.tokens.js";

// sandbox/github/problem.ts
var GitHubProblem = class extends Error {
  status;
  headers;
  errors;
  constructor(status, message, options = {}) {
    super(message);
    this.status = status;
    this.headers = options.headers ?? {};
    this.errors = options.errors ?? null;
  }
  get body() {
    return {
      message: this.message,
      ...this.errors !== null && { errors: this.errors },
      documentation_url: "https://docs.github.com/rest",
      status: String(this.status)
    };
  }
};
var notFound = () => new GitHubProblem(404, "Not Found");
var badCredentials = () => new GitHubProblem(401, "Bad credentials");
var notAccessible = () => new GitHubProblem(403, "Resource not accessible by integration");
function validationFailed(resource, field, code) {
  return new GitHubProblem(422, "Validation Failed", { errors: [{ resource, field, code }] });
}
var unserved = (what) => new GitHubProblem(501, `The sandbox does not serve ${what}.`);

// sandbox/github/access.ts
function identify(github, authorization) {
  if (authorization === void 0 || authorization.trim() === "") return anonymous;
  const token = tokenOf(authorization);
  const caller = token === null ? null : github.caller(token);
  if (caller === null) throw badCredentials();
  return caller;
}
function tokenOf(authorization) {
  const [, scheme = "", value = ""] = /^(\S+) +(\S+) *$/.exec(authorization) ?? [];
  if (/^(bearer|token)$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return null;
  const [user = "", password = ""] = Buffer.from(value, "base64").toString("utf8").split(":");
  return password === "" || password === "x-oauth-basic" ? user : password;
}
function effectiveRole(github, caller) {
  const role = caller.user === null ? "none" : github.users.role(caller.user);
  return role === "none" && !github.private ? "read" : role;
}
function granted(caller, names, needed) {
  const permissions = caller.permissions;
  if (permissions === null || names.length === 0) return true;
  return names.some((name) => permissions[name] === "write" || permissions[name] === needed);
}
function seesRepository(github, caller) {
  return !github.private || caller.installation || effectiveRole(github, caller) !== "none";
}
function mayRead(github, caller, names) {
  return !github.private || granted(caller, names, "read");
}
function requireRead(github, caller, names) {
  if (!seesRepository(github, caller)) throw notFound();
  if (!mayRead(github, caller, names)) throw notAccessible();
}
function requireWrite(github, caller, names, role) {
  if (!seesRepository(github, caller)) throw notFound();
  if (caller.user === null) throw new GitHubProblem(401, "Requires authentication");
  if (!granted(caller, names, "write")) throw notAccessible();
  if (github.archived) throw new GitHubProblem(403, "Repository was archived so is read-only.");
  if (!caller.installation && !atLeast(effectiveRole(github, caller), role))
    throw new GitHubProblem(403, "Must have admin rights to Repository.");
}
function callerThere(github, caller) {
  return github.isBeside && caller.installation ? { ...caller, permissions: {}, installation: false } : caller;
}

// sandbox/github/read-json.ts
function readJson(body) {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new GitHubProblem(400, "Problems parsing JSON");
  }
}

// sandbox/github/models/date-text.ts
function dateText(instant) {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
function dateOrNull(instant) {
  return instant === null ? null : dateText(instant);
}

// sandbox/github/models/node-id.ts
function nodeId(kind, id) {
  return `${kind}_${Buffer.from(String(id)).toString("base64url")}`;
}
function readNodeId(text) {
  const [, kind, rest] = /^([A-Z]+)_([\w-]+)$/.exec(text) ?? [];
  if (kind === void 0 || rest === void 0) return null;
  return [kind, Buffer.from(rest, "base64url").toString("utf8")];
}

// sandbox/github/models/user-model.ts
function userModel(github, user) {
  const url = `${github.origin}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId("U", user.id),
    avatar_url: `${github.origin}/avatars/${user.id}`,
    gravatar_id: "",
    url,
    html_url: `${github.origin}/${encodeURIComponent(user.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    user_view_type: "public",
    site_admin: false
  };
}
function userOrNull(github, user) {
  return user === null ? null : userModel(github, user);
}
function ownUserModel(github, user) {
  const born = dateText(github.born);
  return {
    ...userModel(github, user),
    name: null,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: born,
    updated_at: born
  };
}

// sandbox/github/models/repository-model.ts
var addresses = {
  archive: "/{archive_format}{/ref}",
  assignees: "/assignees{/user}",
  blobs: "/git/blobs{/sha}",
  branches: "/branches{/branch}",
  collaborators: "/collaborators{/collaborator}",
  comments: "/comments{/number}",
  commits: "/commits{/sha}",
  compare: "/compare/{base}...{head}",
  contents: "/contents/{+path}",
  contributors: "/contributors",
  deployments: "/deployments",
  downloads: "/downloads",
  events: "/events",
  forks: "/forks",
  git_commits: "/git/commits{/sha}",
  git_refs: "/git/refs{/sha}",
  git_tags: "/git/tags{/sha}",
  hooks: "/hooks",
  issue_comment: "/issues/comments{/number}",
  issue_events: "/issues/events{/number}",
  issues: "/issues{/number}",
  keys: "/keys{/key_id}",
  labels: "/labels{/name}",
  languages: "/languages",
  merges: "/merges",
  milestones: "/milestones{/number}",
  notifications: "/notifications{?since,all,participating}",
  pulls: "/pulls{/number}",
  releases: "/releases{/id}",
  stargazers: "/stargazers",
  statuses: "/statuses/{sha}",
  subscribers: "/subscribers",
  subscription: "/subscription",
  tags: "/tags",
  teams: "/teams",
  trees: "/git/trees{/sha}"
};
var apiAddress = (github) => `${github.origin}/repos/${github.fullName}`;
var pageAddress = (github) => `${github.origin}/${github.fullName}`;
function rights(role) {
  return {
    admin: atLeast(role, "admin"),
    maintain: atLeast(role, "maintain"),
    push: atLeast(role, "write"),
    triage: atLeast(role, "triage"),
    pull: atLeast(role, "read")
  };
}
function repositoryModel(github, caller) {
  const page = pageAddress(github);
  const owner = github.users.find(github.owner);
  const born = dateText(github.born);
  const urls = Object.entries(addresses).map(([name, path]) => [
    `${name}_url`,
    `${apiAddress(github)}${path}`
  ]);
  return {
    id: github.id,
    node_id: nodeId("R", github.id),
    name: github.name,
    full_name: github.fullName,
    private: github.private,
    owner: owner === null ? null : userModel(github, owner),
    html_url: page,
    description: null,
    fork: github.fork,
    url: apiAddress(github),
    ...Object.fromEntries(urls),
    git_url: `git://${URL.parse(github.origin)?.host}/${github.fullName}.git`,
    ssh_url: `git@${URL.parse(github.origin)?.hostname}:${github.fullName}.git`,
    clone_url: `${page}.git`,
    mirror_url: null,
    svn_url: page,
    homepage: null,
    language: null,
    license: null,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    size: 0,
    default_branch: github.defaultBranch,
    open_issues: 0,
    open_issues_count: 0,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    has_downloads: false,
    archived: github.archived,
    disabled: false,
    topics: github.topics,
    visibility: github.private ? "private" : "public",
    pushed_at: born,
    created_at: born,
    updated_at: born,
    ...caller.user !== null && !caller.installation && { permissions: rights(effectiveRole(github, caller)) }
  };
}

// builtin-import:node:crypto?sandbox/github/other-files.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");

// sandbox/github/other-files.ts
function otherRepository(github, caller, owner, name) {
  const found = github.others.get(`${owner}/${name}`.toLowerCase());
  const isMember = caller.user !== null && !caller.installation && github.users.role(caller.user) !== "none";
  if (found === void 0 || found.private && !isMember) throw notFound();
  return found;
}
function blobId(text) {
  const bytes = Buffer.from(text);
  return $createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

// sandbox/github/models/thread-model.ts
function threadPage(github, { kind, number }) {
  return `${pageAddress(github)}/${kind === "pull" ? "pull" : "issues"}/${number}`;
}
function pullModel(github, caller, pull, version) {
  const api = apiAddress(github);
  const url = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  const page = threadPage(github, pull);
  const owner = github.users.find(github.owner);
  const head = github.madeUpCommit(`head of ${pull.number}`);
  const branch = (ref, sha) => ({
    label: `${github.owner}:${ref}`,
    ref,
    sha,
    user: userOrNull(github, owner),
    repo: repositoryModel(github, caller)
  });
  const model = {
    id: 8e7 + pull.number,
    node_id: nodeId("PR", pull.number),
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${api}/statuses/${head}`,
    number: pull.number,
    state: pull.state === "open" ? "open" : "closed",
    locked: false,
    title: pull.title,
    user: userModel(github, pull.author ?? ghost),
    body: pull.body,
    labels: pull.labels.map((name) => labelModel(github, name)),
    milestone: null,
    active_lock_reason: null,
    created_at: dateText(pull.created),
    updated_at: dateText(pull.updated),
    closed_at: dateOrNull(pull.closed),
    merged_at: dateOrNull(pull.merged),
    merge_commit_sha: pull.mergeCommit,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: branch(pull.head, head),
    base: branch(pull.base, github.madeUpCommit(`base of ${pull.number}`)),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: `${api}/statuses/${head}` }
    },
    author_association: "CONTRIBUTOR",
    auto_merge: null,
    draft: false,
    merged: pull.merged !== null,
    mergeable: null,
    rebaseable: null,
    mergeable_state: "unknown",
    merged_by: userOrNull(github, pull.mergedBy),
    comments: [...github.comments.values()].filter(({ thread }) => thread === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: 1
  };
  if (version < "2026-03-10") return model;
  const { merge_commit_sha: _, assignee: __, ...newer } = model;
  return newer;
}
var fileStatus = { A: "added", D: "removed" };
function changedFileModel(github, pull, [status, filename]) {
  const path = filename.split("/").map(encodeURIComponent).join("/");
  return {
    sha: github.madeUpCommit(`file ${filename}`),
    filename,
    status: fileStatus[status] ?? "modified",
    additions: 1,
    deletions: 0,
    changes: 1,
    blob_url: `${pageAddress(github)}/blob/${pull.head}/${path}`,
    raw_url: `${pageAddress(github)}/raw/${pull.head}/${path}`,
    contents_url: `${apiAddress(github)}/contents/${path}?ref=${pull.head}`
  };
}
function labelModel(github, name) {
  return {
    id: 6e7 + name.length,
    node_id: nodeId("LA", name),
    url: `${apiAddress(github)}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: "ededed",
    default: false
  };
}
function commentPage(github, comment) {
  const kind = github.threads.get(comment.thread)?.kind ?? "issue";
  return `${threadPage(github, { kind, number: comment.thread })}#issuecomment-${comment.id}`;
}
function commentModel(github, comment) {
  const url = `${apiAddress(github)}/issues/comments/${comment.id}`;
  const count = (content) => comment.reactions.filter((reaction) => reaction.content === content).length;
  return {
    id: comment.id,
    node_id: nodeId("IC", comment.id),
    url,
    html_url: commentPage(github, comment),
    issue_url: `${apiAddress(github)}/issues/${comment.thread}`,
    user: userOrNull(github, comment.author),
    body: comment.body,
    created_at: dateText(comment.created),
    updated_at: dateText(comment.updated),
    author_association: "CONTRIBUTOR",
    performed_via_github_app: comment.app === null ? null : appModel(github, comment.app),
    reactions: {
      url: `${url}/reactions`,
      total_count: comment.reactions.length,
      "+1": count("+1"),
      "-1": count("-1"),
      laugh: count("laugh"),
      hooray: count("hooray"),
      confused: count("confused"),
      heart: count("heart"),
      rocket: count("rocket"),
      eyes: count("eyes")
    }
  };
}
function reactionModel(github, reaction) {
  return {
    id: reaction.id,
    node_id: nodeId("REA", reaction.id),
    user: userModel(github, reaction.user),
    content: reaction.content,
    created_at: dateText(reaction.created)
  };
}
function appModel(github, slug) {
  const owner = github.users.find(github.owner);
  return {
    id: 3001,
    slug,
    node_id: nodeId("A", 3001),
    owner: userOrNull(github, owner),
    name: slug,
    description: null,
    external_url: github.origin,
    html_url: `${github.origin}/apps/${slug}`,
    created_at: dateText(github.born),
    updated_at: dateText(github.born),
    permissions: { issues: "write", metadata: "read" },
    events: []
  };
}

export {
  GitHubProblem,
  notFound,
  notAccessible,
  validationFailed,
  unserved,
  identify,
  effectiveRole,
  granted,
  seesRepository,
  mayRead,
  requireRead,
  requireWrite,
  callerThere,
  readJson,
  dateText,
  dateOrNull,
  nodeId,
  readNodeId,
  userModel,
  userOrNull,
  ownUserModel,
  apiAddress,
  pageAddress,
  rights,
  repositoryModel,
  otherRepository,
  blobId,
  threadPage,
  pullModel,
  changedFileModel,
  commentPage,
  commentModel,
  reactionModel
};
