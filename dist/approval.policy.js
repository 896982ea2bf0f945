import {
  Fault
} from "./model.error.js";

// src/approval/refused.ts
function refused(code, why, remedy) {
  return new Fault("policy", code, `Cannot go ahead: ${why}.`, { remedy });
}

// src/approval/policy.ts
function requireApproval(approval, policy, circumstances) {
  const { evidence } = approval;
  requireApprover(approval, policy);
  if (!(circumstances.now - evidence.at <= policy["max-age"]))
    throw refused(
      "approval-expired",
      `the approval was given ${timeText(evidence.at)}, longer ago than approval.max-age allows`,
      "Plan again and approve the new plan."
    );
  if (!policy.self) requireOtherThanAuthors(approval, circumstances.authors);
  requireUnused(evidence, circumstances.used);
  if (approval.attempt > 1) requireBegun(evidence, circumstances.used);
}
function requireApprover(approval, policy) {
  requireAccepted(approval.evidence.mechanism, policy.accept);
  for (const person of approval.people) requirePerson(person, policy.roles);
  if (approval.evidence.verified && approval.people.length === 0)
    throw refused("approver-unknown", "nobody is known to have approved", plain);
  if (approval.attempt > 1 && approval.evidence.mechanism === "environment")
    throw refused(
      "attempt-not-approved",
      "this is a later attempt of a run, and an environment's approval does not tell what it was given for",
      "Start a new run by hand, and approve that one: its plan has what is left."
    );
}
function requireAccepted(mechanism, accept) {
  if (accept.includes(mechanism)) return;
  throw refused(
    "mechanism-not-accepted",
    `the approval is \`${mechanism}\`, and approval.accept lists ${accept.join(", ")}`,
    mechanism === "asserted" ? "Approve in one of these ways, or add `asserted` to approval.accept where anyone who can run this command may also approve." : `Approve in one of these ways, or add \`${mechanism}\` to approval.accept.`
  );
}
function requireUnused(evidence, used) {
  if (evidence.evidence === null) return;
  for (const [digest, other] of Object.entries(used))
    if (digest !== evidence.digest && isSame(other, evidence))
      throw refused(
        "approval-used",
        `this approval was used already, for ${digest}`,
        "Plan again and approve the new plan in a new comment or run."
      );
}
function requireBegun(evidence, used) {
  const known = Object.hasOwn(used, evidence.digest) ? used[evidence.digest] : void 0;
  if (known && isSame(known, evidence)) return;
  throw refused(
    "attempt-not-approved",
    "this is a later attempt of a run whose first attempt recorded no approval of this digest",
    "Plan again, and approve the new plan in a new comment or run."
  );
}
function isSame(a, b) {
  return a.mechanism === b.mechanism && a.evidence === b.evidence;
}
function requirePerson({ login, type, role }, roles) {
  if (type !== "User")
    throw refused(
      "approver-not-a-person",
      `${quoted(login)} is of the type ${quoted(type)}, expected User`,
      "Let a person do it: programs cannot."
    );
  if (role !== null && !roles.includes(role))
    throw refused(
      "approver-not-allowed",
      `${quoted(login)} has the role ${quoted(role || "none")} in this repository, and approval.roles lists ${roles.join(", ")}`,
      "Let somebody with one of these roles do it."
    );
}
function requireOtherThanAuthors({ evidence, people }, authors) {
  if (authors?.length === 0) return;
  const id = evidence.by?.id ?? null;
  if (id === null || authors === null)
    throw refused(
      "self-approval",
      "nothing proves that the approver is not the author of an approved pull request, which approval.self: false asks for",
      "Approve in a way that names the approver: environment, dispatch or comment."
    );
  const author = [{ id, login: evidence.by?.login ?? "" }, ...people].find(
    (each) => authors.includes(each.id)
  );
  if (author)
    throw refused(
      "self-approval",
      `${quoted(author.login)} is the author of an approved pull request, and approval.self is false`,
      "Let somebody else approve."
    );
}
var plain = "Plan again and approve the new plan.";
function quoted(text) {
  return JSON.stringify(text.slice(0, 100));
}
function timeText(at) {
  return Number.isFinite(at) ? new Date(at).toISOString() : "at an unknown time";
}

export {
  refused,
  requireApproval,
  requireApprover,
  requireAccepted,
  requireUnused,
  requirePerson
};
