import { setTimeout as realSleep } from 'node:timers/promises';
import { setImmediate as turn } from 'node:timers/promises';
import type { SandboxTime } from '../../sandbox/index.ts';
import type { Clock } from '../../src/ports/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/** What keeps a process busy that is no timer and no open connection. */
const busy = /^Process|^FSReq|^FileHandle|^GetAddrInfo|^Zlib/i;
/** So many turns of the event loop without anything new: everybody waits. */
const quietTurns = 8;

/**
 * A time that stands still while anybody works, and goes on to the next waiting one when all wait: so
 * a day takes minutes, work takes no time, and only what is said to take time does.
 */
export class VirtualTime implements SandboxTime {
  #now: number;
  #order = 0;
  #sleepers: Sleeper[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#now;
  }

  wait(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (milliseconds <= 0) return Promise.resolve();
    this.#order += 1;
    this.#sleepers.push({
      at: this.#now + Math.ceil(milliseconds),
      order: this.#order,
      wake: resolve,
    });
    return promise;
  }

  /** The same for a client, which notes how long it slept. */
  clock(note: (milliseconds: number) => void): Clock {
    return {
      now: () => this.#now,
      sleep: (milliseconds) => {
        note(milliseconds);
        return this.wait(milliseconds);
      },
    };
  }

  /** Lets time pass until the work is done. */
  async runUntil(work: Promise<unknown>): Promise<void> {
    let done = false;
    const end = () => {
      done = true;
    };
    work.then(end, end);
    for (;;) {
      await this.#quiet();
      if (done) break;
      const next = this.#takeNext();
      // Somebody works on something that does not show.
      if (next === null) await realSleep(1);
      else {
        this.#now = Math.max(this.#now, next.at);
        next.wake();
      }
    }
    await work;
  }

  async #quiet(): Promise<void> {
    let quiet = 0;
    let before = this.#order;
    while (quiet < quietTurns) {
      await turn();
      const isBusy = process.getActiveResourcesInfo().some((each) => busy.test(each));
      if (isBusy) await realSleep(1);
      quiet = isBusy || this.#order !== before ? 0 : quiet + 1;
      before = this.#order;
    }
  }

  #takeNext(): Sleeper | null {
    let first: Sleeper | null = null;
    for (const each of this.#sleepers)
      if (
        first === null ||
        each.at < first.at ||
        (each.at === first.at && each.order < first.order)
      )
        first = each;
    this.#sleepers = this.#sleepers.filter((each) => each !== first);
    return first;
  }
}
