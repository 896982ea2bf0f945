import {
  forgeSetupOver,
  isOpen,
  planShape,
  shippedWorkflows
} from "./adapters.github.forge-setup.js";
import {
  loadParser
} from "./wiring.configuration.shared.js";
import "./wiring.evidence.js";
import "./adapters.git.repository.js";
import "./config.config-paths.js";
import "./approval.asserted.js";
import "./adapters.git.commit-tree.js";
import {
  otherAnswer,
  requireSame
} from "./adapters.github.approval-forge.js";
import "./adapters.git.read-blobs.js";
import "./curation.rule-ids.js";
import {
  gitHubPages
} from "./model.forge-addresses.js";
import "./adapters.git.git.js";
import "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import {
  gitHubOptions,
  gitHubToken,
  requireServer
} from "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import {
  parseRepositoryName
} from "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./wiring.ci.remote-place.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import "./adapters.github.labels.js";
import {
  repositoryOf
} from "./adapters.github.repository-about.js";
import {
  openGitHub,
  shaped
} from "./adapters.github.open-github.js";
import {
  partOf,
  withDefaults
} from "./adapters.http.in-flight-pacer.js";
import {
  anyObject,
  flag,
  list,
  nullable,
  oneOf,
  text,
  whole
} from "./adapters.shape.js";
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

// builtin-import:node:crypto?src/model/blob-id.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");

