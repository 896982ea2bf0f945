import type { Instant } from '../model/post.ts';
import type { RequestCount } from './site.ts';

/** Somebody as Azure DevOps names them. */
export interface RunIdentity {
  readonly id: string;
  readonly name: string;
  /** `User` for a person, `Group`, or `Bot` for an account of Azure's own and of programs. */
  readonly type: string;
}

/** One place of an approval to fill: whoever was asked, and who answered. */
export interface ApprovalStep {
  /** `approved`, `pending`, `rejected`, `skipped` and others. */
  readonly status: string;
  /** Who answered; null where nobody did. */
  readonly by: RunIdentity | null;
  readonly at: Instant | null;
}

/** An approval that a stage waited for. */
export interface StageApproval {
  readonly id: string;
  readonly status: string;
  /** How many have to approve; 0: everyone who was asked. */
  readonly required: number;
  readonly steps: readonly ApprovalStep[];
}

/** An entry of a run's timeline: a `Stage`, `Phase`, `Job`, `Checkpoint`, `Checkpoint.Approval`, … */
export interface RunRecord {
  readonly id: string;
  readonly parent: string | null;
  readonly type: string;
  /** `pending`, `inProgress` or `completed`. */
  readonly state: string;
  readonly attempt: number;
  readonly started: Instant | null;
  readonly ended: Instant | null;
}

/** A run of a pipeline. */
export interface PipelineRun {
  /** Its page. */
  readonly address: string;
  /** The address that its agents clone; null where Azure DevOps does not tell it. */
  readonly repository: string | null;
  /** The full name, such as `refs/heads/main`. */
  readonly ref: string;
  readonly commit: string;
  /** `inProgress` while it runs. */
  readonly status: string;
  readonly isOfPullRequest: boolean;
}

/** What Azure DevOps can tell about who approved. Methods throw a `Fault` of kind `forge`. */
export interface RunForge {
  run(): Promise<PipelineRun>;
  /** The run's latest timeline. */
  records(): Promise<readonly RunRecord[]>;
  approval(id: string): Promise<StageApproval>;
  readonly requests: RequestCount;
}
