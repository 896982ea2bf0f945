import {
  isInConfig
} from "./config.config-places.js";
import {
  openGitLab
} from "./adapters.gitlab.open-gitlab.js";
import {
  listRemote
} from "./adapters.git.remote.js";
import {
  originOf,
  readingTokens
} from "./wiring.origin.js";
import {
  gitLabPlace
} from "./wiring.ci.gitlab-place.js";
import {
  webAddress
} from "./adapters.web-address.js";
import {
  version
} from "./model.version.js";
import {
  askedPulls,
  takeReleases
} from "./adapters.forge-lists.js";
import {
  watchList
} from "./adapters.watch-list.js";
import {
  instant,
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
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/gitlab/merge-request-shape.ts
var objectId = nullable(text);
var mergeRequest = withDefaults(
  { author: null, merge_commit_sha: null, squash_commit_sha: null, sha: null },
  partOf({
    iid: whole(1),
    title: text,
    description: nullable(text),
    labels: list(text),
    author: nullable(partOf({ id: whole(1), username: text })),
    merged_at: nullable(instant),
    updated_at: instant,
    target_branch: text,
    merge_commit_sha: objectId,
    squash_commit_sha: objectId,
    sha: objectId,
    web_url: webAddress
  })
);
var mergeRequests = list(mergeRequest);
function mergedMergeRequest(found, defaultBranch) {
  const { author, merged_at: mergedAt } = found;
  if (mergedAt === null) return null;
  return {
    kind: "merge-request",
    number: found.iid,
    title: found.title,
    body: found.description ?? "",
    labels: found.labels,
    author: author && { id: author.id, login: author.username },
    mergedAt,
    updatedAt: found.updated_at,
    url: found.web_url,
    intoDefault: found.target_branch === defaultBranch,
    // Merged by fast-forward it has no commit of its own.
    mergeCommit: found.merge_commit_sha ?? found.squash_commit_sha ?? found.sha
  };
}

// src/adapters/gitlab/merged-merge-requests.ts
var asked = {
  doing: "read the merged merge requests",
  needs: "Check that the project has merge requests and that the token may read them (GITLAB_TOKEN: `read_api`), or set sources.pull-requests to false."
};
var perPage = 100;
var overlapMs = 5 * 6e4;
var latest = Date.parse("9999-12-31T00:00:00Z");
async function listMergedRequests(listing, query) {
  const { since, updatedSince, labels, anyBase = false } = query;
  const from = Math.max(since, (updatedSince ?? Number.NEGATIVE_INFINITY) - overlapMs);
  const after = new Date(Math.min(Math.max(from, 0), latest)).toISOString();
  const target = anyBase ? "" : `&target_branch=${encodeURIComponent(listing.defaultBranch)}`;
  const filter = `updated_after=${after}&order_by=updated_at&sort=desc${target}`;
  const lists = updatedSince === null && labels.length > 0 ? [...new Set(labels)] : [null];
  const found = /* @__PURE__ */ new Map();
  for (const label of lists) {
    const labelled = label === null ? "" : `&labels=${encodeURIComponent(label)}`;
    for (const each of await readAll(listing, filter + labelled)) found.set(each.number, each);
  }
  const missing = query.numbers.filter((number) => !found.has(number));
  for (const each of await readRequests(listing, missing)) found.set(each.number, each);
  return askedPulls(found.values(), query);
}
async function readRequests(listing, numbers) {
  const wanted = [...new Set(numbers)].filter((number) => number > 0 && number < 2 ** 31);
  const found = [];
  for (let at = 0; at < wanted.length; at += perPage) {
    const some = wanted.slice(at, at + perPage).map((number) => `iids[]=${number}`);
    found.push(...await readAll(listing, some.join("&")));
  }
  return found.sort((a, b) => a.number - b.number);
}
async function readAll({ gitlab, clock, project, defaultBranch }, filter) {
  const watch = watchList(clock);
  const found = [];
  for (let page = 1; ; page++) {
    const path = `/projects/${project}/merge_requests?state=merged&${filter}&per_page=${perPage}&page=${page}`;
    const items = await gitlab.get(asked, path, mergeRequests);
    found.push(...items.flatMap((item) => mergedMergeRequest(item, defaultBranch) ?? []));
    if (items.length < perPage) return found;
    const endless = watch({ items: items.map(({ iid: id }) => ({ id })), total: 0 });
    if (endless !== null) throw endlessList(endless);
  }
}
function endlessList(seen) {
  const message = `Cannot ${asked.doing}: the list does not end (${seen}).`;
  return new Fault("forge", "forge-endless", message, {
    remedy: "Check CI_API_V4_URL, or set sources.pull-requests.since to a later day."
  });
}

// src/adapters/gitlab/published-releases.ts
var asked2 = {
  doing: "read the releases",
  needs: "Check that the project has releases and that the token may read them (GITLAB_TOKEN: `read_api`), or set sources.releases to false."
};
var mostPages = 100;
var release = withDefaults(
  { name: null, description: null, upcoming_release: false, commit: null },
  partOf({
    tag_name: text,
    name: nullable(text),
    description: nullable(text),
    created_at: instant,
    released_at: instant,
    upcoming_release: flag,
    commit: nullable(partOf({ id: text }))
  })
);
async function listReleases(gitlab, { project, pages }, query) {
  const path = `${project}/releases`;
  const readOne = async (tag) => {
    const told = await gitlab.findIfServed(asked2, `${path}/${encodeURIComponent(tag)}`, release);
    return told ? published(told, pages) : [];
  };
  async function* listed() {
    const list2 = `${path}?order_by=released_at&sort=desc`;
    for await (const items of gitlab.pages(asked2, list2, release, mostPages))
      yield items.flatMap((told) => published(told, pages));
  }
  return takeReleases(listed(), readOne, query);
}
function published(told, pages) {
  const { tag_name: tag, name, description, commit } = told;
  if (told.upcoming_release || tag === "") return [];
  return [
    {
      tag,
      name: name ?? "",
      body: description ?? "",
      isPrerelease: isPrerelease(tag),
      publishedAt: told.released_at,
      // GitLab tells no time of an edit; a release that is dated back is news when it is made.
      updatedAt: Math.max(told.created_at, told.released_at),
      url: `${pages}/-/releases/${encodeURIComponent(tag)}`,
      commit: commit?.id ?? null
    }
  ];
}
function isPrerelease(tag) {
  return /^v?\d+(?:\.\d+){1,2}-[\da-z]/i.test(tag);
}

// src/adapters/gitlab/forge.ts
var projectShape = partOf({ visibility: text });
var labelsShape = list(partOf({ name: text }));
var aboutAsked = {
  doing: "look at the project",
  needs: "Check that the token may read the project, or set `visibility`."
};
var labelsAsked = {
  doing: "read the labels",
  needs: "Set GITLAB_TOKEN to a project token with `read_api`."
};
function createGitLabForge(options) {
  const { token, clock } = options;
  const gitlab = openGitLab(options);
  const asker = token.kind === "job" ? openGitLab({ ...options, token: { kind: "none" } }) : gitlab;
  const project = encodeURIComponent(options.project);
  const defaultBranch = memoize(options.defaultBranch);
  const listing = async () => ({
    gitlab,
    clock,
    project,
    defaultBranch: await defaultBranch()
  });
  return {
    isPublic: memoize(async () => {
      const about = await asker.findIfServed(aboutAsked, `/projects/${project}`, projectShape);
      return about && about.visibility === "public";
    }),
    mergedPullRequests: async (query) => listMergedRequests(await listing(), query),
    pullRequests: async (numbers) => readRequests(await listing(), numbers),
    releases: async (query) => listReleases(gitlab, { project: `/projects/${project}`, pages: options.pages }, query),
    async labelsAmong(names) {
      const found = /* @__PURE__ */ new Set();
      for (const name of names) {
        const path = `/projects/${project}/labels?search=${encodeURIComponent(name)}&per_page=100`;
        for (const label of await gitlab.get(labelsAsked, path, labelsShape)) found.add(label.name);
      }
      return names.filter((name) => found.has(name));
    },
    get requests() {
      const own = gitlab.requests;
      if (asker === gitlab) return own;
      return { total: own.total + asker.requests.total, writes: own.writes };
    },
    async close() {
      await gitlab.close();
      if (asker !== gitlab) await asker.close();
    }
  };
}

// src/wiring/ci/gitlab-forge.ts
function gitLabOptions({ clock, log, proxy }, where) {
  return { ...where, userAgent: `stack-publish/${version}`, clock, log, proxy };
}
async function openGitLabForge(environment, repository, config, how) {
  const { gitlab, log } = environment;
  const place = await gitLabPlace(gitlab, repository);
  if (!place) return null;
  const { apiUrl, serverUrl, project } = place;
  if (project === null)
    throw new Fault(
      "usage",
      "usage",
      "Cannot read merge requests: neither `origin` nor CI_PROJECT_PATH names a project.",
      { remedy: "Add the remote `origin`, or set sources.pull-requests to false." }
    );
  const forge = createGitLabForge({
    ...gitLabOptions(environment, { apiUrl, ...readingTokens(gitlab) }),
    ...how,
    project,
    pages: `${serverUrl}/${project}`,
    defaultBranch: () => defaultBranchOf(environment, repository)
  });
  const isAskedFor = isInConfig(config, ["sources", "pull-requests"]) || config.sources.releases !== false && config.sources.releases.from === "pull-requests";
  return {
    ...forge,
    get requests() {
      return forge.requests;
    },
    async mergedPullRequests(query) {
      try {
        return await forge.mergedPullRequests(query);
      } catch (error) {
        if (isAskedFor || !(error instanceof Fault) || error.code !== "forge-refused") throw error;
        log.warn(`Merge requests are not read. ${error.message}`);
        return null;
      }
    }
  };
}
async function defaultBranchOf(environment, repository) {
  const addresses = await repository.routes("origin");
  if (addresses.length > 0) {
    const answer = await listRemote(await originOf(environment, repository, addresses), "HEAD");
    const branch = "code" in answer ? null : answer.head?.branch;
    if (branch) return branch;
  }
  if (environment.gitlab.defaultBranch !== null) return environment.gitlab.defaultBranch;
  throw new Fault(
    "usage",
    "not-default-branch",
    "Cannot read merge requests: neither `origin` nor CI_DEFAULT_BRANCH tells the default branch.",
    { remedy: "Set the default branch in the settings of the project." }
  );
}

export {
  gitLabOptions,
  openGitLabForge
};
