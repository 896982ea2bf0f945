import {
  isLoopback
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";

// src/wiring/ci/gitlab-place.ts
async function gitLabPlace(gitlab, repository) {
  const origin = remotePlace(await repository.remote("origin"));
  const apiUrl = gitlab.apiUrl ?? (origin && `${origin.server}/api/v4`);
  const api = URL.parse(apiUrl ?? "");
  if (!api || apiUrl === null)
    throw elsewhere(
      gitlab.apiUrl === null ? "nothing names a GitLab" : "CI_API_V4_URL is no address",
      "Leave CI_API_V4_URL as the runner sets it, or add the remote `origin`."
    );
  if (!isHostOf(origin, api.host))
    throw elsewhere(
      `CI_API_V4_URL is on ${api.host}, and the remote \`origin\` on ${origin?.host ?? "no other machine"}`,
      "Use the GitLab that `origin` is on: leave the variable as the runner sets it."
    );
  const serverUrl = apiUrl.replace(/\/api\/v4$/, "");
  const path = pathBelow(new URL(serverUrl).pathname, origin?.path ?? null);
  return { serverUrl, apiUrl, project: path ?? gitlab.project };
}
async function gitLabPlaceOrNone(...given) {
  try {
    return await gitLabPlace(...given);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
function remotePlace(address) {
  const given = address ?? "";
  const [, scpHost, scpPath] = /^(?:[^@/:]+@)?([^/:@]{2,}):(?!\/\/)(.+)$/.exec(given) ?? [];
  if (scpHost !== void 0 && scpPath !== void 0)
    return { host: scpHost, isWeb: false, server: `https://${scpHost}`, path: plain(scpPath) };
  const url = URL.parse(given);
  if (!url || url.hostname === "") return null;
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const host = isWeb ? url.host : url.hostname;
  return {
    host,
    isWeb,
    server: `${isWeb ? url.protocol : "https:"}//${host}`,
    path: plain(url.pathname)
  };
}
function isHostOf(origin, host) {
  const name = host.replace(/:\d+$/, "");
  if (!origin) return isLoopback(name);
  const home = origin.host.replace(/:\d+$/, "");
  if (isLoopback(home)) return isLoopback(name);
  return origin.isWeb ? host === origin.host : name === home;
}
function plain(path) {
  return path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
}
function pathBelow(prefix, path) {
  const start = plain(prefix);
  if (path === null || path === "") return null;
  if (start === "") return path;
  return path.startsWith(`${start}/`) ? path.slice(start.length + 1) : null;
}
function elsewhere(seen, remedy) {
  return new Fault("usage", "insecure-url", `Cannot ask GitLab: ${seen}.`, { remedy });
}

export {
  gitLabPlace,
  gitLabPlaceOrNone
};
