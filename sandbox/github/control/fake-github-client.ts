import type { ControlCall } from '../../control/control-call.ts';
import type { FaultSpec } from '../../exchange/fault-queue.ts';
import type { LogEntry } from '../../exchange/request-log.ts';
import type { Comment, Environment, Release, Run, Thread } from '../records.ts';
import type { GitHubTokenName, PermissionName } from '../tokens.ts';
import type { Role, User } from '../users.ts';
import type { FileInput } from './put-file.ts';
import type { ReleaseInput } from './put-release.ts';
import type { GitHubReport } from './github-report.ts';
import type { NewRepositoryInput } from './repository-commands.ts';
import type { PullInput } from './put-pull.ts';
import type { ApprovalInput, EnvironmentInput, RunInput } from './run-commands.ts';

export type GivenPermissions = Readonly<Partial<Record<PermissionName, 'read' | 'write' | 'none'>>>;

/** Drives the sandbox's GitHub. Every method throws a `Fault` (usage) where the call is refused. */
export interface FakeGitHubClient {
  /** The same of another repository, OWNER/NAME, of this GitHub. */
  at(repository: string): FakeGitHubClient;
  /** Makes another repository of the organisation. */
  newRepository(repository: NewRepositoryInput): Promise<void>;
  /** Commits files to a branch, the default one where none is named; null takes one away. */
  commit(files: Readonly<Record<string, string | null>>, branch?: string): Promise<void>;
  /** Merges a pull request. */
  merge(number: number): Promise<void>;
  state(): Promise<GitHubReport>;
  /** The requests after a number, git's too, oldest first. */
  log(since?: number): Promise<LogEntry[]>;
  repository(change: {
    private?: boolean;
    defaultBranch?: string;
    plan?: 'team' | 'enterprise';
  }): Promise<void>;
  /** What a workflow's `permissions:` block gives the token; null: the default again. */
  permissions(permissions: GivenPermissions | null, token?: GitHubTokenName): Promise<void>;
  /** Adds somebody, or gives a role to who is there. */
  user(user: { login: string; id?: number; type?: User['type']; role?: Role }): Promise<User>;
  /** Opens a pull request, or changes the one with this number. */
  pullRequest(pull: PullInput): Promise<Thread>;
  /** Opens many at once, and returns their numbers. */
  pullRequests(pulls: readonly PullInput[]): Promise<number[]>;
  /** Makes these the labels of the repository. */
  labels(names: readonly string[]): Promise<void>;
  label(number: number, change: { add?: string[]; remove?: string[] }): Promise<Thread>;
  comment(number: number, by: string, body: string, app?: string): Promise<Comment>;
  editComment(id: number, body: string, by?: string): Promise<Comment>;
  deleteComment(id: number): Promise<void>;
  environment(environment: EnvironmentInput): Promise<Environment>;
  deleteEnvironment(name: string): Promise<void>;
  run(run: RunInput): Promise<Run>;
  /** Starts another attempt. */
  rerun(run: number, by: string): Promise<Run>;
  approve(approval: ApprovalInput): Promise<Run>;
  /** Makes a release, or changes the one with this tag. */
  release(release: ReleaseInput): Promise<Release>;
  deleteRelease(tag: string): Promise<void>;
  /** Puts a file into another repository of this GitHub. */
  file(file: FileInput): Promise<void>;
  fault(...faults: FaultSpec[]): Promise<void>;
  clearFaults(): Promise<void>;
  /** Leaves a token so many requests in its hour. */
  rateLimit(token: GitHubTokenName, remaining: number): Promise<void>;
}

/** A client over a call: in this process (`sandbox.control`) or over HTTP (`controlOver(url)`). */
export function fakeGitHubClient(call: ControlCall, root = 'github'): FakeGitHubClient {
  const post = async <Result>(name: string, body: object): Promise<Result> =>
    (await call(`${root}/${name}`, body)) as Result;
  return {
    at: (repository) => fakeGitHubClient(call, `github/repositories/${repository}`),
    newRepository: (repository) => post('new-repository', repository),
    commit: (files, branch) => post('commit', { files, ...(branch !== undefined && { branch }) }),
    merge: (number) => post('merge', { number }),
    state: async () => (await call(root)) as GitHubReport,
    log: async (since = 0) => (await call(`${root}/log?since=${since}`)) as LogEntry[],
    repository: (change) => post('repository', change),
    permissions: (permissions, token = 'job') => post('permissions', { token, permissions }),
    user: (user) => post('user', user),
    pullRequest: (pull) => post('pull-request', pull),
    pullRequests: (pulls) => post('pull-requests', { pulls }),
    labels: (names) => post('labels', { names }),
    label: (number, change) => post('label', { number, ...change }),
    comment: (number, by, body, app) =>
      post('comment', { number, by, body, ...(app !== undefined && { app }) }),
    editComment: (id, body, by) =>
      post('edit-comment', { id, body, ...(by !== undefined && { by }) }),
    deleteComment: (id) => post('delete-comment', { id }),
    environment: (environment) => post('environment', environment),
    deleteEnvironment: (name) => post('delete-environment', { name }),
    run: (run) => post('run', run),
    rerun: (run, by) => post('rerun', { run, by }),
    approve: (approval) => post('approve', approval),
    release: (release) => post('release', release),
    deleteRelease: (tag) => post('delete-release', { tag }),
    file: (file) => post('file', file),
    fault: (...faults) => post('faults', faults),
    clearFaults: () => post('clear-faults', {}),
    rateLimit: (token, remaining) => post('rate-limit', { token, remaining }),
  };
}
