import {
  shaped
} from "./adapters.github.open-github.js";
import {
  anyObject,
  flag,
  nullable,
  object,
  text
} from "./adapters.shape.js";

// src/adapters/github/repository-about.ts
var aboutFields = "isPrivate visibility defaultBranchRef { name }";
var branch = nullable(object({ name: text }));
function aboutOf(repository, asked2) {
  const isPrivate = shaped(flag, repository["isPrivate"], asked2);
  const visibility = shaped(text, repository["visibility"], asked2);
  const isPublic = isPrivate || visibility === "PRIVATE" || visibility === "INTERNAL" ? false : visibility === "PUBLIC" ? true : null;
  const ref = shaped(branch, repository["defaultBranchRef"], asked2);
  return { isPublic, defaultBranch: ref?.name ?? null };
}
var asked = { doing: "look at the repository", permissions: "contents: read" };
async function readAbout(github) {
  const query = `query Repository($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${aboutFields} }
}`;
  return aboutOf(repositoryOf(await github.graphql(asked, query, github.repository), asked), asked);
}
function repositoryOf(data, asked2) {
  return shaped(anyObject, shaped(anyObject, data, asked2)["repository"], asked2);
}

export {
  aboutFields,
  aboutOf,
  readAbout,
  repositoryOf
};
