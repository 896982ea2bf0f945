import {
  openGitLab
} from "./adapters.gitlab.open-gitlab.js";
import "./adapters.ci-api.open-ci-api.js";
import "./adapters.log.mask-secrets.js";
import {
  partOf,
  withDefaults
} from "./adapters.http.in-flight-pacer.js";
import {
  flag,
  list,
  nullable,
  text,
  whole
} from "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/gitlab/merge-request-comments.ts
var note = withDefaults(
  { author: null, system: false },
  partOf({
    id: whole(1),
    body: nullable(text),
    author: nullable(partOf({ id: whole(1) })),
    system: flag
  })
);
var changedFile = withDefaults(
  { deleted_file: false },
  partOf({ new_path: text, deleted_file: flag })
);
var commits = list(partOf({ id: text }));
var requestsOfCommit = list(partOf({ iid: whole(1), state: text }));
var mostPages = 30;
var mostFiles = 50;
var needs = "GITLAB_COMMENT_TOKEN, or GITLAB_TOKEN, needs the scope `api` and the role Reporter in the project; without it nothing is commented on.";
function openMergeRequestComments(options) {
  const gitlab = openGitLab(options);
  const project = `/projects/${encodeURIComponent(options.project)}`;
  const notesOf = (iid) => `${project}/merge_requests/${iid}/notes`;
  const ownId = memoize(async () => {
    const asked = { doing: "ask whose token it is", needs };
    return (await gitlab.get(asked, "/user", partOf({ id: whole(1) }))).id;
  });
  return {
    kind: "merge-request",
    async find(iid, start) {
      const asked = { doing: `read the comments of the merge request ${iid}`, needs };
      const path = `${notesOf(iid)}?sort=asc&order_by=created_at`;
      for await (const items of gitlab.pages(asked, path, note, mostPages))
        for (const { id, body, author, system } of items) {
          if (system || author === null || !body?.startsWith(start)) continue;
          if (author.id === await ownId()) return { id, body };
        }
      return null;
    },
    async write(iid, known, body) {
      const asked = { doing: `comment on the merge request ${iid}`, needs };
      if (known === null) await gitlab.write(asked, "POST", notesOf(iid), { body });
      else await gitlab.write(asked, "PUT", `${notesOf(iid)}/${known.id}`, { body });
    },
    async changedFiles(iid) {
      const asked = { doing: `read the files of the merge request ${iid}`, needs };
      const files = /* @__PURE__ */ new Set();
      const path = `${project}/merge_requests/${iid}/diffs`;
      for await (const items of gitlab.pages(asked, path, changedFile, mostPages))
        for (const { new_path: file, deleted_file: isGone } of items) if (!isGone) files.add(file);
      return files;
    },
    async pullsOfFiles(commit, paths) {
      const found = /* @__PURE__ */ new Map();
      const ofCommit = /* @__PURE__ */ new Map();
      for (const path of paths.slice(0, mostFiles)) {
        const last = await lastCommit(gitlab, project, { commit, path });
        if (last === null) continue;
        if (!ofCommit.has(last)) ofCommit.set(last, await mergedWith(gitlab, project, last));
        const iid = ofCommit.get(last);
        if (iid) found.set(path, iid);
      }
      return found;
    },
    get requests() {
      return gitlab.requests;
    },
    close: () => gitlab.close()
  };
}
var ofPages = { doing: "read which merge requests changed the pages", needs };
async function lastCommit(gitlab, project, { commit, path }) {
  const query = `ref_name=${commit}&path=${encodeURIComponent(path)}&per_page=1`;
  const [last] = await gitlab.get(ofPages, `${project}/repository/commits?${query}`, commits);
  return last && /^[\da-f]{40,64}$/.test(last.id) ? last.id : null;
}
async function mergedWith(gitlab, project, commit) {
  const path = `${project}/repository/commits/${commit}/merge_requests`;
  const all = await gitlab.get(ofPages, path, requestsOfCommit);
  return all.find(({ state }) => state === "merged")?.iid ?? null;
}
export {
  openMergeRequestComments
};
