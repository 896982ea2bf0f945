import {
  gitHubOptions,
  gitHubToken
} from "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.checked-token.js";
import {
  parseRepositoryName
} from "./adapters.github.repository-name.js";
import "./model.version.js";
import "./wiring.ci.github-addresses.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// src/wiring/pull-comments.ts
async function openPullComments(environment) {
  const repository = parseRepositoryName(environment.github.repository);
  const token = repository && gitHubToken(environment);
  if (!repository || !token) return null;
  const github = await import("./adapters.github.pull-comments.js");
  const how = { retry: false, timeouts: { connectMs: 5e3, headersMs: 1e4, bodyMs: 1e4 } };
  return github.openPullComments({ ...gitHubOptions(environment, repository, token), ...how });
}
export {
  openPullComments
};
