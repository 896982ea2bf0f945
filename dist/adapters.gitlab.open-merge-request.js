import {
  openGitLab,
  otherAnswer
} from "./adapters.gitlab.open-gitlab.js";
import {
  webAddress
} from "./adapters.web-address.js";
import "./adapters.ci-api.open-ci-api.js";
import "./adapters.log.mask-secrets.js";
import {
  partOf,
  withDefaults
} from "./adapters.http.in-flight-pacer.js";
import {
  list,
  nullable,
  text,
  whole
} from "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/gitlab/open-merge-request.ts
var shape = withDefaults(
  { author: null, source_project_id: null },
  partOf({
    iid: whole(1),
    title: text,
    description: nullable(text),
    labels: list(text),
    author: nullable(partOf({ username: text })),
    state: text,
    web_url: webAddress,
    // Null where the fork is gone.
    source_project_id: nullable(whole(1)),
    target_project_id: whole(1)
  })
);
async function readMergeRequest({ project, ...options }, iid) {
  const asked = {
    doing: `read the merge request ${iid}`,
    needs: "Check that the token of the job may read the merge requests of the project."
  };
  const gitlab = openGitLab(options);
  try {
    const path = `/projects/${encodeURIComponent(project)}/merge_requests/${iid}`;
    const told = await gitlab.get(asked, path, shape);
    if (told.iid !== iid)
      throw otherAnswer(asked, "GitLab answers with another merge request than the one asked for");
    const found = {
      kind: "merge-request",
      number: iid,
      title: told.title,
      body: told.description ?? "",
      labels: told.labels,
      author: told.author?.username ?? null,
      url: told.web_url,
      isOpen: told.state === "opened",
      isFork: told.source_project_id !== told.target_project_id
    };
    return { found, requests: gitlab.requests };
  } finally {
    await gitlab.close();
  }
}
export {
  readMergeRequest
};
