import {
  isElsewhere
} from "./commands.audience-of.js";
import {
  parseRepositoryName,
  repositoryNameOn
} from "./adapters.github.repository-name.js";
import {
  isApiOf
} from "./wiring.ci.github-addresses.js";
import {
  checkedToken
} from "./adapters.checked-token.js";
import {
  version
} from "./model.version.js";
import {
  isLoopback
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";

// src/wiring/forge.ts
async function openForge(environment, repository, config, how = {}) {
  const { sources, visibility } = config;
  const wanted = sources["pull-requests"] !== false || sources.releases !== false;
  if (!wanted && visibility !== "auto") return null;
  const name = await gitHubName(environment, repository);
  const named = parseRepositoryName(name);
  if (name && !named)
    throw new Fault(
      "usage",
      "usage",
      `Cannot read pull requests: GITHUB_REPOSITORY is ${JSON.stringify(name)}, expected OWNER/NAME.`,
      { remedy: "Set GITHUB_REPOSITORY to the repository on GitHub, or unset it." }
    );
  if (!named) {
    if (!isGitLab(environment)) return null;
    const { openGitLabForge } = await import("./wiring.ci.gitlab-forge.js");
    return openGitLabForge(environment, repository, config, how);
  }
  const token = gitHubToken(environment);
  if (token === null) {
    if (!wanted) return null;
    throw new Fault(
      "usage",
      "token-missing",
      `Cannot read the pull requests of ${name}: GITHUB_TOKEN is not set.`,
      { remedy: "Set GITHUB_TOKEN, or set sources.pull-requests (and sources.releases) to false." }
    );
  }
  if (environment.github.isGitea) {
    const { createGiteaForge } = await import("./adapters.gitea.forge.js");
    const { giteaOptions } = await import("./wiring.ci.gitea-place.js");
    return createGiteaForge({
      ...await giteaOptions(environment, repository, named, token),
      ...how
    });
  }
  const { createGitHubForge } = await import("./adapters.github.forge.js");
  return createGitHubForge({ ...gitHubOptions(environment, named, token), ...how });
}
function requireServer({ github: { serverUrl } }) {
  if (/^https?:\/\/[^/]/i.test(serverUrl)) return;
  throw new Fault(
    "usage",
    "insecure-url",
    `Cannot use GITHUB_SERVER_URL: it is ${JSON.stringify(serverUrl)}, expected an address with https://.`,
    { remedy: "Set GITHUB_SERVER_URL to the whole address of the GitHub, or unset it." }
  );
}
function isGitLab({ gitlab }) {
  return gitlab.isRunner || gitlab.givenToken !== null;
}
async function gitHubName({ github }, repository) {
  requireServer({ github });
  const remote = await repository.remote("origin");
  const name = github.repository ?? repositoryNameOn(github.serverUrl, remote);
  const isUnknown = !github.isNamed && remote !== null && isElsewhere(remote) && repositoryNameOn(github.serverUrl, remote) === null;
  if (name === null || github.givenToken === null || !isUnknown) return name;
  throw new Fault(
    "usage",
    "insecure-url",
    "Cannot use GITHUB_TOKEN: `origin` is on another server than github.com, and nothing tells of which the token is.",
    { remedy: "Set GITHUB_SERVER_URL to the GitHub that the token is of." }
  );
}
function gitHubToken({ github }) {
  if (github.givenToken === null) return null;
  if (!isApiOf(github, isLoopback))
    throw new Fault(
      "usage",
      "insecure-url",
      "Cannot use GITHUB_TOKEN: GITHUB_API_URL and GITHUB_SERVER_URL name different servers.",
      { remedy: "Set both to the GitHub that the token is of; the API follows from the server." }
    );
  return checkedToken("GITHUB_TOKEN", github.givenToken);
}
function gitHubOptions({ github, log, clock, proxy }, repository, token) {
  const { apiUrl, graphqlUrl, serverUrl } = github;
  const userAgent = `stack-publish/${version}`;
  return { apiUrl, graphqlUrl, serverUrl, repository, token, userAgent, clock, log, proxy };
}

export {
  openForge,
  requireServer,
  gitHubName,
  gitHubToken,
  gitHubOptions
};
