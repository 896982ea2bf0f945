import {
  readLabels
} from "./adapters.github.labels.js";
import {
  aboutFields,
  aboutOf,
  readAbout,
  repositoryOf
} from "./adapters.github.repository-about.js";
import {
  TookTooLong,
  openGitHub,
  shaped
} from "./adapters.github.open-github.js";
import {
  askedPulls,
  byPublishing
} from "./adapters.forge-lists.js";
import {
  watchList
} from "./adapters.watch-list.js";
import {
  instant
} from "./adapters.http.in-flight-pacer.js";
import {
  Misfit,
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
import "./model.memoize.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/github/pull-request-shape.ts
var pullRequestFields = `
  number title body updatedAt mergedAt url baseRefName
  author { kind: __typename login ... on User { databaseId } ... on Bot { databaseId } }
  labels(first: 100) { nodes { name } }
`;
var objectId = (value) => {
  if (typeof value !== "string" || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value))
    throw new Misfit("40 or 64 hexadecimal digits", value);
  return value;
};
var address = (value) => {
  const url = typeof value === "string" ? URL.parse(value) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    throw new Misfit("an address", value);
  return url.href;
};
var pullRequestNode = object(
  {
    number: whole(1),
    title: text,
    body: text,
    updatedAt: instant,
    mergedAt: nullable(instant),
    url: address,
    baseRefName: text,
    mergeCommit: nullable(object({ oid: objectId })),
    author: nullable(
      object(
        { kind: text, login: text, databaseId: nullable(whole(1)) },
        ["databaseId"]
      )
    ),
    labels: nullable(object({ nodes: nullable(list(nullable(object({ name: text })))) }))
  },
  ["mergeCommit"]
);
function mergedPullRequest(node, defaultBranch) {
  const { number, title, body, url, author, updatedAt, mergedAt } = node;
  if (mergedAt === null) return null;
  return {
    number,
    title,
    body,
    url,
    updatedAt,
    mergedAt,
    intoDefault: node.baseRefName === defaultBranch,
    mergeCommit: node.mergeCommit?.oid ?? null,
    labels: (node.labels?.nodes ?? []).flatMap((label) => label === null ? [] : [label.name]),
    author: author === null ? null : {
      id: author.databaseId ?? null,
      // REST adds an ending to a bot's name, GraphQL does not.
      login: author.kind === "Bot" ? `${author.login}[bot]` : author.login
    }
  };
}

// src/adapters/github/published-releases.ts
var asked = { doing: "read the releases", permissions: "contents: read" };
var fields = `
  tagName name description isDraft isPrerelease publishedAt updatedAt url tagCommit { oid }
`;
var newestReleases = `
  releases(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
    pageInfo { hasNextPage endCursor } nodes { ${fields} }
  }`;
