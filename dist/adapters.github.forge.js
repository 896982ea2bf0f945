import {
  watchList
} from "./adapters.watch-list.js";
import {
  TookTooLong,
  instant,
  openGitHub,
  partOf,
  shaped
} from "./adapters.github.open-github.js";
import {
  Misfit,
  anyObject,
  flag,
  list,
  nullable,
  object,
  text,
  whole
} from "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./adapters.http.pinned-origin.js";
import "./npm.undici.js";
import "./model.is-object.js";
import {
  Fault
} from "./model.error.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";

// src/adapters/github/repository-about.ts
var aboutFields = "isPrivate visibility defaultBranchRef { name }";
var branch = nullable(object({ name: text }));
function aboutOf(repository, asked4) {
  const isPrivate = shaped(flag, repository["isPrivate"], asked4);
  const visibility = shaped(text, repository["visibility"], asked4);
  const isPublic = isPrivate || visibility === "PRIVATE" || visibility === "INTERNAL" ? false : visibility === "PUBLIC" ? true : null;
  const ref = shaped(branch, repository["defaultBranchRef"], asked4);
  return { isPublic, defaultBranch: ref?.name ?? null };
}
var asked = { doing: "look at the repository", permissions: "contents: read" };
async function readAbout(github) {
  const query = `query Repository($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${aboutFields} }
}`;
  return aboutOf(repositoryOf(await github.graphql(asked, query, github.repository), asked), asked);
}
function repositoryOf(data, asked4) {
  return shaped(anyObject, shaped(anyObject, data, asked4)["repository"], asked4);
}

// src/adapters/github/labels.ts
var asked2 = { doing: "read the labels", permissions: "pull-requests: read" };
var label = nullable(partOf({ name: text }));
async function readLabels(github, names) {
  const variables = names.map((_, index) => `$name${index}: String!`).join(", ");
  const fields = names.map((_, index) => `label${index}: label(name: $name${index}) { name }`);
  const query = `query Labels($owner: String!, $name: String!, ${variables}) {
  repository(owner: $owner, name: $name) { ${fields.join(" ")} }
}`;
  const values = Object.fromEntries(names.map((name, index) => [`name${index}`, name]));
  const data = await github.graphql(asked2, query, { ...github.repository, ...values });
  const repository = repositoryOf(data, asked2);
  return names.filter((_, index) => shaped(label, repository[`label${index}`], asked2) !== null);
}

// src/adapters/github/pull-request-shape.ts
var pullRequestFields = `
  number title body updatedAt mergedAt url baseRefName
  author { kind: __typename login ... on User { databaseId } ... on Bot { databaseId } }
  labels(first: 100) { nodes { name } }
`;
var address = (value) => {
  const url = typeof value === "string" ? URL.parse(value) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    throw new Misfit("an address", value);
  return url.href;
};
var pullRequestNode = object({
  number: whole(1),
  title: text,
  body: text,
  updatedAt: instant,
  mergedAt: nullable(instant),
  url: address,
  baseRefName: text,
  author: nullable(
    object(
      { kind: text, login: text, databaseId: nullable(whole(1)) },
      ["databaseId"]
    )
  ),
  labels: nullable(object({ nodes: nullable(list(nullable(object({ name: text })))) }))
});
function mergedPullRequest(node) {
  const { number, title, body, url, author, updatedAt, mergedAt } = node;
  if (mergedAt === null) return null;
  return {
    number,
    title,
    body,
    url,
    updatedAt,
    mergedAt,
    labels: (node.labels?.nodes ?? []).flatMap((label2) => label2 === null ? [] : [label2.name]),
    author: author === null ? null : {
      id: author.databaseId ?? null,
      // REST adds an ending to a bot's name, GraphQL does not.
      login: author.kind === "Bot" ? `${author.login}[bot]` : author.login
    }
  };
}

