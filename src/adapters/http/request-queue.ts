import type { Clock } from '../../ports/clock.ts';
import type { HttpAnswer } from './exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { endUnknownMs, longestPauseMs, type Pacer } from './http-policy.ts';
import type { HttpRequest } from './http-request.ts';

/** Whole seconds are taken for the next one, in milliseconds. */
const rounding = 1000;

/**
 * Makes a queue where requests start one after the other, in the order in which they came, when the
 * pacer allows it; one that must wait longer than others holds none of them back. `onWait` is told how
 * long the next one waits, in milliseconds, each time that it does.
 */
export function createRequestQueue(
  clock: Clock,
  pacer: Pacer,
  onWait: (milliseconds: number, request: HttpRequest) => void = () => {},
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
    let next: { readonly at: number; readonly request: HttpRequest } | null = null;
    for (let place = 0; place < waiting.length;) {
      const entry = waiting[place];
      if (entry === undefined) break;
      const { request } = entry;
      const at = pacer.next(now(), request);
      const tooLong = at !== Infinity && at - now() > longestPauseMs + rounding;
      if (at > now() && !tooLong) {
        if (at < (next?.at ?? Infinity)) next = { at, request };
        place += 1;
        continue;
      }
      waiting.splice(place, 1);
      if (tooLong) entry.refuse(quotaSpent(at < endUnknownMs ? at : null));
      else entry.start();
    }
    if (next !== null) wake(next.at, next.request);
  }

  function wake(at: number, request: HttpRequest): void {
    if (at >= wakeAt) return;
    wakeAt = at;
    onWait(at - now(), request);
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

function quotaSpent(until: number | null): HttpFailure {
  const message = 'the server takes no more requests for now';
  return new HttpFailure(message, { code: 'EQUOTA', sent: false, until });
}
