import type { WaitingFault } from '../../exchange/fault-queue.ts';
import type { FakeGitHub } from '../fake-github.ts';
import type { Comment, Environment, Release, Run, Thread } from '../records.ts';
import type { GitHubTokenName, Permissions } from '../tokens.ts';
import type { Role, User } from '../users.ts';

/** Everything about GitHub but its git repository. */
export interface GitHubReport {
  readonly url: string;
  /** OWNER/NAME. */
  readonly repository: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly tokens: Readonly<Record<GitHubTokenName, string>>;
  /** Of the tokens whose permissions a control call has set. */
  readonly permissions: Readonly<Record<string, Permissions>>;
  readonly users: readonly (User & { readonly role: Role })[];
  readonly threads: readonly Thread[];
  readonly comments: readonly Comment[];
  readonly environments: readonly Environment[];
  readonly labels: readonly string[];
  readonly runs: readonly Run[];
  readonly releases: readonly Release[];
  readonly faults: readonly WaitingFault[];
  /** How many requests there were, git's too. */
  readonly requests: number;
}

/** The whole state, for programs and people. */
export function gitHubReport(github: FakeGitHub): GitHubReport {
  return {
    url: github.origin,
    repository: github.fullName,
    private: github.private,
    defaultBranch: github.defaultBranch,
    tokens: github.tokens,
    permissions: Object.fromEntries(github.permissions),
    users: github.users.all,
    threads: [...github.threads.values()],
    comments: [...github.comments.values()],
    environments: [...github.environments.values()],
    labels: [...github.labels],
    runs: [...github.runs.values()],
    releases: [...github.releases.values()],
    faults: github.faults.waiting,
    requests: github.log.count,
  };
}
