import {
  isHostOf,
  remotePlace
} from "./wiring.ci.remote-place.js";
import {
  checkedToken
} from "./adapters.checked-token.js";
import {
  version
} from "./model.version.js";
import {
  Fault
} from "./model.error.js";

// src/wiring/ci/gitea-place.ts
async function giteaOptions({ github, log, clock, proxy }, repository, named, token) {
  const { apiUrl } = github;
  const host = URL.parse(apiUrl)?.host ?? "";
  const origin = remotePlace(await repository.remote("origin"));
  if (!isHostOf(origin, host))
    throw new Fault(
      "usage",
      "insecure-url",
      `Cannot ask Gitea: GITHUB_API_URL is on ${host || "no host"}, and the remote \`origin\` on ${origin?.host ?? "no other machine"}.`,
      { remedy: "Leave GITHUB_API_URL as the runner sets it, and `origin` as it was cloned." }
    );
  const userAgent = `stack-publish/${version}`;
  return { apiUrl, repository: named, token, userAgent, log, clock, proxy };
}
function rolesToken({ github }) {
  const given = github.givenRolesToken;
  return given === null ? null : checkedToken("GITEA_ROLES_TOKEN", given);
}

export {
  giteaOptions,
  rolesToken
};
