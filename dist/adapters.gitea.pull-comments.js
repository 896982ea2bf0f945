import {
  openGitea,
  pathOf,
  user
} from "./adapters.gitea.open-gitea.js";
import "./model.bot-name.js";
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
import {
  memoize
} from "./model.memoize.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/gitea/pull-comments.ts
var commentsShape = list(
  withDefaults({ user: null }, partOf({ id: whole(1), body: nullable(text), user }))
);
var fileShape = partOf({ filename: text, status: text });
var commitsShape = list(partOf({ sha: text }));
var pullShape = partOf({ number: whole(1) });
var selfShape = partOf({ login: text });
var usualBot = "gitea-actions";
var atOnce = 6;
function openGiteaPullComments(options) {
  const gitea = openGitea(options);
  const here = pathOf(options.repository);
  const ownLogin = memoize(async () => {
    const asked = commenting("ask whose token it is");
    return (await gitea.find(asked, "/user", selfShape))?.login ?? usualBot;
  });
  async function pullOf(commit, path) {
    const asked = {
      doing: "read which pull requests changed the pages",
      needs: "Give the job `permissions: { contents: read, pull-requests: read }`."
    };
    const query = `sha=${commit}&path=${encodeURIComponent(path)}&limit=1&stat=false&files=false&verification=false`;
    const commits = await gitea.find(asked, `${here}/commits?${query}`, commitsShape);
    const sha = commits?.[0]?.sha;
    if (sha === void 0 || !/^[0-9a-f]{40,64}$/.test(sha)) return null;
    return (await gitea.find(asked, `${here}/commits/${sha}/pull`, pullShape))?.number ?? null;
  }
  return {
    kind: "pull-request",
    async find(pull, start) {
      const asked = commenting(`read the comments of the pull request ${pull}`);
      const comments = await gitea.get(asked, `${here}/issues/${pull}/comments`, commentsShape);
      for (const { id, body, user: author } of comments)
        if (body?.startsWith(start) && author?.login === await ownLogin()) return { id, body };
      return null;
    },
    async write(pull, known, body) {
      const asked = commenting(`comment on the pull request ${pull}`);
      if (known === null)
        await gitea.write(asked, "POST", `${here}/issues/${pull}/comments`, { body });
      else await gitea.write(asked, "PATCH", `${here}/issues/comments/${known.id}`, { body });
    },
    async changedFiles(pull) {
      const asked = commenting(`read the files of the pull request ${pull}`);
      const files = /* @__PURE__ */ new Set();
      for await (const items of gitea.pages(asked, `${here}/pulls/${pull}/files`, fileShape))
        for (const { filename, status } of items) if (status !== "deleted") files.add(filename);
      return files;
    },
    async pullsOfFiles(commit, paths) {
      const found = /* @__PURE__ */ new Map();
      for (let at = 0; at < paths.length; at += atOnce)
        await Promise.all(
          paths.slice(at, at + atOnce).map(async (path) => {
            const number = await pullOf(commit, path);
            if (number !== null) found.set(path, number);
          })
        );
      return found;
    },
    get requests() {
      return gitea.requests;
    },
    close: () => gitea.close()
  };
}
function commenting(doing) {
  return { doing, needs: "Give the job `permissions: { pull-requests: write }`." };
}
export {
  openGiteaPullComments
};
