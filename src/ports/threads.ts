/** A thread beside this one that does one kind of work, one job after the other. */
export interface Thread<Job, Result> extends AsyncDisposable {
  /** Rejects where the thread failed; then it takes no more jobs. */
  do(job: Job): Promise<Result>;
}

/** Threads for one kind of work. All that they are given and give is data, of which they get copies. */
export interface Threads<Context, Job, Result> {
  /** How many there may be beside this one; 0 on a machine with one processor. */
  readonly most: number;
  /** Starts one. `context` is the same for all its jobs. */
  open(context: Context): Thread<Job, Result>;
}
