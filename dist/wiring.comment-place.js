import {
  runPage
} from "./wiring.ci.run-page.js";
import {
  secretsOf
} from "./wiring.environment.js";
import {
  createPageSanitizer
} from "./adapters.log.create-sanitizer.shared.js";
import {
  briefly
} from "./wiring.briefly.js";
import {
  openRepository
} from "./adapters.git.repository.js";
import "./adapters.git.commit-tree.js";
import "./adapters.git.read-blobs.js";
import "./wiring.ci.github.js";
import "./model.resolution.js";
import "./model.shown-text.js";
import "./model.is-digest.js";
import "./adapters.git.git.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import {
  gitHubOptions,
  gitHubToken
} from "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import {
  parseRepositoryName
} from "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./adapters.log.mask-secrets.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import "./model.memoize.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// builtin-import:node:path?src/wiring/comment-place.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $relative = /* @__PURE__ */ one("relative");
var $sep = /* @__PURE__ */ one("sep");

// src/wiring/comment-place.ts
async function openCommentPlace(environment) {
  const opened = await openComments(environment);
  if (opened === null) return null;
  const { comments, run } = opened;
  const { cwd, configFile } = environment;
  return {
    comments,
    run,
    config: configFile === null ? "" : $relative(cwd, configFile).split($sep).join("/"),
    safe: createPageSanitizer(secretsOf(environment)),
    get requests() {
      return comments.requests;
    },
    close: () => comments.close()
  };
}
async function openComments(environment) {
  const { event, github, gitlab } = environment;
  if (event === null) {
    const { isRunner, givenCommentToken, givenToken } = gitlab;
    if (!isRunner || (givenCommentToken ?? givenToken) === null) return null;
    const { openGitLabComments } = await import("./wiring.ci.gitlab-merge-request.js");
    return openGitLabComments(environment, await openRepository(environment.cwd));
  }
  const repository = parseRepositoryName(github.repository);
  const token = repository && gitHubToken(environment);
  if (!repository || !token) return null;
  if (github.isGitea) {
    const { openGiteaPullComments } = await import("./adapters.gitea.pull-comments.js");
    const { giteaOptions } = await import("./wiring.ci.gitea-place.js");
    const checkout = await openRepository(environment.cwd);
    const gitea = await giteaOptions(environment, checkout, repository, token);
    return { comments: openGiteaPullComments({ ...gitea, ...briefly }), run: runPage(github) };
  }
  const { openPullComments } = await import("./adapters.github.pull-comments.js");
  const options = { ...gitHubOptions(environment, repository, token), ...briefly };
  return { comments: openPullComments(options), run: runPage(github) };
}
export {
  openCommentPlace
};
