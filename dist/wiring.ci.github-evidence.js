import {
  asserted
} from "./approval.asserted.js";
import {
  environmentFlaw
} from "./approval.environment-flaw.js";
import {
  refused,
  requireAccepted,
  requireApprover
} from "./approval.policy.js";
import {
  createApprovalForge
} from "./adapters.github.approval-forge.js";
import {
  gitHubOptions,
  gitHubToken,
  parseRepositoryName
} from "./wiring.forge.js";
import "./adapters.checked-token.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.version.js";
import {
  commentCommand,
  isId
} from "./wiring.ci.github.js";
import "./wiring.ci.github-addresses.js";
import {
  isDigest
} from "./model.is-digest.js";
import "./adapters.github.open-github.js";
import "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.is-object.js";
import "./adapters.http.pinned-origin.js";
import "./npm.undici.js";
import {
  Fault
} from "./model.error.js";
import "./model.memoize.js";
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
async function personOf({ login, id }, forge, did, remedy) {
  const found = await forge.roleOf(login);
  const name = JSON.stringify(login);
  if (!found)
    throw refused(
      "approver-not-allowed",
      `GitHub knows no account ${name} with a role here`,
      "Have the plan approved by somebody with one of the roles that approval.roles lists."
    );
  if (id !== null && found.user.id !== id)
    throw refused("approver-unknown", `the account ${name} is not the one that ${did}`, remedy);
  return { ...found.user, role: found.role };
}

// src/approval/comment.ts
function commentReader(options) {
  const { forge, running, event } = options;
  const { repositoryUrl, attempt } = running;
  return async (digest) => {
    if (commentCommand(event.body) !== digest)
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
    const person = await personOf(author, forge, "wrote the comment", "Write a new comment.");
    return {
      evidence: {
        mechanism: "comment",
        verified: true,
        by: { id: author.id, login: author.login },
        evidence: `${repositoryUrl}/pull/${event.pull}#issuecomment-${event.id}`,
        digest,
        at: comment.created
      },
      // The comment's own word for the type counts beside the account's: either may be no person.
      people: [{ ...author, role: person.role }, person],
      attempt
    };
  };
}

// src/approval/running.ts
function runAddress({ repositoryUrl, id }) {
  return `${repositoryUrl}/actions/runs/${id}`;
}

// src/approval/dispatch.ts
function dispatchReader(options) {
  const { forge, running, inputs, begun, now } = options;
  const starterOf = (doer) => personOf(doer, forge, "started the run", "Start a new run by hand.");
  return async (digest) => {
    if (!inputs.includes(digest))
      throw refused(
        "approval-missing",
        `the run was not started with ${digest} as an input`,
        "Start the workflow by hand with the digest of the plan."
      );
    const run = await forge.workflowRun(running.id);
    if (run && run.event !== "workflow_dispatch")
      throw refused(
        "approval-missing",
        `the run was started by ${JSON.stringify(run.event)}, expected workflow_dispatch`,
        "Start the workflow by hand with the digest of the plan."
      );
    const { actor, again } = run ? startersOf(run.actor, run.triggeringActor) : startersOf(namedActor(running), namedAgain(running));
    const first = await starterOf(actor);
    const second = again.login === actor.login ? [] : [await starterOf(again)];
    return {
      evidence: {
        mechanism: "dispatch",
        verified: true,
        by: { id: first.id, login: first.login },
        evidence: runAddress(running),
        digest,
        // What may not read its own run has only just begun, or goes on with what was recorded.
        at: run?.created ?? (running.attempt > 1 ? await begun(digest) : null) ?? now()
      },
      people: [first, ...second],
      attempt: Math.max(run?.attempt ?? 1, running.attempt)
    };
  };
}
function startersOf(actor, again) {
  if (actor && again) return { actor, again };
  throw refused(
    "approver-unknown",
    "neither GitHub nor the runner tells who started this attempt of the run",
    "Give the job `permissions: { actions: read }`, and start a new run by hand."
  );
}
function namedActor({ actor, sender }) {
  return actor === "" ? null : { login: actor, id: sender };
}
function namedAgain({ actor, attempt, triggeringActor }) {
  const login = triggeringActor ?? (attempt === 1 ? actor : null);
  return login === null ? null : { login, id: null };
}

// src/approval/environment.ts
function environmentReader(options) {
  const { forge, running, environment, defaultBranch } = options;
  const quoted = JSON.stringify(environment);
  return async (digest) => {
    const [run, reviews, rules] = await Promise.all([
      forge.workflowRun(running.id),
      forge.reviewsOf(running.id),
      forge.environment(environment)
    ]);
    if (!run)
      throw refused(
        "approver-unknown",
        "GitHub does not show this run to the token",
        "Give the job `permissions: { actions: read }`."
      );
    const branches = rules?.branches === "listed" ? await forge.branchesOf(environment) : null;
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
    const last = users.at(-1);
    if (!last || users.length < named.length)
      throw refused(
        "approver-unknown",
        `GitHub does not name everyone who approved the environment ${quoted} in this run`,
        "Start a new run, and approve that one."
      );
    const { id, login } = last;
    return {
      evidence: {
        mechanism: "environment",
        verified: true,
        by: { id, login },
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
var openGitHubEvidence = async (environment, context, given) => {
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
  const now = () => context.site.now();
  const running = runningOf(environment, event.sender);
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
    return async (given) => asserted(given, running.actor, now());
  requireAccepted(mechanism, approval.accept);
  return askedOnce(
    mechanism === "dispatch" ? dispatchReader({ forge, running, inputs, now, begun: begunIn(context.ledger, running) }) : environmentReader({
      forge,
      running,
      environment: approval.environment,
      // Where the event does not tell: this run's own branch, which was held against the remote's.
      defaultBranch: event.defaultBranch ?? /^refs\/heads\/(.+)$/.exec(environment.github.ref ?? "")?.[1] ?? null
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
function begunIn(ledger, running) {
  return async (digest) => {
    const { approvals } = (await ledger.read()).index;
    const known = Object.hasOwn(approvals, digest) ? approvals[digest] : void 0;
    return known?.evidence === runAddress(running) ? known.at : null;
  };
}
function runningOf({ github }, sender) {
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
    triggeringActor: run.triggeringActor || null,
    sender,
    repositoryUrl: `${serverUrl}/${repository ?? ""}`
  };
}
export {
  openGitHubEvidence
};
