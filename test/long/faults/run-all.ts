import type { FaultKind } from './fault-kinds.ts';
import { runTrial, type Point, type Trial } from './trial.ts';
import { createTrialWorld, type TrialWorld, type TrialWorldOptions } from './trial-world.ts';

export interface Job {
  readonly kind: FaultKind;
  readonly point: Point;
}

export interface RunAllOptions extends TrialWorldOptions {
  readonly jobs: readonly Job[];
  /** How many trials run side by side, each in a world of its own. */
  readonly lanes: number;
  /** Used for the first lane; the others are made. */
  readonly first?: TrialWorld;
  readonly onTrial?: (trial: Trial, done: number) => void;
}

/** Runs trials side by side and returns them in the order of the jobs. */
export async function runAll(options: RunAllOptions): Promise<Trial[]> {
  const { jobs, first, onTrial } = options;
  const trials: Trial[] = [];
  let next = 0;
  let done = 0;
  const lane = async (given?: TrialWorld): Promise<void> => {
    const world = given ?? (await createTrialWorld(options));
    try {
      for (let at = next++; at < jobs.length; at = next++) {
        const job = jobs[at];
        if (!job) break;
        const trial = await runTrial(world, job.kind, job.point);
        trials[at] = trial;
        onTrial?.(trial, (done += 1));
      }
    } finally {
      if (!given) await world.close();
    }
  };
  const lanes = Math.min(options.lanes, jobs.length);
  // All lanes end before an error is passed on: nothing of theirs may outlive the run.
  const ends = await Promise.allSettled(
    Array.from({ length: lanes }, (_, at) => lane(at === 0 ? first : undefined)),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return trials;
}
