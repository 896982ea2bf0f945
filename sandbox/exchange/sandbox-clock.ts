import { realTime, type SandboxTime } from './sandbox-time.ts';

/**
 * The clock of everything that is served: real time plus an offset. It never goes back, also when
 * the machine's does.
 */
export class SandboxClock {
  #offset = 0;
  #last = 0;
  readonly time: SandboxTime;

  constructor(time = realTime) {
    this.time = time;
  }

  /** Milliseconds since 1970 UTC, never before the last change. */
  now(): number {
    return Math.max(this.time.now() + this.#offset, this.#last);
  }

  /**
   * Gives a change its instant, later than every change before it unless `shared`.
   * `at` is the wish of a change that became due in the past.
   */
  tick(at: number | null, shared: boolean): number {
    const wished = at ?? this.time.now() + this.#offset;
    this.#last = Math.max(wished, shared ? this.#last : this.#last + 1);
    return this.#last;
  }

  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  get state(): { readonly offset: number; readonly last: number } {
    return { offset: this.#offset, last: this.#last };
  }

  restore(state: { readonly offset: number; readonly last: number }): void {
    this.#offset = state.offset;
    this.#last = state.last;
  }
}
