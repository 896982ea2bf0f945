// What the command line, the demo and the tests use of the sandbox.
export {
  controlClient as fakeStackClient,
  controlOver,
  type ControlClient as FakeStackClient,
} from './control-client.ts';
export type { FaultSpec } from './exchange/fault-queue.ts';
export type { LogEntry } from './exchange/request-log.ts';
export type { EnvironmentInput } from './github/control-commands.ts';
export {
  fakeGitHubClient,
  type FakeGitHubClient,
  type GivenPermissions,
} from './github/fake-github-client.ts';
export type { PullInput } from './github/put-pull.ts';
export type { Comment, Run } from './github/records.ts';
export type { PermissionName, TokenName as GitHubTokenName } from './github/tokens.ts';
export type { Post, StoredAnswer } from './stack/post.ts';
export type { SwitchesPatch } from './stack/switches.ts';
export { startSandbox, type GitHubOptions, type Sandbox, type SandboxOptions } from './start.ts';
