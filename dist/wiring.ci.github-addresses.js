// src/wiring/ci/github-addresses.ts
function gitHubAddresses(variables) {
  const given = (name) => variables[name]?.trim().replace(/\/+$/, "") || null;
  const api = given("GITHUB_API_URL");
  const server = given("GITHUB_SERVER_URL") ?? (api === null ? "https://github.com" : serverOf(api));
  const apiUrl = api ?? apiOf(server);
  const graphqlUrl = given("GITHUB_GRAPHQL_URL") ?? `${apiUrl.replace(/\/v3$/, "")}/graphql`;
  const isNamed = api !== null || given("GITHUB_SERVER_URL") !== null;
  return { serverUrl: server, apiUrl, graphqlUrl, isNamed };
}
function isApiOf({ serverUrl, apiUrl }, isLocal) {
  const host = URL.parse(apiUrl)?.hostname ?? "";
  const server = URL.parse(serverUrl)?.hostname ?? "";
  return host === server || host === `api.${server}` || isLocal(host);
}
function isGiteaApi(apiUrl) {
  return apiUrl.endsWith("/api/v1");
}
function apiOf(server) {
  const { protocol, host = "" } = URL.parse(server) ?? {};
  const hosted = host === "github.com" || host.endsWith(".ghe.com");
  return hosted ? `${protocol}//api.${host}` : `${server}/api/v3`;
}
function serverOf(api) {
  return api.replace(/\/api\/v[13]$/, "").replace(/^(https:\/\/)api\.(github\.com|[\w-]+\.ghe\.com)$/i, "$1$2");
}

export {
  gitHubAddresses,
  isApiOf,
  isGiteaApi
};
