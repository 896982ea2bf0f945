import type { Instant } from '../model/post.ts';
import type { RequestCount } from './site.ts';

/** An account of a GitLab. `type` is `User` for a person who may act. */
export interface JobUser {
  readonly id: number;
  readonly login: string;
  readonly type: string;
}

/** The job that a token is of. */
export interface OwnJob {
  readonly id: number;
  readonly project: number;
  readonly pipeline: number;
  /** Whether another pipeline started its own: files that it is given may be from there. */
  readonly isDownstream: boolean;
  /** The branch or tag that its pipeline is for. */
  readonly ref: string;
  readonly isTag: boolean;
  /** Who started this job; else who started its pipeline. Null where the account is gone. */
  readonly user: JobUser | null;
  /** Whether a person has to start it; null where the forge does not tell. */
  readonly isManual: boolean | null;
  /** When it was made; null where the forge does not tell. */
  readonly created: Instant | null;
  readonly started: Instant;
  /** Its page. */
  readonly address: string;
}

/** A decision about a deployment. */
export interface DeploymentDecision {
  readonly user: JobUser | null;
  /** `approved`, or anything else. */
  readonly status: string;
  readonly at: Instant;
}

/** The deployment of a job, and what was decided about it. */
export interface JobDeployment {
  readonly environment: string;
  /** Who it was made for: who started the pipeline, or this job again. */
  readonly user: JobUser | null;
  /** How many approvals it still waits for. */
  readonly pending: number;
  /** Decisions that belong to no rule; those of rules may stand here once more. */
  readonly decisions: readonly DeploymentDecision[];
  readonly rules: readonly {
    readonly required: number;
    readonly decisions: readonly DeploymentDecision[];
  }[];
}

/** A job of a pipeline, as its list has it. */
export interface PipelineJob {
  readonly id: number;
  readonly user: JobUser | null;
  /** When it left files for later jobs; null where it left none, or did not end yet. */
  readonly leftFiles: Instant | null;
}

/** What GitLab can tell the token of a job about who approved. Methods throw a `Fault` of kind `forge`. */
export interface JobForge {
  /** Null where the token is of no job that runs. */
  ownJob(): Promise<OwnJob | null>;
  /**
   * The job's deployment: to this environment, else to whichever. Null where it makes none.
   */
  deploymentOf(job: OwnJob, environment: string): Promise<JobDeployment | null>;
  /** All jobs of the pipeline, those that were retried too; null where the forge does not show them. */
  jobsOf(job: OwnJob): Promise<readonly PipelineJob[] | null>;
  /** A file of JSON that a job left; null where it left none of this path. `path`: below the checkout. */
  fileOf(job: OwnJob, id: number, path: string): Promise<{ readonly json: unknown } | null>;
  /** The id of a merge request's author; null where the account is gone. */
  authorOf(job: OwnJob, mergeRequest: number): Promise<number | null>;
  readonly requests: RequestCount;
}
