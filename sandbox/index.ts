// What the command line, the demo and the tests use of the sandbox.
export { controlOver } from './control/control-call.ts';
export type { FaultSpec } from './exchange/fault-queue.ts';
export type { LogEntry } from './exchange/request-log.ts';
export {
  fakeGitHubClient,
  type FakeGitHubClient,
  type GivenPermissions,
} from './github/control/fake-github-client.ts';
export type { PullInput } from './github/control/put-pull.ts';
export type { EnvironmentInput } from './github/control/run-commands.ts';
export type { Comment, Run } from './github/records.ts';
export type { GitHubTokenName, PermissionName } from './github/tokens.ts';
export { fakeStackClient, type FakeStackClient } from './stack/control/fake-stack-client.ts';
export type { Post, StoredAnswer } from './stack/post.ts';
export type { SwitchesPatch } from './stack/switches.ts';
export {
  startSandbox,
  type GitHubOptions,
  type Sandbox,
  type SandboxOptions,
} from './start-sandbox.ts';
export type { SandboxTime } from './exchange/sandbox-time.ts';
