import {
  gitLabPlace
} from "./wiring.ci.gitlab-place.js";
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

// src/wiring/ci/gitlab-token.ts
function readingTokens(gitlab) {
  const token = gitLabToken(gitlab);
  const spare = token.kind === "access" && gitlab.jobToken !== null;
  return { token, ...spare && { spare: gitLabToken({ ...gitlab, givenToken: null }) } };
}
function commentToken({
  givenCommentToken: given,
  givenToken
}) {
  if (given !== null) return { kind: "access", value: checkedToken("GITLAB_COMMENT_TOKEN", given) };
  return givenToken === null ? null : gitLabToken({ givenToken, jobToken: null });
}
function gitLabToken({ givenToken, jobToken }) {
  if (givenToken !== null)
    return { kind: "access", value: checkedToken("GITLAB_TOKEN", givenToken) };
  if (jobToken !== null) return { kind: "job", value: checkedToken("CI_JOB_TOKEN", jobToken) };
  return { kind: "none" };
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
  if (!place) return gitHub;
  return remoteAccess({
    addresses,
    server: place.serverUrl,
    token: given.value,
    user: given.kind === "job" ? "gitlab-ci-token" : "oauth2"
  });
}

export {
  readingTokens,
  commentToken,
  originOf
};
