import {
  repositoryOf
} from "./adapters.github.repository-about.js";
import {
  shaped
} from "./adapters.github.open-github.js";
import {
  partOf
} from "./adapters.http.in-flight-pacer.js";
import {
  nullable,
  text
} from "./adapters.shape.js";

// src/adapters/github/labels.ts
var asked = { doing: "read the labels", permissions: "pull-requests: read" };
var label = nullable(partOf({ name: text }));
async function readLabels(github, names) {
  const variables = names.map((_, index) => `$name${index}: String!`).join(", ");
  const fields = names.map((_, index) => `label${index}: label(name: $name${index}) { name }`);
  const query = `query Labels($owner: String!, $name: String!, ${variables}) {
  repository(owner: $owner, name: $name) { ${fields.join(" ")} }
}`;
  const values = Object.fromEntries(names.map((name, index) => [`name${index}`, name]));
  const data = await github.graphql(asked, query, { ...github.repository, ...values });
  const repository = repositoryOf(data, asked);
  return names.filter((_, index) => shaped(label, repository[`label${index}`], asked) !== null);
}

export {
  readLabels
};
