import {
  repositoryOf
} from "./adapters.github.repository-about.js";
import {
  openGitHub,
  shaped
} from "./adapters.github.open-github.js";
import {
  partOf
} from "./adapters.http.in-flight-pacer.js";
import {
  flag,
  list,
  nullable,
  object,
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
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/github/pull-comments.ts
var user = nullable(partOf({ login: text, type: text }));
var commentsShape = list(partOf({ id: whole(1), body: nullable(text), user }));
var filesShape = list(partOf({ filename: text, status: text }));
var viewerShape = partOf({ viewer: partOf({ login: text }) });
var historyShape = object({
  nodes: list(
    object({
      associatedPullRequests: nullable(
        object({ nodes: list(partOf({ number: whole(1), merged: flag })) })
      )
    })
  )
});
var perPage = 100;
var mostPages = 30;
var filesAtOnce = 50;
var usualBot = "github-actions[bot]";
function openPullComments(options) {
  const github = openGitHub(options);
  const { owner, name: repo } = options.repository;
  const where = { owner, repo };
  const ownLogin = memoize(() => readOwnLogin(github));
  return {
    kind: "pull-request",
    async find(pull, start) {
      const asked = commenting(`read the comments of the pull request ${pull}`);
      const pages = readPages(
        github,
        asked,
        commentsShape,
        ({ rest }, page) => rest.issues.listComments({ ...where, issue_number: pull, per_page: perPage, page })
      );
      for await (const { id, body, user: user2 } of pages) {
        if (!body?.startsWith(start) || user2 === null) continue;
        if (user2.login === await ownLogin()) return { id, body };
      }
      return null;
    },
    async write(pull, known, body) {
      const asked = commenting(`comment on the pull request ${pull}`);
      await github.rest(
        asked,
        ({ rest }) => known === null ? rest.issues.createComment({ ...where, issue_number: pull, body }) : rest.issues.updateComment({ ...where, comment_id: known.id, body })
      );
    },
    async changedFiles(pull) {
      const asked = {
        doing: `read the files of the pull request ${pull}`,
        permissions: "pull-requests: read"
      };
      const pages = readPages(
        github,
        asked,
        filesShape,
        ({ rest }, page) => rest.pulls.listFiles({ ...where, pull_number: pull, per_page: perPage, page })
      );
      const files = /* @__PURE__ */ new Set();
      for await (const { filename, status } of pages) if (status !== "removed") files.add(filename);
      return files;
    },
    async pullsOfFiles(commit, paths) {
      const found = /* @__PURE__ */ new Map();
      for (let from = 0; from < paths.length; from += filesAtOnce) {
        const some = paths.slice(from, from + filesAtOnce);
        for (const [path, number] of await pullsOfSome(github, commit, some))
          found.set(path, number);
      }
      return found;
    },
    get requests() {
      return github.requests;
    },
    close: () => github.close()
  };
}
async function* readPages(github, asked, shape, call) {
  for (let page = 1; page <= mostPages; page += 1) {
    const items = shaped(shape, await github.rest(asked, (client) => call(client, page)), asked);
    yield* items;
    if (items.length < perPage) return;
  }
}
async function readOwnLogin(github) {
  const asked = { doing: "ask whose token it is", permissions: "metadata: read" };
  try {
    const data = await github.graphql(asked, "query Viewer { viewer { login } }", {});
    return shaped(viewerShape, data, asked).viewer.login;
  } catch (error) {
    if (error instanceof Fault && error.kind === "forge") return usualBot;
    throw error;
  }
}
async function pullsOfSome(github, commit, paths) {
  const asked = {
    doing: "read which pull requests changed the pages",
    permissions: "contents: read, pull-requests: read"
  };
  const variables = paths.map((_, index) => `$path${index}: String!`).join(", ");
  const fields = paths.map(
    (_, index) => `file${index}: history(first: 1, path: $path${index}) { nodes { associatedPullRequests(first: 10) { nodes { number merged } } } }`
  );
  const query = `query PullsOfFiles($owner: String!, $name: String!, $commit: GitObjectID!, ${variables}) {
  repository(owner: $owner, name: $name) { object(oid: $commit) { ... on Commit { ${fields.join(" ")} } } }
}`;
  const values = Object.fromEntries(paths.map((path, index) => [`path${index}`, path]));
  const data = await github.graphql(asked, query, { ...github.repository, commit, ...values });
  const object2 = repositoryOf(data, asked)["object"];
  if (object2 === null) return [];
  return paths.flatMap((path, index) => {
    const name = `file${index}`;
    const [last] = shaped(partOf({ [name]: historyShape }), object2, asked)[name]?.nodes ?? [];
    const merged = last?.associatedPullRequests?.nodes.filter((pull2) => pull2.merged) ?? [];
    const [pull] = merged;
    return pull ? [[path, pull.number]] : [];
  });
}
function commenting(doing) {
  return { doing, permissions: "pull-requests: write" };
}
export {
  openPullComments
};
