import type { Instant } from '../model/post.ts';

/** An account. `type` is `User` for a person. */
interface ForgeUser {
  readonly id: number;
  readonly login: string;
  readonly type: string;
}

/** A run of a workflow, in one of its attempts. */
export interface WorkflowRun {
  readonly event: string;
  /** From 1. */
  readonly attempt: number;
  /** Who started the run, and who started this attempt; null where the account is gone. */
  readonly actor: ForgeUser | null;
  readonly triggeringActor: ForgeUser | null;
  /** When the run was, not the attempt. */
  readonly created: Instant;
}

/** One decision about the environments that a run waited for. */
interface RunReview {
  readonly environments: readonly string[];
  readonly state: string;
  readonly user: ForgeUser | null;
}

/** What guards an environment. */
export interface EnvironmentRules {
  readonly reviewers: number;
  /** Which branches may deploy to it: all, the protected ones, or those that it lists. */
  readonly branches: 'all' | 'protected' | 'listed';
}

/** What an environment lists as free to deploy to it. */
export interface BranchPolicy {
  /** A name or a pattern. */
  readonly name: string;
  /** `branch` or `tag`. */
  readonly type: string;
}

/** A comment, as it is now. Its body is hostile. */
export interface ForgeComment {
  readonly id: number;
  readonly author: ForgeUser | null;
  readonly body: string;
  readonly created: Instant;
  /** The number of its issue or pull request. */
  readonly thread: number;
  readonly edited: boolean;
  /** Whether an app wrote it, or a person by way of one. */
  readonly viaApp: boolean;
}

/** What became of a comment's command: all done, not all of it carried out, or something failed. */
export type Reaction = 'rocket' | 'confused' | '-1';

/** What a forge can tell of an approval. Methods throw a `Fault` of kind `forge`. */
export interface ApprovalForge {
  /** What people call it. */
  readonly name: string;
  defaultBranch(): Promise<string>;
  /**
   * A run in its newest attempt, unless another one is named. Null where the forge denies it to the
   * token: not allowed, or not found.
   */
  workflowRun(id: number, attempt?: number): Promise<WorkflowRun | null>;
  reviewsOf(run: number): Promise<readonly RunReview[]>;
  /** Null where there is no such environment. */
  environment(name: string): Promise<EnvironmentRules | null>;
  /** All that an environment lists; null where the forge finds no such list. */
  branchesOf(environment: string): Promise<readonly BranchPolicy[] | null>;
  /** Somebody and their role here, as the forge sums it up over teams and the organisation. */
  roleOf(login: string): Promise<{ readonly user: ForgeUser; readonly role: string } | null>;
  /** Null where it was deleted. */
  comment(id: number): Promise<ForgeComment | null>;
  /** The id of a pull request's author; null where the account is gone. */
  authorOf(pull: number): Promise<number | null>;
  /**
   * When the descriptions of these pull requests, and the release of a tag, were last edited; nothing for
   * one that never was.
   */
  lastEdits(of: {
    readonly pulls: readonly number[];
    readonly release: string | null;
  }): Promise<readonly Instant[]>;
  /** The forge's clock, as its answers told it: never behind; our own before the first. */
  now(): Instant;
  /** Answers a comment with a sign. */
  react(comment: number, reaction: Reaction): Promise<void>;
}
