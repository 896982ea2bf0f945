import {
  briefly
} from "./wiring.briefly.js";
import {
  gitLabOptions
} from "./wiring.ci.gitlab-forge.shared.js";
import "./config.config-places.js";
import "./adapters.gitlab.open-gitlab.js";
import "./adapters.git.remote.js";
import {
  commentToken,
  readingTokens
} from "./wiring.origin.js";
import "./adapters.git.git.js";
import {
  gitLabPlace
} from "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./adapters.web-address.js";
import "./adapters.ci-api.open-ci-api.js";
import "./adapters.log.mask-secrets.js";
import "./wiring.ci.remote-place.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import "./adapters.forge-lists.js";
import "./adapters.watch-list.js";
import "./adapters.http.in-flight-pacer.js";
import "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import {
  passingText
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/wiring/ci/gitlab-merge-request.ts
async function readPipelineRequest(environment, repository, iid) {
  try {
    const place = await gitLabPlace(environment.gitlab, repository);
    if (!place || place.project === null) return { pull: null, requests: none };
    const { apiUrl, project } = place;
    const { readMergeRequest } = await import("./adapters.gitlab.open-merge-request.js");
    const tokens = readingTokens(environment.gitlab);
    const options = gitLabOptions(environment, { apiUrl, ...tokens });
    const { found, requests } = await readMergeRequest({ ...options, ...briefly, project }, iid);
    return { pull: found, requests };
  } catch (error) {
    environment.log.warn(`The merge request is not checked. ${passingText(error)}`);
    return { pull: null, requests: none };
  }
}
var none = { total: 0, writes: 0 };
async function openGitLabComments(environment, repository) {
  const { gitlab } = environment;
  const token = commentToken(gitlab);
  if (token === null) return null;
  const place = await gitLabPlace(gitlab, repository);
  if (!place || place.project === null) return null;
  const { apiUrl, serverUrl, project } = place;
  const notes = await import("./adapters.gitlab.merge-request-comments.js");
  const options = gitLabOptions(environment, { apiUrl, token });
  const isPath = project.includes("/");
  return {
    comments: notes.openMergeRequestComments({ ...options, ...briefly, project }),
    run: isPath && gitlab.job !== null ? `${serverUrl}/${project}/-/jobs/${gitlab.job}` : null
  };
}
export {
  openGitLabComments,
  readPipelineRequest
};
