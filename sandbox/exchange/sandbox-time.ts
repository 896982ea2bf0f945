import { wait } from './wait.ts';

/** The time that passes for a sandbox. */
export interface SandboxTime {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** What throttles count by, in milliseconds: it goes on evenly, and is never set. */
  elapsed(): number;
  /** Waits, and returns at once when the signal is given. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const realTime: SandboxTime = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  wait,
};
