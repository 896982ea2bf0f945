import type { BranchPolicy, EnvironmentRules } from './approval-forge.ts';
import type { RequestCount } from './site.ts';

/** What of a repository its set-up depends on. Its texts are hostile. */
export interface ForgeRepository {
  readonly defaultBranch: string;
  /** Whether its environments may have required reviewers; null where the forge does not tell. */
  readonly mayHaveReviewers: boolean | null;
}

/** Somebody who can be asked for an approval, as the forge knows them. */
export interface Reviewer {
  readonly type: 'User' | 'Team';
  readonly id: number;
}

/** All that can be set of an environment. */
export interface EnvironmentSettings {
  readonly reviewers: readonly Reviewer[];
  readonly preventSelfReview: boolean;
  /** In minutes. */
  readonly waitTimer: number;
  readonly branches: EnvironmentRules['branches'];
}

/** An environment as it is. */
export interface FoundEnvironment extends EnvironmentSettings {
  readonly id: number;
  /** Whether an administrator may pass by its reviewers; null where the forge does not tell. */
  readonly adminsBypass: boolean | null;
}

/** What a label is to look like: `color` without `#`. */
export interface NewLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/**
 * A forge, as far as a repository there is set up for publishing. Methods throw a `Fault` of kind
 * `forge`: `forge-refused` where the token may not, or the forge does not take it.
 */
export interface ForgeSetup {
  repository(): Promise<ForgeRepository>;
  /** Which of these labels there are, as they are given. */
  labelsAmong(names: readonly string[]): Promise<readonly string[]>;
  createLabel(label: NewLabel): Promise<void>;
  /** Null where there is no such environment, or not for this token. */
  environment(name: string): Promise<FoundEnvironment | null>;
  /** All that an environment lists; null where the forge finds no such list. */
  branchesOf(environment: string): Promise<readonly BranchPolicy[] | null>;
  /** Creates an environment, or puts all of these in the place of what it has. */
  putEnvironment(name: string, settings: EnvironmentSettings): Promise<FoundEnvironment>;
  /** Lets a branch deploy to an environment that lists its branches; nothing where it may already. */
  addBranch(environment: string, branch: string): Promise<void>;
  /** The names of an environment's secrets; null where the token may not see them. */
  secretsOf(environment: string): Promise<readonly string[] | null>;
  /** Who a login or `ORGANISATION/TEAM` is; null where there is nobody of that name. */
  reviewer(name: string): Promise<Reviewer | null>;
  readonly requests: RequestCount;
}
