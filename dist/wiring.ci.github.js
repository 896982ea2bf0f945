import {
  resolutionNames
} from "./model.resolution.js";
import {
  isDigest
} from "./model.is-digest.js";
import {
  gitHubAddresses,
  isGiteaApi
} from "./wiring.ci.github-addresses.js";

// builtin-import:node:fs?src/adapters/read-json-file.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one = (name) => all[name];
var $readFileSync = /* @__PURE__ */ one("readFileSync");

// src/adapters/read-json-file.ts
function readJsonFile(path) {
  try {
    return JSON.parse($readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

// src/model/source-word.ts
function readSourceWord(text) {
  const word = text.trim();
  if (!word.startsWith('"')) return word === "" ? null : word;
  try {
    const key = JSON.parse(word);
    return typeof key === "string" && key !== "" ? key : null;
  } catch {
    return null;
  }
}

// src/approval/comment-command.ts
function commentCommand(body) {
  const text = body.trim();
  return publishCommand(text) ?? decisionCommand(text);
}
function publishCommand(text) {
  const [first = "", ...lines] = text.split(/\r?\n/);
  const [word, digest = "", ...more] = first.trimEnd().split(" ");
  if (word !== "/publish" || more.length > 0 || !isDigest(digest)) return null;
  const except = lines.map((each) => /^except (\S.*)$/.exec(each.trimEnd())?.[1] ?? null);
  if (except.includes(null)) return null;
  return { kind: "publish", digest, except: except.filter((each) => each !== null) };
}
function decisionCommand(text) {
  const first = text.indexOf(" ");
  const last = text.lastIndexOf(" ");
  if (first === last || /[\n\r\u2028\u2029]/.test(text)) return null;
  const source = readSourceWord(text.slice(first, last));
  const end = text.slice(last + 1);
  if (source === null) return null;
  switch (text.slice(0, first)) {
    case "/resolve": {
      const resolution = resolutionNames.find((name) => name === end);
      return resolution ? { kind: "resolve", source, resolution } : null;
    }
    case "/adopt":
      return /^https?:\/\/\S+$/i.test(end) ? { kind: "adopt", source, url: end } : null;
    default:
      return null;
  }
}

// src/wiring/ci/github.ts
function readGitHub(variables) {
  const addresses = gitHubAddresses(variables);
  const isGiteaRunner = Boolean(variables["GITEA_ACTIONS"] || variables["FORGEJO_ACTIONS"]);
  return {
    isRunner: Boolean(variables["GITHUB_ACTIONS"]),
    isGitea: isGiteaRunner || isGiteaApi(addresses.apiUrl),
    repository: variables["GITHUB_REPOSITORY"] ?? null,
    ...addresses,
    givenToken: variables["GITHUB_TOKEN"] || null,
    givenRolesToken: variables["GITEA_ROLES_TOKEN"] || null,
    ref: variables["GITHUB_REF"] ?? null,
    run: {
      id: variables["GITHUB_RUN_ID"],
      attempt: variables["GITHUB_RUN_ATTEMPT"],
      actor: variables["GITHUB_ACTOR"],
      commit: variables["GITHUB_SHA"]
    }
  };
}
function workflowIn(ref) {
  return /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w.-]+\.ya?ml)@/.exec(ref)?.[1] ?? null;
}
function readGitHubStep(variables) {
  return {
    workspace: variables["GITHUB_WORKSPACE"] ?? ".",
    temporaryFolder: variables["RUNNER_TEMP"] ?? null,
    hasSummary: Boolean(variables["GITHUB_STEP_SUMMARY"]),
    debug: variables["RUNNER_DEBUG"] === "1",
    workflow: workflowIn(variables["GITHUB_WORKFLOW_REF"] ?? "")
  };
}
function readGitHubEvent(variables) {
  const name = variables["GITHUB_EVENT_NAME"] ?? "";
  const payload = membersOf(readJsonFile(variables["GITHUB_EVENT_PATH"] ?? ""));
  const branch = membersOf(payload["repository"])["default_branch"];
  return {
    name,
    comment: name === "issue_comment" ? commentOf(payload) : null,
    inputs: name === "workflow_dispatch" ? Object.values(membersOf(payload["inputs"])).flatMap(
      (value) => typeof value === "string" ? [value.trim()] : []
    ) : [],
    defaultBranch: typeof branch === "string" && branch !== "" ? branch : null,
    pull: name === "pull_request" ? pullOf(payload) : null
  };
}
function isFork(head, base) {
  const { repo } = membersOf(head);
  const [from, to] = [membersOf(repo)["full_name"], membersOf(base)["full_name"]];
  return repo === null || typeof from === "string" && typeof to === "string" && from !== to;
}
function pullOf(payload) {
  const pull = membersOf(payload["pull_request"]);
  const { number, title, body, labels, user, html_url: url, state, head } = pull;
  if (!isId(number) || typeof title !== "string") return null;
  const author = membersOf(user)["login"];
  const names = (Array.isArray(labels) ? labels : []).map((each) => membersOf(each)["name"]);
  return {
    kind: "pull-request",
    number,
    title,
    body: typeof body === "string" ? body : "",
    labels: names.filter((name) => typeof name === "string"),
    author: typeof author === "string" ? author : null,
    url: typeof url === "string" ? url : "",
    isOpen: state !== "closed",
    isFork: isFork(head, payload["repository"])
  };
}
function commentOf(payload) {
  const issue = membersOf(payload["issue"]);
  const isPullRequest = isMembers(issue["pull_request"]);
  if (payload["action"] !== "created" || !isPullRequest) return null;
  const { id, body, user } = membersOf(payload["comment"]);
  const author = membersOf(user)["id"];
  const pull = issue["number"];
  const command = typeof body === "string" ? commentCommand(body) : null;
  if (typeof body !== "string" || command === null) return null;
  return isId(id) && isId(author) && isId(pull) ? { id, body, author, pull, command } : null;
}
function membersOf(value) {
  return isMembers(value) ? value : {};
}
function isMembers(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isId(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

export {
  readSourceWord,
  readGitHub,
  readGitHubStep,
  readGitHubEvent,
  isId
};
