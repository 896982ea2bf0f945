import {
  isDigest
} from "./model.is-digest.js";

// src/approval/comment-command.ts
function commentCommand(body) {
  const [word, digest = "", ...more] = body.trim().split(" ");
  return word === "/publish" && more.length === 0 && isDigest(digest) ? digest : null;
}

// builtin-import:node:fs?src/action/run-event.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one = (name) => all[name];
var $readFileSync = /* @__PURE__ */ one("readFileSync");

// src/action/run-event.ts
function readRunEvent(env) {
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  try {
    const text = $readFileSync(env["GITHUB_EVENT_PATH"] ?? "", "utf8");
    return { name, payload: membersOf(JSON.parse(text)) };
  } catch {
    return { name, payload: null };
  }
}
function commentOf({ name, payload }) {
  if (name !== "issue_comment" || payload?.["action"] !== "created") return null;
  const issue = membersOf(payload["issue"]);
  const comment = membersOf(payload["comment"]);
  if (!issue || !comment || !membersOf(issue["pull_request"])) return null;
  const { id, body } = comment;
  const author = membersOf(comment["user"])?.["id"];
  const pull = issue["number"];
  if (typeof body !== "string" || commentCommand(body) === null) return null;
  return isId(id) && isId(author) && isId(pull) ? { id, body, author, pull } : null;
}
function inputsOf({ name, payload }) {
  if (name !== "workflow_dispatch") return [];
  return Object.values(membersOf(payload?.["inputs"]) ?? {}).flatMap(
    (value) => typeof value === "string" ? [value.trim()] : []
  );
}
function senderOf({ payload }) {
  const id = membersOf(payload?.["sender"])?.["id"];
  return isId(id) ? id : null;
}
function defaultBranchOf({ payload }) {
  const name = membersOf(payload?.["repository"])?.["default_branch"];
  return typeof name === "string" && name !== "" ? name : null;
}
function membersOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}
function isId(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

export {
  commentCommand,
  readRunEvent,
  commentOf,
  inputsOf,
  senderOf,
  defaultBranchOf
};
