import {
  anonymous,
  atLeast,
  ghost
} from "./sandbox.github.tokens.js";

// sandbox/github/problem.ts
var FakeGitHubProblem = class extends Error {
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
var notFound = () => new FakeGitHubProblem(404, "Not Found");
var badCredentials = () => new FakeGitHubProblem(401, "Bad credentials");
var notAccessible = () => new FakeGitHubProblem(403, "Resource not accessible by integration");
function validationFailed(resource, field, code) {
  return new FakeGitHubProblem(422, "Validation Failed", { errors: [{ resource, field, code }] });
}
var unserved = (what) => new FakeGitHubProblem(501, `The sandbox does not serve ${what}.`);

// sandbox/github/access.ts
function identify(fakeGitHub, authorization) {
  if (authorization === void 0 || authorization.trim() === "") return anonymous;
  const token = tokenOf(authorization);
  const caller = token === null ? null : fakeGitHub.caller(token);
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
function effectiveRole(fakeGitHub, caller) {
  const role = caller.user === null ? "none" : fakeGitHub.users.role(caller.user);
  return role === "none" && !fakeGitHub.private ? "read" : role;
}
function granted(caller, names, needed) {
  const { permissions } = caller;
  if (permissions === null || names.length === 0) return true;
  return names.some((name) => permissions[name] === "write" || permissions[name] === needed);
}
function seesRepository(fakeGitHub, caller) {
  return !fakeGitHub.private || caller.installation || effectiveRole(fakeGitHub, caller) !== "none";
}
function mayRead(fakeGitHub, caller, names) {
  return !fakeGitHub.private || granted(caller, names, "read");
}
function requireRead(fakeGitHub, caller, names) {
  if (!seesRepository(fakeGitHub, caller)) throw notFound();
  if (!mayRead(fakeGitHub, caller, names)) throw notAccessible();
}
function requireWrite(fakeGitHub, caller, names, role) {
  if (!seesRepository(fakeGitHub, caller)) throw notFound();
  if (caller.user === null) throw new FakeGitHubProblem(401, "Requires authentication");
  if (!granted(caller, names, "write")) throw notAccessible();
  if (!caller.installation && !atLeast(effectiveRole(fakeGitHub, caller), role))
    throw new FakeGitHubProblem(403, "Must have admin rights to Repository.");
}

// sandbox/github/models/common.ts
function dateText(instant) {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
function dateOrNull(instant) {
  return instant === null ? null : dateText(instant);
}
function nodeId(kind, id) {
  return `${kind}_${Buffer.from(String(id)).toString("base64url")}`;
}
function readNodeId(text) {
  const [, kind, rest] = /^([A-Z]+)_([\w-]+)$/.exec(text) ?? [];
  if (kind === void 0 || rest === void 0) return null;
  return [kind, Buffer.from(rest, "base64url").toString("utf8")];
}

// sandbox/github/models/user-model.ts
function userModel(fakeGitHub, user) {
  const url = `${fakeGitHub.origin}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId("U", user.id),
    avatar_url: `${fakeGitHub.origin}/avatars/${user.id}`,
    gravatar_id: "",
    url,
    html_url: `${fakeGitHub.origin}/${encodeURIComponent(user.login)}`,
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
function userOrNull(fakeGitHub, user) {
  return user === null ? null : userModel(fakeGitHub, user);
}
function ownUserModel(fakeGitHub, user) {
  const born = dateText(fakeGitHub.born);
  return {
    ...userModel(fakeGitHub, user),
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
var apiAddress = (fakeGitHub) => `${fakeGitHub.origin}/repos/${fakeGitHub.fullName}`;
var pageAddress = (fakeGitHub) => `${fakeGitHub.origin}/${fakeGitHub.fullName}`;
function rights(role) {
  return {
    admin: atLeast(role, "admin"),
    maintain: atLeast(role, "maintain"),
    push: atLeast(role, "write"),
    triage: atLeast(role, "triage"),
    pull: atLeast(role, "read")
  };
}
function repositoryModel(fakeGitHub, caller) {
  const page = pageAddress(fakeGitHub);
  const owner = fakeGitHub.users.find(fakeGitHub.owner);
  const born = dateText(fakeGitHub.born);
  const urls = Object.entries(addresses).map(([name, path]) => [
    `${name}_url`,
    `${apiAddress(fakeGitHub)}${path}`
  ]);
  return {
    id: fakeGitHub.id,
    node_id: nodeId("R", fakeGitHub.id),
    name: fakeGitHub.name,
    full_name: fakeGitHub.fullName,
    private: fakeGitHub.private,
    owner: owner === null ? null : userModel(fakeGitHub, owner),
    html_url: page,
    description: null,
    fork: false,
    url: apiAddress(fakeGitHub),
    ...Object.fromEntries(urls),
    git_url: `git://${URL.parse(fakeGitHub.origin)?.host}/${fakeGitHub.fullName}.git`,
    ssh_url: `git@${URL.parse(fakeGitHub.origin)?.hostname}:${fakeGitHub.fullName}.git`,
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
    default_branch: fakeGitHub.defaultBranch,
    open_issues: 0,
    open_issues_count: 0,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    has_downloads: false,
    archived: false,
    disabled: false,
    visibility: fakeGitHub.private ? "private" : "public",
    pushed_at: born,
    created_at: born,
    updated_at: born,
    ...caller.user !== null && !caller.installation && { permissions: rights(effectiveRole(fakeGitHub, caller)) }
  };
}

// sandbox/github/models/thread-model.ts
function threadPage(fakeGitHub, { kind, number }) {
  return `${pageAddress(fakeGitHub)}/${kind === "pull" ? "pull" : "issues"}/${number}`;
}
function pullModel(fakeGitHub, caller, pull, version) {
  const api = apiAddress(fakeGitHub);
  const url = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  const page = threadPage(fakeGitHub, pull);
  const owner = fakeGitHub.users.find(fakeGitHub.owner);
  const head = fakeGitHub.madeUpCommit(`head of ${pull.number}`);
  const branch = (ref, sha) => ({
    label: `${fakeGitHub.owner}:${ref}`,
    ref,
    sha,
    user: userOrNull(fakeGitHub, owner),
    repo: repositoryModel(fakeGitHub, caller)
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
    user: userModel(fakeGitHub, pull.author ?? ghost),
    body: pull.body,
    labels: pull.labels.map((name) => labelModel(fakeGitHub, name)),
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
    base: branch(pull.base, fakeGitHub.madeUpCommit(`base of ${pull.number}`)),
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
    merged_by: userOrNull(fakeGitHub, pull.mergedBy),
    comments: [...fakeGitHub.comments.values()].filter(({ thread }) => thread === pull.number).length,
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
function labelModel(fakeGitHub, name) {
  return {
    id: 6e7 + name.length,
    node_id: nodeId("LA", name),
    url: `${apiAddress(fakeGitHub)}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: "ededed",
    default: false
  };
}
function commentPage(fakeGitHub, comment) {
  const kind = fakeGitHub.threads.get(comment.thread)?.kind ?? "issue";
  return `${threadPage(fakeGitHub, { kind, number: comment.thread })}#issuecomment-${comment.id}`;
}
function commentModel(fakeGitHub, comment) {
  const url = `${apiAddress(fakeGitHub)}/issues/comments/${comment.id}`;
  const count = (content) => comment.reactions.filter((reaction) => reaction.content === content).length;
  return {
    id: comment.id,
    node_id: nodeId("IC", comment.id),
    url,
    html_url: commentPage(fakeGitHub, comment),
    issue_url: `${apiAddress(fakeGitHub)}/issues/${comment.thread}`,
    user: userOrNull(fakeGitHub, comment.author),
    body: comment.body,
    created_at: dateText(comment.created),
    updated_at: dateText(comment.updated),
    author_association: "CONTRIBUTOR",
    performed_via_github_app: comment.app === null ? null : appModel(fakeGitHub, comment.app),
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
function reactionModel(fakeGitHub, reaction) {
  return {
    id: reaction.id,
    node_id: nodeId("REA", reaction.id),
    user: userModel(fakeGitHub, reaction.user),
    content: reaction.content,
    created_at: dateText(reaction.created)
  };
}
function appModel(fakeGitHub, slug) {
  const owner = fakeGitHub.users.find(fakeGitHub.owner);
  return {
    id: 3001,
    slug,
    node_id: nodeId("A", 3001),
    owner: userOrNull(fakeGitHub, owner),
    name: slug,
    description: null,
    external_url: fakeGitHub.origin,
    html_url: `${fakeGitHub.origin}/apps/${slug}`,
    created_at: dateText(fakeGitHub.born),
    updated_at: dateText(fakeGitHub.born),
    permissions: { issues: "write", metadata: "read" },
    events: []
  };
}

export {
  FakeGitHubProblem,
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
  dateText,
  dateOrNull,
  nodeId,
  readNodeId,
  userModel,
  ownUserModel,
  apiAddress,
  pageAddress,
  rights,
  repositoryModel,
  threadPage,
  pullModel,
  commentPage,
  commentModel,
  reactionModel
};
