import {
  isLoopback
} from "./adapters.http.pinned-origin.js";

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
function isHostOf(remote, host) {
  const name = host.replace(/:\d+$/, "");
  if (!remote) return isLoopback(name);
  const home = remote.host.replace(/:\d+$/, "");
  if (isLoopback(home)) return isLoopback(name);
  return remote.isWeb ? host === remote.host : name === home;
}
function plain(path) {
  return path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
}

export {
  remotePlace,
  isSameRepository,
  isHostOf,
  plain
};
