import {
  endless,
  openGitea,
  pathOf,
  requireSame,
  user
} from "./adapters.gitea.open-gitea.js";
import "./model.bot-name.js";
import {
  webAddress
} from "./adapters.web-address.js";
import "./adapters.ci-api.open-ci-api.js";
import "./adapters.log.mask-secrets.js";
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

// src/adapters/gitea/pull-request-shape.ts
var pullRequest = withDefaults(
  { body: null, labels: null, user: null, merged_at: null, merge_commit_sha: null },
  partOf({
    number: whole(1),
    title: text,
    body: nullable(text),
    labels: nullable(list(partOf({ name: text }))),
    user,
    merged: flag,
    merged_at: nullable(instant),
    merge_commit_sha: nullable(text),
    updated_at: instant,
    base: partOf({ ref: text }),
    html_url: webAddress
  })
);
function mergedPullRequest(found, defaultBranch) {
  const { merged_at: mergedAt, user: author } = found;
  if (!found.merged || mergedAt === null) return null;
  return {
    number: found.number,
    title: found.title,
    body: found.body ?? "",
    labels: (found.labels ?? []).map(({ name }) => name),
    author: author && { id: author.id, login: author.login },
    mergedAt,
    updatedAt: found.updated_at,
    url: found.html_url,
    intoDefault: found.base.ref === defaultBranch,
    mergeCommit: found.merge_commit_sha
  };
}

// src/adapters/gitea/merged-pull-requests.ts
var asked = {
  doing: "read the merged pull requests",
  needs: "Check that the repository has pull requests, and give the job `permissions: { pull-requests: read }`; or set sources.pull-requests to false."
};
var overlapMs = 5 * 6e4;
var atOnce = 6;
async function listMerged(listing, query) {
  const { since, updatedSince } = query;
  const bound = Math.max(since, (updatedSince ?? Number.NEGATIVE_INFINITY) - overlapMs);
  const found = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  const watch = watchList(listing.clock);
  const { gitea, here, defaultBranch } = listing;
  const path = `${here}/pulls?state=closed&sort=recentupdate`;
  for await (const items of gitea.pages(asked, path, pullRequest)) {
    for (const item of items) {
      if (item.updated_at < bound) continue;
      seen.add(item.number);
      const merged = mergedPullRequest(item, defaultBranch);
      if (merged) found.set(merged.number, merged);
    }
    if ((items.at(-1)?.updated_at ?? bound) < bound) break;
    const why = watch({ items: items.map(({ number: id }) => ({ id })), total: 0 });
    if (why !== null) throw endless(asked, why);
  }
  const missing = query.numbers.filter((number) => !seen.has(number));
  for (const each of await readPulls(listing, missing)) found.set(each.number, each);
  return askedPulls(found.values(), query);
}
async function readPulls({ gitea, here, defaultBranch }, numbers) {
  const wanted = [...new Set(numbers)].filter((number) => number > 0 && number < 2 ** 31);
  const found = [];
  for (let at = 0; at < wanted.length; at += atOnce) {
    const some = wanted.slice(at, at + atOnce).map((number) => gitea.find(asked, `${here}/pulls/${number}`, pullRequest, [404]));
    for (const each of await Promise.all(some)) {
      const merged = each && mergedPullRequest(each, defaultBranch);
      if (merged) found.push(merged);
    }
  }
  return found.sort((a, b) => a.number - b.number);
}

// src/adapters/gitea/published-releases.ts
var asked2 = {
  doing: "read the releases",
  needs: "Check that the repository has releases, and give the job `permissions: { contents: read }`; or set sources.releases to false."
};
var release = withDefaults(
  { name: null, body: null },
  partOf({
    tag_name: text,
    name: nullable(text),
    body: nullable(text),
    draft: flag,
    prerelease: flag,
    created_at: instant,
    published_at: instant,
    html_url: webAddress
  })
);
async function listReleases(gitea, here, query) {
  const readOne = async (tag) => {
    const path = `${here}/releases/tags/${encodeURIComponent(tag)}`;
    const told = await gitea.find(asked2, path, release, [404]);
    return told ? published(told) : [];
  };
  async function* listed() {
    for await (const items of gitea.pages(asked2, `${here}/releases`, release))
      yield items.flatMap(published);
  }
  return takeReleases(listed(), readOne, query);
}
function published(told) {
  if (told.draft || told.tag_name === "") return [];
  const made = {
    tag: told.tag_name,
    name: told.name ?? "",
    body: told.body ?? "",
    isPrerelease: told.prerelease,
    publishedAt: told.published_at,
    // Gitea tells no time of an edit; a release that is dated back is news when it is made.
    updatedAt: Math.max(told.created_at, told.published_at),
    url: told.html_url,
    // Nor the commit of its tag.
    commit: null
  };
  return [made];
}

// src/adapters/gitea/forge.ts
var repositoryShape = partOf({
  full_name: text,
  private: flag,
  internal: flag,
  default_branch: text,
  owner: withDefaults({ visibility: "" }, partOf({ visibility: text }))
});
var labelShape = partOf({ name: text });
var aboutAsked = {
  doing: "look at the repository",
  needs: "Check GITHUB_REPOSITORY, and give the job `permissions: { contents: read }`."
};
var labelsAsked = {
  doing: "read the labels",
  needs: "Give the job `permissions: { issues: read }`."
};
function createGiteaForge(options) {
  const { repository, clock } = options;
  const gitea = openGitea(options);
  const here = pathOf(repository);
  const about = memoize(async () => {
    const found = await gitea.get(aboutAsked, here, repositoryShape);
    requireSame(aboutAsked, found.full_name, `${repository.owner}/${repository.name}`);
    return found;
  });
  const listing = async () => ({
    gitea,
    clock,
    here,
    defaultBranch: (await about()).default_branch
  });
  return {
    async isPublic() {
      const { private: isPrivate, internal, owner } = await about();
      return !isPrivate && !internal && !["limited", "private"].includes(owner.visibility);
    },
    mergedPullRequests: async (query) => listMerged(await listing(), query),
    pullRequests: async (numbers) => readPulls(await listing(), numbers),
    releases: (query) => listReleases(gitea, here, query),
    async labelsAmong(names) {
      const found = /* @__PURE__ */ new Set();
      const isWhole = () => names.every((name) => found.has(name));
      for await (const labels of gitea.pages(labelsAsked, `${here}/labels`, labelShape)) {
        for (const { name } of labels) found.add(name);
        if (isWhole()) break;
      }
      const ofOwner = `/orgs/${encodeURIComponent(repository.owner)}/labels?limit=50`;
      const more = isWhole() ? null : await gitea.find(labelsAsked, ofOwner, list(labelShape));
      for (const { name } of more ?? []) found.add(name);
      return names.filter((name) => found.has(name));
    },
    get requests() {
      return gitea.requests;
    },
    close: () => gitea.close()
  };
}
export {
  createGiteaForge
};
