import type { Clock } from '../../ports/clock.ts';
import type { HttpAnswer } from './exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { longestPauseMs, type Pacer } from './http-policy.ts';
import type { HttpRequest } from './http-request.ts';

/** Whole seconds are taken for the next one, in milliseconds. */
const rounding = 1000;

/**
 * Makes a queue where requests start one after the other, in the order in which they came, when the
 * pacer allows it. `onWait` is told how long it waits, in milliseconds, each time that it does.
 */
export function createRequestQueue(
  clock: Clock,
  pacer: Pacer,
  onWait: (milliseconds: number) => void = () => {},
) {
  const waiting: {
    readonly request: HttpRequest;
    readonly start: () => void;
    readonly refuse: (failure: HttpFailure) => void;
  }[] = [];
  let latest = 0;
  let wakeAt = Infinity;

  // A clock that is set back must not stop the pacer.
  function now(): number {
    latest = Math.max(latest, clock.now());
    return latest;
  }

  function admit(): void {
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const at = pacer.next(now(), first.request);
      const tooLong = at !== Infinity && at - now() > longestPauseMs + rounding;
      if (at > now() && !tooLong) {
        wake(at);
        return;
      }
      waiting.shift();
      if (tooLong) first.refuse(quotaSpent(at));
      else first.start();
    }
  }

  function wake(at: number): void {
    if (at >= wakeAt) return;
    wakeAt = at;
    onWait(at - now());
    void clock.sleep(at - now()).then(() => {
      // An earlier time to wake was set meanwhile, and took over.
      if (wakeAt !== at) return;
      wakeAt = Infinity;
      latest = Math.max(latest, at);
      admit();
    });
  }

  return {
    /**
     * Waits for its turn. The request's end must be told with the function that is returned. Throws an
     * `HttpFailure` `EQUOTA` where the server takes none for longer than `longestPauseMs`.
     */
    enter(request: HttpRequest): Promise<(answer: HttpAnswer | null) => void> {
      return new Promise((resolve, refuse) => {
        const start = () => {
          const end = pacer.start(now(), request);
          resolve((answer) => {
            end(now(), answer);
            admit();
          });
        };
        waiting.push({ request, start, refuse });
        admit();
      });
    },
    /** Starts nothing for some milliseconds, because the server refused a request. */
    pause(milliseconds: number): void {
      pacer.pause(now() + milliseconds, now());
    },
  };
}

function quotaSpent(until: number): HttpFailure {
  const message = 'the server takes no more requests for now';
  return new HttpFailure(message, { code: 'EQUOTA', sent: false, until });
}
