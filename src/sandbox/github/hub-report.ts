import type { Hub } from './hub.ts';

/** The whole state, for programs and people. */
export function hubReport(hub: Hub): object {
  return {
    url: hub.origin,
    repository: hub.fullName,
    private: hub.private,
    defaultBranch: hub.defaultBranch,
    tokens: hub.tokens,
    permissions: Object.fromEntries(hub.permissions),
    users: hub.users.all,
    threads: [...hub.threads.values()],
    comments: [...hub.comments.values()],
    environments: [...hub.environments.values()],
    runs: [...hub.runs.values()],
    releases: [...hub.releases.values()],
    faults: hub.faults.waiting,
    requests: hub.log.count,
  };
}
