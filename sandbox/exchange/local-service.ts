import { FaultQueue } from './fault-queue.ts';
import { LateCommits } from './late-commits.ts';
import { RequestLog } from './request-log.ts';
import type { SandboxClock } from './sandbox-clock.ts';

/** What each service with a REST interface keeps, whatever it holds. */
export class LocalService {
  readonly clock: SandboxClock;
  readonly faults = new FaultQueue();
  readonly late: LateCommits;
  readonly log = new RequestLog();
  /** `http://host:port`, known once the server listens. */
  origin = '';

  constructor(clock: SandboxClock) {
    this.clock = clock;
    this.late = new LateCommits(clock);
  }

  /** Forgets what was to come late. */
  close(): Promise<void> {
    this.late.clear();
    return Promise.resolve();
  }
}