var releaseNode = object({
  tagName: text,
  name: nullable(text),
  description: nullable(text),
  isDraft: flag,
  isPrerelease: flag,
  publishedAt: nullable(instant),
  updatedAt: instant,
  url: address,
  tagCommit: nullable(object({ oid: objectId }))
});
var pageShape = object({
  pageInfo: object({ hasNextPage: flag, endCursor: nullable(text) }),
  nodes: nullable(list(nullable(releaseNode)))
});
var mostTags = 100;
async function listReleases(github, clock, { all, tags }, page) {
  const found = /* @__PURE__ */ new Map();
  const watch = watchList(clock);
  let next = page ?? await readPage(github, null);
  for (; ; ) {
    const { nodes, pageInfo } = shaped(pageShape, next, asked);
    const releases = (nodes ?? []).flatMap((node) => node ?? []);
    for (const node of releases) for (const each of published(node)) found.set(each.tag, each);
    const { hasNextPage, endCursor } = pageInfo;
    if (!all || !hasNextPage) break;
    const endless = watch({ items: releases.map(({ tagName: id }) => ({ id })), total: 0 });
    if (endless !== null || endCursor === null) throw endlessList(endless ?? "its pages repeat");
    next = await readPage(github, endCursor);
  }
  const missing = [...new Set(tags)].filter((tag) => !found.has(tag));
  for (let at = 0; at < missing.length; at += mostTags)
    for (const each of await readTags(github, missing.slice(at, at + mostTags)))
      found.set(each.tag, each);
  return byPublishing(found.values());
}
async function readPage(github, after) {
  const query = `query Releases($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    ${newestReleases.replace("first: 100,", "first: 100, after: $after,")}
  }
}`;
  const data = await github.graphql(asked, query, { ...github.repository, after });
  return repositoryOf(data, asked)["releases"];
}
async function readTags(github, tags) {
  const names = tags.map((_, each) => `$tag${each}: String!`);
  const parts = tags.map(
    (_, each) => `release${each}: release(tagName: $tag${each}) { ${fields} }`
  );
  const query = `query ReleasesByTag($owner: String!, $name: String!, ${names.join(", ")}) {
  repository(owner: $owner, name: $name) { ${parts.join("\n")} }
}`;
  const values = Object.fromEntries(tags.map((tag, each) => [`tag${each}`, tag]));
  const data = await github.graphql(asked, query, { ...github.repository, ...values });
  const repository = repositoryOf(data, asked);
  return tags.flatMap((_, each) => {
    const node = shaped(nullable(releaseNode), repository[`release${each}`], asked);
    return node ? published(node) : [];
  });
}
function published(node) {
  const { tagName, name, description, isDraft, isPrerelease, publishedAt, updatedAt, url } = node;
  if (isDraft || publishedAt === null) return [];
  return [
    {
      tag: tagName,
      name: name ?? "",
      body: description ?? "",
      isPrerelease,
      publishedAt,
      updatedAt,
      url,
      commit: node.tagCommit?.oid ?? null
    }
  ];
}
function endlessList(seen) {
  const message = `Cannot ${asked.doing}: the list does not end (${seen}).`;
  return new Fault("forge", "forge-endless", message, {
    remedy: "Check GITHUB_API_URL, or look at https://www.githubstatus.com."
  });
}

