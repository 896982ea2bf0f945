// src/model/error.ts
var errorCodes = {
  usage: [
    "usage",
    "config-not-found",
    "config-unreadable",
    "config-invalid",
    "extends-unreadable",
    "no-git-repository",
    "no-commit",
    "token-missing",
    "api-key-missing",
    "insecure-url",
    "index-unreadable",
    "file-unwritable",
    "source-unknown",
    "adopt-refused",
    "nothing-to-resolve",
    "resolution-unfit",
    "not-default-branch",
    "account-differs",
    "node-too-old"
  ],
  policy: [
    "no-approval",
    "mechanism-not-accepted",
    "unknown-digest",
    "not-a-digest",
    "declined",
    "approval-expired",
    "approval-missing",
    "approval-changed",
    "approval-used",
    "approver-unknown",
    "approver-not-a-person",
    "approver-not-allowed",
    "self-approval",
    "environment-unprotected",
    "environment-differs",
    "job-not-manual",
    "attempt-not-approved",
    "post-moved",
    "source-moved",
    "other-target",
    "workflow-unfit"
  ],
  site: [
    "token-refused",
    "token-elsewhere",
    "token-expired",
    "token-revoked",
    "token-read-only",
    "login-denied",
    "login-state",
    "login-code-missing",
    "login-code-expired",
    "login-code-unknown",
    "login-read-only",
    "login-no-expiry",
    "login-refused",
    "api-key-refused",
    "site-forbidden",
    "site-not-found",
    "site-rejected",
    "duplicate-post",
    "post-locked",
    "post-gone",
    "quality-refused",
    "tag-refused",
    "article-edit-unavailable",
    "site-not-json",
    "site-unavailable",
    "site-unreachable",
    "site-redirected",
    "throttled",
    "list-endless",
    "clock-wrong",
    "stopped",
    "outcome-unknown",
    "response-differs"
  ],
  forge: [
    "forge-refused",
    "forge-unreachable",
    "forge-endless",
    "label-missing",
    "permission-missing"
  ],
  ledger: [
    "ledger-unreadable",
    "ledger-newer",
    "ledger-other-destination",
    "ledger-not-writable",
    "ledger-busy",
    "ledger-rewound"
  ],
  repository: ["git-failed", "git-missing"],
  internal: ["internal"]
};
var Fault = class extends Error {
  name = "Fault";
  kind;
  code;
  remedy;
  forTeam;
  place;
  outcome;
  constructor(kind, code, message, options) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.remedy = options.remedy;
    this.forTeam = options.forTeam ?? null;
    this.place = options.place ?? null;
    this.outcome = options.outcome ?? "rejected";
  }
};
function bugFault(error) {
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const at = stack.lastIndexOf(message);
  const frames = at < 0 ? "" : stack.slice(at + message.length);
  return new Fault("internal", "internal", `This is a bug in stack-publish: ${name}${frames}`, {
    remedy: "Report it with this text.",
    forTeam: message,
    cause: error
  });
}
function exitCodeOf(kind) {
  if (kind === "usage") return 2;
  return kind === "policy" ? 3 : 1;
}
function passingText(error) {
  const { message, remedy } = error instanceof Fault ? error : bugFault(error);
  return `${message} ${remedy}`;
}

export {
  errorCodes,
  Fault,
  bugFault,
  exitCodeOf,
  passingText
};
