import type { Instant } from '../model/post.ts';
import type { RequestCount } from './site.ts';

/** A job of a build: a command (`script`), a block step (`manual`), a `waiter`, a `trigger`. */
export interface BuildJob {
  readonly id: string;
  readonly type: string;
  /** `running`, `passed`, `blocked`, `unblocked` and others; null where it has none. */
  readonly state: string | null;
  readonly runnable: Instant | null;
  readonly started: Instant | null;
  readonly ended: Instant | null;
  /** Whether it took the place of another job. */
  readonly isRetry: boolean;
  /** Whether another job took its place. */
  readonly isReplaced: boolean;
  readonly unblockedBy: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
  } | null;
  readonly unblocked: Instant | null;
}

/** A build of a pipeline, as Buildkite tells it. */
export interface Build {
  /** Its page. */
  readonly address: string;
  /** The address that its agents clone. */
  readonly repository: string;
  readonly branch: string;
  readonly commit: string;
  /** Whether it is for a pull request or for a tag, whatever its branch is called. */
  readonly isOfPullRequest: boolean;
  readonly isOfTag: boolean;
  /** In the pipeline's order, those that were retried too. */
  readonly jobs: readonly BuildJob[];
}

/** What Buildkite can tell about who approved. Methods throw a `Fault` of kind `forge`. */
export interface BuildForge {
  build(): Promise<Build>;
  readonly requests: RequestCount;
}
