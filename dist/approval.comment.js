import {
  createApprovalForge
} from "./adapters.github.approval-forge.js";
import {
  refused
} from "./approval.policy.js";
import {
  isId
} from "./wiring.ci.github.js";
import {
  gitHubOptions,
  gitHubToken
} from "./wiring.forge.shared.js";
import {
  parseRepositoryName
} from "./adapters.github.repository-name.js";
import {
  giteaOptions,
  rolesToken
} from "./wiring.ci.gitea-place.shared.js";
import {
  Fault,
  passingText
} from "./model.error.js";

// src/approval/answer-comment.ts
async function answerComment(comment, forge, log, work) {
  const answer = async (reaction) => {
    try {
      await forge.react(comment, reaction);
    } catch (error) {
      log.info(`The comment was not answered. ${passingText(error)}`);
    }
  };
  try {
    const done = await work();
    await answer(signs[done.exitCode] ?? "confused");
    return done;
  } catch (error) {
    await answer(error instanceof Fault && isRefusal(error) ? "confused" : "-1");
    throw error;
  }
}
function isRefusal({ kind, code }) {
  return kind === "policy" || unfit.includes(code);
}
var unfit = [
  "source-unknown",
  "adopt-refused",
  "nothing-to-resolve",
  "resolution-unfit"
];
var signs = { 0: "rocket", 4: "-1" };

// src/approval/person-of.ts
async function personOf(doer, forge, did, remedy) {
  if (!doer) throw refused("approver-unknown", `${forge.name} does not tell who ${did}`, remedy);
  const { login, id, type } = doer;
  const found = await forge.roleOf(login);
  const name = JSON.stringify(login);
  if (!found)
    throw refused(
      "approver-not-allowed",
      `${forge.name} knows no account ${name} with a role here`,
      "Let somebody with one of the roles that approval.roles lists do it."
    );
  if (found.user.id !== id)
    throw refused("approver-unknown", `the account ${name} is not the one that ${did}`, remedy);
  return { ...found.user, ...type !== "User" && { type }, role: found.role };
}

// src/approval/require-run.ts
function requireRun(run, { name }, event) {
  if (!run)
    throw refused(
      "approver-unknown",
      `${name} does not show this run to the token, and so not who started it`,
      "Give the job `permissions: { actions: read }`, and start a new run."
    );
  if (event === void 0 || run.event === event) return run;
  throw refused(
    "approval-missing",
    `the run was started by ${JSON.stringify(run.event)}, expected ${event}`,
    "Ask for it again, in a new comment or run."
  );
}

// src/approval/comment.ts
function commentReader(options) {
  const { forge, running, event } = options;
  const { attempt } = running;
  return async (digest) => {
    if (event.command.kind !== "publish" || event.command.digest !== digest)
      throw refused(
        "approval-missing",
        `the comment does not approve ${digest}`,
        "Leave the input `digest` empty where a comment approves: it is taken from there."
      );
    const { comment, author } = await unchangedComment(event, forge);
    const people = [author];
    if (attempt > 1) {
      const run = await forge.workflowRun(running.id, attempt);
      const { triggeringActor } = requireRun(run, forge, "issue_comment");
      people.push(await personOf(triggeringActor, forge, "started the run again", anew));
    }
    return {
      evidence: {
        mechanism: "comment",
        verified: true,
        by: { id: author.id, login: author.login },
        evidence: commentAddress(running, event),
        digest,
        at: comment.created
      },
      people,
      attempt
    };
  };
}
var anew = "Write a new comment.";
function commentAddress({ repositoryUrl, pullPath }, { pull, id }) {
  return `${repositoryUrl}/${pullPath}/${pull}#issuecomment-${id}`;
}
async function unchangedComment(event, forge) {
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
  return { comment, author: await personOf(author, forge, "wrote the comment", anew) };
}

// src/wiring/ci/github-run.ts
async function openApprovalForge(environment, repository) {
  const { isGitea } = environment.github;
  const forge = isGitea ? "Gitea" : "GitHub";
  const named = parseRepositoryName(environment.github.repository);
  if (!named)
    throw new Fault(
      "usage",
      "usage",
      "Cannot look for the approval: GITHUB_REPOSITORY does not name a repository.",
      { remedy: `Run it in ${forge} Actions, whose runner sets it.` }
    );
  const token = gitHubToken(environment);
  if (token === null)
    throw new Fault(
      "usage",
      "token-missing",
      `Cannot look for the approval in ${named.owner}/${named.name}: there is no token for ${forge}.`,
      { remedy: "Leave the input `github-token` at its default." }
    );
  if (!isGitea) return createApprovalForge(gitHubOptions(environment, named, token));
  const { createGiteaApprovalForge } = await import("./adapters.gitea.approval-forge.js");
  const options = await giteaOptions(environment, repository, named, token);
  return createGiteaApprovalForge({ ...options, rolesToken: rolesToken(environment) });
}
function runningOf({ github }) {
  const { run, serverUrl, repository, isGitea } = github;
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
    repositoryUrl: `${serverUrl}/${repository ?? ""}`,
    pullPath: isGitea ? "pulls" : "pull"
  };
}

// src/approval/running.ts
function runAddress({ repositoryUrl, id }) {
  return `${repositoryUrl}/actions/runs/${id}`;
}

export {
  answerComment,
  personOf,
  requireRun,
  commentReader,
  commentAddress,
  unchangedComment,
  runAddress,
  openApprovalForge,
  runningOf
};