// src/adapters/github/merged-pull-requests.ts
var asked2 = {
  doing: "read the merged pull requests",
  permissions: "contents: read, pull-requests: read"
};
var pageSizes = [100, 30, 10];
var numberSizes = [200, ...pageSizes];
var overlapMs = 5 * 6e4;
var pageShape2 = object({
  pageInfo: object({ hasNextPage: flag, endCursor: nullable(text) }),
  nodes: nullable(list(nullable(pullRequestNode)))
});
async function listMerged(listing) {
  const { query } = listing;
  const nodes = /* @__PURE__ */ new Map();
  const about = await listUpdated(listing, (node) => nodes.set(node.number, node));
  const missing = [...new Set(query.numbers)].filter(
    (number) => !nodes.has(number) && isNumber(number)
  );
  for (const node of await readNumbers(listing.github, missing)) nodes.set(node.number, node);
  const merged = [...nodes.values()].flatMap(
    (node) => mergedPullRequest(node, about.defaultBranch) ?? []
  );
  return askedPulls(merged, query);
}
async function readMerged(github, numbers, { defaultBranch }) {
  const nodes = await readNumbers(github, [...new Set(numbers)].filter(isNumber));
  return nodes.flatMap((node) => mergedPullRequest(node, defaultBranch) ?? []).sort((a, b) => a.number - b.number);
}
function isNumber(number) {
  return number > 0 && number < 2 ** 31;
}
function listsOf({ updatedSince, labels }) {
  return updatedSince === null && labels.length > 0 ? [...new Set(labels)] : [null];
}
async function listUpdated(listing, take) {
  const { github, clock, query, known, onAbout, onReleases } = listing;
  const bound = Math.max(query.since, (query.updatedSince ?? Number.NEGATIVE_INFINITY) - overlapMs);
  const withLess = shrinking(pageSizes);
  let about = known;
  let withReleases = query.releases ?? false;
  let open = listsOf(query).map((label, index) => ({
    name: `list${index}`,
    label,
    after: null,
    watch: watchList(clock)
  }));
  while (open.length > 0) {
    const data = await withLess(
      (first) => github.graphql(
        asked2,
        listQuery(open, { commits: query.anyBase === true, releases: withReleases }),
        {
          ...github.repository,
          first,
          base: query.anyBase === true ? null : known?.defaultBranch ?? null,
          ...Object.fromEntries(open.map(({ name, after }) => [`${name}After`, after])),
          ...Object.fromEntries(open.map(({ name, label }) => [`${name}Labels`, label && [label]]))
        }
      )
    );
    const repository = repositoryOf(data, asked2);
    about = aboutOf(repository, asked2);
    onAbout(about);
    if (withReleases) onReleases(repository["releases"]);
    withReleases = false;
    open = open.flatMap((entry) => {
      const page = shaped(pageShape2, repository[entry.name], asked2);
      const nodes = (page.nodes ?? []).filter((node) => node !== null);
      for (const node of nodes) if (node.updatedAt >= bound) take(node);
      const { hasNextPage, endCursor } = page.pageInfo;
      const oldest = nodes.at(-1)?.updatedAt ?? Number.NEGATIVE_INFINITY;
      const endless = entry.watch({ items: nodes.map(({ number: id }) => ({ id })), total: 0 });
      if (!hasNextPage || oldest < bound) return [];
      if (endless !== null || endCursor === null || endCursor === entry.after)
        throw endlessList2(endless ?? "its pages repeat");
      return [{ ...entry, after: endCursor }];
    });
  }
  return about ?? { isPublic: null, defaultBranch: null };
}
function endlessList2(seen) {
  const message = `Cannot ${asked2.doing}: the list does not end (${seen}).`;
  return new Fault("forge", "forge-endless", message, {
    remedy: "Check GITHUB_API_URL, or set sources.pull-requests.since to a later day."
  });
}
function listQuery(lists, also) {
  const nodeFields = `${pullRequestFields} ${also.commits ? "mergeCommit { oid }" : ""}`;
  const variables = lists.map(({ name }) => `$${name}After: String, $${name}Labels: [String!]`);
  const fields2 = lists.map(
    ({ name }) => `
    ${name}: pullRequests(
      states: [MERGED], orderBy: { field: UPDATED_AT, direction: DESC }, baseRefName: $base
      first: $first, after: $${name}After, labels: $${name}Labels
    ) { pageInfo { hasNextPage endCursor } nodes { ${nodeFields} } }`
  );
  return `query MergedPullRequests($owner: String!, $name: String!, $first: Int!, $base: String, ${variables.join(", ")}) {
  repository(owner: $owner, name: $name) { ${aboutFields} ${fields2.join("")} ${also.releases ? newestReleases : ""} }
}`;
}
async function readNumbers(github, numbers) {
  const withLess = shrinking(numberSizes);
  const nodes = [];
  for (let rest = numbers; rest.length > 0; ) {
    rest = await withLess(async (most) => {
      nodes.push(...await readSome(github, rest.slice(0, most)));
      return rest.slice(most);
    });
  }
  return nodes;
}
function shrinking(sizes) {
  let size = 0;
  return async (ask) => {
    for (; ; ) {
      try {
        return await ask(sizes[size] ?? 1);
      } catch (error) {
        size += 1;
        if (!(error instanceof TookTooLong) || size >= sizes.length) throw error;
      }
    }
  };
}
async function readSome(github, numbers) {
  const fields2 = numbers.map(
    (number) => `pull${number}: pullRequest(number: ${number}) { ${pullRequestFields} }`
  );
  const query = `query PullRequestsByNumber($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${fields2.join("\n")} }
}`;
  const mayMiss = (path) => path.length === 2;
  const data = await github.graphql(asked2, query, github.repository, mayMiss);
  const repository = repositoryOf(data, asked2);
  return numbers.map((number) => shaped(nullable(pullRequestNode), repository[`pull${number}`], asked2)).filter((node) => node !== null);
}

// src/adapters/github/forge.ts
function createGitHubForge(options) {
  const github = openGitHub(options);
  let about = null;
  let releases = null;
  let telling = null;
  return {
    async isPublic() {
      await telling?.catch(() => void 0);
      about ??= await readAbout(github);
      return about.isPublic;
    },
    async mergedPullRequests(query) {
      const told = Promise.withResolvers();
      telling ??= told.promise;
      try {
        return await listMerged({
          github,
          clock: options.clock,
          query,
          known: about,
          onAbout(seen) {
            about = seen;
            told.resolve();
          },
          onReleases(page) {
            releases = page;
          }
        });
      } finally {
        told.resolve();
        telling = null;
      }
    },
    async pullRequests(numbers) {
      about ??= await readAbout(github);
      return readMerged(github, numbers, about);
    },
    releases: (query) => listReleases(github, options.clock, query, releases),
    labelsAmong: (names) => readLabels(github, names),
    get requests() {
      return github.requests;
    },
    close: () => github.close()
  };
}
export {
  createGitHubForge
};
