// src/model/forge-addresses.ts
function gitHubPages(server, name) {
  const base = server.replace(/\/+$/, "");
  return {
    server: base,
    repository: `${base}/${name}`,
    ways: {
      file: "/blob/HEAD/",
      folder: "/tree/HEAD/",
      raw: "/raw/HEAD/",
      history: "/commits/HEAD/"
    },
    issue: "/issues/",
    commit: "/commit/",
    release: "/releases/tag/"
  };
}
function gitLabPages(server, name) {
  return {
    server,
    repository: `${server}/${name}`,
    ways: {
      file: "/-/blob/HEAD/",
      folder: "/-/tree/HEAD/",
      raw: "/-/raw/HEAD/",
      history: "/-/commits/HEAD/"
    },
    issue: "/-/issues/",
    mergeRequest: "/-/merge_requests/",
    commit: "/-/commit/",
    release: "/-/releases/"
  };
}
function giteaPages(server, name) {
  return {
    server,
    repository: `${server}/${name}`,
    ways: {
      file: "/src/branch/HEAD/",
      folder: "/src/branch/HEAD/",
      raw: "/raw/branch/HEAD/",
      history: "/commits/branch/HEAD/"
    },
    issue: "/issues/",
    commit: "/commit/",
    release: "/releases/tag/"
  };
}
function bitbucketPages(server, name) {
  return {
    server,
    repository: `${server}/${name}`,
    ways: {
      file: "/src/HEAD/",
      folder: "/src/HEAD/",
      raw: "/raw/HEAD/",
      history: "/history-node/HEAD/"
    },
    issue: "/issues/",
    commit: "/commits/",
    release: "/src/"
  };
}
function bitbucketServerPages(server, { project, name }) {
  const owner = project.startsWith("~") ? `users/${project.slice(1)}` : `projects/${project}`;
  return {
    server,
    repository: `${server}/${owner}/repos/${name}`,
    ways: { file: "/browse/", folder: "/browse/", raw: "/raw/", history: "/history/" },
    issue: "/pull-requests/",
    commit: "/commits/",
    release: "/browse?at=refs%2Ftags%2F"
  };
}
function azurePages(server, { project, name }) {
  const file = "?path=/";
  return {
    server,
    repository: `${server}/${project}/_git/${name}`,
    ways: { file, folder: file, raw: null, history: "?_a=history&path=/" },
    issue: "/pullrequest/",
    commit: "/commit/",
    release: "?version=GT"
  };
}
function pageOf({ repository, ways }, path, kind, suffix = "") {
  if (path === "") return `${repository}${inLink(suffix)}`;
  const way = ways[kind === "missing" ? "file" : kind] ?? ways.file;
  const behind = way.includes("?") ? "" : inLink(suffix);
  return `${repository}${way}${inLink(path.toWellFormed().split("/").map(encodeURIComponent).join("/"))}${behind}`;
}
function pagesAt(pages, commit) {
  const { file, folder, raw, history } = pages.ways;
  const at = (way) => way.replace("/branch/HEAD/", `/commit/${commit}/`).replace("HEAD", commit);
  const ways = { file: at(file), folder: at(folder), raw: raw && at(raw), history: at(history) };
  return { ...pages, ways };
}
function historyPage(pages, provenance) {
  return provenance.kind === "file" ? pageOf(pages, provenance.path, "history") : null;
}
function originPage(pages, provenance) {
  const { repository, issue, release } = pages;
  switch (provenance.kind) {
    case "file":
      return pageOf(pages, provenance.path, "file");
    case "pull-request":
      return `${repository}${issue}${provenance.number}`;
    case "merge-request":
      return `${repository}/-/merge_requests/${provenance.number}`;
    case "release":
      return `${repository}${release}${inLink(encodeURIComponent(provenance.tag))}`;
  }
}
function inLink(address) {
  return address.toWellFormed().replace(
    /[\s\p{Cc}'"()<>[\]{}`\\^|*]/gu,
    (char) => `%${[...new TextEncoder().encode(char)].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join("%")}`
  );
}

export {
  gitHubPages,
  gitLabPages,
  giteaPages,
  bitbucketPages,
  bitbucketServerPages,
  azurePages,
  pageOf,
  pagesAt,
  historyPage,
  originPage,
  inLink
};
