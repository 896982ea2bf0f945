import {
  environmentFlaw
} from "./approval.environment-flaw.js";
import {
  asserted
} from "./approval.asserted.js";
import {
  answerComment,
  commentReader,
  openApprovalForge,
  personOf,
  requireRun,
  runAddress,
  runningOf
} from "./approval.comment.js";
import "./adapters.github.approval-forge.js";
import {
  refused,
  requireAccepted,
  requireApprover
} from "./approval.policy.js";
import "./wiring.ci.github.js";
import "./model.resolution.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import {
  isDigest
} from "./model.is-digest.js";
import "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./wiring.ci.gitea-place.shared.js";
import "./wiring.ci.remote-place.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import "./adapters.github.repository-about.js";
import "./adapters.github.open-github.js";
import "./adapters.http.in-flight-pacer.js";
import "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// src/approval/dispatch.ts
var remedy = "Start the workflow by hand with the digest of the plan.";
function dispatchReader(options) {
  const { forge, running, inputs } = options;
  const starter = (doer) => personOf(doer, forge, "started this attempt of the run", "Start a new run by hand.");
  return async (digest) => {
    if (!inputs.includes(digest))
      throw refused(
        "approval-missing",
        `the run was not started with ${digest} as an input`,
        remedy
      );
    const runOf = async (attempt2) => requireRun(await forge.workflowRun(running.id, attempt2), forge, "workflow_dispatch");
    const run = await runOf();
    const attempt = Math.max(run.attempt, running.attempt);
    const again = attempt > 1 ? await runOf(attempt) : run;
    const people = [await starter(run.actor)];
    if (again.triggeringActor?.id !== run.actor?.id)
      people.push(await starter(again.triggeringActor));
    return {
      evidence: {
        mechanism: "dispatch",
        verified: true,
        by: run.actor && { id: run.actor.id, login: run.actor.login },
        evidence: runAddress(running),
        digest,
        at: run.created
      },
      people,
      attempt
    };
  };
}

// src/approval/environment.ts
function environmentReader(options) {
  const { forge, running, environment } = options;
  const quoted = JSON.stringify(environment);
  return async (digest) => {
    const [shown, reviews, rules] = await Promise.all([
      forge.workflowRun(running.id),
      forge.reviewsOf(running.id),
      forge.environment(environment)
    ]);
    const run = requireRun(shown, forge);
    const branches = rules?.branches === "listed" ? await forge.branchesOf(environment) : null;
    const defaultBranch = options.defaultBranch ?? await forge.defaultBranch();
    const flaw = environmentFlaw(rules, branches, defaultBranch);
    if (flaw !== null)
      throw refused(
        "environment-unprotected",
        `the environment ${quoted} ${flaw}`,
        "Give it required reviewers and limit it to the default branch by name, and give the job `actions: read`; without required reviewers, approve by comment or dispatch."
      );
    const named = reviews.filter(
      ({ environments }) => environments.some((name) => name.toLowerCase() === environment.toLowerCase())
    );
    if (named.length === 0 || named.some(({ state }) => state !== "approved"))
      throw refused(
        "approval-missing",
        named.length === 0 ? `nobody approved the environment ${quoted} in this run` : `not every decision about the environment ${quoted} in this run is a yes`,
        `Run the job in the environment ${quoted} in a new run, and let a reviewer approve it.`
      );
    const users = named.flatMap(({ user }) => user ?? []);
    const [by, ...others] = users.map(({ id, login }) => ({ id, login }));
    if (!by || users.length < named.length)
      throw refused(
        "approver-unknown",
        `${forge.name} does not name everyone who approved the environment ${quoted} in this run`,
        "Start a new run, and approve that one."
      );
    return {
      evidence: {
        mechanism: "environment",
        verified: true,
        by,
        ...others.length > 0 && { others },
        evidence: runAddress(running),
        digest,
        at: run.created
      },
      // GitHub itself decided that these people are reviewers.
      people: users.map((user) => ({ ...user, role: null })),
      attempt: Math.max(run.attempt, running.attempt)
    };
  };
}

// src/wiring/ci/github-evidence.ts
var openGitHubEvidence = async (environment, context, { digest: given }) => {
  const { event, log } = environment;
  if (event === null) throw new TypeError("there is no event to take an approval from");
  const forge = await openApprovalForge(environment, context.repository);
  try {
    const readerOf = (digest2) => evidenceReader(digest2, { event, forge, environment, context });
    const digest = given !== null && isDigest(given) ? given : null;
    const reader = digest && readerOf(digest);
    if (reader) requireApprover(await reader(digest), context.config.approval);
    const comment = reader && event.comment;
    return {
      read: async (approved) => (reader ?? readerOf(approved))(approved),
      digest: null,
      authorsOf: (pulls) => Promise.all(pulls.map((pull) => forge.authorOf(pull))),
      get requests() {
        return forge.requests;
      },
      answered: (work) => comment ? answerComment(comment.id, forge, log, work) : work(),
      [Symbol.asyncDispose]: () => forge.close()
    };
  } catch (error) {
    await forge.close();
    throw error;
  }
};
function evidenceReader(digest, options) {
  const { event, forge, environment, context } = options;
  const { comment, inputs } = event;
  const { approval } = context.config;
  const running = runningOf(environment);
  if (event.name === "issue_comment") {
    requireAccepted("comment", approval.accept);
    if (!comment)
      throw refused(
        "approval-missing",
        "the comment is no command",
        "Write a new comment with the command alone."
      );
    return askedOnce(commentReader({ forge, running, event: comment }));
  }
  const mechanism = inputs.includes(digest) ? "dispatch" : "environment";
  if (!approval.accept.includes(mechanism) && approval.accept.includes("asserted"))
    return async (given) => asserted(given, running.actor, context.site.now());
  if (mechanism === "environment" && environment.github.isGitea)
    throw refused(
      "approval-missing",
      "environments of Gitea have no reviewers, and the run was not started with the digest as an input",
      "Start the workflow by hand with the digest of the plan, or write it in a comment on a pull request."
    );
  requireAccepted(mechanism, approval.accept);
  return askedOnce(
    mechanism === "dispatch" ? dispatchReader({ forge, running, inputs }) : environmentReader({
      forge,
      running,
      environment: approval.environment,
      defaultBranch: event.defaultBranch
    })
  );
}
function askedOnce(read) {
  const approvals = /* @__PURE__ */ new Map();
  return async (digest) => {
    const known = approvals.get(digest) ?? read(digest);
    approvals.set(digest, known);
    return known;
  };
}
export {
  openGitHubEvidence
};
