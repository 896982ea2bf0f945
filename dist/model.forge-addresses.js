// src/model/forge-addresses.ts
function gitHubPages(server, name) {
  const base = server.replace(/\/+$/, "");
  return {
    server: base,
    repository: `${base}/${name}`,
    ways: { file: "/blob/HEAD/", folder: "/tree/HEAD/", raw: "/raw/HEAD/" },
    issue: "/issues/",
    commit: "/commit/",
    release: "/releases/tag/"
  };
}
function gitLabPages(server, name) {
  return {
    server,
    repository: `${server}/${name}`,
    ways: { file: "/-/blob/HEAD/", folder: "/-/tree/HEAD/", raw: "/-/raw/HEAD/" },
    issue: "/-/issues/",
    commit: "/-/commit/",
    release: "/-/releases/"
  };
}
function pageOf({ repository, ways }, path, kind, suffix = "") {
  if (path === "") return `${repository}${inLink(suffix)}`;
  const way = ways[kind === "missing" ? "file" : kind];
  return `${repository}${way}${inLink(path.toWellFormed().split("/").map(encodeURIComponent).join("/"))}${inLink(suffix)}`;
}
function pagesAt(pages, commit) {
  const { file, folder, raw } = pages.ways;
  const at = (way) => way.replace("HEAD", commit);
  return { ...pages, ways: { file: at(file), folder: at(folder), raw: at(raw) } };
}
function historyPage(pages, provenance) {
  if (provenance.kind !== "file") return null;
  const file = pages.ways.file.replace("/blob/", "/commits/");
  return pageOf({ ...pages, ways: { ...pages.ways, file } }, provenance.path, "file");
}
function originPage(pages, provenance) {
  const { repository, issue, release } = pages;
  switch (provenance.kind) {
    case "file":
      return pageOf(pages, provenance.path, "file");
    case "pull-request":
      return `${repository}${issue}${provenance.number}`;
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
  pageOf,
  pagesAt,
  historyPage,
  originPage,
  inLink
};