// src/model/blob-id.ts
function blobId(text2) {
  const bytes = new TextEncoder().encode(text2);
  return $createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

// src/adapters/github/look-at-place.ts
var asked = {
  doing: "look at its files",
  permissions: "contents: read, pull-requests: read, issues: read"
};
var blob = nullable(partOf({ kind: text }));
var blobText = partOf({ isTruncated: flag, text: nullable(text) });
var tree = partOf({ entries: list(partOf({ name: text, object: blob })) });
var rawTree = partOf({ entries: list(partOf({ object: nullable(anyObject) })) });
var named = nullable(partOf({ name: text }));
var place = partOf({
  nameWithOwner: text,
  defaultBranchRef: nullable(partOf({ target: nullable(partOf({ oid: text })) })),
  ref: nullable(partOf({ name: text })),
  pullRequests: partOf({
    nodes: list(
      partOf({
        number: whole(1),
        url: text,
        state: oneOf("OPEN", "CLOSED", "MERGED"),
        isCrossRepository: flag
      })
    )
  })
});
var history = nullable(
  partOf({
    target: nullable(partOf({ history: partOf({ nodes: list(partOf({ oid: text })) }) }))
  })
);
var states = { OPEN: "open", CLOSED: "closed", MERGED: "merged" };
async function lookAtPlace(github, wanted) {
  const { paths, folder, labels, branch } = wanted;
  const root = wanted.of === null ? "HEAD" : `refs/heads/${wanted.of}`;
  const variables = {
    ...github.repository,
    folder: `${root}:${folder}`,
    branch,
    ref: `refs/heads/${branch}`,
    history: wanted.history ?? "",
    withHistory: wanted.history !== null
  };
  for (const [at, path] of paths.entries()) variables[`f${at}`] = `${root}:${path}`;
  for (const [at, label] of labels.entries()) variables[`l${at}`] = label;
  const repository = repositoryOf(
    await github.graphql(asked, queryFor(paths.length, labels.length), variables),
    asked
  );
  const found = shaped(place, repository, asked);
  requireSame(asked, found.nameWithOwner, `${github.repository.owner}/${github.repository.name}`);
  const files = /* @__PURE__ */ new Map();
  for (const [at, path] of paths.entries()) {
    const value = repository[`f${at}`] ?? null;
    if (value !== null) files.set(path, textOf(value));
  }
  const there = shaped(blob, repository["folder"] ?? null, asked);
  if (there?.kind === "Tree") {
    const { entries } = shaped(tree, repository["folder"], asked);
    const raw = shaped(rawTree, repository["folder"], asked).entries;
    for (const [at, { name }] of entries.entries())
      files.set(`${folder}/${name}`, textOf(raw[at]?.object ?? null));
  }
  const pull = found.pullRequests.nodes.find((each) => !each.isCrossRepository);
  const changed = wanted.history === null ? null : shaped(history, repository["withHistory"] ?? null, asked);
  return {
    head: found.defaultBranchRef?.target?.oid ?? null,
    files,
    changedAt: changed?.target?.history.nodes[0]?.oid ?? null,
    labels: labels.filter((_, at) => shaped(named, repository[`l${at}`] ?? null, asked) !== null),
    hasBranch: found.ref !== null,
    pull: pull ? { number: pull.number, url: pull.url, state: states[pull.state] } : null
  };
}
function textOf(value) {
  if (shaped(blob, value, asked)?.kind !== "Blob") return null;
  const { isTruncated, text: content } = shaped(blobText, value, asked);
  return isTruncated ? null : content;
}
function queryFor(files, labels) {
  const each = (count, text2) => Array.from({ length: count }, (_, at) => text2(at)).join(" ");
  const content = "kind: __typename ... on Blob { isTruncated text }";
  return `query Place(
  $owner: String!, $name: String!, $folder: String!, $branch: String!, $ref: String!
  $history: String!, $withHistory: Boolean!
  ${each(files, (at) => `$f${at}: String!`)} ${each(labels, (at) => `$l${at}: String!`)}
) {
  repository(owner: $owner, name: $name) {
    nameWithOwner
    defaultBranchRef { target { oid } }
    ref(qualifiedName: $ref) { name }
    pullRequests(headRefName: $branch, first: 50, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { number url state isCrossRepository }
    }
    folder: object(expression: $folder) {
      kind: __typename ... on Tree { entries { name object { ${content} } } }
    }
    withHistory: defaultBranchRef @include(if: $withHistory) {
      target { ... on Commit { history(path: $history, first: 1) { nodes { oid } } } }
    }
    ${each(files, (at) => `f${at}: object(expression: $f${at}) { ${content} }`)}
    ${each(labels, (at) => `l${at}: label(name: $l${at}) { name }`)}
  }
}`;
}

// src/adapters/github/fleet-place.ts
var shaShape = partOf({ sha: text });
var pullShape = partOf({ number: whole(1), html_url: text });
var compareShape = partOf({
  ahead_by: whole(0),
  files: list(partOf({ filename: text, status: text, sha: text }))
});
function createFleetPlace(github, options) {
  const { owner, name: repo } = github.repository;
  const where = { owner, repo };
  return {
    setup: forgeSetupOver(github, options),
    look: (wanted) => lookAtPlace(github, wanted),
    async holdsOnly(branch, base, files) {
      const asked2 = {
        doing: `compare ${branch} with ${base}`,
        permissions: "contents: read"
      };
      const data = await github.rest(
        asked2,
        ({ rest }) => rest.repos.compareCommitsWithBasehead({ ...where, basehead: `${base}...${branch}` })
      );
      const found = shaped(compareShape, data, asked2);
      const seen = new Map(found.files.map((each) => [each.filename, each]));
      return found.ahead_by === 1 && seen.size === files.length && files.every((each) => {
        const there = seen.get(each.path);
        return there?.status === "added" && there.sha === blobId(each.text);
      });
    },
    async createBranch(branch, { commit, files, message }) {
      const asked2 = writing(`make the branch ${branch}`);
      const tree2 = await github.rest(
        asked2,
        ({ rest }) => rest.git.createTree({
          ...where,
          base_tree: commit,
          tree: files.map(({ path, text: content }) => ({
            path,
            mode: "100644",
            type: "blob",
            content
          }))
        })
      );
      const made = await github.rest(
        asked2,
        ({ rest }) => rest.git.createCommit({
          ...where,
          message,
          tree: shaped(shaShape, tree2, asked2).sha,
          parents: [commit]
        })
      );
      const { sha } = shaped(shaShape, made, asked2);
      await github.rest(
        asked2,
        ({ rest }) => rest.git.createRef({ ...where, ref: `refs/heads/${branch}`, sha })
      );
    },
    async openPull({ branch, base, title, body }) {
      const asked2 = {
        doing: `open the pull request of ${branch}`,
        permissions: "pull-requests: write"
      };
      const data = await github.rest(
        asked2,
        ({ rest }) => rest.pulls.create({ ...where, head: branch, base, title, body })
      );
      const { number, html_url: url } = shaped(pullShape, data, asked2);
      return { number, url, state: "open" };
    }
  };
}
var writing = (doing) => ({
  doing,
  permissions: "contents: write, workflows: write"
});

// src/adapters/github/forge-fleet.ts
var mostPages = 200;
var rights = withDefaults(
  { permissions: null },
  partOf({ permissions: nullable(partOf({ admin: flag })) })
);
var repositoryShape = withDefaults(
  { visibility: null, topics: [] },
  partOf({
    full_name: text,
    default_branch: text,
    private: flag,
    visibility: nullable(text),
    archived: flag,
    fork: flag,
    topics: list(text)
  })
);
function createForgeFleet(options, organisation) {
  const github = openGitHub({ ...options, repository: { owner: organisation, name: ".github" } });
  async function plan() {
    const asked2 = reading(`the organisation ${organisation}`);
    const data = await github.rest(asked2, ({ rest }) => rest.orgs.get({ org: organisation }));
    return shaped(planShape, data, asked2);
  }
  async function repositories() {
    const asked2 = reading(`the repositories of ${organisation}`);
    const paid = await plan();
    const found = /* @__PURE__ */ new Map();
    for (let page = 1; page <= mostPages; page += 1) {
      const data = await github.rest(
        asked2,
        ({ rest }) => rest.repos.listForOrg({
          org: organisation,
          type: "all",
          sort: "full_name",
          per_page: 100,
          page
        })
      );
      const values = shaped(
        list((value) => value),
        data,
        asked2
      );
      for (const value of values) {
        const each = shaped(repositoryShape, value, asked2);
        const name = parseRepositoryName(each.full_name);
        if (name?.owner.toLowerCase() !== organisation.toLowerCase())
          throw otherAnswer(asked2, JSON.stringify(each.full_name).slice(0, 100));
        const { permissions } = shaped(rights, value, asked2);
        found.set(each.full_name.toLowerCase(), {
          name: each.full_name,
          defaultBranch: each.default_branch,
          mayHaveReviewers: isOpen(each, options.apiUrl) || (paid === null ? null : paid === "enterprise"),
          isArchived: each.archived,
          isFork: each.fork,
          isAdmin: permissions?.admin ?? null,
          topics: each.topics
        });
      }
      if (values.length < 100) break;
    }
    return [...found.values()];
  }
  return {
    repositories,
    at(full) {
      const name = parseRepositoryName(full);
      if (name === null) throw new TypeError("it is no OWNER/NAME");
      return createFleetPlace(github.at(name), options);
    },
    get requests() {
      return github.requests;
    },
    close: () => github.close()
  };
}
var reading = (what) => ({ doing: `read ${what}`, permissions: "metadata: read" });

// src/wiring/fleet.ts
var patienceMs = 65 * 6e4;
async function openFleet(environment, organisation) {
  if (environment.configFile !== null)
    throw new Fault("usage", "usage", "Cannot set up: --config names a file, expected none.", {
      remedy: "Leave it out: the shared configuration is in the `.github` repository."
    });
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(organisation))
    throw new Fault(
      "usage",
      "usage",
      `Cannot set up: --org is ${JSON.stringify(organisation)}, expected the name of an organisation on GitHub.`,
      { remedy: "Write it as it stands in https://github.com/NAME." }
    );
  requireServer(environment);
  if (environment.github.isGitea)
    throw new Fault("usage", "usage", "Cannot set up: --org is for GitHub.", {
      remedy: "Set each repository up with `stack-publish init`."
    });
  const token = gitHubToken(environment);
  if (token === null)
    throw new Fault(
      "usage",
      "token-missing",
      `Cannot set up the repositories of ${organisation}: GITHUB_TOKEN is not set.`,
      { remedy: 'Set it to the token of an admin: GITHUB_TOKEN="$(gh auth token)".' }
    );
  const place2 = { owner: organisation, name: ".github" };
  const fleet = createForgeFleet(
    { ...gitHubOptions(environment, place2, token), patienceMs },
    organisation
  );
  const [parser, shipped, shippedForMany] = await Promise.all([
    loadParser(),
    shippedWorkflows("workflows"),
    shippedWorkflows("fleet")
  ]);
  const { serverUrl } = environment.github;
  return {
    organisation,
    fleet,
    pages: (name) => gitHubPages(serverUrl, name),
    shipped,
    shippedForMany,
    parse(own, shared) {
      const requests = { total: 0, writes: 0 };
      const known = { read: () => Promise.resolve(shared), requests };
      return parser(own, known, () => Promise.reject(new Error("no file of its own is read")));
    },
    log: environment.log,
    [Symbol.asyncDispose]: () => fleet.close()
  };
}
export {
  openFleet
};
