import {
  commitTree
} from "./adapters.git.commit-tree.js";
import {
  answerComment,
  commentAddress,
  openApprovalForge,
  personOf,
  requireRun,
  runAddress,
  runningOf,
  unchangedComment
} from "./approval.comment.js";
import "./adapters.github.approval-forge.js";
import "./adapters.git.read-blobs.js";
import {
  refused,
  requirePerson
} from "./approval.policy.js";
import "./wiring.ci.github.js";
import "./model.resolution.js";
import "./model.is-digest.js";
import {
  fetchRefs
} from "./adapters.git.remote.js";
import {
  originOf
} from "./wiring.origin.js";
import {
  tryGit
} from "./adapters.git.git.js";
import "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
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
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/approval/decision.ts
async function decidedByComment(event, forge, { running, roles }) {
  requireFirst(running.attempt);
  const { comment, author } = await unchangedComment(event, forge);
  requirePerson(author, roles);
  return { login: author.login, evidence: commentAddress(running, event), at: comment.created };
}
async function decidedByDispatch(forge, { running, roles }) {
  requireFirst(running.attempt);
  const run = requireRun(await forge.workflowRun(running.id), forge, "workflow_dispatch");
  requireFirst(run.attempt);
  const person = await personOf(run.actor, forge, "started the run", "Start a new run by hand.");
  requirePerson(person, roles);
  return { login: person.login, evidence: runAddress(running) };
}
function requireFirst(attempt) {
  if (attempt > 1)
    throw refused(
      "attempt-not-approved",
      "this is a later attempt of a run, and a decision holds for what there was when it was made",
      "Decide again, in a new comment or run."
    );
}
var grain = 2e3;
function requireQuietPost(activity, decided, ahead) {
  const bySite = decided - (Math.abs(ahead) <= grain ? 0 : ahead);
  if (activity < bySite) return;
  throw refused(
    "post-moved",
    "its post was touched on the site after the comment was written",
    "Look at the post, and decide again in a new comment."
  );
}
function requireQuietSource({ edits, blobs }, decided) {
  const moved = blobs.some(({ was, now }) => was !== now);
  if (!moved && edits.every((at) => at < decided)) return;
  throw refused(
    "source-moved",
    "what the source says was changed after the comment was written",
    "Plan again, and decide about that in a new comment."
  );
}

// src/wiring/ci/github-decision.ts
async function openGitHubDecision(environment, context) {
  const forge = await openApprovalForge(environment, context.repository);
  try {
    const decided = await decidedIn(environment, context, forge);
    return {
      ...decided,
      get requests() {
        return forge.requests;
      },
      [Symbol.asyncDispose]: () => forge.close()
    };
  } catch (error) {
    await forge.close();
    throw error;
  }
}
async function decidedIn(environment, context, forge) {
  const { event, log } = environment;
  const options = { running: runningOf(environment), roles: context.config.approval.roles };
  const comment = event?.comment ?? null;
  if (comment) {
    const { at, ...by2 } = await decidedByComment(comment, forge, options);
    return {
      by: by2,
      async requireCurrent({ activity, madeFrom }) {
        const touched = await activity();
        if (touched !== null) requireQuietPost(touched, at, forge.now() - context.site.now());
        const [edits, blobs] = await Promise.all([
          forge.lastEdits(pullsOf(madeFrom)),
          blobPairs(environment, context, filesOf(madeFrom))
        ]);
        requireQuietSource({ edits, blobs }, at);
      },
      answered: (work) => answerComment(comment.id, forge, log, work)
    };
  }
  if (event?.name !== "workflow_dispatch")
    throw new Fault("usage", "usage", "Cannot decide: no person started this run for that.", {
      remedy: "Decide in a comment on a pull request, or start the workflow by hand."
    });
  const by = await decidedByDispatch(forge, options);
  return { by, async requireCurrent() {
  }, answered: (work) => work() };
}
function pullsOf({ provenance, members }) {
  const release = provenance?.kind === "release" ? provenance.tag : null;
  if (provenance?.kind === "pull-request") return { pulls: [provenance.number], release };
  return { pulls: release === null ? [] : members ?? [], release };
}
function filesOf({ provenance, dependsOn }) {
  if (provenance?.kind === "file") return [provenance.path];
  return provenance?.kind === "release" ? Object.keys(dependsOn) : [];
}
async function blobPairs(environment, context, paths) {
  const { repository, tree } = context;
  const given = environment.github.run.commit ?? "";
  const commit = given === "" ? repository.commit : given;
  if (paths.length === 0 || commit === tree.id) return [];
  if (commit === null || !/^[0-9a-f]{40,64}$/.test(commit)) throw unknownCommit(commit);
  if (!await hasCommit(repository.root, commit)) {
    const remote = await originOf(environment, repository, await repository.routes("origin"));
    await fetchRefs(remote, [commit], "--depth=1");
    if (!await hasCommit(repository.root, commit)) throw unknownCommit(commit);
  }
  const [was, now] = await Promise.all(
    [commitTree(repository.root, commit), tree].map((each) => blobsOf(each))
  );
  return paths.map((path) => ({
    was: was?.get(path) ?? null,
    now: now?.get(path) ?? null
  }));
}
async function blobsOf(tree) {
  return new Map((await tree.files()).map(({ path, revision }) => [path, revision]));
}
async function hasCommit(root, commit) {
  return (await tryGit(root, ["cat-file", "-e", `${commit}^{tree}`])).code === 0;
}
function unknownCommit(commit) {
  return refused(
    "source-moved",
    `the commit ${JSON.stringify(commit?.slice(0, 64) ?? "")} that the comment's run is for cannot be read, and so not whether the source is still the same`,
    "Check out the repository with actions/checkout as it comes, and write a new comment."
  );
}
export {
  openGitHubDecision
};
