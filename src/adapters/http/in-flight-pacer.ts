import type { Pacer } from './http-policy.ts';

/** A pacer for a server that does not tell its limits: some requests at a time, and no more. */
export function inFlightPacer(most: number): Pacer {
  let inFlight = 0;
  let pausedUntil = 0;
  return {
    next: (now) => (inFlight < most ? Math.max(now, pausedUntil) : Infinity),
    start() {
      inFlight += 1;
      return () => {
        inFlight -= 1;
      };
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    },
  };
}
