import type { Clock } from '../../ports/clock.ts';
import type { HttpAnswer } from './exchange.ts';
import type { Pacer } from './http-policy.ts';
import type { HttpRequest } from './http-request.ts';

/**
 * Makes a queue where requests start one after the other, in the order in which they came, when the
 * pacer allows it.
 */
export function createRequestQueue(clock: Clock, pacer: Pacer) {
  const waiting: { readonly request: HttpRequest; readonly start: () => void }[] = [];
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
      if (at > now()) {
        wake(at);
        return;
      }
      waiting.shift();
      first.start();
    }
  }

  function wake(at: number): void {
    if (at >= wakeAt) return;
    wakeAt = at;
    void clock.sleep(Math.min(at - now(), 2 ** 31 - 1)).then(() => {
      // An earlier time to wake was set meanwhile, and took over.
      if (wakeAt !== at) return;
      wakeAt = Infinity;
      latest = Math.max(latest, at);
      admit();
    });
  }

  return {
    /** Waits for its turn. The request's end must be told with the function that is returned. */
    enter(request: HttpRequest): Promise<(answer: HttpAnswer | null) => void> {
      return new Promise((resolve) => {
        const start = () => {
          const end = pacer.start(now(), request);
          resolve((answer) => {
            end(now(), answer);
            admit();
          });
        };
        waiting.push({ request, start });
        admit();
      });
    },
    /** Starts nothing for some milliseconds, because the server refused a request. */
    pause(milliseconds: number): void {
      pacer.pause(now() + milliseconds, now());
    },
  };
}
