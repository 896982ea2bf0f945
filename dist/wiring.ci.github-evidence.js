import {
  environmentFlaw
} from "./approval.environment-flaw.js";
import {
  createApprovalForge
} from "./adapters.github.approval-forge.js";
import {
  commentCommand,
  isId
} from "./wiring.ci.github.js";
import {
  refused,
  requireAccepted,
  requireApprover
} from "./approval.policy.js";
import {
  asserted
} from "./approval.asserted.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import {
  isDigest
} from "./model.is-digest.js";
import {
  gitHubOptions,
  gitHubToken
} from "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.checked-token.js";
import {
  parseRepositoryName
} from "./adapters.github.repository-name.js";
import "./model.version.js";
import "./wiring.ci.github-addresses.js";
import "./adapters.github.open-github.js";
import "./adapters.http.in-flight-pacer.js";
import "./adapters.http.create-http.js";
import "./adapters.shape.js";
import "./model.memoize.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/approval/answer-comment.ts
async function answerComment(comment, forge, log, publish) {
  const answer = async (reaction) => {
    try {
      await forge.react(comment, reaction);
    } catch (error) {
      const seen = error instanceof Fault ? `${error.message} ${error.remedy}` : String(error);
      log.info(`The comment was not answered. ${seen}`);
    }
  };
  try {
    const done = await publish();
    await answer(signs[done.exitCode] ?? "confused");
    return done;
  } catch (error) {
    await answer(error instanceof Fault && error.kind === "policy" ? "confused" : "-1");
    throw error;
  }
}
var signs = { 0: "rocket", 4: "-1" };

// src/approval/person-of.ts
async function personOf(doer, forge, did, remedy2) {
  if (!doer) throw refused("approver-unknown", `GitHub does not tell who ${did}`, remedy2);
  const { login, id, type } = doer;
  const found = await forge.roleOf(login);
  const name = JSON.stringify(login);
  if (!found)
    throw refused(
      "approver-not-allowed",
      `GitHub knows no account ${name} with a role here`,
      "Have the plan approved by somebody with one of the roles that approval.roles lists."
    );
  if (found.user.id !== id)
    throw refused("approver-unknown", `the account ${name} is not the one that ${did}`, remedy2);
  return { ...found.user, ...type !== "User" && { type }, role: found.role };
}

// src/approval/require-run.ts
function requireRun(run, event) {
  if (!run)
    throw refused(
      "approver-unknown",
      "GitHub does not show this run to the token, and so not who started it",
      "Give the job `permissions: { actions: read }`, and start a new run."
    );
  if (event === void 0 || run.event === event) return run;
  throw refused(
    "approval-missing",
    `the run was started by ${JSON.stringify(run.event)}, expected ${event}`,
    "Plan again, and approve the new plan in a new comment or run."
  );
}

// src/approval/comment.ts
function commentReader(options) {
  const { forge, running, event } = options;
  const { repositoryUrl, attempt } = running;
  return async (digest) => {
    if (commentCommand(event.body)?.digest !== digest)
      throw refused(
        "approval-missing",
        `the comment does not approve ${digest}`,
        "Leave the input `digest` empty where a comment approves: it is taken from there."
      );
    const comment = await forge.comment(event.id);
    if (!comment)
      throw refused(
        "approval-missing",
        "the comment is gone, or the token may not read it",
        "Write a new comment, and give the job `pull-requests: read`."
      );
    const { author } = comment;
    const same = comment.id === event.id && comment.body === event.body && comment.thread === event.pull && author?.id === event.author;
    if (!same || comment.edited)
      throw refused(
        "approval-changed",
        "the comment was edited, or is not the one that started the run",
        "Write a new comment with the command alone."
      );
    if (comment.viaApp)
      throw refused(
        "approver-not-a-person",
        `an app wrote the comment, on its own or for ${JSON.stringify(author.login)}`,
        "Write the comment on the website."
      );
    if (author.type !== "User")
      throw refused(
        "approver-not-a-person",
        `${JSON.stringify(author.login)} is not a person's account`,
        "Let a person write the comment."
      );
    const remedy2 = "Write a new comment.";
    const people = [await personOf(author, forge, "wrote the comment", remedy2)];
    if (attempt > 1) {
      const run = await forge.workflowRun(running.id, attempt);
      const { triggeringActor } = requireRun(run, "issue_comment");
      people.push(await personOf(triggeringActor, forge, "started the run again", remedy2));
    }
    return {
      evidence: {
        mechanism: "comment",
        verified: true,
        by: { id: author.id, login: author.login },
        evidence: `${repositoryUrl}/pull/${event.pull}#issuecomment-${event.id}`,
        digest,
        at: comment.created
      },
      people,
      attempt
    };
  };
}

// src/approval/running.ts
function runAddress({ repositoryUrl, id }) {
  return `${repositoryUrl}/actions/runs/${id}`;
}

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
    const runOf = async (attempt2) => requireRun(await forge.workflowRun(running.id, attempt2), "workflow_dispatch");
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
    const run = requireRun(shown);
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
        `GitHub does not name everyone who approved the environment ${quoted} in this run`,
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
  const forge = openApprovalForge(environment);
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
function openApprovalForge(environment) {
  const named = parseRepositoryName(environment.github.repository);
  if (!named)
    throw new Fault(
      "usage",
      "usage",
      "Cannot look for the approval: GITHUB_REPOSITORY does not name a repository.",
      { remedy: "Run it in GitHub Actions, whose runner sets it." }
    );
  const token = gitHubToken(environment);
  if (token === null)
    throw new Fault(
      "usage",
      "token-missing",
      `Cannot look for the approval in ${named.owner}/${named.name}: there is no token for GitHub.`,
      { remedy: "Leave the input `github-token` at its default." }
    );
  return createApprovalForge(gitHubOptions(environment, named, token));
}
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
function runningOf({ github }) {
  const { run, serverUrl, repository } = github;
  const id = Number(run.id);
  const attempt = Number(run.attempt);
  const actor = run.actor ?? "";
  if (!isId(id) || !isId(attempt) || actor === "")
    throw new Fault(
      "usage",
      "usage",
      "Cannot look for the approval: GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT or GITHUB_ACTOR is missing.",
      { remedy: "Run it in GitHub Actions, whose runner sets them." }
    );
  return {
    id,
    attempt,
    actor,
    repositoryUrl: `${serverUrl}/${repository ?? ""}`
  };
}
export {
  openGitHubEvidence
};
