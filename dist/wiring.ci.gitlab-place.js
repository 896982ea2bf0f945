import {
  isHostOf,
  plain,
  remotePlace
} from "./wiring.ci.remote-place.js";
import {
  Fault
} from "./model.error.js";

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
function pathBelow(prefix, path) {
  const start = plain(prefix);
  if (path === null || path === "") return null;
  if (start === "") return path;
  return path.startsWith(`${start}/`) ? path.slice(start.length + 1) : null;
}

export {
  gitLabPlace
};