// src/adapters/github/merged-pull-requests.ts
var asked3 = {
  doing: "read the merged pull requests",
  permissions: "contents: read, pull-requests: read"
};
var pageSizes = [100, 30, 10];
var overlapMs = 5 * 6e4;
var pageShape = object({
  pageInfo: object({ hasNextPage: flag, endCursor: nullable(text) }),
  nodes: nullable(list(nullable(pullRequestNode)))
});
async function listMerged(listing) {
  const { query } = listing;
  const nodes = /* @__PURE__ */ new Map();
  const about = await listUpdated(listing, (node) => nodes.set(node.number, node));
  const missing = [...new Set(query.numbers)].filter(
    // GraphQL knows no larger number.
    (number) => !nodes.has(number) && number > 0 && number < 2 ** 31
  );
  for (const node of await readNumbers(listing.github, missing)) nodes.set(node.number, node);
  return [...nodes.values()].filter(({ baseRefName }) => baseRefName === about.defaultBranch).map(mergedPullRequest).filter((pull) => pull !== null).filter(({ mergedAt }) => mergedAt >= query.since).sort((a, b) => a.number - b.number);
}
function listsOf({ updatedSince, labels }) {
  return updatedSince === null && labels.length > 0 ? [...new Set(labels)] : [null];
}
async function listUpdated(listing, take) {
  const { github, clock, query, known, onAbout } = listing;
  const bound = Math.max(query.since, (query.updatedSince ?? Number.NEGATIVE_INFINITY) - overlapMs);
  const withLess = shrinking();
  let about = known;
  let open = listsOf(query).map((label2, index) => ({
    name: `list${index}`,
    label: label2,
    after: null,
    watch: watchList(clock)
  }));
  while (open.length > 0) {
    const data = await withLess(
      (first) => github.graphql(asked3, listQuery(open), {
        ...github.repository,
        first,
        base: known?.defaultBranch ?? null,
        ...Object.fromEntries(open.map(({ name, after }) => [`${name}After`, after])),
        ...Object.fromEntries(open.map(({ name, label: label2 }) => [`${name}Labels`, label2 && [label2]]))
      })
    );
    const repository = repositoryOf(data, asked3);
    about = aboutOf(repository, asked3);
    onAbout(about);
    open = open.flatMap((entry) => {
      const page = shaped(pageShape, repository[entry.name], asked3);
      const nodes = (page.nodes ?? []).filter((node) => node !== null);
      for (const node of nodes) if (node.updatedAt >= bound) take(node);
      const { hasNextPage, endCursor } = page.pageInfo;
      const oldest = nodes.at(-1)?.updatedAt ?? Number.NEGATIVE_INFINITY;
      const endless = entry.watch({ items: nodes.map(({ number: id }) => ({ id })), total: 0 });
      if (!hasNextPage || oldest < bound) return [];
      if (endless !== null || endCursor === null || endCursor === entry.after)
        throw endlessList(endless ?? "its pages repeat");
      return [{ ...entry, after: endCursor }];
    });
  }
  return about ?? { isPublic: null, defaultBranch: null };
}
function endlessList(seen) {
  const message = `Cannot ${asked3.doing}: the list does not end (${seen}).`;
  return new Fault("forge", "forge-endless", message, {
    remedy: "Check GITHUB_API_URL, or set sources.pull-requests.since to a later day."
  });
}
function listQuery(lists) {
  const variables = lists.map(({ name }) => `$${name}After: String, $${name}Labels: [String!]`);
  const fields = lists.map(
    ({ name }) => `
    ${name}: pullRequests(
      states: [MERGED], orderBy: { field: UPDATED_AT, direction: DESC }, baseRefName: $base
      first: $first, after: $${name}After, labels: $${name}Labels
    ) { pageInfo { hasNextPage endCursor } nodes { ${pullRequestFields} } }`
  );
  return `query MergedPullRequests($owner: String!, $name: String!, $first: Int!, $base: String, ${variables.join(", ")}) {
  repository(owner: $owner, name: $name) { ${aboutFields} ${fields.join("")} }
}`;
}
async function readNumbers(github, numbers) {
  const withLess = shrinking();
  const nodes = [];
  for (let rest = numbers; rest.length > 0; ) {
    rest = await withLess(async (most) => {
      nodes.push(...await readSome(github, rest.slice(0, most)));
      return rest.slice(most);
    });
  }
  return nodes;
}
function shrinking() {
  let size = 0;
  return async (ask) => {
    for (; ; ) {
      try {
        return await ask(pageSizes[size] ?? 1);
      } catch (error) {
        size += 1;
        if (!(error instanceof TookTooLong) || size >= pageSizes.length) throw error;
      }
    }
  };
}
async function readSome(github, numbers) {
  const fields = numbers.map(
    (number) => `pull${number}: pullRequest(number: ${number}) { ${pullRequestFields} }`
  );
  const query = `query PullRequestsByNumber($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${fields.join("\n")} }
}`;
  const mayMiss = (path) => path.length === 2;
  const data = await github.graphql(asked3, query, github.repository, mayMiss);
  const repository = repositoryOf(data, asked3);
  return numbers.map((number) => shaped(nullable(pullRequestNode), repository[`pull${number}`], asked3)).filter((node) => node !== null);
}

// src/adapters/github/forge.ts
function createGitHubForge(options) {
  const github = openGitHub(options);
  let about = null;
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
          }
        });
      } finally {
        told.resolve();
        telling = null;
      }
    },
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
