/** Time, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}
