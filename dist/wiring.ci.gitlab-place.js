import {
  isLoopback
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";

// src/wiring/ci/remote-place.ts
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
function isSameRepository(one, other) {
  const [a, b] = [remotePlace(one), remotePlace(other)];
  if (!a || !b || a.path === "") return false;
  const hostOf = ({ host }) => (a.isWeb && b.isWeb ? host : host.replace(/:\d+$/, "")).toLowerCase();
  return hostOf(a) === hostOf(b) && a.path.toLowerCase() === b.path.toLowerCase();
}
function plain(path) {
  return path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
}

// src/wiring/ci/gitlab-place.ts
async function gitLabPlace(gitlab, repository) {
  const origin = remotePlace(await repository.remote("origin"));
  const own = origin && /gitlab/i.test(origin.host) ? `${origin.server}/api/v4` : null;
  const apiUrl = gitlab.apiUrl ?? own;
  if (apiUrl === null) return null;
  const host = URL.parse(apiUrl)?.host ?? "";
  if (!isHostOf(origin, host))
    throw new Fault(
      "usage",
      "insecure-url",
      `Cannot ask GitLab: CI_API_V4_URL is on ${host || "no host"}, and the remote \`origin\` on ${origin?.host ?? "no other machine"}.`,
      {
        remedy: "Leave CI_API_V4_URL as the runner sets it; unset it in a job that checks out a repository of another forge."
      }
    );
  const serverUrl = apiUrl.replace(/\/api\/v4$/, "");
  const path = pathBelow(new URL(serverUrl).pathname, origin?.path ?? null);
  return { serverUrl, apiUrl, project: path ?? gitlab.project };
}
function isHostOf(origin, host) {
  const name = host.replace(/:\d+$/, "");
  if (!origin) return isLoopback(name);
  const home = origin.host.replace(/:\d+$/, "");
  if (isLoopback(home)) return isLoopback(name);
  return origin.isWeb ? host === origin.host : name === home;
}
function pathBelow(prefix, path) {
  const start = plain(prefix);
  if (path === null || path === "") return null;
  if (start === "") return path;
  return path.startsWith(`${start}/`) ? path.slice(start.length + 1) : null;
}

export {
  remotePlace,
  isSameRepository,
  gitLabPlace
};
