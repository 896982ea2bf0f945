export interface BuildkiteUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface BuildkiteJob {
  readonly id: string;
  readonly type: 'script' | 'waiter' | 'manual' | 'trigger';
  readonly name: string;
  readonly state: string;
  readonly created: number;
  readonly runnable: number | null;
  readonly started: number | null;
  readonly finished: number | null;
  /** Whether a later job took its place. */
  readonly retried: boolean;
  readonly retries: number;
  /** The job in whose place it is. */
  readonly retryOf: string | null;
  /** Who unblocked it, and when. */
  readonly by: BuildkiteUser | null;
  readonly unblocked: number | null;
}

export interface BuildkiteBuild {
  readonly number: number;
  readonly commit: string;
  readonly branch: string;
  readonly tag: string | null;
  /** Its id on the forge. */
  readonly pullRequest: string | null;
  readonly repository: string;
  readonly jobs: readonly BuildkiteJob[];
}
