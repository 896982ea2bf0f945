import {
  settingsFor
} from "./adapters.git.git-environment.js";
import {
  gitHubToken
} from "./wiring.forge.shared.js";
import {
  checkedToken
} from "./adapters.checked-token.js";
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

// src/adapters/git/remote-access.ts
function remoteAccess(options) {
  const { addresses, token, user = "x-access-token" } = options;
  const server = URL.parse(options.server);
  const secure = server?.protocol === "https:" || isLoopback(server?.hostname ?? "");
  const ofForge = addresses.every((address) => URL.parse(address)?.origin === server?.origin);
  const local = addresses.every((address) => folder.test(address));
  if (!token || !server || !secure || !ofForge || addresses.length === 0) return { env: {}, local };
  const key = `http.${server.origin}/.extraheader`;
  const basic = Buffer.from(`${user}:${token}`).toString("base64");
  const env = {
    GIT_ALLOW_PROTOCOL: server.protocol.slice(0, -1),
    ...settingsFor([
      // An empty value clears what the checkout may have left: two headers are refused by the forge.
      [key, ""],
      [key, `AUTHORIZATION: basic ${basic}`],
      ["credential.helper", ""]
    ])
  };
  return { env, local };
}
var folder = /^(?:file:|[a-z]:[\\/]|[^:]*(?:\/|$))/i;

// src/wiring/ci/gitlab-token.ts
function gitLabToken({
  givenToken,
  jobToken
}) {
  if (givenToken !== null)
    return { kind: "access", value: checkedToken("GITLAB_TOKEN", givenToken) };
  if (jobToken !== null) return { kind: "job", value: checkedToken("CI_JOB_TOKEN", jobToken) };
  return { kind: "none" };
}

// src/wiring/origin.ts
async function originOf(environment, repository, addresses) {
  const access = await accessOf(environment, repository, addresses);
  const sshCommand = await repository.sshCommand();
  return { root: repository.root, name: "origin", ...access, sshCommand };
}
async function accessOf(environment, repository, addresses) {
  const token = gitHubToken(environment) ?? void 0;
  const server = environment.github.serverUrl;
  const gitHub = remoteAccess({ addresses, server, token });
  const given = gitLabToken(environment.gitlab);
  const isWeb = addresses.some((address) => /^https?:/i.test(address));
  if (Object.keys(gitHub.env).length > 0 || given.kind === "none" || !isWeb) return gitHub;
  const place = await gitLabPlace(environment.gitlab, repository);
  return remoteAccess({
    addresses,
    server: place.serverUrl,
    token: given.value,
    user: given.kind === "job" ? "gitlab-ci-token" : "oauth2"
  });
}

export {
  gitLabPlace,
  originOf
};
