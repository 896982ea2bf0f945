import type { Team, User } from './users.ts';

/** Times are in milliseconds since 1970 UTC, of which GitHub shows whole seconds. */
export type Instant = number;

/** An issue or a pull request: the two share their numbers and their comments. */
export interface Thread {
  readonly kind: 'pull' | 'issue';
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly labels: readonly string[];
  /** Null where the account was deleted. */
  readonly author: User | null;
  readonly state: 'open' | 'closed' | 'merged';
  readonly base: string;
  readonly head: string;
  /** Whether its branch is of a fork. */
  readonly fork: boolean;
  readonly created: Instant;
  readonly updated: Instant;
  readonly closed: Instant | null;
  readonly merged: Instant | null;
  readonly mergedBy: User | null;
  readonly mergeCommit: string | null;
  readonly lastEdited: Instant | null;
}

export const reactionContents = [
  '+1',
  '-1',
  'laugh',
  'confused',
  'heart',
  'hooray',
  'rocket',
  'eyes',
] as const;
type ReactionContent = (typeof reactionContents)[number];

export interface Reaction {
  readonly id: number;
  readonly content: ReactionContent;
  readonly user: User;
  readonly created: Instant;
}

export interface Comment {
  /** Beyond 2^31, as on the real site. */
  readonly id: number;
  readonly thread: number;
  readonly author: User | null;
  readonly body: string;
  readonly created: Instant;
  readonly updated: Instant;
  readonly lastEdited: Instant | null;
  readonly editor: User | null;
  /** The app through which a person wrote it. */
  readonly app: string | null;
  readonly reactions: readonly Reaction[];
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly reviewers: readonly User[];
  /** Those that may review beside these people. */
  readonly teams: readonly Team[];
  /** The names of its secrets. */
  readonly secrets: readonly string[];
  readonly preventSelfReview: boolean;
  /** In minutes. */
  readonly waitTimer: number;
  readonly adminsBypass: boolean;
  /** Which branches may deploy: all, the protected ones, or those that fit a pattern. */
  readonly branches: 'all' | 'protected' | readonly string[];
  /** The patterns of tags that may deploy beside listed branches. */
  readonly tags: readonly string[];
  readonly created: Instant;
}

export interface Approval {
  readonly environments: readonly string[];
  readonly state: 'approved' | 'rejected';
  readonly user: User;
  readonly comment: string;
}

export interface Attempt {
  readonly number: number;
  readonly triggeredBy: User;
  readonly started: Instant;
  readonly status: 'queued' | 'in_progress' | 'waiting' | 'completed';
  readonly conclusion: 'success' | 'failure' | 'cancelled' | null;
}

export interface Run {
  readonly id: number;
  readonly number: number;
  readonly event: string;
  /** The workflow's file. */
  readonly path: string;
  readonly branch: string;
  readonly sha: string;
  readonly actor: User;
  readonly created: Instant;
  readonly attempts: readonly Attempt[];
  readonly approvals: readonly Approval[];
  /** Environments that the run waits for. */
  readonly waitsFor: readonly string[];
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly name: string | null;
  readonly body: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  /** What its tag is made at, where it is not there. */
  readonly target: string;
  readonly author: User;
  /** On the real site that of its commit. */
  readonly created: Instant;
  /** Null for a draft. */
  readonly published: Instant | null;
  readonly updated: Instant;
}

/** Another repository of the same GitHub, of which single files are served. */
export interface OtherRepository {
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  /** By `REF:PATH`; the default branch is HEAD. */
  readonly files: ReadonlyMap<string, string>;
}
