/** What somebody may do in the project, as GitLab's access levels count it. */
export const levels = { none: 0, guest: 10, reporter: 20, developer: 30, maintainer: 40 } as const;
export type Level = keyof typeof levels;

export interface GitLabUser {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly bot: boolean;
  readonly state: string;
  readonly level: Level;
}

export interface GitLabPipeline {
  readonly id: number;
  /** Who started it. */
  readonly user: GitLabUser;
  readonly ref: string;
  readonly tag: boolean;
  readonly source: string;
  readonly created: number;
}

export type JobStatus = 'created' | 'manual' | 'running' | 'success' | 'failed';

export interface GitLabJob {
  readonly id: number;
  readonly name: string;
  readonly pipeline: GitLabPipeline;
  readonly when: 'on_success' | 'manual';
  readonly environment: string | null;
  /** Who started the pipeline, then who played this job or started it again. */
  readonly user: GitLabUser | null;
  readonly status: JobStatus;
  readonly created: number;
  readonly started: number | null;
  readonly finished: number | null;
  /** Whether it left files. */
  readonly archive: boolean;
  /** What is in them, by path, as far as anybody looks. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether a later job took its place. */
  readonly retried: boolean;
  /** Good while the job runs. */
  readonly token: string;
}

/** Who has to approve deployments to an environment, and how many of them. */
export interface ApprovalRule {
  readonly id: number;
  readonly description: string;
  readonly required: number;
  readonly users: readonly string[];
}

/** `unified`: a number of approvals by whoever may deploy, as older versions have it. */
export interface GitLabEnvironment {
  readonly id: number;
  readonly name: string;
  readonly rules: readonly ApprovalRule[];
  readonly unified: number;
}

export interface GitLabDecision {
  readonly user: GitLabUser | null;
  readonly status: 'approved' | 'rejected';
  readonly comment: string | null;
  readonly created: number;
  /** The rule it belongs to; null: that of the environment as a whole. */
  readonly rule: number | null;
}

export interface GitLabDeployment {
  readonly id: number;
  readonly environment: string;
  readonly job: number;
  /** Who started the job when it was made. */
  readonly user: GitLabUser | null;
  readonly created: number;
  readonly decisions: readonly GitLabDecision[];
}

export interface GitLabMergeRequest {
  readonly iid: number;
  readonly title: string;
  readonly description: string | null;
  readonly labels: readonly string[];
  readonly author: GitLabUser | null;
  readonly state: 'opened' | 'closed' | 'merged';
  /** The branch that it is from. */
  readonly source: string;
  readonly isFork: boolean;
  /** Whether only members may talk. */
  readonly isLocked: boolean;
  readonly target: string;
  readonly created: number;
  readonly updated: number;
  readonly merged: number | null;
  readonly mergeCommit: string | null;
}

export interface GitLabNote {
  readonly id: number;
  readonly mergeRequest: number;
  readonly author: GitLabUser;
  readonly body: string;
  /** Whether GitLab wrote it itself. */
  readonly system: boolean;
  /** Whether only some may read it: a page that it belongs to is shorter for others. */
  readonly hidden: boolean;
  readonly created: number;
  readonly updated: number;
}

export interface GitLabRelease {
  readonly tag: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly created: number;
  /** In the future: it is upcoming. */
  readonly released: number;
  /** The commit of its tag; null where that is gone. */
  readonly commit: string | null;
}

/** A refusal as GitLab's API answers it. */
export class GitLabProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const notFound = (what: string): GitLabProblem =>
  new GitLabProblem(404, `404 ${what} Not Found`);
