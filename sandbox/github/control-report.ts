import type { FakeGitHub } from './fake-github.ts';

/** The whole state, for programs and people. */
export function fakeGitHubReport(fakeGitHub: FakeGitHub): object {
  return {
    url: fakeGitHub.origin,
    repository: fakeGitHub.fullName,
    private: fakeGitHub.private,
    defaultBranch: fakeGitHub.defaultBranch,
    tokens: fakeGitHub.tokens,
    permissions: Object.fromEntries(fakeGitHub.permissions),
    users: fakeGitHub.users.all,
    threads: [...fakeGitHub.threads.values()],
    comments: [...fakeGitHub.comments.values()],
    environments: [...fakeGitHub.environments.values()],
    runs: [...fakeGitHub.runs.values()],
    releases: [...fakeGitHub.releases.values()],
    faults: fakeGitHub.faults.waiting,
    requests: fakeGitHub.log.count,
  };
}
