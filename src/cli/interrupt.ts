import type { Log, Progress } from '../ports/log.ts';

/** How a person can stop a run. */
interface Interrupt {
  /** Aborted once nothing more may be begun. */
  readonly signal: AbortSignal;
  /** The log for the run: its progress tells when writes begin. */
  readonly log: Log;
  /** Leaves Ctrl+C to somebody else. */
  release(): void;
}

/**
 * Takes Ctrl+C: before the first write the run ends at once; from then on what is under way is ended
 * and recorded first, and a second Ctrl+C ends it at once. `stopped` is what is said before that.
 */
export function takeInterrupt(log: Log, stopped = nothingWritten): Interrupt {
  const stop = new AbortController();
  /** How far the writing is; null before it. */
  let writing: Progress['writing'];
  const listener = () => {
    if (writing && !stop.signal.aborted) {
      stop.abort();
      log.warn('Stopping: what is under way is ended and recorded. Ctrl+C again stops at once.');
      return;
    }
    log.progress(null);
    log.warn(writing ? stoppedText(writing) : stopped);
    process.exit(130);
  };
  process.on('SIGINT', listener);
  return {
    signal: stop.signal,
    log: {
      ...log,
      progress(state) {
        writing = state?.writing ?? writing;
        log.progress(state);
      },
    },
    release: () => process.off('SIGINT', listener),
  };
}

const nothingWritten =
  'Stopped: nothing was written to the site. A digest that was approved still holds.';

/** What was done, what nobody knows, and what to do. */
function stoppedText({ recorded, open, steps }: NonNullable<Progress['writing']>): string {
  return `Stopped: ${recorded} of ${steps} steps are settled and recorded, ${open} more may be written or not. Publish the same digest again in five minutes: these are looked for on the site first, nothing is written twice, and what is left goes on.`;
}
