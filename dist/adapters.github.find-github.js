import {
  version
} from "./model.version.js";

// src/adapters/http/proxy-of.ts
function proxyOf(env) {
  return {
    https: env["HTTPS_PROXY"] ?? env["https_proxy"],
    exclude: env["NO_PROXY"] ?? env["no_proxy"]
  };
}

// src/adapters/github/find-github.ts
async function gitHubName(env, repository) {
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  return env["GITHUB_REPOSITORY"] ?? nameOn(server, await repository.remote("origin"));
}
function repositoryNamed(text) {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? "") ?? [];
  return owner && name ? { owner, name } : null;
}
function gitHubOptions({ env, log, clock }, repository, token) {
  const apiUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
  const graphqlUrl = env["GITHUB_GRAPHQL_URL"] ?? `${apiUrl}/graphql`;
  const userAgent = `stack-publish/${version}`;
  return { apiUrl, graphqlUrl, repository, token, userAgent, clock, log, proxy: proxyOf(env) };
}
function nameOn(server, address) {
  const host = URL.parse(server)?.hostname;
  const remote = /^(?:https:\/\/(?:[^/@]*@)?|ssh:\/\/git@|git@)([^/:]+)[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(
    address ?? ""
  );
  return remote && remote[1] === host ? remote[2] ?? null : null;
}

export {
  proxyOf,
  gitHubName,
  repositoryNamed,
  gitHubOptions
};
